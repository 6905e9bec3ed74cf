import type { CaseView } from '@consilium/contracts';
import { CaseAnatomyView, useDerivedTitle } from '../../anatomy';
import { RecordOverview } from '../../clinical-record';
import { CompletenessPanel } from '../completeness/completeness-panel';
import { RestrictedPanel } from '../restricted/restricted-panel';
import { Panel } from './panel';
import { QuestionsPanel } from './questions-panel';
import { SidePanels } from './side-panels';
import styles from './overview.module.css';

/** What the case is about on the left, how far it is on the right. */
export function Overview({ view }: { view: CaseView }) {
  const derivedTitle = useDerivedTitle();
  return (
    <div className={styles.overview}>
      <div className={styles.main}>
        <QuestionsPanel questions={view.clinical.questions} />
        <CompletenessPanel caseNo={view.caseNo} />
        <RecordOverview caseNo={view.caseNo} />
        <Panel title={derivedTitle}>
          <CaseAnatomyView caseNo={view.caseNo} />
        </Panel>
        {view.availableActions.includes('show-restricted') && <RestrictedPanel caseNo={view.caseNo} />}
      </div>
      <aside className={styles.side}>
        <SidePanels view={view} />
      </aside>
    </div>
  );
}
