import { consensusTypes, directions, factFlags, reviewStates, type CaseDecision } from '@consilium/contracts';
import { Button } from 'antd';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { StateTag } from '../../components';
import { useLabel } from '../../lib/i18n';
import { formatFormal, formatNear } from '../../lib/time';
import styles from './decisions.module.css';
import { FactList } from './fact-list';
import { KeepDialog } from './keep-dialog';
import { useTexts } from './locales';

/** One decision of a case: what was decided, on which facts, and whether it is to be looked at again. */
export function DecisionPanel({ caseNo, decision }: { caseNo: string; decision: CaseDecision }) {
  const t = useTexts();
  const l = useLabel();
  const [isKeeping, setKeeping] = useState(false);
  const title = t('round', { number: decision.round, direction: l(directions.labels[decision.direction]) });
  const open = decision.reviews.find(({ state }) => state === 'OPEN');
  const over = decision.reviews.filter(({ state }) => state !== 'OPEN');
  return (
    <section className={styles.panel} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {decision.consensus !== null && <StateTag labels={consensusTypes.labels} state={decision.consensus} />}
        <span className={styles.quiet}>
          {decision.signedAt === null
            ? t('unsigned')
            : t('signedBy', { name: decision.signedBy ?? '–', at: formatFormal(decision.signedAt) })}
        </span>
      </header>
      {open !== undefined && (
        <div className={styles.flagged} role="alert">
          <p>
            <RefreshCw size={14} aria-hidden="true" />
            <b>{t('flaggedTitle', { count: open.changes.length })}</b>
          </p>
          <p>{open.changes.map(({ label, flag }) => `${l(label)}（${l(factFlags.labels[flag])}）`).join(' ')}</p>
          <p>{t('flaggedText')}</p>
          {open.availableActions.includes('keep') && <Button onClick={() => setKeeping(true)}>{t('keep')}</Button>}
        </div>
      )}
      <p className={styles.prose}>{decision.summary}</p>
      <h4>{t('facts')}</h4>
      <FactList facts={decision.facts} />
      {over.length > 0 && (
        <>
          <h4>{t('history')}</h4>
          <ul>
            {over.map((review) => (
              <li key={review.id} className={styles.quiet}>
                {t('reviewLine', {
                  at: formatNear(review.closedAt ?? review.openedAt),
                  state: l(reviewStates.labels[review.state]),
                })}
                {review.closedBy !== null && ` · ${review.closedBy}`}
                {review.reason !== '' && ` · ${review.reason}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {isKeeping && open !== undefined && (
        <KeepDialog caseNo={caseNo} review={open} onClose={() => setKeeping(false)} />
      )}
    </section>
  );
}
