import type { RemoteSession } from '@consilium/contracts';
import { Button } from 'antd';
import { Video } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { formatClock, formatFormal, formatNear, timeLeft, useNow } from '../../../lib/time';
import { useRemoteText } from '../locales';
import styles from './portal.module.css';

/** The link opens this long before the session. */
const JOIN_BEFORE_MS = 15 * 60_000;

/** The session under way, or the next one that is not over. */
export function nextSession(sessions: readonly RemoteSession[], now: Date): RemoteSession | undefined {
  return sessions
    .filter(
      (session) =>
        session.state === 'IN_PROGRESS' || (session.state === 'PLANNED' && Date.parse(session.endsAt) > now.getTime()),
    )
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
}

/** When to be there, and the way in. */
export function SessionCard({ sessions }: { sessions: readonly RemoteSession[] }) {
  const t = useRemoteText();
  const label = useLabel();
  const now = useNow();
  const session = nextSession(sessions, now);
  if (session === undefined) return <p className={styles.sessionNone}>{t('sessionNone')}</p>;
  const running = session.state === 'IN_PROGRESS' || Date.parse(session.startsAt) <= now.getTime();
  return (
    <section className={styles.session} aria-label={t('session')}>
      <p className={styles.sessionHead}>
        <span>{running ? t('sessionNow') : t('session')}</span>
        {!running && (
          <span>
            {t('untilStart')} {timeLeft(session.startsAt, now).text}
          </span>
        )}
      </p>
      <h2>{session.title}</h2>
      <p title={formatFormal(session.startsAt)}>
        <strong>
          {formatNear(session.startsAt, now)}–{formatClock(session.endsAt)}
        </strong>{' '}
        · {t('casesCount', { count: session.cases.length })}
      </p>
      <p className={styles.sessionMuted}>{t('hostedBy', { host: label(session.host) })}</p>
      <Join session={session} now={now} />
    </section>
  );
}

function Join({ session, now }: { session: RemoteSession; now: Date }) {
  const t = useRemoteText();
  if (session.videoUrl === '') return <p className={styles.sessionMuted}>{t('joinNone')}</p>;
  const opensAt = new Date(Date.parse(session.startsAt) - JOIN_BEFORE_MS);
  const icon = <Video size={14} aria-hidden="true" />;
  if (session.state !== 'IN_PROGRESS' && now < opensAt) {
    return (
      <Button block ghost disabled icon={icon}>
        {t('joinFrom', { at: formatNear(opensAt, now) })}
      </Button>
    );
  }
  return (
    <Button block icon={icon} href={session.videoUrl} target="_blank" rel="noopener noreferrer">
      {t('join')}
    </Button>
  );
}
