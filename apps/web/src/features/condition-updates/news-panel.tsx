import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths';
import { NewsDetail } from './news-detail';
import { NewsList } from './news-list';
import { useTexts } from './locales';

const LATEST = 3;

/** The way to write news of a case, where the API says that it is open. */
export function WriteNews({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  return (
    <Link to={paths.news} search={{ case: caseNo } as never}>
      {t('compose')}
    </Link>
  );
}

/** The latest news of one case, on its page. */
export function NewsPanel({ caseNo }: { caseNo: string }) {
  const [open, setOpen] = useState<string>();
  return (
    <>
      <NewsList scope="all" caseNo={caseNo} limit={LATEST} onOpen={setOpen} />
      {open !== undefined && <NewsDetail key={open} id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
