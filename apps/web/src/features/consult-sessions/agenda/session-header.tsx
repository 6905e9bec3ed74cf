import { sessionKinds, sessionStates, type SessionView } from '@consilium/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  CalendarClock,
  CalendarX2,
  Clock,
  ExternalLink,
  MapPin,
  Play,
  Presentation,
  Square,
  Video,
} from 'lucide-react';
import { ConfirmButton, PageHeader, ProblemAlert, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatClock, formatFormal } from '../../../lib/time';
import { useEndSession, useStartSession } from '../api';
import { useText } from '../locales';
import styles from './session.module.css';

/** What can be done with the session now: made of its `availableActions` and of nothing else. */
function SessionActs({
  session,
  onMove,
  onCancel,
}: {
  session: SessionView;
  onMove: () => void;
  onCancel: () => void;
}) {
  const t = useText();
  const navigate = useNavigate();
  const start = useStartSession(session.id);
  const end = useEndSession(session.id);
  const may = (action: SessionView['availableActions'][number]) => session.availableActions.includes(action);
  const toLive = () => navigate({ to: paths.live, params: { id: session.id } });
  const open = session.state === 'IN_PROGRESS' || session.state === 'ENDED';
  return (
    <div className={styles.acts}>
      <div className={styles.actRow}>
        {may('move') && (
          <Button icon={<CalendarClock size={15} aria-hidden="true" />} onClick={onMove}>
            {t('move')}
          </Button>
        )}
        {may('cancel') && (
          <Button icon={<CalendarX2 size={15} aria-hidden="true" />} onClick={onCancel}>
            {t('cancelSession')}
          </Button>
        )}
        {may('end') && (
          <ConfirmButton
            icon={<Square size={14} aria-hidden="true" />}
            question={t('endQuestion')}
            confirmText={t('end')}
            onConfirm={() => end.mutateAsync(session.version)}
          >
            {t('end')}
          </ConfirmButton>
        )}
        {open && (
          <Link to={paths.live} params={{ id: session.id }} className={styles.liveLink}>
            <Presentation size={15} aria-hidden="true" />
            {t(session.state === 'IN_PROGRESS' ? 'openLive' : 'openRecord')}
          </Link>
        )}
        {may('start') && (
          <Button
            type="primary"
            icon={<Play size={15} aria-hidden="true" />}
            loading={start.isPending}
            onClick={() => start.mutate(session.version, { onSuccess: () => void toLive() })}
          >
            {t('start')}
          </Button>
        )}
      </div>
      <ProblemAlert error={start.error ?? end.error} />
    </div>
  );
}

/** State, time, place and links of a session, with what can be done. Its title stands in the top bar. */
export function SessionHeader(props: { session: SessionView; onMove: () => void; onCancel: () => void }) {
  const t = useText();
  const label = useLabel();
  const { session } = props;
  const total = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000);
  return (
    <PageHeader
      title={
        <span className={styles.title}>
          {formatFormal(session.startsAt)}–{formatClock(session.endsAt)}
          <StateTag labels={sessionStates.labels} state={session.state} />
        </span>
      }
      actions={<SessionActs {...props} />}
    >
      <ul className={styles.facts} aria-label={t('facts')}>
        <li>
          <Clock size={14} aria-hidden="true" />
          {t('minutes', { count: total })}
        </li>
        <li>
          <MapPin size={14} aria-hidden="true" />
          {label(session.room.name)} · {label(session.room.campus)}
        </li>
        <li>{label(sessionKinds.labels[session.kind])}</li>
        {session.linkedHospitals.length > 0 && (
          <li className={styles.linkedFact}>
            <Video size={14} aria-hidden="true" />
            {session.linkedHospitals.map((hospital) => label(hospital.name)).join(t('listSeparator'))}
          </li>
        )}
        {session.videoUrl !== '' && (
          <li>
            <a href={session.videoUrl} target="_blank" rel="noreferrer noopener">
              <ExternalLink size={13} aria-hidden="true" /> {t('joinVideo')}
            </a>
          </li>
        )}
      </ul>
      {session.cancelReason !== null && (
        <p className={styles.cancelReason}>{t('cancelledBecause', { reason: session.cancelReason })}</p>
      )}
    </PageHeader>
  );
}
