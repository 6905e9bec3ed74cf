import { Link } from '@tanstack/react-router';
import { Siren } from 'lucide-react';
import { useAllowed } from '../../lib/me';
import { paths } from '../../lib/paths';
import styles from './emergency-access.module.css';
import { useTexts } from './locales';

/** The way to emergency access, for who may take it: with the number of the case that was asked for, whether there is one or not. */
export function EmergencyWay({ caseNo }: { caseNo?: string }) {
  const t = useTexts();
  if (!useAllowed('emergency-access:open')) return null;
  return (
    <Link to={paths.breakGlass} search={(caseNo === undefined ? {} : { case: caseNo }) as never} className={styles.way}>
      <Siren size={14} aria-hidden="true" />
      {t('way')}
    </Link>
  );
}
