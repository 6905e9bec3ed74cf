import type { Bilingual } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../../components/mark';
import { Language, SyncState } from '../../../app/shell/top-bar';
import { PersonMenu } from '../../../app/shell/person-menu';
import { useLabel } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { useRemoteText } from '../locales';
import { NotificationBell } from './notification-bell';
import styles from './portal.module.css';

/** The portal's own head: whose cases these are, the state of the connection, language, notifications, person. */
export function PortalHeader({ host }: { host: Bilingual | undefined }) {
  const t = useRemoteText();
  const label = useLabel();
  const me = useMe();
  return (
    <header className={styles.header}>
      <Link to={paths.remote} className={styles.brand} aria-label={t('allCases')}>
        <Mark size={32} />
      </Link>
      <div className={styles.names}>
        <h1>
          {t('product')} {t('portal')}
        </h1>
        <span>{host === undefined ? label(me.hospital.name) : label(host)}</span>
      </div>
      {me.demonstration && <span className={styles.tag}>{t('demonstration')}</span>}
      <div className={styles.headerRight}>
        <SyncState />
        <NotificationBell />
        <Language />
        <PersonMenu />
      </div>
    </header>
  );
}
