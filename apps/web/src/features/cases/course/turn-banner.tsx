import { caseStates, closingReasons, type CaseView } from '@consilium/contracts';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear } from '../../../lib/time';
import { useTexts } from '../locales';
import styles from './course.module.css';

/** How a case came to be on hold or to its end, said calmly; and what is still waited for. */
export function TurnBanner({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const { turn, closingProposed, deathDiscussionDueAt } = view;
  const why = turn === null ? '' : [turn.reasonLabel && l(turn.reasonLabel), turn.reason].filter(Boolean).join(' · ');
  return (
    <>
      {turn !== null && (
        <output className={styles.banner}>
          <strong>{l(caseStates.labels[view.state])}</strong>
          {why !== '' && <span>{why}</span>}
          {turn.happenedOn !== null && <span>{t('turnOn', { day: turn.happenedOn })}</span>}
          {turn.advice !== '' && <span>{t('turnAdvice', { advice: turn.advice })}</span>}
          <span className={styles.quiet} title={formatFormal(turn.at)}>
            {t('turnBy', { by: turn.by, at: formatNear(turn.at) })}
          </span>
          {deathDiscussionDueAt !== null && (
            <span title={formatFormal(deathDiscussionDueAt)}>
              {t('deathDiscussionDue', { at: formatNear(deathDiscussionDueAt) })}
            </span>
          )}
        </output>
      )}
      {closingProposed !== null && (
        <output className={styles.banner}>
          {t('closingWaits', {
            by: closingProposed.by,
            reason: l(closingReasons.labels[closingProposed.reasonKind]),
            note: closingProposed.note,
          })}
        </output>
      )}
    </>
  );
}
