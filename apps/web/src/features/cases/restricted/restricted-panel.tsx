import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import { restrictedQuery } from './api';
import { FactDialog } from './fact-dialog';
import { FactRow } from './fact-row';
import styles from './restricted.module.css';

/** Facts of the highest level of protection, masked until one is asked for. Who holds none of them never sees this part of the page. */
export function RestrictedPanel({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  const [isRecording, setRecording] = useState(false);
  const facts = useQuery(restrictedQuery(caseNo));
  const { data } = facts;
  return (
    <Panel
      title={t('restrictedTitle')}
      extra={
        data?.mayWrite === true && (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('restrictedRecord')}
          </Button>
        )
      }
    >
      <p className={styles.note}>{t('restrictedNote')}</p>
      {facts.isPending && <RowsSkeleton rows={2} />}
      {facts.isError && (
        <ProblemAlert error={facts.error} title={t('restrictedFailed')} onRetry={() => void facts.refetch()} />
      )}
      {data?.items.length === 0 && <p className={styles.note}>{t('restrictedEmpty')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className={styles.facts} aria-label={t('restrictedTitle')}>
          {data.items.map((fact, place) => (
            <FactRow
              key={fact.id}
              caseNo={caseNo}
              fact={fact}
              number={place + 1}
              mayWrite={data.mayWrite}
              departmentIds={data.departmentIds}
            />
          ))}
        </ul>
      )}
      {isRecording && data !== undefined && (
        <FactDialog caseNo={caseNo} departmentIds={data.departmentIds} onClose={() => setRecording(false)} />
      )}
    </Panel>
  );
}
