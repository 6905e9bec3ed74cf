import { factFlags, type StandingFact } from '@consilium/contracts';
import { StateTag } from '../../components';
import { useLabel } from '../../lib/i18n';
import { formatDay } from '../../lib/time';
import { instantAt } from '../../lib/wall-time';
import styles from './decisions.module.css';
import { useTexts } from './locales';

/** The facts a decision stands on: what each said then, until when it counts, and what became of it. */
export function FactList({ facts }: { facts: readonly StandingFact[] }) {
  const t = useTexts();
  const l = useLabel();
  const day = (date: string) => formatDay(instantAt(date, '12:00'));
  if (facts.length === 0) return <p className={styles.quiet}>{t('factsNone')}</p>;
  return (
    <ul className={styles.facts} aria-label={t('facts')}>
      {facts.map((fact) => (
        <li key={`${fact.recommendation ?? ''} ${fact.key}`} data-flag={fact.flag ?? undefined}>
          <b>{l(fact.label)}</b>
          {fact.shown !== null && <span>{fact.shown}</span>}
          {fact.observedOn !== null && (
            <span className={styles.quiet}>{t('factOn', { day: day(fact.observedOn) })}</span>
          )}
          <span className={styles.quiet}>
            {fact.validUntil === null ? t('noEnd') : t('validUntil', { day: day(fact.validUntil) })}
          </span>
          {fact.recommendation !== null && (
            <span className={styles.quiet}>{t('ofRecommendation', { number: fact.recommendation + 1 })}</span>
          )}
          {fact.flag !== null && <StateTag labels={factFlags.labels} state={fact.flag} tone="stale" />}
          {fact.flag === 'CHANGED' && (
            <span>{fact.nowShown === null ? t('nowOther') : t('nowIs', { value: fact.nowShown })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
