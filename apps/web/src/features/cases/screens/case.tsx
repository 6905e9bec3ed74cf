import { caseStates, type CaseState, type CaseView } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { isProblem } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { useMe } from '../../../lib/me';
import { noteRecentCase } from '../../../lib/recent-cases';
import { caseQuery } from '../api';
import { CaseActions } from '../case/case-actions';
import { tabOf, type CaseTab } from '../case/case-tabs';
import { MoreActs } from '../course/more-acts';
import { EarlierRound, RoundSwitch } from '../course/rounds';
import { TurnBanner } from '../course/turn-banner';
import { IdentityStrip } from '../case/identity-strip';
import { Overview } from '../case/overview';
import { FilesTab } from '../../attachments';
import { DecisionsTab } from '../../decisions';
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
  const me = useMe();
  useEffect(() => noteRecentCase(me.id, view.caseNo), [me.id, view.caseNo]);
  const asked = tabOf(useSearch({ strict: false }));
  const showsFiles = view.availableActions.includes('show-files');
  const tab = asked === 'files' && !showsFiles ? 'overview' : asked;
  const open = (next: CaseTab) =>
    void navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo }, search: { tab: next }, replace: true });
  const [earlier, setEarlier] = useState<number>();
  const round = view.rounds.some(({ ordinal }) => ordinal === earlier) ? (earlier ?? 0) : view.round.ordinal;
  const mayAnswer = view.availableActions.includes('give-opinion');
  useShortcuts({
    KeyO: mayAnswer ? () => open('opinions') : undefined,
    'Shift+KeyP': tab === 'overview' ? () => window.print() : undefined,
  });
  return (
    <>
      <div className={styles.page}>
        <IdentityStrip
          view={view}
          actions={
            <>
              <CaseActions view={view} tab={tab} onOpen={open} />
              <MoreActs view={view} />
            </>
          }
          notice={<EmergencyBanner caseNo={view.caseNo} emergencies={view.emergencies} />}
        />
        {CALM.includes(view.state) && (
          <output className={styles.calm}>{t('calmBanner', { state: l(caseStates.labels[view.state]) })}</output>
        )}
        <TurnBanner view={view} />
        <RoundSwitch view={view} chosen={round} onChoose={setEarlier} />
        {round !== view.round.ordinal && <EarlierRound caseNo={view.caseNo} ordinal={round} />}
        <Tabs
          className={round === view.round.ordinal ? styles.tabs : styles.away}
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
              key: 'decisions',
              label: t('tabDecisions'),
              children: (
                <div className={styles.content}>
                  <DecisionsTab caseNo={view.caseNo} />
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
            ...(showsFiles
              ? [
                  {
                    key: 'files',
                    label: t('tabFiles'),
                    children: (
                      <div className={styles.content}>
                        <FilesTab caseNo={view.caseNo} />
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <StatusBar
        keys={[
          ...(mayAnswer ? [{ keys: ['O'], text: t('keyOpinion') }] : []),
          ...(tab === 'overview' ? [{ keys: ['Shift', 'P'], text: t('keyPrint') }] : []),
          ...(mayAnswer && tab === 'opinions' ? [{ keys: ['Ctrl', 'Enter'], text: t('keySubmit') }] : []),
        ]}
      />
    </>
  );
}
