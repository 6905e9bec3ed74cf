import { HardDrive } from 'lucide-react';
import { formatClock } from '../../../lib/time';
import type { DraftState } from '../draft-keeper';
import { useRemoteText } from '../locales';
import styles from './opinion.module.css';

/** Whether what is typed has reached the server. */
export function DraftLine({ state }: { state: DraftState }) {
  const t = useRemoteText();
  const text = {
    kept: state.kind === 'kept' && state.at !== null ? t('draftKept', { at: formatClock(state.at) }) : '',
    pending: t('draftPending'),
    saving: t('draftSaving'),
    failed: t('draftFailed'),
    conflict: t('draftPending'),
  }[state.kind];
  return (
    <span className={styles.draft} role="status">
      {text !== '' && <HardDrive size={13} aria-hidden="true" />}
      {text}
    </span>
  );
}
