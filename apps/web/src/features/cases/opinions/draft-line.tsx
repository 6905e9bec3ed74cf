import { sentenceOf } from '../../../lib/form-problems';
import { formatClock } from '../../../lib/time';
import { useTexts } from '../locales';
import type { DraftState } from './use-draft';
import styles from './opinions.module.css';

function sentence(state: DraftState, t: ReturnType<typeof useTexts>): string {
  switch (state.kind) {
    case 'untouched':
      return t('draftNone');
    case 'typing':
      return t('draftTyping');
    case 'saving':
      return t('draftSaving');
    case 'saved':
      return t('draftSaved', { at: formatClock(state.at) });
    case 'failed':
      return t('draftFailed', { reason: sentenceOf(state.error) });
    default:
      return t('draftConflict');
  }
}

/** Whether what stands in the composer is safe. */
export function DraftLine({ state }: { state: DraftState }) {
  const t = useTexts();
  const isUnsafe = state.kind === 'failed' || state.kind === 'conflict';
  return <output className={isUnsafe ? styles.unsafe : styles.draft}>{sentence(state, t)}</output>;
}
