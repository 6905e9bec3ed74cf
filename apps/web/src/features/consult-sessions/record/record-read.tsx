import { alternativeOccasions, consensusTypes, directions, type DecisionView, type Stance } from '@consilium/contracts';
import { CircleCheck, Hand, ShieldCheck } from 'lucide-react';
import { EmptyState, StanceTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatDay, formatFormal } from '../../../lib/time';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import { instantAt } from '../../../lib/wall-time';
import { seatKey } from './record-draft';
import { useNameOf } from './recommendations';
import kept from './decision.module.css';
import styles from './record.module.css';
import type { Seat } from './seats';
import { TallyBar } from './tally-bar';

type Entry = DecisionView['stances'][number];

function Spoken({ entries, seats, stance }: { entries: Entry[]; seats: Seat[]; stance: Stance }) {
  const nameOf = useNameOf();
  const of = entries.filter((entry) => entry.stance === stance);
  if (of.length === 0) return null;
  return (
    <li>
      <StanceTag stance={stance} />
      <span>
        {of.map((entry) => {
          const seat = seats.find((one) => one.key === seatKey(entry));
          return (
            <span key={seatKey(entry)} className={kept.readEntry}>
              {seat?.name} {nameOf(entry.personId)}
              {entry.note !== '' && stance !== 'oppose' && <em>{entry.note}</em>}
            </span>
          );
        })}
      </span>
    </li>
  );
}

/** The kept decision, for everybody who does not write it and after it is concluded. */
export function RecordRead({ decision, seats }: { decision: DecisionView | null; seats: Seat[] }) {
  const t = useText();
  const label = useLabel();
  const nameOf = useNameOf();
  const staff = useStaffName();
  if (decision === null) return <EmptyState text={t('noRecordYet')} />;
  const dissents = decision.stances.filter((entry) => entry.stance === 'oppose');
  return (
    <>
      <section className={styles.section}>
        <h3 className={styles.legend}>{t('direction')}</h3>
        <p className={kept.readDirection}>{label(directions.labels[decision.direction])}</p>
      </section>
      <section className={styles.section}>
        <h3 className={styles.legend}>{t('consensusText')}</h3>
        <p className={kept.readText}>{decision.summary === '' ? t('noSummary') : decision.summary}</p>
      </section>
      <section className={styles.section}>
        <h3 className={styles.legend}>
          {t('stances')}
          {decision.consensus !== null && (
            <span className={styles.consensus}>{label(consensusTypes.labels[decision.consensus])}</span>
          )}
        </h3>
        <TallyBar tally={decision.tally} />
        {decision.consensusOverride !== null && (
          <p className={kept.readOverride}>
            {t('overriddenTo', {
              label: label(consensusTypes.labels[decision.consensusOverride.consensus]),
              reason: decision.consensusOverride.reason,
            })}
          </p>
        )}
        <ul className={kept.readStances}>
          {(['support', 'conditional', 'oppose', 'information', 'more-information'] as const).map((stance) => (
            <Spoken key={stance} stance={stance} entries={decision.stances} seats={seats} />
          ))}
        </ul>
      </section>
      {dissents.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.legend}>{t('dissent')}</h3>
          <ul className={styles.dissents} aria-label={t('dissent')}>
            {dissents.map((entry) => {
              const seat = seats.find((one) => one.key === seatKey(entry));
              return (
                <li key={seatKey(entry)} className={styles.dissent}>
                  <p>
                    <Hand size={14} aria-hidden="true" />
                    <strong>
                      {seat?.name} {nameOf(entry.personId)}
                    </strong>
                  </p>
                  <p>{entry.note}</p>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {decision.recommendations.length > 0 && (
        <section className={`${styles.section} ${styles.actions}`}>
          <h3 className={styles.legend}>{t('actions')}</h3>
          <ul aria-label={t('actions')}>
            {decision.recommendations.map((one) => (
              <li key={`${one.text} ${one.ownerId}`}>
                <span>{one.text}</span>
                <span className={styles.actionOwner}>
                  {nameOf(one.ownerId)} · {formatDay(instantAt(one.dueOn, '12:00'))}
                </span>
                {(one.alternatives ?? []).map(({ rank, when, text }) => (
                  <span key={rank} className={styles.actionOwner}>
                    {rank}. {label(alternativeOccasions.labels[when])} · {text}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={decision.patientPreferenceConsidered ? kept.met : styles.muted}>
        <CircleCheck size={14} aria-hidden="true" />
        {t(decision.patientPreferenceConsidered ? 'preferenceConsidered' : 'preferenceNotConsidered')}
      </p>
      {decision.signedBy !== null && decision.signedAt !== null && (
        <p className={kept.signature}>
          <ShieldCheck size={14} aria-hidden="true" />
          <span>
            {t('signedBy', { name: staff(decision.signedBy), at: formatFormal(decision.signedAt) })}
            {decision.contentHash !== null && (
              <code title={decision.contentHash}>{decision.contentHash.slice(0, 16)}…</code>
            )}
          </span>
        </p>
      )}
    </>
  );
}
