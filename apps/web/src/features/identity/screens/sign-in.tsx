import type { Locale } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import { paths } from '../../../lib/paths';
import { AccountForm } from '../account-form';
import { demonstrationPeopleQuery, signInMethodsQuery, useSignIn } from '../api';
import { DemonstrationPeople } from '../demonstration-people';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';
import { RemoteEntrance } from '../remote-entrance';
import { SignOn } from '../sign-on';
import { useGoIn } from '../use-entrance';
import { WaysIn, type WayIn } from '../ways-in';

type Way = 'sign-on' | 'account' | 'remote';

/**
 * Sign-in: the hospital's single sign-on where there is one, a local account, or an invitation. In the demonstration a click on a person fills
 * in the account. Leads on to `?next=`.
 */
export function SignInScreen() {
  const t = useText();
  const router = useRouter();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const people = useQuery(demonstrationPeopleQuery);
  const methods = useQuery(signInMethodsQuery);
  const [chosenLocale, setChosenLocale] = useState<Locale>();
  const [chosenWay, setChosenWay] = useState<Way>();
  const [unavailable, setUnavailable] = useState<Error>();
  const [username, setUsername] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const signIn = useSignIn();
  const goIn = useGoIn(chosenLocale);
  const demonstration = (people.data?.items.length ?? 0) > 0;

  const signOn = methods.data?.singleSignOn ?? null;
  const way = chosenWay ?? (signOn === null || unavailable !== undefined ? 'account' : 'sign-on');
  const ways: WayIn<Way>[] = [
    ...(signOn === null ? [] : [{ key: 'sign-on' as const, label: signOn.name }]),
    { key: 'account', label: t('wayAccount') },
    { key: 'remote', label: t('wayRemote') },
  ];
  const enter = async (credentials: { username: string; password: string; code?: string }) => {
    setUnavailable(undefined);
    await goIn(await signIn.mutateAsync(credentials), next);
  };

  return (
    <EntrancePage demonstration={demonstration} house={people.data?.items[0]?.hospital} onLocale={setChosenLocale}>
      <h1>{t('signIn')}</h1>
      <WaysIn ways={ways} chosen={way} onChoose={setChosenWay}>
        {unavailable !== undefined && way === 'account' && <ProblemAlert error={unavailable} />}
        {way === 'sign-on' && signOn !== null && (
          <SignOn
            name={signOn.name}
            next={next}
            onUnavailable={(error) => {
              setUnavailable(error);
              setChosenWay('account');
            }}
          />
        )}
        {way === 'account' && (
          <AccountForm
            username={username}
            onUsername={setUsername}
            passwordField={passwordField}
            demonstration={demonstration}
            onEnter={enter}
            error={signIn.error}
            busy={signIn.isPending}
          />
        )}
        {way === 'remote' && (
          <RemoteEntrance
            onOpen={(word) => router.history.push(`${paths.join}#${word}`)}
            onAccount={() => setChosenWay('account')}
          />
        )}
      </WaysIn>
      {people.error !== null && (
        <ProblemAlert error={people.error} title={t('peopleFailed')} onRetry={() => void people.refetch()} />
      )}
      {demonstration ? (
        <DemonstrationPeople
          people={people.data?.items ?? []}
          onChoose={(chosen) => {
            setUsername(chosen);
            setChosenWay('account');
            passwordField.current?.focus();
          }}
        />
      ) : (
        <p>{t('lostAccess')}</p>
      )}
    </EntrancePage>
  );
}
