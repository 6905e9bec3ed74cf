import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ActionButton } from '../../../components/action-button';
import { EmptyState } from '../../../components/empty-state';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { TextField } from '../../../components/text-field';
import { isProblem } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatFormal, formatNear } from '../../../lib/time';
import { demonstrationPeopleQuery, invitationQuery, useRedeem } from '../api';
import { DemonstrationCode } from '../demonstration-code';
import styles from '../entrance.module.css';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';
import { wordOf } from '../remote-entrance';
import { useGoIn } from '../use-entrance';

/** Joins one session with an invitation. Its one-time word stands behind `#`, which never reaches a server's log. */
export function JoinScreen() {
  const t = useText();
  const router = useRouter();
  const token = wordOf(router.state.location.hash);
  return (
    <EntrancePage>
      <h1>{t('joinTitle')}</h1>
      {token === '' ? (
        <EmptyState text={t('noInvitation')} action={<a href={paths.signIn}>{t('toSignIn')}</a>} />
      ) : (
        <Invited token={token} />
      )}
    </EntrancePage>
  );
}

function Invited({ token }: { token: string }) {
  const t = useText();
  const label = useLabel();
  const { data: invitation, error, isPending, refetch } = useQuery(invitationQuery(token));
  const people = useQuery(demonstrationPeopleQuery);
  const redeem = useRedeem();
  const goIn = useGoIn();
  const [code, setCode] = useState('');

  if (isPending) return <RowsSkeleton rows={4} rowHeight={38} />;
  if (invitation === undefined) {
    const away = error !== null && (isProblem(error, 'network/unreachable') || isProblem(error, 'server/failed'));
    return (
      <>
        <ProblemAlert error={error} {...(away && { onRetry: () => void refetch() })} />
        <p>
          <a href={paths.signIn}>{t('toSignIn')}</a>
        </p>
      </>
    );
  }
  const join = (event: FormEvent) => {
    event.preventDefault();
    redeem.mutate(
      { token, ...(invitation.needsCode && { code: code.trim() }) },
      { onSuccess: (me) => void goIn(me), onError: () => setCode('') },
    );
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
        {fact(t('joinPerson'), `${label(invitation.person)} · ${label(invitation.hospital)}`)}
        {fact(t('joinHost'), label(invitation.host))}
        {fact(t('joinStarts'), formatFormal(invitation.startsAt))}
        {fact(t('joinExpires'), formatNear(invitation.expiresAt))}
      </dl>
      <ProblemAlert error={redeem.error} />
      <form className={styles.fields} noValidate onSubmit={join}>
        {invitation.needsCode && (
          <>
            <TextField
              label={t('code')}
              hint={t('codeHint')}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              disabled={redeem.isPending}
              value={code}
              onValue={setCode}
            />
            {(people.data?.items.length ?? 0) > 0 && <DemonstrationCode owner={{ token }} onFill={setCode} />}
          </>
        )}
        <ActionButton
          primary
          size="large"
          type="submit"
          busy={redeem.isPending}
          disabled={invitation.needsCode && code.trim() === ''}
        >
          {t('join')}
        </ActionButton>
      </form>
      <p>{t('joinScope')}</p>
    </>
  );
}
