import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { ActionButton } from '../../components/action-button';
import { ProblemAlert } from '../../components/problem-alert';
import { TextField } from '../../components/text-field';
import { isProblem } from '../../lib/api';
import { DemonstrationCode } from './demonstration-code';
import styles from './entrance.module.css';
import { useText } from './locales';

interface Props {
  username: string;
  onUsername: (username: string) => void;
  passwordField: RefObject<HTMLInputElement | null>;
  demonstration: boolean;
  /** Resolves when the person is in; rejects with the refusal. */
  onEnter: (credentials: { username: string; password: string; code?: string }) => Promise<void>;
  error: Error | null;
  busy: boolean;
}

/** A local account: account and password, then the one-time code where one is set up. */
export function AccountForm({ username, onUsername, passwordField, demonstration, onEnter, error, busy }: Props) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [asked, setAsked] = useState(false);
  const accountField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  // Whoever opens this page wants to type: a click less on every shared ward computer.
  useEffect(() => accountField.current?.focus(), []);
  const refusal = isProblem(error, 'sign-in/code-required') ? null : error;
  useEffect(() => {
    if (asksCode) codeField.current?.focus();
    else if (refusal !== null) passwordField.current?.focus();
  }, [asksCode, refusal, passwordField]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const account = username.trim();
    if (account === '' || password === '') {
      (account === '' ? accountField : passwordField).current?.focus();
      return;
    }
    if (asksCode && code.trim() === '') {
      codeField.current?.focus();
      return;
    }
    try {
      await onEnter({ username: account, password, ...(asksCode && { code: code.trim() }) });
    } catch (refused) {
      // The refusal is shown above; what was typed is not to be sent a second time.
      setCode('');
      setAsked(false);
      const inSecondStep = isProblem(refused, 'sign-in/code-required') || isProblem(refused, 'sign-in/code-wrong');
      setAsksCode(inSecondStep);
      if (!inSecondStep) setPassword('');
    }
  };
  const startAnew = () => {
    setAsksCode(false);
    setPassword('');
    setCode('');
    setAsked(false);
  };

  return (
    <>
      <ProblemAlert error={refusal} />
      <form className={styles.fields} noValidate onSubmit={(event) => void send(event)}>
        {asksCode ? (
          <>
            <p className={styles.who}>
              <span>
                {t('account')} <strong>{username}</strong>
              </span>
              <button type="button" className={styles.link} onClick={startAnew}>
                {t('anotherAccount')}
              </button>
            </p>
            <TextField
              label={t('code')}
              hint={t('codeHint')}
              inputRef={codeField}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              disabled={busy}
              value={code}
              onValue={setCode}
              error={asked && code.trim() === '' ? t('codeMissing') : undefined}
            />
            {demonstration && <DemonstrationCode owner={{ username: username.trim() }} onFill={setCode} />}
          </>
        ) : (
          <>
            <TextField
              label={t('account')}
              inputRef={accountField}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
              disabled={busy}
              value={username}
              onValue={onUsername}
              error={asked && username.trim() === '' ? t('accountMissing') : undefined}
            />
            <TextField
              label={t('password')}
              type="password"
              inputRef={passwordField}
              autoComplete="current-password"
              maxLength={128}
              disabled={busy}
              value={password}
              onValue={setPassword}
              error={asked && password === '' ? t('passwordMissing') : undefined}
            />
          </>
        )}
        <ActionButton primary size="large" type="submit" busy={busy}>
          {t('signIn')}
        </ActionButton>
      </form>
    </>
  );
}
