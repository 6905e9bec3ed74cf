import { sexes, type RemoteSession } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { RiskBadge, SlaChip } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatDay, formatDense, timeLeft, useNow } from '../../../lib/time';
import { useRemoteText } from '../locales';
import styles from './portal.module.css';

type Item = RemoteSession['cases'][number];

/** Cases without an opinion by due time, then those with one, the latest given first: the order of the list and of the J and K keys. */
export function orderedCases(sessions: readonly RemoteSession[]): { waiting: Item[]; given: Item[] } {
  const all = [...new Map(sessions.flatMap((session) => session.cases).map((item) => [item.px, item])).values()];
  const time = (instant: string | null) => (instant === null ? 0 : Date.parse(instant));
  return {
    waiting: all
      .filter((item) => item.opinionGivenAt === null)
      .sort((a, b) => time(a.opinionDueAt) - time(b.opinionDueAt) || a.px.localeCompare(b.px)),
    given: all
      .filter((item) => item.opinionGivenAt !== null)
      .sort((a, b) => time(b.opinionGivenAt) - time(a.opinionGivenAt) || a.px.localeCompare(b.px)),
  };
}

/** What waits for this expert, and what they have given. */
export function CaseList({ sessions, open }: { sessions: readonly RemoteSession[]; open: string | undefined }) {
  const t = useRemoteText();
  const { waiting, given } = orderedCases(sessions);
  const sessionOf = (item: Item) => sessions.find((session) => session.id === item.sessionId);
  return (
    <>
      <Group
        title={t('waiting')}
        hint={t('byDue')}
        empty={t('waitingNone')}
        items={waiting}
        open={open}
        sessionOf={sessionOf}
      />
      <Group title={t('given')} empty={t('givenNone')} items={given} open={open} sessionOf={sessionOf} />
    </>
  );
}

function Group({
  title,
  hint,
  empty,
  items,
  open,
  sessionOf,
}: {
  title: string;
  hint?: string;
  empty: string;
  items: readonly Item[];
  open: string | undefined;
  sessionOf: (item: Item) => RemoteSession | undefined;
}) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2>
        {title} <span className={styles.muted}>{items.length}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </h2>
      {items.length === 0 ? (
        <p className={styles.muted}>{empty}</p>
      ) : (
        <ul aria-label={title}>
          {items.map((item) => (
            <CaseCard key={item.px} item={item} open={item.px === open} session={sessionOf(item)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CaseCard({ item, open, session }: { item: Item; open: boolean; session: RemoteSession | undefined }) {
  const t = useRemoteText();
  const label = useLabel();
  const now = useNow();
  const tone = item.opinionGivenAt === null ? timeLeft(item.opinionDueAt, now).tone : 'neutral';
  return (
    <li>
      <Link
        to={paths.remoteCase}
        params={{ px: item.px }}
        // Opening a case is recorded: pointing at its card must not open it.
        preload={false}
        className={`${styles.card} ${styles[tone] ?? ''}`}
        aria-current={open ? 'page' : undefined}
      >
        <span className={styles.cardHead}>
          <strong>{item.px}</strong>
          <span className={styles.muted}>
            {label(sexes.labels[item.sex])} {t('years', { band: item.ageBand })}
          </span>
          <RiskBadge risk={item.risk} />
        </span>
        <span>{item.diagnosis}</span>
        <span className={styles.cardFoot}>
          {item.opinionGivenAt === null ? (
            <SlaChip dueAt={item.opinionDueAt} now={now} />
          ) : (
            <span className={styles.givenOn}>
              <Check size={13} aria-hidden="true" />
              {t('givenOn', { at: formatDay(item.opinionGivenAt, now) })}
            </span>
          )}
          {session !== undefined && <span className={styles.muted}>{formatDense(session.startsAt, now)}</span>}
        </span>
      </Link>
    </li>
  );
}
