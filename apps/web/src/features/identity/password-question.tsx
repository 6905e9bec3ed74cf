import { useState, type FormEvent } from 'react';
import { ActionButton } from '../../components/action-button';
import { ModalDialog } from '../../components/modal-dialog';
import { ProblemAlert } from '../../components/problem-alert';
import { TextField } from '../../components/text-field';
import { useText } from './locales';
import { refusedFields } from './refused-fields';
import styles from './security.module.css';

/** Asks for the password before something that only the person themselves may do. */
export function PasswordQuestion({
  title,
  line,
  act,
  error,
  busy,
  onAnswer,
  onClose,
}: {
  title: string;
  line: string;
  act: string;
  error: Error | null;
  busy: boolean;
  onAnswer: (password: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [password, setPassword] = useState('');
  const { errors, rest } = refusedFields(error, 'password');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAnswer(password);
    setPassword('');
  };
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form className={styles.fields} noValidate onSubmit={send}>
        <p>{line}</p>
        <ProblemAlert error={rest} />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          disabled={busy}
          value={password}
          onValue={setPassword}
          error={errors.get('password')}
        />
        <div className={styles.acts}>
          <ActionButton onClick={onClose}>{t('cancel')}</ActionButton>
          <ActionButton primary type="submit" busy={busy} disabled={password === ''}>
            {act}
          </ActionButton>
        </div>
      </form>
    </ModalDialog>
  );
}
