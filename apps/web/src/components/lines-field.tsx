import { Input } from 'antd';
import type { FieldWiring } from './field-wiring';

/** A list written one entry a line. Empty lines stay while typing; {@link filledLines} drops them when the list is sent. */
export function LinesField({ value, onChange, ...field }: FieldWiring<string[]> & { placeholder?: string }) {
  return (
    <Input.TextArea
      {...field}
      autoSize={{ minRows: 2, maxRows: 10 }}
      value={(value ?? []).join('\n')}
      onChange={(event) => onChange?.(event.target.value === '' ? [] : event.target.value.split('\n'))}
    />
  );
}

export const filledLines = (lines: readonly string[] | null | undefined) =>
  (lines ?? []).filter((line) => line.trim() !== '');
