import { planStates, sexes, type PlanView } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RefreshCw } from 'lucide-react';
import { RiskBadge, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatClock, formatDense, formatDay, formatFormal, formatOperationDay, useNow } from '../../../lib/time';
import { usePlanText } from '../locales';
import styles from './sheet.module.css';

/** Days to the operation, as theatres say them: `D-8`. */
export function DayTile({ startsAt }: { startsAt: string | null }) {
  const t = usePlanText();
  const now = useNow(60_000);
  if (startsAt === null) {
    return (
      <div className={`${styles.dayTile} ${styles.dayOpen}`} title={t('notDatedLong')}>
        <strong>D-?</strong>
        <span>{t('notDated')}</span>
      </div>
    );
  }
  return (
    <div className={styles.dayTile} title={formatFormal(startsAt)}>
      <strong>{formatOperationDay(startsAt, now)}</strong>
      {/* The day and its weekday; the clock time stands among the facts beside it. */}
      <span>{formatDense(startsAt, now).replace(/,? \d\d:\d\d$/, '')}</span>
    </div>
  );
}

/** Who, what, when and where of a plan, and what may be done with it. */
export function PlanHeader({ plan, actions }: { plan: PlanView; actions?: ReactNode }) {
  const t = usePlanText();
  const label = useLabel();
  const { patient } = plan;
  return (
    <header className={styles.header}>
      <DayTile startsAt={plan.startsAt} />
      <div className={styles.headerText}>
        <h2>{plan.title}</h2>
        <p className={styles.facts}>
          <strong>
            {patient.maskedName} {label(sexes.labels[patient.sex])} {t('ageYears', { n: patient.ageYears })}
          </strong>
          <Link to={paths.case} params={{ caseNo: plan.caseNo }} title={t('openCase', { caseNo: plan.caseNo })}>
            {plan.caseNo}
          </Link>
          <RiskBadge risk={plan.risk} />
          {plan.recurrenceNumber > 0 && (
            <span className={styles.recurrence}>
              <RefreshCw size={11} aria-hidden="true" />
              {t('recurrence', { n: plan.recurrenceNumber })}
            </span>
          )}
          <StateTag labels={planStates.labels} state={plan.state} />
          <span>
            {plan.startsAt === null ? t('notDatedLong') : formatClock(plan.startsAt)} ·{' '}
            {plan.theatre === null ? t('theatreOpen') : label(plan.theatre)} · {t('leadIs', { name: plan.leadName })}
          </span>
          <span className={styles.muted} title={formatFormal(plan.updatedAt)}>
            {t('versionIs', { number: plan.number })} ·{' '}
            {t('savedBy', { name: plan.updatedBy, at: formatDense(plan.updatedAt) })}
          </span>
        </p>
        <p className={styles.muted}>
          {plan.diagnosis} · {t('patientAgreed', { on: formatDay(`${plan.patientAgreedOn}T12:00:00Z`) })}
        </p>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
