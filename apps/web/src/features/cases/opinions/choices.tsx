import { Check, CircleAlert, Info, X } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { FieldWiring } from '../../../components/field-wiring';
import styles from './choices.module.css';

export interface Choice<T extends string> {
  value: T;
  label: string;
  tone: 'ok' | 'due' | 'dissent' | 'neutral';
}

/** The sign that says the same as the colour. */
const signs = { ok: Check, due: CircleAlert, dissent: X, neutral: Info } as const;

interface ChoicesProps<T extends string> extends FieldWiring<T> {
  /** Groups the radio buttons; unique on the page. */
  name: string;
  label: string;
  options: Choice<T>[];
  /** How many stand side by side. */
  columns: number;
  disabled?: boolean;
  /** Choosing the chosen one again takes it back. */
  clearable?: boolean;
}

/** A few fixed answers side by side, one of which counts. */
export function Choices<T extends string>({
  name,
  label,
  options,
  columns,
  value,
  onChange,
  disabled,
  clearable = false,
  ...field
}: ChoicesProps<T>) {
  return (
    <div
      {...field}
      className={styles.choices}
      style={{ '--choices': columns } as CSSProperties}
      role="radiogroup"
      aria-label={label}
    >
      {options.map((option) => {
        const isChosen = value === option.value;
        const Sign = signs[option.tone];
        return (
          <label key={option.value} className={`${styles.choice} ${styles[option.tone]}`}>
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={disabled}
              checked={isChosen}
              onChange={() => onChange?.(option.value)}
              onClick={() => {
                if (clearable && isChosen) onChange?.(null);
              }}
            />
            {isChosen && <Sign size={13} aria-hidden="true" />}
            <span>{option.label}</span>
          </label>
        );
      })}
    </div>
  );
}
