import type { AgendaItem } from '@consilium/contracts';
import { Button, Checkbox, Input } from 'antd';
import { ClipboardPen } from 'lucide-react';
import { Kbd } from '../../../components';
import { useText } from '../locales';
import { ConsensusOverride, StandingConsensus } from './consensus-label';
import { DirectionChoice } from './direction-choice';
import { Dissents } from './dissents';
import { Recommendations } from './recommendations';
import { tallyOf, type RecordDraft, type StanceEntry } from './record-draft';
import type { KeptRecord } from './record-keeper';
import styles from './record.module.css';
import { entryOf, type Seat } from './seats';
import { StanceRows } from './stance-rows';
import { StandingFacts } from './standing-facts';
import { TallyBar } from './tally-bar';

const MOST_SUMMARY = 4000;
const MOST_NOTE = 1000;

/** Stances of the written opinions for every seat that has not spoken yet; a dissent brings its reason along. */
function withWritten(draft: RecordDraft, seats: Seat[]): RecordDraft {
  const taken = seats.flatMap((seat) => {
    const entry = entryOf(seat, draft);
    const stance = seat.written?.stance ?? null;
    if (entry.stance !== null || stance === null) return [];
    const note = stance === 'oppose' || stance === 'conditional' ? (seat.written?.text ?? '').slice(0, MOST_NOTE) : '';
    return [[seat.key, { ...entry, stance, note }] as const];
  });
  return { ...draft, stances: { ...draft.stances, ...Object.fromEntries(taken) } };
}

/** The record in the order of speech: direction, consensus, stances, dissent, actions, what the patient wants. */
export function RecordForm({
  sessionId,
  item,
  record,
  seats,
  wishes,
  onChange,
}: {
  sessionId: string;
  item: AgendaItem;
  record: KeptRecord;
  seats: Seat[];
  /** The patient's wishes as the case tells them; undefined while loading. */
  wishes: string | undefined;
  onChange: (patch: (draft: RecordDraft) => RecordDraft) => void;
}) {
  const t = useText();
  const { draft, held } = record;
  const given = Object.values(draft.stances).filter((entry) => entry.stance !== null).length;
  const written = seats.filter(
    (seat) => seat.written?.stance != null && draft.stances[seat.key]?.stance == null,
  ).length;
  const setEntry = (seat: Seat, entry: StanceEntry) =>
    onChange((old) => ({ ...old, stances: { ...old.stances, [seat.key]: entry } }));
  return (
    <>
      <DirectionChoice value={draft.direction} onChange={(direction) => onChange((old) => ({ ...old, direction }))} />
      <section className={styles.section}>
        <label className={styles.legend} htmlFor="record-consensus">
          {t('consensusText')}
          <Kbd>G</Kbd>
        </label>
        <Input.TextArea
          id="record-consensus"
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={MOST_SUMMARY}
          value={draft.summary}
          onChange={(event) => onChange((old) => ({ ...old, summary: event.target.value }))}
        />
      </section>
      <section className={styles.section} id="record-stances" tabIndex={-1} aria-label={t('stances')}>
        <h3 className={styles.legend}>
          {t('stances')}
          <span className={styles.muted}>{t('stancesOf', { given, total: seats.length })}</span>
          <span className={styles.keys}>
            <StandingConsensus held={held} />
            <Kbd>V</Kbd>
          </span>
        </h3>
        <TallyBar tally={tallyOf(draft)} />
        <StanceRows seats={seats} draft={draft} onChange={setEntry} />
        <div className={styles.stanceActs}>
          {written > 0 && (
            <Button
              size="small"
              icon={<ClipboardPen size={13} aria-hidden="true" />}
              onClick={() => onChange((old) => withWritten(old, seats))}
            >
              {t('takeWritten', { count: written })}
            </Button>
          )}
          {draft.consensusOverride === null && (
            <ConsensusOverride
              value={null}
              onChange={(consensusOverride) => onChange((old) => ({ ...old, consensusOverride }))}
            />
          )}
        </div>
        {draft.consensusOverride !== null && (
          <ConsensusOverride
            value={draft.consensusOverride}
            onChange={(consensusOverride) => onChange((old) => ({ ...old, consensusOverride }))}
          />
        )}
      </section>
      <section className={styles.section} id="record-dissent" tabIndex={-1} aria-label={t('dissent')}>
        <h3 className={styles.legend}>
          {t('dissent')}
          <span className={styles.muted}>{t('reasonRequired')}</span>
          <span className={styles.keys}>
            <Kbd>D</Kbd>
          </span>
        </h3>
        {tallyOf(draft).oppose === 0 ? (
          <p className={styles.muted}>{t('noDissent')}</p>
        ) : (
          <Dissents seats={seats} draft={draft} onChange={setEntry} />
        )}
      </section>
      <section className={styles.section} aria-label={t('actions')}>
        <h3 className={styles.legend}>
          {t('actions')}
          <span className={styles.muted}>{draft.recommendations.length}</span>
          <span className={styles.keys}>
            <Kbd>A</Kbd>
          </span>
        </h3>
        <Recommendations
          key={item.id}
          value={draft.recommendations}
          onChange={(recommendations) => onChange((old) => ({ ...old, recommendations }))}
        />
      </section>
      <StandingFacts
        key={`facts ${item.id}`}
        sessionId={sessionId}
        itemId={item.id}
        direction={draft.direction}
        value={draft.facts}
        onChange={(facts) => onChange((old) => ({ ...old, facts }))}
      />
      <section className={styles.section} aria-label={t('patientPreference')}>
        <h3 className={styles.legend}>{t('patientPreference')}</h3>
        {wishes !== undefined && <p className={styles.wishes}>{wishes}</p>}
        <Checkbox
          checked={draft.patientPreferenceConsidered}
          onChange={(event) => {
            const considered = event.target.checked;
            onChange((old) => ({ ...old, patientPreferenceConsidered: considered }));
          }}
        >
          {t('preferenceConsidered')}
        </Checkbox>
      </section>
    </>
  );
}
