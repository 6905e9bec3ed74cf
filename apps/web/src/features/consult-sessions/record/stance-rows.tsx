import { stances, type Stance } from '@consilium/contracts';
import { Input, Select } from 'antd';
import { Check, CircleHelp, Info, Split, X } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import type { RecordDraft, StanceEntry } from './record-draft';
import styles from './stances.module.css';
import { entryOf, type Seat } from './seats';

const ICONS: Record<Stance, typeof Check> = {
  support: Check,
  conditional: Split,
  oppose: X,
  information: Info,
  'more-information': CircleHelp,
};

function StanceChoice({
  seat,
  value,
  onChange,
}: {
  seat: Seat;
  value: Stance | null;
  onChange: (s: Stance | null) => void;
}) {
  const label = useLabel();
  return (
    <span className={styles.stanceChoice}>
      {stances.schema.options.map((stance) => {
        const Icon = ICONS[stance];
        const word = label(stances.labels[stance]);
        return (
          <label key={stance} className={styles[`stance-${stance}`]} title={word}>
            <input
              type="radio"
              name={`stance-${seat.key}`}
              aria-label={word}
              checked={value === stance}
              onChange={() => onChange(stance)}
              // A second click takes a stance back: nobody is bound to one by a slip.
              onClick={() => {
                if (value === stance) onChange(null);
              }}
            />
            <Icon size={14} aria-hidden="true" />
          </label>
        );
      })}
    </span>
  );
}

/** One line for each department and hospital: who speaks and which stance. */
export function StanceRows({
  seats,
  draft,
  onChange,
}: {
  seats: Seat[];
  draft: RecordDraft;
  onChange: (seat: Seat, entry: StanceEntry) => void;
}) {
  const t = useText();
  const staff = useStaffName();
  return (
    <ul className={styles.stanceRows}>
      {seats.map((seat) => {
        const entry = entryOf(seat, draft);
        const speaker = seat.people.find((person) => person.id === entry.personId);
        return (
          <li key={seat.key}>
            <fieldset className={styles.stanceRow}>
              <legend className="visually-hidden">{t('stanceOf', { seat: seat.name })}</legend>
              <span className={styles.seatName} title={seat.name}>
                {seat.name}
              </span>
              {seat.people.length > 1 ? (
                <Select
                  size="small"
                  variant="borderless"
                  className={styles.speaker}
                  aria-label={t('speakerOf', { seat: seat.name })}
                  value={entry.personId}
                  options={seat.people.map((person) => ({ value: person.id, label: staff(person.name) }))}
                  onChange={(personId) => onChange(seat, { ...entry, personId })}
                />
              ) : (
                <span className={styles.speakerName}>{speaker === undefined ? t('nobody') : staff(speaker.name)}</span>
              )}
              <StanceChoice
                seat={seat}
                value={entry.stance}
                onChange={(stance) => onChange(seat, { ...entry, stance })}
              />
              {(entry.stance === 'conditional' || entry.stance === 'more-information') && (
                <Input
                  size="small"
                  className={styles.condition}
                  aria-label={t(entry.stance === 'conditional' ? 'conditionOf' : 'lackingFor', { seat: seat.name })}
                  placeholder={t(entry.stance === 'conditional' ? 'condition' : 'lacking')}
                  maxLength={1000}
                  value={entry.note}
                  onChange={(event) => onChange(seat, { ...entry, note: event.target.value })}
                />
              )}
            </fieldset>
          </li>
        );
      })}
    </ul>
  );
}
