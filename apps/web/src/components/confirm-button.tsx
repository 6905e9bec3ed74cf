import { Button, Popconfirm, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSharedText } from './texts';

/** A button that asks once more. While `onConfirm` runs it is busy and cannot be pressed again. */
export function ConfirmButton({
  question,
  detail,
  confirmText,
  onConfirm,
  children,
  ...button
}: Omit<ButtonProps, 'onClick' | 'loading'> & {
  question: ReactNode;
  /** What follows from it. */
  detail?: ReactNode;
  confirmText?: string;
  onConfirm: () => void | Promise<unknown>;
}) {
  const t = useSharedText();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } catch {
      // The mutation behind it shows its own refusal; here only the button is set free again.
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popconfirm
      title={question}
      description={detail}
      okText={confirmText ?? t('confirm')}
      cancelText={t('cancel')}
      disabled={button.disabled}
      onConfirm={() => {
        void run();
      }}
    >
      <Button {...button} loading={busy}>
        {children}
      </Button>
    </Popconfirm>
  );
}
