import { caseStates, type CaseState, type CaseView } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { isProblem } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { caseQuery } from '../api';
import { CaseActions } from '../case/case-actions';
import { tabOf, type CaseTab } from '../case/case-tabs';
import { IdentityStrip } from '../case/identity-strip';
import { Overview } from '../case/overview';
import { EmergencyBanner, EmergencyWay } from '../../emergency-access';
import { DepartmentsTab } from '../departments/departments-tab';
import { useTexts } from '../locales';
import { OpinionsTab } from '../opinions/opinions-tab';
import { useShortcuts } from '../../../lib/shortcuts';
import styles from '../case/case.module.css';

/** Ways a case ends without treatment going on: said calmly, and nobody is reminded any more. */
const CALM: readonly CaseState[] = ['WITHDRAWN', 'DECEASED', 'REJECTED', 'CLOSED'];

/** `/cases/$caseNo`: the one record of a case. */
export function CaseScreen() {
  const t = useTexts();
  const { caseNo = '' } = useParams({ strict: false });
  useLive([{ topic: 'case', key: caseNo }]);
  const { data, error, isPending, refetch } = useQuery(caseQuery(caseNo));
  // Sight of a case can end while it is on the screen: then it leaves the screen as well.
  const view = isProblem(error, 'object/not-found') ? undefined : data;
  return (
    <>
      <PageTitle title={t('caseTitle', { caseNo })} />
      {isPending && (
        <div className={styles.skeleton}>
          <RowsSkeleton rows={10} />
        </div>
      )}
      {error !== null && view === undefined && (
        <div className={styles.skeleton}>
          {isProblem(error, 'object/not-found') ? (
            <EmptyState
              text={t('caseMissing', { caseNo })}
              action={
                <span className={styles.ways}>
                  <Link to="/cases">{t('backToCases')}</Link>
                  <EmergencyWay caseNo={caseNo} />
                </span>
              }
            />
          ) : (
            <ProblemAlert error={error} onRetry={() => void refetch()} />
          )}
        </div>
      )}
      {view !== undefined && <CasePage key={view.caseNo} view={view} />}
    </>
  );
}

function CasePage({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const navigate = useNavigate();
  const tab = tabOf(useSearch({ strict: false }));
  const open = (next: CaseTab) =>
    void navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo }, search: { tab: next }, replace: true });
  const mayAnswer = view.availableActions.includes('give-opinion');
  useShortcuts({ KeyO: mayAnswer ? () => open('opinions') : undefined });
  return (
    <>
      <div className={styles.page}>
        <IdentityStrip
          view={view}
          actions={<CaseActions view={view} tab={tab} onOpen={open} />}
          notice={<EmergencyBanner caseNo={view.caseNo} emergencies={view.emergencies} />}
        />
        {CALM.includes(view.state) && (
          <output className={styles.calm}>{t('calmBanner', { state: l(caseStates.labels[view.state]) })}</output>
        )}
        <Tabs
          className={styles.tabs}
          activeKey={tab}
          onChange={(key) => open(tabOf({ tab: key }))}
          destroyOnHidden
          items={[
            {
              key: 'overview',
              label: t('tabOverview'),
              children: (
                <div className={styles.content}>
                  <Overview view={view} />
                </div>
              ),
            },
            {
              key: 'opinions',
              label: t('tabOpinions'),
              children: (
                <div className={styles.content}>
                  <OpinionsTab view={view} />
                </div>
              ),
            },
            {
              key: 'departments',
              label: t('tabDepartments'),
              children: (
                <div className={styles.content}>
                  <DepartmentsTab view={view} />
                </div>
              ),
            },
          ]}
        />
      </div>
      {mayAnswer && (
        <StatusBar
          keys={[
            { keys: ['O'], text: t('keyOpinion') },
            ...(tab === 'opinions' ? [{ keys: ['Ctrl', 'Enter'], text: t('keySubmit') }] : []),
          ]}
        />
      )}
    </>
  );
}
