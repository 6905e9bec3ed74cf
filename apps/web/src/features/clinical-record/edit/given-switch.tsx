import { Checkbox } from 'antd';

/** Whether a group of fields is given at all: ticked it begins empty, unticked it is taken away. */
export function GivenSwitch({
  text,
  value,
  onChange,
}: {
  text: string;
  value?: object | null;
  onChange?: (value: object | null) => void;
}) {
  return (
    <Checkbox checked={value != null} onChange={(event) => onChange?.(event.target.checked ? {} : null)}>
      {text}
    </Checkbox>
  );
}
