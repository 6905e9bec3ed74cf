import { consultScope } from '@consilium/contracts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { PageTitle } from '../../../components';
import { useAllowed } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { ConsultDetail } from '../consult-detail';
import { ConsultList } from '../consult-list';
import styles from '../consults.module.css';
import { useTexts } from '../locales';

/** `/consults`: what is asked of the department, what one has asked for, and all of the cases in sight. */
export function ConsultsScreen() {
  const t = useTexts();
  const navigate = useNavigate();
  const mayAsk = useAllowed('consult:request');
  const search: { scope?: unknown; open?: unknown } = useSearch({ strict: false });
  const scope = consultScope.catch('todo').parse(search.scope);
  const open = typeof search.open === 'string' ? search.open : undefined;
  const show = (shown: { scope?: string | undefined; open?: string | undefined }) =>
    void navigate({ to: paths.consults, search: { scope, open, ...shown } as never, replace: true });
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <div className={styles.head}>
          <div role="group" aria-label={t('scopes')} className={styles.scopes}>
            {consultScope.options.map((one) => (
              <button key={one} type="button" aria-pressed={one === scope} onClick={() => show({ scope: one })}>
                {t(`scope_${one}`)}
              </button>
            ))}
          </div>
          {mayAsk && (
            <Link to={paths.newConsult} className={styles.ask}>
              <Plus size={15} aria-hidden="true" />
              {t('ask')}
            </Link>
          )}
        </div>
        <ConsultList key={scope} scope={scope} onOpen={(id) => show({ open: id })} />
      </div>
      {open !== undefined && <ConsultDetail key={open} id={open} onClose={() => show({ open: undefined })} />}
    </>
  );
}
