import { useSearch } from '@tanstack/react-router';
import { PageTitle } from '../../../components';
import { useAllowed } from '../../../lib/me';
import { EmergencyList } from '../emergency-list';
import styles from '../emergency-access.module.css';
import { useTexts } from '../locales';
import { OpenForm, Terms } from '../open-form';

const CASE_NO = /^[A-Z]\d{2}-\d{4,6}$/;

/** `/break-glass`: opens a case one may not read, in an emergency; and ends it. */
export function BreakGlassScreen() {
  const t = useTexts();
  const mayOpen = useAllowed('emergency-access:open');
  const search: { case?: unknown } = useSearch({ strict: false });
  const asked = typeof search.case === 'string' && CASE_NO.test(search.case) ? search.case : '';
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        {mayOpen && (
          <section className={styles.panel} aria-labelledby="open-emergency">
            <header>
              <h2 id="open-emergency">{t('formTitle')}</h2>
            </header>
            <Terms />
            <OpenForm key={asked} caseNo={asked} />
          </section>
        )}
        <EmergencyList onlyOpen />
      </div>
    </>
  );
}
