import { agendaItemStates, type AgendaItem, type SessionView } from '@consilium/contracts';
import { Check, CircleCheck, Clock, House, PauseCircle, Timer, Video } from 'lucide-react';
import { EmptyState } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatClock, formatClockRange, useNow } from '../../../lib/time';
import { useText } from '../locales';
import { agendaBlocks, agendaTimes, type AgendaBlock, type AgendaTimes } from './agenda-times';
import styles from './agenda-rail.module.css';

function Mark({ item }: { item: AgendaItem }) {
  if (item.state === 'SIGNED') return <CircleCheck size={16} aria-hidden="true" className={styles.done} />;
  if (item.state === 'CONCLUDED') return <Check size={15} aria-hidden="true" className={styles.done} />;
  if (item.state === 'DEFERRED') return <PauseCircle size={15} aria-hidden="true" className={styles.deferred} />;
  return <span className={styles.number}>{item.ordinal}</span>;
}

function RailItem({
  item,
  startsAt,
  chosen,
  onChoose,
}: {
  item: AgendaItem;
  startsAt: Date | undefined;
  chosen: boolean;
  onChoose: () => void;
}) {
  const t = useText();
  const label = useLabel();
  const look = [styles.item, chosen ? styles.chosen : '', item.state === 'OPEN' ? styles.open : ''].join(' ');
  return (
    <li>
      <button type="button" className={look} aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
        <span className={styles.mark}>
          <Mark item={item} />
        </span>
        <span className={styles.who}>
          <strong>{item.maskedName}</strong> {item.caseNo}
        </span>
        <span className={styles.time}>
          {startsAt === undefined ? '' : `${formatClock(startsAt)} · `}
          {t('minutesShort', { count: item.minutes })}
        </span>
        <span className={styles.what}>{item.diagnosis}</span>
        {item.state !== 'QUEUED' && <span className={styles.state}>{label(agendaItemStates.labels[item.state])}</span>}
      </button>
    </li>
  );
}

function Block({
  block,
  session,
  times,
  selected,
  onChoose,
}: {
  block: AgendaBlock;
  session: SessionView;
  times: AgendaTimes;
  selected: AgendaItem | undefined;
  onChoose: (item: AgendaItem) => void;
}) {
  const t = useText();
  const label = useLabel();
  const linked = block.hospitalIds.length > 0;
  const names = block.hospitalIds.map((id) => {
    const hospital = session.linkedHospitals.find((one) => one.hospitalId === id);
    return hospital === undefined ? '' : label(hospital.shortName);
  });
  const first = block.items[0];
  const last = block.items.at(-1);
  const from = first === undefined ? undefined : times.starts.get(first.id);
  const to = last === undefined ? undefined : times.starts.get(last.id);
  const end = to === undefined || last === undefined ? undefined : new Date(to.getTime() + last.minutes * 60_000);
  const name = linked ? names.join(t('listSeparator')) : t('inHouse');
  return (
    <section className={linked ? `${styles.block} ${styles.linked}` : styles.block} aria-label={name}>
      <header>
        {linked ? <Video size={14} aria-hidden="true" /> : <House size={14} aria-hidden="true" />}
        <strong>{name}</strong>
        {from !== undefined && end !== undefined && <span>{formatClockRange(from, end)}</span>}
      </header>
      <ol>
        {block.items.map((item) => (
          <RailItem
            key={item.id}
            item={item}
            startsAt={times.starts.get(item.id)}
            chosen={item.id === selected?.id}
            onChoose={() => onChoose(item)}
          />
        ))}
      </ol>
    </section>
  );
}

/** The agenda on the left: blocks by linked hospital, times as they will really be, and when the session will end. */
export function AgendaRail({
  session,
  selected,
  onChoose,
}: {
  session: SessionView;
  selected: AgendaItem | undefined;
  onChoose: (item: AgendaItem) => void;
}) {
  const t = useText();
  const now = useNow(15_000);
  const times = agendaTimes(session, now);
  const over = Math.floor((times.ends.getTime() - Date.parse(session.endsAt)) / 60_000);
  return (
    <nav className={styles.rail} aria-label={t('agenda')}>
      <header className={styles.head}>
        <h2>{t('agenda')}</h2>
        <span>
          {selected === undefined
            ? t('casesCount', { count: session.agenda.length })
            : t('caseOf', { n: selected.ordinal, count: session.agenda.length })}
        </span>
        {times.lateMinutes > 0 && (
          <span className={styles.late}>
            <Timer size={13} aria-hidden="true" />
            {t('late', { count: times.lateMinutes })}
          </span>
        )}
      </header>
      <div className={styles.blocks}>
        {session.agenda.length === 0 && <EmptyState text={t('agendaEmpty')} />}
        {agendaBlocks(session.agenda).map((block) => (
          <Block
            key={block.items[0]?.id}
            block={block}
            session={session}
            times={times}
            selected={selected}
            onChoose={onChoose}
          />
        ))}
      </div>
      {session.state === 'IN_PROGRESS' && (
        <footer className={styles.foot}>
          <Clock size={14} aria-hidden="true" />
          <strong>{t('endsExpected', { at: formatClock(times.ends) })}</strong>
          <span className={over > 0 ? styles.late : undefined}>
            {over > 0 ? t('overBy', { count: over }) : t('spare', { count: -over })}
          </span>
        </footer>
      )}
    </nav>
  );
}
