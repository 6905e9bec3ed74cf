import type { Locale } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { ActionButton } from '../../../components/action-button';
import { ProblemAlert } from '../../../components/problem-alert';
import { TextField } from '../../../components/text-field';
import { showLocale } from '../../../lib/i18n';
import { innerPath } from '../../../lib/paths';
import { demonstrationPeopleQuery, useSetLocale, useSignIn } from '../api';
import { DemonstrationPeople } from '../demonstration-people';
import styles from '../entrance.module.css';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';

/** Signs in and goes on to where the person wanted to be, or to where they start. */
function useEntrance(chosenLocale: Locale | undefined) {
  const router = useRouter();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const signIn = useSignIn();
  const setLocale = useSetLocale();
  const enter = async (username: string, password: string) => {
    const me = await signIn.mutateAsync({ username, password });
    // Who switched the language on this page wants to keep it; a failure to store it must not keep anybody out.
    if (chosenLocale !== undefined && chosenLocale !== me.locale) {
      await setLocale.mutateAsync(chosenLocale).catch(() => undefined);
    }
    await showLocale(chosenLocale ?? me.locale);
    const wanted = innerPath(next);
    router.history.push(wanted === '/' ? innerPath(me.home) : wanted);
  };
  return { enter, isPending: signIn.isPending, error: signIn.error };
}

/** Sign-in with a local account; in the demonstration a click on a person fills in the account. Leads on to `?next=`. */
export function SignInScreen() {
  const t = useText();
  const people = useQuery(demonstrationPeopleQuery);
  const [chosenLocale, setChosenLocale] = useState<Locale>();
  const entrance = useEntrance(chosenLocale);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const accountField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  // Whoever opens this page wants to type: a click less on every shared ward computer.
  useEffect(() => accountField.current?.focus(), []);
  const refused = entrance.error !== null;
  useEffect(() => {
    if (refused) passwordField.current?.focus();
  }, [refused]);
  const demonstration = (people.data?.items.length ?? 0) > 0;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const account = username.trim();
    if (account === '' || password === '') {
      (account === '' ? accountField : passwordField).current?.focus();
      return;
    }
    // The refusal is shown below; what was typed as password is not to be sent a second time.
    void entrance.enter(account, password).catch(() => setPassword(''));
  };

  return (
    <EntrancePage demonstration={demonstration} house={people.data?.items[0]?.hospital} onLocale={setChosenLocale}>
      <h1>{t('signIn')}</h1>
      <ProblemAlert error={entrance.error} />
      <form className={styles.fields} noValidate onSubmit={send}>
        <TextField
          label={t('account')}
          inputRef={accountField}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          disabled={entrance.isPending}
          value={username}
          onValue={setUsername}
          error={asked && username.trim() === '' ? t('accountMissing') : undefined}
        />
        <TextField
          label={t('password')}
          type="password"
          inputRef={passwordField}
          autoComplete="current-password"
          maxLength={128}
          disabled={entrance.isPending}
          value={password}
          onValue={setPassword}
          error={asked && password === '' && !refused ? t('passwordMissing') : undefined}
        />
        <ActionButton primary size="large" type="submit" busy={entrance.isPending}>
          {t('signIn')}
        </ActionButton>
      </form>
      {people.error !== null && (
        <ProblemAlert error={people.error} title={t('peopleFailed')} onRetry={() => void people.refetch()} />
      )}
      {demonstration ? (
        <DemonstrationPeople
          people={people.data?.items ?? []}
          onChoose={(chosen) => {
            setUsername(chosen);
            passwordField.current?.focus();
          }}
        />
      ) : (
        <p>{t('lostAccess')}</p>
      )}
    </EntrancePage>
  );
}
