import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { useMe } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { useText } from '../locales';
import { OwnBrowsers } from '../own-browsers';
import { OwnCode } from '../own-code';
import { OwnPassword } from '../own-password';
import { ownSecurityQuery } from '../own-security-api';
import styles from '../security.module.css';

/** One's own password, one-time code and signed-in browsers. The same page for people of this hospital and of others. */
export function SecurityScreen() {
  const t = useText();
  const me = useMe();
  return (
    <main className={styles.page}>
      <header>
        <Link to={paths.home}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t('back')}
        </Link>
        <h1>{t('security')}</h1>
        <p>
          {me.name} {me.username}
        </p>
      </header>
      {me.signIn.method === 'INVITATION' ? <p>{t('securityOfGuest')}</p> : <OwnSettings />}
    </main>
  );
}

function OwnSettings() {
  const t = useText();
  const { data, error, isPending, refetch } = useQuery(ownSecurityQuery);
  return (
    <>
      {isPending && <RowsSkeleton rows={6} rowHeight={48} />}
      <ProblemAlert error={error} title={t('securityFailed')} onRetry={() => void refetch()} />
      {data !== undefined && (
        <>
          {data.hasPassword && <OwnPassword />}
          <OwnCode code={data.oneTimeCode} />
          <OwnBrowsers browsers={data.browsers} />
        </>
      )}
    </>
  );
}
