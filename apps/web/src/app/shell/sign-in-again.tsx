import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../components/action-button';
import { ModalDialog } from '../../components/modal-dialog';
import { ProblemAlert } from '../../components/problem-alert';
import { TextField } from '../../components/text-field';
import { useSignInAgain } from '../../features/identity';
import { isProblem } from '../../lib/api';
import { noteTouch } from '../../lib/idle';
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
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const signIn = useSignInAgain();
  useEffect(() => onSessionLost(() => setLost(true)), []);
  useEffect(() => {
    if (asksCode) codeField.current?.focus();
  }, [asksCode]);
  if (!lost) return null;

  const submit = () =>
    signIn.mutate(
      { username: me.username, password, ...(asksCode && { code: code.trim() }) },
      {
        onSuccess: () => {
          noteTouch();
          setLost(false);
          setAsksCode(false);
          setPassword('');
        },
        onError: (error) => {
          const inSecondStep = isProblem(error, 'sign-in/code-required') || isProblem(error, 'sign-in/code-wrong');
          setAsksCode(inSecondStep);
          if (!inSecondStep) setPassword('');
        },
        onSettled: () => setCode(''),
      },
    );
  // Who came by single sign-on or by an invitation has no password here to sign in with again.
  const byPassword = me.signIn.method === 'PASSWORD' || me.signIn.method === 'SETUP_LINK';

  return (
    <ModalDialog title={t('sessionLost')}>
      <form
        className={styles.again}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t(byPassword ? 'sessionLostDetail' : 'sessionLostElsewhere')}</p>
        <p>
          <strong>{me.name}</strong> {me.username}
        </p>
        <ProblemAlert error={isProblem(signIn.error, 'sign-in/code-required') ? null : signIn.error} />
        {byPassword &&
          (asksCode ? (
            <TextField
              key="code"
              label={t('code')}
              autoComplete="one-time-code"
              inputRef={codeField}
              maxLength={40}
              disabled={signIn.isPending}
              value={code}
              onValue={setCode}
            />
          ) : (
            <TextField
              key="password"
              label={t('password')}
              type="password"
              autoComplete="current-password"
              maxLength={128}
              disabled={signIn.isPending}
              value={password}
              onValue={setPassword}
            />
          ))}
        <div className={styles.againActions}>
          {/* A full load: what this person has seen must not wait in memory for the next. */}
          <a href={paths.signIn}>{t(byPassword ? 'switchPerson' : 'toSignIn')}</a>
          {byPassword && (
            <ActionButton
              primary
              type="submit"
              disabled={asksCode ? code.trim() === '' : password === ''}
              busy={signIn.isPending}
            >
              {t('continue')}
            </ActionButton>
          )}
        </div>
      </form>
    </ModalDialog>
  );
}
