import type { TreatmentKind } from '@consilium/contracts';
import styles from './timeline.module.css';

/** One shape for each kind, so that the way of the disease is read without its colours. */
const shapes: Record<TreatmentKind, string> = {
  SURGERY: 'M1.5 1.5h9v9h-9z',
  RADIOTHERAPY: 'M6 1 11 10.5H1z',
  CHEMOTHERAPY: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  TARGETED: 'M6 .8 11 4.6 9.1 11H2.9L1 4.6z',
  IMMUNOTHERAPY: 'M3.4 1.2h5.2L11.2 6 8.6 10.8H3.4L.8 6z',
  EMBOLISATION: 'M1 1.5h10L6 11z',
  ABLATION: 'M4.4 1h3.2v3.4H11v3.2H7.6V11H4.4V7.6H1V4.4h3.4z',
  OTHER: 'M1 4.2h10v3.6H1z',
};
const DIAMOND = 'M6 0 12 6 6 12 0 6z';

/** The mark of one event: a red diamond for a recurrence, otherwise the shape of the treatment's kind. */
export function KindMark({ kind, isRecurrence }: { kind: TreatmentKind | null; isRecurrence: boolean }) {
  const asDiamond = isRecurrence || kind === null;
  return (
    <svg viewBox="0 0 12 12" className={asDiamond ? styles.diamond : styles.mark} aria-hidden="true">
      <path d={asDiamond ? DIAMOND : shapes[kind]} />
    </svg>
  );
}
