import { PageTitle } from '../../../components';
import styles from '../emergency-access.module.css';
import { EmergencyList } from '../emergency-list';
import { useTexts } from '../locales';

/** `/admin/emergency-accesses`: every emergency access of the hospital, for who may end them. */
export function EmergencyWatchScreen() {
  const t = useTexts();
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <EmergencyList />
      </div>
    </>
  );
}
