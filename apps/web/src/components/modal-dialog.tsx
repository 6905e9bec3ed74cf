import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './modal-dialog.module.css';
import { useSharedText } from './texts';

/**
 * A dialog of the browser over the page, which keeps the focus inside and gives it back. Shown for as long as it is rendered.
 * Without `onClose` it can only be left by what stands in it.
 */
export function ModalDialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose?: () => void;
  children: ReactNode;
}) {
  const t = useSharedText();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  // In the layout phase, so that it is closed before it is taken away: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={name}
      className={styles.dialog}
      onCancel={(event) => {
        // Rendering decides whether it is shown, not the browser.
        event.preventDefault();
        onClose?.();
      }}
    >
      <header>
        <h2 id={name}>{title}</h2>
        {onClose !== undefined && (
          <button type="button" aria-label={t('close')} title={t('close')} onClick={onClose}>
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
