import { sessionKinds, sessionStates, type SessionListItem } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { CheckCheck, MapPin, Video } from 'lucide-react';
import { StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatClock, formatClockRange } from '../../../lib/time';
import { useText } from '../locales';
import styles from './calendar.module.css';

/** How much a block has room for: all, without the hospitals, or only the start and the title. */
export type BlockRoom = 'full' | 'short' | 'narrow';

/** A session in the calendar: when, what, how ready, with whom and where. */
export function SessionBlock({ session, room }: { session: SessionListItem; room: BlockRoom }) {
  const t = useText();
  const label = useLabel();
  const look =
    session.state === 'CANCELLED' ? styles.cancelled : session.kind === 'LINKED' ? styles.linked : styles.regular;
  const hospitals = session.linkedHospitals.map(label).join(t('listSeparator'));
  const kind = label(sessionKinds.labels[session.kind]);
  const place = label(session.room);
  const when = formatClockRange(session.startsAt, session.endsAt);
  return (
    <Link
      to={paths.session}
      params={{ id: session.id }}
      className={`${styles.block} ${look} ${session.state === 'IN_PROGRESS' ? styles.running : ''}`}
      title={[when, session.title, kind, place, hospitals].filter((fact) => fact !== '').join(' · ')}
    >
      <span className={styles.blockTime}>
        <span>
          {formatClock(session.startsAt)}
          <span className={styles.until}>–{formatClock(session.endsAt)}</span>
        </span>
        {session.state !== 'PLANNED' && <StateTag labels={sessionStates.labels} state={session.state} />}
      </span>
      <strong className={room === 'narrow' ? `${styles.blockTitle} ${styles.tall}` : styles.blockTitle}>
        {session.title}
      </strong>
      <span
        className={session.readyCases < session.cases ? `${styles.blockLine} ${styles.notReady}` : styles.blockLine}
      >
        <CheckCheck size={12} aria-hidden="true" />
        <span>{t('casesReady', { count: session.cases, ready: session.readyCases })}</span>
      </span>
      {room === 'full' && hospitals !== '' && (
        <span className={styles.blockLine}>
          <Video size={12} aria-hidden="true" />
          <span>{hospitals}</span>
        </span>
      )}
      <span className={styles.blockLine}>
        <MapPin size={12} aria-hidden="true" />
        <span>
          {place} · {kind}
        </span>
      </span>
    </Link>
  );
}
