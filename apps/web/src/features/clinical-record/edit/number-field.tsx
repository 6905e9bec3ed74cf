import { InputNumber } from 'antd';
import type { FieldWiring } from '../../../components/field-wiring';

/** A number or nothing. Its range is the API's to judge: a value out of it is refused at the field, not silently bent. */
export function NumberField({ value, onChange, ...field }: FieldWiring<number>) {
  return (
    <InputNumber
      {...field}
      style={{ width: '100%' }}
      value={value ?? null}
      onChange={(typed) => onChange?.(typed)}
      changeOnWheel={false}
      controls={false}
    />
  );
}
