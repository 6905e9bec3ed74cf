import { Link } from '@tanstack/react-router';
import { Bell, CircleAlert, Cloud, CloudOff, RefreshCw } from 'lucide-react';
import type { Ref } from 'react';
import { LanguageSwitch } from '../../components/language-switch';
import { ProblemAlert } from '../../components/problem-alert';
import { useOverdue } from '../../features/boards';
import { useSetLocale } from '../../features/identity';
import { useUnread } from '../../features/reminders';
import { currentLocale, showLocale, useLocale } from '../../lib/i18n';
import { useConnection } from '../../lib/live';
import { useAllowed, useMe } from '../../lib/me';
import { paths } from '../../lib/paths';
import { formatClock, useNow } from '../../lib/time';
import { useShellText } from '../locales';
import { PersonMenu } from './person-menu';
import styles from './shell.module.css';

/** Guarantee 1 of the overdue rules: on every screen, what is late in the house. */
function OverduePill() {
  const t = useShellText();
  const allowed = useAllowed('overdue:read');
  const { data } = useOverdue(allowed);
  if (!allowed) return null;
  const total = data?.total;
  return (
    <Link to={paths.overdue} className={total === undefined || total === 0 ? styles.pillCalm : styles.pill}>
      <CircleAlert size={15} aria-hidden="true" />
      {total === undefined ? t('overdueUnknown') : t('overdue', { count: total })}
    </Link>
  );
}

const SINCE_WARNS_MS = 60_000;

export function SyncState() {
  const t = useShellText();
  const { state, since } = useConnection();
  const now = useNow(15_000);
  const Icon = { synced: Cloud, reconnecting: RefreshCw, offline: CloudOff }[state];
  const old = state !== 'synced' && now.getTime() - since.getTime() > SINCE_WARNS_MS;
  return (
    <output className={`${styles.sync} ${old ? styles.syncOld : ''}`}>
      <Icon size={15} aria-hidden="true" />
      <span>{t(state, { at: formatClock(since) })}</span>
    </output>
  );
}

const MOST_SHOWN = 99;

function InboxBell() {
  const t = useShellText();
  const allowed = useAllowed('notification:read');
  const unread = useUnread(allowed) ?? 0;
  if (!allowed) return null;
  return (
    <Link
      to={paths.inbox}
      className={styles.bell}
      aria-label={unread > 0 ? t('unread', { count: unread }) : t('inbox')}
    >
      <Bell size={17} aria-hidden="true" />
      {unread > 0 && <span aria-hidden="true">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>}
    </Link>
  );
}

export function Language() {
  const t = useShellText();
  const locale = useLocale();
  const setLocale = useSetLocale();
  return (
    <div className={styles.personFrame}>
      <LanguageSwitch
        value={locale}
        label={t('language')}
        onChange={(next) => {
          void showLocale(next);
          setLocale.mutate(next);
        }}
      />
      {setLocale.error !== null && (
        <div className={styles.personMenu}>
          <ProblemAlert
            error={setLocale.error}
            title={t('languageFailed')}
            onRetry={() => setLocale.mutate(currentLocale())}
          />
        </div>
      )}
    </div>
  );
}

/** Title of the screen at the left; house, connection, inbox, language and person at the right. */
export function TopBar({ titleRef }: { titleRef: Ref<HTMLDivElement> }) {
  const t = useShellText();
  const { demonstration } = useMe();
  return (
    <header className={styles.topBar}>
      <div className={styles.title} ref={titleRef} />
      {demonstration && <span className={styles.tag}>{t('demonstration')}</span>}
      <div className={styles.topRight}>
        <OverduePill />
        <SyncState />
        <InboxBell />
        <Language />
        <PersonMenu />
      </div>
    </header>
  );
}
