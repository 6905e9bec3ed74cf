import { useSearch } from '@tanstack/react-router';
import { PageTitle } from '../../../components';
import { ConsultForm } from '../consult-form';
import styles from '../consults.module.css';
import { useTexts } from '../locales';

const CASE_NO = /^[A-Z]\d{2}-\d{4,6}$/;

/** `/consults/new?case=`: asks a department for a consult. */
export function NewConsultScreen() {
  const t = useTexts();
  const search: { case?: unknown; department?: unknown; urgency?: unknown } = useSearch({ strict: false });
  const caseNo = typeof search.case === 'string' && CASE_NO.test(search.case) ? search.case : '';
  return (
    <>
      <PageTitle title={t('askTitle')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <ConsultForm
          key={caseNo}
          caseNo={caseNo}
          departmentId={typeof search.department === 'string' ? search.department : undefined}
          urgency={search.urgency === 'URGENT' ? 'URGENT' : 'ROUTINE'}
        />
      </div>
    </>
  );
}
