import { useEffect, useState } from 'react';
import { ActionButton } from '../../components/action-button';
import { ModalDialog } from '../../components/modal-dialog';
import { ProblemAlert } from '../../components/problem-alert';
import { TextField } from '../../components/text-field';
import { useSignInAgain } from '../../features/identity';
import { useMe } from '../../lib/me';
import { paths } from '../../lib/paths';
import { onSessionLost } from '../../lib/session-lost';
import { useShellText } from '../locales';
import styles from './shell.module.css';

/** Lies over the page when the session has ended, so that what was typed is not lost with it. */
export function SignInAgain() {
  const t = useShellText();
  const me = useMe();
  const [lost, setLost] = useState(false);
  const [password, setPassword] = useState('');
  const signIn = useSignInAgain();
  useEffect(() => onSessionLost(() => setLost(true)), []);
  if (!lost) return null;

  const submit = () =>
    signIn.mutate(
      { username: me.username, password },
      { onSuccess: () => setLost(false), onSettled: () => setPassword('') },
    );

  return (
    <ModalDialog title={t('sessionLost')}>
      <form
        className={styles.again}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('sessionLostDetail')}</p>
        <p>
          <strong>{me.name}</strong> {me.username}
        </p>
        <ProblemAlert error={signIn.error} />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          disabled={signIn.isPending}
          value={password}
          onValue={setPassword}
        />
        <div className={styles.againActions}>
          {/* A full load: what this person has seen must not wait in memory for the next. */}
          <a href={paths.signIn}>{t('switchPerson')}</a>
          <ActionButton primary type="submit" disabled={password === ''} busy={signIn.isPending}>
            {t('continue')}
          </ActionButton>
        </div>
      </form>
    </ModalDialog>
  );
}
