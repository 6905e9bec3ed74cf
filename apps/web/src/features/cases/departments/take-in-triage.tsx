import type { CaseView } from '@consilium/contracts';
import { Button } from 'antd';
import { ProblemAlert, SlaChip } from '../../../components';
import { useTakeInTriage } from '../api';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import styles from './departments.module.css';

/** REFERRED → TRIAGE. */
export function TakeInTriage({ view }: { view: CaseView }) {
  const t = useTexts();
  const take = useTakeInTriage(view.caseNo);
  return (
    <Panel title={t('triageTake')} extra={view.triageDueAt === null ? undefined : <SlaChip dueAt={view.triageDueAt} />}>
      <p className={styles.note}>{t('triageTakeNote')}</p>
      <ProblemAlert error={take.error} />
      <Button type="primary" loading={take.isPending} onClick={() => take.mutate({ version: view.version })}>
        {t('triageTake')}
      </Button>
    </Panel>
  );
}
