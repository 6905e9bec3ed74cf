import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths';
import { ConsultDetail } from './consult-detail';
import { ConsultList } from './consult-list';
import styles from './consults.module.css';
import { useTexts } from './locales';

/** The way to ask for a consult on a case, where the API says that it is open. */
export function AskForConsult({ caseNo, isUrgent = false }: { caseNo: string; isUrgent?: boolean }) {
  const t = useTexts();
  return (
    <Link
      to={paths.newConsult}
      search={{ case: caseNo, ...(isUrgent && { urgency: 'URGENT' }) } as never}
      className={styles.ask}
    >
      {t(isUrgent ? 'askUrgent' : 'ask')}
    </Link>
  );
}

/** Consults of one case, on its page. */
export function ConsultsPanel({ caseNo }: { caseNo: string }) {
  const [open, setOpen] = useState<string>();
  return (
    <>
      <ConsultList scope="all" caseNo={caseNo} onOpen={setOpen} />
      {open !== undefined && <ConsultDetail key={open} id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
