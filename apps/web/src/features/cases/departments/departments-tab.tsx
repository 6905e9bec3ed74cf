import type { CaseView } from '@consilium/contracts';
import { Panel } from '../case/panel';
import { ConsentPanel } from '../case/consent-panel';
import { useTexts } from '../locales';
import { AcceptForm } from './accept-form';
import { Participants } from './participants';
import { ProvideInformation } from './provide-information';
import { RequestInformation } from './request-information';
import { TakeInTriage } from './take-in-triage';
import styles from './departments.module.css';

/** Who takes part, and what has to be done so that they can. Every form here stands for one of the case's open actions. */
export function DepartmentsTab({ view }: { view: CaseView }) {
  const t = useTexts();
  const may = (action: CaseView['availableActions'][number]) => view.availableActions.includes(action);
  const hasSteps = ['take-in-triage', 'accept', 'request-information', 'provide-information'] as const;
  return (
    <div className={styles.tab}>
      <div className={styles.column}>
        <Participants view={view} />
      </div>
      <div className={styles.column}>
        {may('take-in-triage') && <TakeInTriage view={view} />}
        {may('accept') && <AcceptForm view={view} />}
        {may('request-information') && <RequestInformation view={view} />}
        {may('provide-information') && <ProvideInformation view={view} />}
        {!hasSteps.some(may) && (
          <Panel title={t('stepsTitle')}>
            <p className={styles.quiet}>{t('stepsNone')}</p>
          </Panel>
        )}
        <ConsentPanel view={view} />
      </div>
    </div>
  );
}
