import {
  alternativeOccasions,
  deviationReasons,
  recommendationKinds,
  recommendationStates,
  recommendationStrengths,
  type RecommendationState,
  type RecommendationView,
} from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemAlert, SlaChip, StateTag, type TagTone } from '../../components';
import { useLabel } from '../../lib/i18n';
import { useAllowed } from '../../lib/me';
import { formatNear } from '../../lib/time';
import { instantAt } from '../../lib/wall-time';
import { useReport } from './api';
import styles from './decisions.module.css';
import { useTexts } from './locales';
import { ReportDialog } from './report-dialog';

const tones: Record<RecommendationState, TagTone> = {
  PROPOSED: 'neutral',
  ADOPTED: 'progress',
  IN_PROGRESS: 'scheduled',
  DONE: 'ok',
  PARTLY: 'due',
  CHANGED: 'due',
  NOT_DONE: 'overdue',
  UNKNOWN: 'stale',
};
/** Told in one click: nothing more is to be said of them. The latest that fits comes first. */
const ONE_CLICK: readonly RecommendationState[] = ['DONE', 'IN_PROGRESS', 'ADOPTED'];
const OPEN: readonly RecommendationState[] = ['PROPOSED', 'ADOPTED', 'IN_PROGRESS'];
/** The end of the working day on which the outcome is owed. */
const DUE_AT = '17:00';

/** One recommendation: what, by whom, until when, plan B, how it went, and telling how it went. */
export function RecommendationRow({ one, withCase = false }: { one: RecommendationView; withCase?: boolean }) {
  const t = useTexts();
  const l = useLabel();
  const report = useReport(one.caseNo);
  const readsCases = useAllowed('case:read');
  const [isReporting, setReporting] = useState(false);
  const quick = OPEN.includes(one.state) ? ONE_CLICK.filter((state) => one.nextStates.includes(state)) : [];
  return (
    <li>
      <div className={styles.head}>
        <StateTag labels={recommendationStates.labels} state={one.state} tone={tones[one.state]} />
        <b>{one.text}</b>
        {withCase &&
          (readsCases ? (
            <Link to="/cases/$caseNo" params={{ caseNo: one.caseNo }} search={{ tab: 'decisions' } as never}>
              {one.caseNo}
            </Link>
          ) : (
            <span>{one.caseNo}</span>
          ))}
        {OPEN.includes(one.state) && <SlaChip dueAt={instantAt(one.dueOn, DUE_AT).toISOString()} />}
      </div>
      <p className={styles.quiet}>
        {l(recommendationKinds.labels[one.kind])}
        {one.strength !== null && ` · ${l(recommendationStrengths.labels[one.strength])}`}
        {` · ${t('owner', { name: one.owner.name })} · ${t('dueOn', { day: one.dueOn })}`}
      </p>
      {one.alternatives.length > 0 && (
        <ul aria-label={t('planB')} className={styles.quiet}>
          {one.alternatives.map(({ rank, when, text }) => (
            <li key={rank}>{t('planBLine', { rank, when: l(alternativeOccasions.labels[when]), text })}</li>
          ))}
        </ul>
      )}
      {one.reports.length > 0 && (
        <ul aria-label={t('reports')} className={styles.quiet}>
          {one.reports.map(({ state, reason, note, by, at }) => (
            <li key={at + state}>
              {t('reportLine', { at: formatNear(at), by, state: l(recommendationStates.labels[state]) })}
              {reason !== null && ` · ${l(deviationReasons.labels[reason])}`}
              {note !== '' && ` · ${note}`}
            </li>
          ))}
        </ul>
      )}
      {one.nextStates.length > 0 && (
        <div className={styles.acts}>
          {quick.map((state, at) => (
            <Button
              key={state}
              size="small"
              type={at === 0 ? 'primary' : 'default'}
              loading={report.isPending && report.variables.body.state === state}
              disabled={report.isPending}
              onClick={() => report.mutate({ id: one.id, body: { version: one.version, state, note: '' } })}
            >
              {l(recommendationStates.labels[state])}
            </Button>
          ))}
          <Button size="small" disabled={report.isPending} onClick={() => setReporting(true)}>
            {quick.length > 0 ? t('reportMore') : t('reportTitle')}
          </Button>
        </div>
      )}
      <ProblemAlert error={report.error} />
      {isReporting && <ReportDialog recommendation={one} onClose={() => setReporting(false)} />}
    </li>
  );
}
