import { caseStates, requirements, type CaseView } from '@consilium/contracts';
import { StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatDense } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import styles from './case-now.module.css';

/** Names of departments with whether each is required, one a line. */
export function DepartmentLines({
  departments,
}: {
  departments: readonly { departmentId: string; requirement: 'REQUIRED' | 'OPTIONAL' }[];
}) {
  const l = useLabel();
  const { data } = useDirectory();
  const inOrder = departments
    .map((one) => ({ ...one, department: data?.departments.find(({ id }) => id === one.departmentId) }))
    .sort((a, b) => (a.department?.position ?? 0) - (b.department?.position ?? 0));
  return (
    <ul className={styles.lines}>
      {inOrder.map(({ departmentId, requirement, department }) => (
        <li key={departmentId}>
          {department === undefined ? '–' : l(department.name)} · {l(requirements.labels[requirement])}
        </li>
      ))}
    </ul>
  );
}

/** The case in a few lines as it stands now: what somebody else's change is compared with. */
export function CaseNow({ view }: { view: CaseView }) {
  const t = useTexts();
  return (
    <dl className={styles.now}>
      <dt>{t('stateNow')}</dt>
      <dd>
        <StateTag labels={caseStates.labels} state={view.state} />
      </dd>
      {view.missingInformation !== null && (
        <>
          <dt>{t('missingTitleInfo')}</dt>
          <dd>{view.missingInformation}</dd>
        </>
      )}
      {view.round.opinionDueAt !== null && (
        <>
          <dt>{t('acceptDue')}</dt>
          <dd>{formatDense(view.round.opinionDueAt)}</dd>
        </>
      )}
      <dt>{t('departmentsNow')}</dt>
      <dd>
        <DepartmentLines departments={view.round.participations} />
      </dd>
    </dl>
  );
}
