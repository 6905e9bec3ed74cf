import type { SessionView } from '@consilium/contracts';
import { Button, Progress } from 'antd';
import { Plus } from 'lucide-react';
import { EmptyState } from '../../../components';
import { useNow } from '../../../lib/time';
import { agendaTimes } from '../live/agenda-times';
import { useText } from '../locales';
import { AgendaRow } from './agenda-row';
import styles from './session.module.css';

/** The agenda in order, and how much of the session it fills. */
export function AgendaList({ session, onAdd }: { session: SessionView; onAdd: () => void }) {
  const t = useText();
  const now = useNow();
  const total = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000);
  const { starts } = agendaTimes(session, now);
  const items = [...session.agenda].sort((a, b) => a.ordinal - b.ordinal);
  const mayAdd = session.availableActions.includes('add-case');
  const over = session.plannedMinutes > total;
  const add = (
    <Button icon={<Plus size={15} aria-hidden="true" />} onClick={onAdd}>
      {t('addCase')}
    </Button>
  );
  return (
    <section className={styles.panel} aria-labelledby="agenda-title">
      <header className={styles.panelHead}>
        <h2 id="agenda-title">{t('agenda')}</h2>
        <span className={over ? styles.over : styles.muted}>
          {t('planned', { planned: session.plannedMinutes, total })}
        </span>
        <Progress
          className={styles.fillBar}
          percent={total === 0 ? 0 : Math.min(100, Math.round((session.plannedMinutes / total) * 100))}
          showInfo={false}
          size="small"
          status={over ? 'exception' : 'normal'}
          aria-label={t('planned', { planned: session.plannedMinutes, total })}
        />
        {mayAdd && items.length > 0 && add}
      </header>
      {items.length === 0 ? (
        <EmptyState text={t('agendaEmpty')} action={mayAdd ? add : undefined} />
      ) : (
        <ol aria-label={t('agenda')}>
          {items.map((item) => (
            <AgendaRow key={item.id} session={session} item={item} startsAt={starts.get(item.id)} />
          ))}
        </ol>
      )}
    </section>
  );
}
