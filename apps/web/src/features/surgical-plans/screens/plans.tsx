import { planStates, type PlanListItem } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatDense, formatFormal } from '../../../lib/time';
import { plansQuery } from '../api';
import { usePlanText } from '../locales';
import { DayTile } from '../sheet/plan-header';
import styles from './plans.module.css';

/** All surgical plans under way, the next operation first. */
export function PlansScreen() {
  const t = usePlanText();
  const plans = useQuery(plansQuery);
  return (
    <div className={styles.page}>
      <PageTitle title={t('plans')} subtitle={t('plansSubtitle')} />
      {plans.isPending && <RowsSkeleton rows={5} rowHeight={64} />}
      {plans.isError && (
        <ProblemAlert error={plans.error} title={t('plansLoad')} onRetry={() => void plans.refetch()} />
      )}
      {plans.data !== undefined &&
        (plans.data.items.length === 0 ? (
          <EmptyState
            text={t('plansEmpty')}
            action={
              <Link to={paths.cases}>
                <Button tabIndex={-1}>{t('toCases')}</Button>
              </Link>
            }
          />
        ) : (
          <ul className={styles.list} aria-label={t('plansList')}>
            {plans.data.items.map((plan) => (
              <PlanRow key={plan.id} plan={plan} />
            ))}
          </ul>
        ))}
    </div>
  );
}

function PlanRow({ plan }: { plan: PlanListItem }) {
  const t = usePlanText();
  const label = useLabel();
  const share = plan.stages === 0 ? 0 : (plan.confirmed / plan.stages) * 100;
  return (
    <li>
      <Link to={paths.plan} params={{ id: plan.id }} className={styles.row}>
        <DayTile startsAt={plan.startsAt} />
        <span className={styles.what}>
          <strong>{plan.title}</strong>
          <span className={styles.muted}>
            {plan.maskedName} · {plan.caseNo}
          </span>
        </span>
        <span className={styles.state}>
          <StateTag labels={planStates.labels} state={plan.state} />
        </span>
        <span className={styles.when}>
          {plan.startsAt === null ? (
            t('notDatedLong')
          ) : (
            <span title={formatFormal(plan.startsAt)}>{formatDense(plan.startsAt)}</span>
          )}
          <span className={styles.muted}>{plan.theatre === null ? t('theatreOpen') : label(plan.theatre)}</span>
        </span>
        <span className={styles.who}>
          {t('leadIs', { name: plan.leadName })}
          <span className={styles.muted}>{t('stagesCount', { count: plan.stages })}</span>
        </span>
        <span className={styles.progress}>
          <span>{t('signOffOfList', { n: plan.confirmed, of: plan.stages })}</span>
          <span className={styles.track} aria-hidden="true">
            <span style={{ width: `${share}%` }} />
          </span>
        </span>
      </Link>
    </li>
  );
}
