import { peopleEndpoints } from '@consilium/contracts';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ActionButton } from '../../../components/action-button';
import { EmptyState } from '../../../components/empty-state';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { TextField } from '../../../components/text-field';
import { call, isProblem } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatNear } from '../../../lib/time';
import styles from '../entrance.module.css';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';
import { refusedFields } from '../refused-fields';
import { wordOf } from '../remote-entrance';

const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['password-link', token],
    queryFn: ({ signal }) => call(peopleEndpoints.lookAtLink, { body: { token }, signal }),
    retry: false,
    gcTime: 0,
  });

/** Sets a first or a lost password with a link of the security administrator. Its one-time word stands behind `#`, which never reaches a log. */
export function SetPasswordScreen() {
  const t = useText();
  const router = useRouter();
  const token = wordOf(router.state.location.hash);
  return (
    <EntrancePage>
      <h1>{t('setPasswordTitle')}</h1>
      {token === '' ? (
        <EmptyState text={t('noPasswordLink')} action={<a href={paths.signIn}>{t('toSignIn')}</a>} />
      ) : (
        <NewPassword token={token} />
      )}
    </EntrancePage>
  );
}

function NewPassword({ token }: { token: string }) {
  const t = useText();
  const label = useLabel();
  const { data: link, error, isPending, refetch } = useQuery(linkQuery(token));
  const set = useMutation({
    mutationFn: (password: string) => call(peopleEndpoints.setPassword, { body: { token, password } }),
  });
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [asked, setAsked] = useState(false);
  const { errors, rest } = refusedFields(set.error, 'password');
  const differs = password !== repeated;

  if (set.isSuccess)
    return (
      <>
        <output className={styles.hint}>{t('passwordSet')}</output>
        <p>
          <a href={paths.signIn}>{t('toSignIn')}</a>
        </p>
      </>
    );
  if (isPending) return <RowsSkeleton rows={4} rowHeight={38} />;
  if (link === undefined) {
    const away = isProblem(error, 'network/unreachable') || isProblem(error, 'server/failed');
    return (
      <>
        <ProblemAlert error={error} {...(away && { onRetry: () => void refetch() })} />
        <p>
          <a href={paths.signIn}>{t('toSignIn')}</a>
        </p>
      </>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (password !== '' && !differs) set.mutate(password);
  };
  const fact = (name: string, value: string) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <>
      <dl className={styles.facts}>
        {fact(t('name'), `${label(link.person)} · ${label(link.hospital)}`)}
        {fact(t('username'), link.username)}
        {fact(t('joinExpires'), formatNear(link.expiresAt))}
      </dl>
      <ProblemAlert error={rest} />
      <form className={styles.fields} noValidate onSubmit={send}>
        <input type="hidden" autoComplete="username" value={link.username} readOnly />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          value={password}
          onValue={setPassword}
          disabled={set.isPending}
          error={asked && password === '' ? t('passwordMissing') : errors.get('password')}
        />
        <TextField
          label={t('repeatPassword')}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          value={repeated}
          onValue={setRepeated}
          disabled={set.isPending}
          error={asked && differs ? t('passwordsDiffer') : undefined}
        />
        <ActionButton primary size="large" type="submit" busy={set.isPending}>
          {t('setPassword')}
        </ActionButton>
      </form>
    </>
  );
}
