import type { Clash, ProblemDocument, Slot } from '@consilium/contracts';
import { CalendarX2 } from 'lucide-react';
import { formatClockRange, formatDense } from '../../../lib/time';
import { useText } from '../locales';
import styles from './schedule.module.css';
import { SlotButtons } from './slot-buttons';

function useClashSentence(): (clash: Clash) => string {
  const t = useText();
  return (clash) =>
    t(clash.resourceKind === 'PERSON' ? 'clashPerson' : 'clashRoom', {
      name: clash.resourceName,
      when: `${formatDense(clash.startsAt).replace(/,? \d{2}:\d{2}$/, '')} ${formatClockRange(clash.startsAt, clash.endsAt)}`,
      title: clash.title,
    });
}

/** Why a time was refused: who or what is booked already, and the free times instead. */
export function ClashPanel({ problem, onTake }: { problem: ProblemDocument; onTake: (slot: Slot) => void }) {
  const t = useText();
  const sentence = useClashSentence();
  const { clashes = [], alternatives = [] } = problem;
  return (
    <section className={styles.clash} role="alert" aria-label={t('clashTitle')}>
      <h3>
        <CalendarX2 size={16} aria-hidden="true" />
        {t('clashTitle')}
      </h3>
      {clashes.length === 0 ? (
        <p>{problem.detail}</p>
      ) : (
        <ul>
          {clashes.map((clash) => (
            <li key={`${clash.resourceId} ${clash.startsAt}`}>{sentence(clash)}</li>
          ))}
        </ul>
      )}
      <p className={styles.clashNext}>{alternatives.length > 0 ? t('alternativesTitle') : t('noAlternatives')}</p>
      {alternatives.length > 0 && <SlotButtons slots={alternatives} named={t('alternativesTitle')} onTake={onTake} />}
    </section>
  );
}
