import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { useLive } from '../../../lib/live';
import { formatNear } from '../../../lib/time';
import { AddCase } from '../agenda/add-case';
import { AgendaList } from '../agenda/agenda-list';
import { CancelDialog } from '../agenda/cancel-dialog';
import { MoveDialog } from '../agenda/move-dialog';
import { PeopleList } from '../agenda/people-list';
import styles from '../agenda/session.module.css';
import { SessionHeader } from '../agenda/session-header';
import { sessionQuery } from '../api';
import { useText } from '../locales';

type Layer = 'move' | 'cancel' | 'add-case';

/** One session: when and where, its agenda, and who takes part. */
export function SessionScreen() {
  const t = useText();
  const { id = '' } = useParams({ strict: false });
  useLive([{ topic: 'session', key: id }]);
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery(id));
  const [layer, setLayer] = useState<Layer>();
  const close = () => setLayer(undefined);

  if (isPending) {
    return (
      <div className={styles.screen}>
        <PageTitle title={t('session')} />
        <RowsSkeleton rows={6} rowHeight={64} />
      </div>
    );
  }
  if (session === undefined) {
    return (
      <div className={styles.screen}>
        <PageTitle title={t('session')} />
        <ProblemAlert error={error} title={t('sessionFailed')} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className={styles.screen}>
      <PageTitle title={session.title} subtitle={formatNear(session.startsAt)} />
      {error !== null && <ProblemAlert error={error} title={t('sessionFailed')} onRetry={() => void refetch()} />}
      <SessionHeader session={session} onMove={() => setLayer('move')} onCancel={() => setLayer('cancel')} />
      <div className={styles.columns}>
        <AgendaList session={session} onAdd={() => setLayer('add-case')} />
        <PeopleList session={session} />
      </div>
      {layer === 'move' && <MoveDialog session={session} onClose={close} />}
      {layer === 'cancel' && <CancelDialog session={session} onClose={close} />}
      {layer === 'add-case' && <AddCase session={session} onClose={close} />}
    </div>
  );
}
