import { itemGroups, type Completeness, type CompletenessItem } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import { ChaseDialog } from './chase-dialog';
import { completenessQuery } from './completeness-api';
import { ItemDialog } from './item-dialog';
import { ItemRow } from './item-row';
import styles from './completeness.module.css';

/** What the current round needs and what is there; the gate says what is missing, and reminds whoever owes it. */
export function CompletenessPanel({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(completenessQuery(caseNo));
  return (
    <Panel
      title={t('completenessTitle')}
      extra={
        data === undefined || data.checklistNumber === null ? undefined : (
          <>
            {t('completenessCount', { done: data.mandatoryDone, all: data.mandatory })} ·{' '}
            {t('completenessVersion', { number: data.checklistNumber })}
          </>
        )
      }
    >
      {data === undefined && error === null && <RowsSkeleton rows={5} />}
      {data === undefined && error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.checklistNumber === null && <EmptyState text={t('completenessEmpty')} />}
      {data !== undefined && data.checklistNumber !== null && <Items caseNo={caseNo} completeness={data} />}
    </Panel>
  );
}

function Items({ caseNo, completeness }: { caseNo: string; completeness: Completeness }) {
  const t = useTexts();
  const l = useLabel();
  const [showsOptional, setShowsOptional] = useState(false);
  const [set, setSet] = useState<CompletenessItem>();
  const [isChasing, setChasing] = useState(false);
  const optional = completeness.items.filter(({ mandatory }) => !mandatory);
  const shown = completeness.items.filter(({ mandatory }) => mandatory || showsOptional);
  const groups = itemGroups.schema.options.filter((group) => shown.some((item) => item.group === group));
  return (
    <>
      <p className={completeness.complete ? styles.ready : styles.notReady} role="status">
        <GateLine completeness={completeness} />{' '}
        {completeness.chase.length > 0 && (
          <Button size="small" onClick={() => setChasing(true)}>
            {t('chase')}
          </Button>
        )}
      </p>
      {groups.map((group) => (
        <section key={group} aria-label={l(itemGroups.labels[group])}>
          <h4 className={styles.group}>{l(itemGroups.labels[group])}</h4>
          <ul className={styles.items}>
            {shown
              .filter((item) => item.group === group)
              .map((item) => (
                <ItemRow key={item.id} item={item} onSet={completeness.maySet ? () => setSet(item) : undefined} />
              ))}
          </ul>
        </section>
      ))}
      {optional.length > 0 && (
        <Checkbox checked={showsOptional} onChange={({ target }) => setShowsOptional(target.checked)}>
          {t('showOptional', { count: optional.length })}
        </Checkbox>
      )}
      {set !== undefined && <ItemDialog caseNo={caseNo} item={set} onClose={() => setSet(undefined)} />}
      {isChasing && <ChaseDialog caseNo={caseNo} completeness={completeness} onClose={() => setChasing(false)} />}
    </>
  );
}

/** Why a case is not ready, in one sentence. */
function GateLine({ completeness: { items, opinionsMissing, complete } }: { completeness: Completeness }) {
  const t = useTexts();
  const l = useLabel();
  if (complete) return t('gateOpen');
  const missing = items.filter(({ mandatory, done }) => mandatory && !done).map(({ label }) => l(label));
  if (missing.length === 0) return t('gateOpinions', { count: opinionsMissing });
  const named = missing.join(t('listSeparator'));
  return opinionsMissing === 0
    ? t('gateMissing', { items: named })
    : t('gateBoth', { items: named, count: opinionsMissing });
}
