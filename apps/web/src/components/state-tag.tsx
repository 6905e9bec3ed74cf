import type { Bilingual } from '@consilium/contracts';
import { useLabel } from '../lib/i18n';
import styles from './badges.module.css';

export type TagTone = 'neutral' | 'progress' | 'ok' | 'due' | 'overdue' | 'scheduled' | 'surgery' | 'stale';

/** The meaning of a state of any vocabulary, for its colour; the word is always printed. */
const toneOfState: Record<string, TagTone> = {
  REFERRED: 'progress',
  TRIAGE: 'progress',
  PROPOSED: 'neutral',
  NEEDS_INFO: 'due',
  PREPARING: 'progress',
  DRAFTING: 'progress',
  READY: 'ok',
  GIVEN: 'ok',
  STALE: 'stale',
  SCHEDULED: 'scheduled',
  PLANNED: 'scheduled',
  IN_DISCUSSION: 'scheduled',
  IN_PROGRESS: 'scheduled',
  OPEN: 'scheduled',
  DEFERRED: 'stale',
  DECISION_PENDING: 'due',
  CONCLUDED: 'due',
  DECIDED: 'ok',
  SIGNED: 'ok',
  CONFIRMED: 'ok',
  PLAN_IN_PREPARATION: 'surgery',
  PLAN_APPROVED: 'surgery',
  STAGED: 'due',
  WAITING: 'due',
  DECLINED: 'overdue',
  REJECTED: 'overdue',
};

/** A state in words. `labels` is the vocabulary it belongs to; the tone follows the state unless given. */
export function StateTag({
  labels,
  state,
  tone,
}: {
  labels: Record<string, Bilingual>;
  state: string;
  tone?: TagTone;
}) {
  const label = useLabel();
  const name = labels[state];
  return (
    <span className={`${styles.badge} ${styles[tone ?? toneOfState[state] ?? 'neutral']}`}>
      {name === undefined ? state : label(name)}
    </span>
  );
}
