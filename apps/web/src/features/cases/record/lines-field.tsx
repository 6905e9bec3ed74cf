import { Input } from 'antd';

interface LinesFieldProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  placeholder?: string;
}

/** A list written one entry a line. Empty lines stay while typing; {@link filledLines} drops them when the list is sent. */
export function LinesField({ id, value = [], onChange, placeholder }: LinesFieldProps) {
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 2, maxRows: 10 }}
      placeholder={placeholder}
      value={value.join('\n')}
      onChange={(event) => onChange?.(event.target.value === '' ? [] : event.target.value.split('\n'))}
    />
  );
}

export const filledLines = (lines: readonly string[] | null | undefined) =>
  (lines ?? []).filter((line) => line.trim() !== '');
