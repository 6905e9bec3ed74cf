import { CircleAlert, CloudCheck, CloudUpload, PenLine } from 'lucide-react';
import { formatClock } from '../../../lib/time';
import { useText } from '../locales';
import type { KeepState } from './record-keeper';
import styles from './record.module.css';

/** Whether what is on the screen is safe. */
export function SavedIndicator({ state }: { state: KeepState }) {
  const t = useText();
  const shown = {
    kept: {
      icon: CloudCheck,
      text: state.kind === 'kept' && state.at !== null ? t('savedAt', { at: formatClock(state.at) }) : t('savedAll'),
    },
    changed: {
      icon: PenLine,
      text: t(state.kind === 'changed' && state.waitsForDirection ? 'savesWithDirection' : 'savesSoon'),
    },
    sending: { icon: CloudUpload, text: t('saving') },
    failed: { icon: CircleAlert, text: t('notSaved') },
    conflict: { icon: CircleAlert, text: t('notSaved') },
  }[state.kind];
  const Icon = shown.icon;
  const bad = state.kind === 'failed' || state.kind === 'conflict';
  return (
    <output className={bad ? `${styles.saved} ${styles.unsaved}` : styles.saved}>
      <Icon size={14} aria-hidden="true" />
      {shown.text}
    </output>
  );
}
