import { Eye, EyeOff } from 'lucide-react';
import { useId, useState, type InputHTMLAttributes, type Ref } from 'react';
import { useSharedText } from './texts';
import styles from './text-field.module.css';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> & {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** Why it was refused; shown at the field and read with it. */
  error?: string | undefined;
  /** What is expected, below the field. */
  hint?: string;
  inputRef?: Ref<HTMLInputElement>;
};

/** One labelled line to type into, for the screens that do without the form library. A password can be looked at. */
export function TextField({ label, value, onValue, error, hint, inputRef, type = 'text', ...input }: Props) {
  const t = useSharedText();
  const id = useId();
  const [seen, setSeen] = useState(false);
  const secret = type === 'password';
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.frame}>
        <input
          {...input}
          ref={inputRef}
          id={id}
          type={secret && seen ? 'text' : type}
          value={value}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-says`}
          onChange={(event) => onValue(event.target.value)}
        />
        {secret && (
          <button
            type="button"
            aria-label={seen ? t('hideTyped') : t('showTyped')}
            title={seen ? t('hideTyped') : t('showTyped')}
            onClick={() => setSeen(!seen)}
          >
            {seen ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />}
          </button>
        )}
      </span>
      {(error !== undefined || hint !== undefined) && (
        <div id={`${id}-says`}>
          {error !== undefined && <p className={styles.error}>{error}</p>}
          {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        </div>
      )}
    </div>
  );
}
