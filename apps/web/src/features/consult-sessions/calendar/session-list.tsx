import { sessionKinds, sessionStates, type SessionListItem } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { MapPin, Video } from 'lucide-react';
import { PersonChip, StateTag } from '../../../components';
import { useLabel, useLocale } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatClockRange, formatDense, isoDay } from '../../../lib/time';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import { instantAt } from '../../../lib/wall-time';
import styles from './calendar.module.css';
import { byDay } from './week-layout';

function SessionRow({ session }: { session: SessionListItem }) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  return (
    <li className={session.state === 'CANCELLED' ? `${styles.row} ${styles.rowCancelled}` : styles.row}>
      <span className={styles.rowTime}>{formatClockRange(session.startsAt, session.endsAt)}</span>
      <span className={styles.rowTitle}>
        <Link to={paths.session} params={{ id: session.id }}>
          {session.title}
        </Link>
        <span className={styles.rowKind}>{label(sessionKinds.labels[session.kind])}</span>
      </span>
      <span>
        <StateTag labels={sessionStates.labels} state={session.state} />
      </span>
      <span className={session.readyCases < session.cases ? styles.notReady : styles.rowCases}>
        {t('casesReady', { count: session.cases, ready: session.readyCases })}
      </span>
      <span className={styles.rowPlace}>
        <MapPin size={13} aria-hidden="true" />
        {label(session.room)}
      </span>
      <span className={styles.rowHospitals}>
        {session.linkedHospitals.length > 0 && (
          <>
            <Video size={13} aria-hidden="true" />
            {session.linkedHospitals.map(label).join(t('listSeparator'))}
          </>
        )}
      </span>
      <PersonChip name={staff(session.chair)} detail={t('chair')} />
    </li>
  );
}

/** Sessions one below the other, under the day on which they are held. */
export function SessionList({ now, sessions }: { now: Date; sessions: SessionListItem[] }) {
  const t = useText();
  const locale = useLocale();
  const today = isoDay(now);
  return (
    <div className={styles.list}>
      {[...byDay(sessions)].map(([day, ofDay]) => {
        const name = formatDense(instantAt(day, '12:00'), now, locale).replace(/,? 12:00$/, '');
        return (
          <section key={day}>
            <h2 className={styles.listDay}>
              {name}
              {day === today && <span className={styles.todayTag}>{t('today')}</span>}
            </h2>
            <ul aria-label={t('sessionsOf', { day: name })} className={styles.rows}>
              {ofDay.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
