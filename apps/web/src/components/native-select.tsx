import { ChevronDown } from 'lucide-react';
import styles from './native-select.module.css';

/** The browser's own list of choices: at once there, and at home with every keyboard, reader and phone. */
export function NativeSelect<Value extends string>({
  label,
  value,
  options,
  strong = false,
  onChange,
}: {
  label: string;
  value: Value | undefined;
  options: readonly { value: Value; label: string }[];
  strong?: boolean;
  onChange: (value: Value) => void;
}) {
  return (
    <span className={styles.frame}>
      <select
        aria-label={label}
        className={strong ? styles.strong : undefined}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {value === undefined && (
          <option value="" disabled>
            {label}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  );
}
