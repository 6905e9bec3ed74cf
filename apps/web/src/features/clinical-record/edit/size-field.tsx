import { InputNumber } from 'antd';
import type { FieldWiring } from '../../../components/field-wiring';
import { useTexts } from '../locales';
import styles from './edit.module.css';

const AXES = [0, 1, 2];

/** Up to three extents in millimetres, the largest first. */
export function SizeField({ id, value, onChange, ...field }: FieldWiring<(number | null)[]>) {
  const t = useTexts();
  const held = value ?? [];
  return (
    <span className={styles.axes}>
      {AXES.map((axis) => (
        <InputNumber
          {...field}
          key={axis}
          {...(axis === 0 ? { id } : { 'aria-label': t('axis', { number: axis + 1 }) })}
          controls={false}
          changeOnWheel={false}
          value={held[axis] ?? null}
          onChange={(typed) => onChange?.(AXES.map((place) => (place === axis ? typed : (held[place] ?? null))))}
        />
      ))}
    </span>
  );
}
