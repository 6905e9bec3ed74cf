import { newsScope } from '@consilium/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageTitle } from '../../../components';
import { useAllowed } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { Compose } from '../compose';
import { NewsDetail } from '../news-detail';
import { NewsList } from '../news-list';
import styles from '../news.module.css';
import { useTexts } from '../locales';

const CASE_NO = /^[A-Z]\d{2}-\d{4,6}$/;

/** `/news`: what was heard of patients, to be acted on, and the place to write it down. */
export function NewsScreen() {
  const t = useTexts();
  const navigate = useNavigate();
  const mayWrite = useAllowed('condition-update:write');
  const search: { scope?: unknown; open?: unknown; case?: unknown } = useSearch({ strict: false });
  const scope = newsScope.catch('todo').parse(search.scope);
  const open = typeof search.open === 'string' ? search.open : undefined;
  const caseNo = typeof search.case === 'string' && CASE_NO.test(search.case) ? search.case : '';
  const show = (shown: { scope?: string | undefined; open?: string | undefined }) =>
    void navigate({ to: paths.news, search: { scope, open, ...shown } as never, replace: true });
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        {mayWrite && <Compose key={caseNo} caseNo={caseNo} />}
        <div className={styles.inbox}>
          <div role="group" aria-label={t('scopes')} className={styles.scopes}>
            {newsScope.options.map((one) => (
              <button key={one} type="button" aria-pressed={one === scope} onClick={() => show({ scope: one })}>
                {t(`scope_${one}`)}
              </button>
            ))}
          </div>
          <NewsList key={scope} scope={scope} onOpen={(id) => show({ open: id })} />
        </div>
      </div>
      {open !== undefined && <NewsDetail key={open} id={open} onClose={() => show({ open: undefined })} />}
    </>
  );
}
