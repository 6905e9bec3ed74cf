import { fieldProblems } from '@consilium/contracts';
import { Input } from 'antd';
import { Hand } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import type { RecordDraft, StanceEntry } from './record-draft';
import styles from './record.module.css';
import { entryOf, type Seat } from './seats';

/** Every opposing stance with its reason. Always open: a dissent is never folded away. */
export function Dissents({
  seats,
  draft,
  onChange,
}: {
  seats: Seat[];
  draft: RecordDraft;
  onChange: (seat: Seat, entry: StanceEntry) => void;
}) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  const dissenting = seats.filter((seat) => draft.stances[seat.key]?.stance === 'oppose');
  return (
    <ul className={styles.dissents} aria-label={t('dissent')}>
      {dissenting.map((seat) => {
        const entry = entryOf(seat, draft);
        const missing = entry.note.trim() === '';
        const speaker = staff(seat.people.find((person) => person.id === entry.personId)?.name ?? '');
        const noteId = `dissent-note-${seat.key}`;
        return (
          <li key={seat.key} className={styles.dissent}>
            <p>
              <Hand size={14} aria-hidden="true" />
              <strong>
                {seat.name} {speaker}
              </strong>
            </p>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={1000}
              aria-label={t('dissentReasonOf', { seat: seat.name })}
              aria-required
              aria-invalid={missing}
              aria-describedby={missing ? noteId : undefined}
              status={missing ? 'error' : undefined}
              value={entry.note}
              onChange={(event) => onChange(seat, { ...entry, note: event.target.value })}
            />
            {missing && (
              <p id={noteId} className={styles.needed}>
                {label(fieldProblems['reason-required'])} {t('heldBack')}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
