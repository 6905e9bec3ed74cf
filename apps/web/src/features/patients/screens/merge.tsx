import { PageTitle } from '../../../components';
import { usePatientTexts } from '../locales';
import { MergeForm } from '../merge-form';
import { MergeList } from '../merge-list';
import styles from '../patients.module.css';

/** `/patients/merge`: two records of one patient are joined, and what was joined can be parted. */
export function MergePatientsScreen() {
  const t = usePatientTexts();
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <MergeForm />
        <MergeList />
      </div>
    </>
  );
}
