import { sessionStates, type SessionView } from '@consilium/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { ArrowLeft, CloudAlert, ExternalLink, Locate, Play, Square, Video } from 'lucide-react';
import { ConfirmButton, Kbd, ProblemAlert, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useConnection } from '../../../lib/live';
import { paths } from '../../../lib/paths';
import { formatClock, formatClockRange, formatDense, useNow } from '../../../lib/time';
import { useEndSession, useStartSession } from '../api';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import styles from './live.module.css';

const MINUTE_MS = 60_000;

/** Wall clock, and where the session stands within its time. */
function Clock({ session }: { session: SessionView }) {
  const t = useText();
  const now = useNow(1_000);
  const elapsed = Math.floor((now.getTime() - Date.parse(session.startsAt)) / MINUTE_MS);
  const left = Math.floor((Date.parse(session.endsAt) - now.getTime()) / MINUTE_MS);
  return (
    <div className={styles.clock}>
      <time className={styles.now}>{formatClock(now)}</time>
      {/* A session opened ahead of its time has used none of it yet. */}
      {session.state === 'IN_PROGRESS' && elapsed >= 0 && (
        <span className={styles.elapsed}>
          <span>{t('elapsed', { count: elapsed })}</span>
          <span className={left < 0 ? styles.overrun : undefined}>
            {left < 0 ? t('overrun', { count: -left }) : t('left', { count: left })}
          </span>
        </span>
      )}
    </div>
  );
}

/** Each linked hospital and how many of its experts are there. */
function Links({ session }: { session: SessionView }) {
  const t = useText();
  const label = useLabel();
  return (
    <ul className={styles.links} aria-label={t('linkedHospitals')}>
      {session.linkedHospitals.map((hospital) => {
        const present = session.members.filter(
          (member) => member.hospitalId === hospital.hospitalId && member.attendance !== null,
        ).length;
        return (
          <li key={hospital.hospitalId} className={present === 0 ? `${styles.link} ${styles.linkAbsent}` : styles.link}>
            <Video size={14} aria-hidden="true" />
            <strong>{label(hospital.shortName)}</strong>
            {present === 0 ? t('notYetThere') : t('peopleThere', { count: present })}
          </li>
        );
      })}
    </ul>
  );
}

function SyncNote() {
  const t = useText();
  const { state, since } = useConnection();
  if (state === 'synced') return null;
  return (
    <output className={styles.sync}>
      <CloudAlert size={14} aria-hidden="true" />
      {t(state === 'offline' ? 'offlineSince' : 'reconnectingSince', { at: formatClock(since) })}
    </output>
  );
}

/** The dark head of the live session: it signals the mode, keeps the time and shows who is linked. */
export function LiveHeader({
  session,
  following,
  onFollow,
}: {
  session: SessionView;
  following: boolean;
  onFollow: () => void;
}) {
  const t = useText();
  const navigate = useNavigate();
  const staff = useStaffName();
  const start = useStartSession(session.id);
  const end = useEndSession(session.id);
  const chair = staff(session.members.find((member) => member.personId === session.chairId)?.name ?? '');
  const day = formatDense(session.startsAt).replace(/,? \d{2}:\d{2}$/, '');
  return (
    <header className={styles.header}>
      <Link
        to={paths.session}
        params={{ id: session.id }}
        className={styles.back}
        aria-label={t('backToSession')}
        title={t('backToSession')}
      >
        <ArrowLeft size={16} aria-hidden="true" />
      </Link>
      {session.state === 'IN_PROGRESS' ? (
        <span className={styles.onAir}>
          <i aria-hidden="true" />
          {t('running')}
        </span>
      ) : (
        <StateTag labels={sessionStates.labels} state={session.state} />
      )}
      <div className={styles.heading}>
        <h1>{session.title}</h1>
        <p>{t('headLine', { when: `${day} ${formatClockRange(session.startsAt, session.endsAt)}`, chair })}</p>
      </div>
      <Clock session={session} />
      <SyncNote />
      <Links session={session} />
      <div className={styles.headActs}>
        {!following && (
          <Button icon={<Locate size={15} aria-hidden="true" />} onClick={onFollow}>
            {t('follow')} <Kbd>F</Kbd>
          </Button>
        )}
        {session.videoUrl !== '' && (
          <Button
            ghost
            href={session.videoUrl}
            target="_blank"
            rel="noreferrer noopener"
            icon={<ExternalLink size={14} aria-hidden="true" />}
          >
            {t('joinVideo')}
          </Button>
        )}
        {session.availableActions.includes('start') && (
          <Button
            type="primary"
            icon={<Play size={14} aria-hidden="true" />}
            loading={start.isPending}
            onClick={() => start.mutate(session.version)}
          >
            {t('start')}
          </Button>
        )}
        {session.availableActions.includes('end') && (
          <ConfirmButton
            ghost
            icon={<Square size={13} aria-hidden="true" />}
            question={t('endQuestion')}
            confirmText={t('end')}
            onConfirm={async () => {
              await end.mutateAsync(session.version);
              await navigate({ to: paths.session, params: { id: session.id } });
            }}
          >
            {t('end')}
          </ConfirmButton>
        )}
      </div>
      <div className={styles.headProblem}>
        <ProblemAlert error={start.error ?? end.error} />
      </div>
    </header>
  );
}
