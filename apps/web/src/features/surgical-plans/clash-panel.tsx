import type { Clash, ProblemDocument, Slot } from '@consilium/contracts';
import { Alert, Button } from 'antd';
import { formatClock, formatClockRange, formatNear } from '../../lib/time';
import { usePlanText } from './locales';
import styles from './clash-panel.module.css';

interface Props {
  problem: ProblemDocument;
  /** What choosing a free time does, e.g. “Move to {{at}} and submit”. */
  actionText: (at: string) => string;
  onChoose?: ((slot: Slot) => void) | undefined;
  busy?: boolean;
}

/** Which theatre or person is taken by what, and the free times offered instead. */
export function ClashPanel({ problem, actionText, onChoose, busy = false }: Props) {
  const t = usePlanText();
  const kinds: Record<Clash['resourceKind'], string> = {
    THEATRE: t('clashTheatre'),
    PERSON: t('clashPerson'),
    ROOM: t('clashRoom'),
  };
  const clashes = problem.clashes ?? [];
  const alternatives = problem.alternatives ?? [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('clashTitle')}
      description={
        <div className={styles.panel}>
          {clashes.length === 0 ? (
            <p>{problem.detail}</p>
          ) : (
            <ul aria-label={t('clashList')}>
              {clashes.map((clash) => (
                <li key={`${clash.resourceId} ${clash.startsAt}`}>
                  {kinds[clash.resourceKind]} <strong>{clash.resourceName}</strong> · {clash.title} ·{' '}
                  {formatNear(clash.startsAt)}–{formatClock(clash.endsAt)}
                </li>
              ))}
            </ul>
          )}
          {alternatives.length === 0 ? (
            <p>{t('alternativesNone')}</p>
          ) : (
            <ul className={styles.slots} aria-label={t('alternatives')}>
              {alternatives.map((slot) => (
                <li key={slot.startsAt}>
                  {onChoose === undefined ? (
                    <span>
                      {formatNear(slot.startsAt)} ({formatClockRange(slot.startsAt, slot.endsAt)})
                    </span>
                  ) : (
                    <Button size="small" loading={busy} onClick={() => onChoose(slot)}>
                      {actionText(formatNear(slot.startsAt))}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      }
    />
  );
}
