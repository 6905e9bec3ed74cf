import type { ButtonHTMLAttributes } from 'react';
import styles from './action-button.module.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** The one act that this place is for. */
  primary?: boolean;
  size?: 'small' | 'middle' | 'large';
  /** The act is under way: the button cannot be pressed again. */
  busy?: boolean;
};

/** A button of the first screens, which do without the form library; it looks like the library's. */
export function ActionButton({
  primary = false,
  size = 'middle',
  busy = false,
  className = '',
  type = 'button',
  disabled = false,
  ...button
}: Props) {
  return (
    <button
      {...button}
      // oxlint-disable-next-line react/button-has-type -- the default above is `button`; a form asks for `submit`
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={[styles.button, primary ? styles.primary : '', styles[size], className].join(' ')}
    />
  );
}
