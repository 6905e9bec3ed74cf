import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { useKeptOpen } from '../../../lib/idle';
import { useLive } from '../../../lib/live';
import { sessionQuery } from '../api';
import { LiveSession } from '../live/live-session';
import styles from '../live/live.module.css';
import { useText } from '../locales';

/** A session while it is held: agenda, case and record on one screen. */
export function LiveScreen() {
  const t = useText();
  const { id = '' } = useParams({ strict: false });
  useLive([{ topic: 'session', key: id }]);
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery(id));
  // People watch a discussion without touching the screen that shows it.
  useKeptOpen(session?.state === 'IN_PROGRESS');
  if (session !== undefined) return <LiveSession session={session} error={error} onRetry={() => void refetch()} />;
  return (
    <main className={styles.waiting}>
      <span hidden>
        <PageTitle title={t('session')} />
      </span>
      {isPending ? (
        <RowsSkeleton rows={10} rowHeight={64} />
      ) : (
        <ProblemAlert error={error} title={t('sessionFailed')} onRetry={() => void refetch()} />
      )}
    </main>
  );
}
