import type { CaseView } from '@consilium/contracts';
import {
  ImagingPanel,
  PathologyPanel,
  QuestionsPanel,
  StatusPanel,
  StructuresPanel,
  SummaryPanel,
  WishesPanel,
} from './clinical-panels';
import { RestrictedPanel } from '../restricted/restricted-panel';
import { SidePanels } from './side-panels';
import { Timeline } from './timeline';
import styles from './overview.module.css';

/** What the case is about on the left, how far it is on the right. */
export function Overview({ view }: { view: CaseView }) {
  const { clinical } = view;
  return (
    <div className={styles.overview}>
      <div className={styles.main}>
        <QuestionsPanel clinical={clinical} />
        <SummaryPanel clinical={clinical} />
        <div className={styles.half}>
          <Timeline view={view} />
          <div className={styles.stack}>
            <WishesPanel clinical={clinical} />
            <StatusPanel clinical={clinical} />
            <StructuresPanel clinical={clinical} />
          </div>
        </div>
        <div className={styles.half}>
          <ImagingPanel clinical={clinical} />
          <PathologyPanel clinical={clinical} />
        </div>
        {view.availableActions.includes('show-restricted') && <RestrictedPanel caseNo={view.caseNo} />}
      </div>
      <aside className={styles.side}>
        <SidePanels view={view} />
      </aside>
    </div>
  );
}
