import type { Me, Permission } from '@consilium/contracts';
import { Link, useLocation } from '@tanstack/react-router';
import {
  Activity,
  CalendarDays,
  Folder,
  Grid3x3,
  LayoutDashboard,
  ListChecks,
  Mail,
  Scissors,
  ScrollText,
  Settings2,
  Stethoscope,
} from 'lucide-react';
import { Mark } from '../../components/mark';
import { useNewsWaiting } from '../../features/condition-updates';
import { useDirectory } from '../../features/organisations';
import { useMe } from '../../lib/me';
import { paths } from '../../lib/paths';
import { adminSections } from '../admin/sections';
import { useShellText } from '../locales';
import styles from './shell.module.css';

type Text = Parameters<ReturnType<typeof useShellText>>[0];

const MOST_SHOWN = 99;

export interface Entry {
  text: Text;
  to: string;
  icon: typeof Folder;
  /** Any of these opens it. */
  permissions: readonly Permission[];
  /** The addresses at which the entry counts as open. */
  within: RegExp;
}

const entries: readonly Entry[] = [
  { text: 'matrix', to: paths.matrix, icon: Grid3x3, permissions: ['matrix:read'], within: /^\/matrix$/ },
  {
    text: 'cases',
    to: paths.cases,
    icon: Folder,
    permissions: ['case:list'],
    within: /^\/(cases(\/|$)|break-glass$|patients\/)/,
  },
  {
    text: 'sessions',
    to: paths.sessions,
    icon: CalendarDays,
    permissions: ['session:read'],
    within: /^\/sessions(\/|$)/,
  },
  {
    text: 'recommendations',
    to: paths.recommendations,
    icon: ListChecks,
    permissions: ['recommendation:read'],
    within: /^\/recommendations$/,
  },
  { text: 'plans', to: paths.plans, icon: Scissors, permissions: ['plan:read'], within: /^\/plans(\/|$)/ },
  {
    text: 'consults',
    to: paths.consults,
    icon: Stethoscope,
    permissions: ['consult:read'],
    within: /^\/consults(\/|$)/,
  },
  { text: 'news', to: paths.news, icon: Activity, permissions: ['condition-update:read'], within: /^\/news$/ },
  { text: 'audit', to: paths.audit, icon: ScrollText, permissions: ['audit:read'], within: /^\/audit$/ },
  {
    text: 'admin',
    to: paths.admin,
    icon: Settings2,
    permissions: adminSections.map(({ permission }) => permission),
    within: /^\/admin(\/|$)/,
  },
];
const mailbox: Entry = {
  text: 'mailbox',
  to: paths.mailbox,
  icon: Mail,
  permissions: ['mailbox:read'],
  within: /^\/mailbox$/,
};

/** The board somebody opens: their own department's; for those of none, the first of the centre. */
function useBoardEntry(me: Me): Entry | undefined {
  const { data } = useDirectory();
  const own = new Set(me.memberships.map((membership) => membership.departmentId));
  const inUse = data?.departments.filter(({ isRetired }) => !isRetired);
  const first = inUse?.find((department) => own.has(department.id)) ?? inUse?.[0];
  const code = /^\/d\/([^/]+)\/board$/.exec(me.home)?.[1] ?? first?.code;
  return code === undefined
    ? undefined
    : {
        text: 'board',
        to: paths.board.replace('$departmentCode', code),
        icon: LayoutDashboard,
        permissions: ['board:read'],
        within: /^\/(d\/|overdue$)/,
      };
}

function RailLink({ entry, waiting = 0 }: { entry: Entry; waiting?: number }) {
  const t = useShellText();
  const { pathname } = useLocation();
  const here = entry.within.test(pathname);
  const Icon = entry.icon;
  return (
    <li>
      <Link
        to={entry.to}
        className={styles.railLink}
        aria-current={here ? 'page' : undefined}
        aria-label={waiting > 0 ? t('newsWaiting', { count: waiting }) : undefined}
      >
        <Icon size={20} aria-hidden="true" />
        {t(entry.text)}
        {waiting > 0 && (
          <span className={styles.railCount} aria-hidden="true">
            {Math.min(waiting, MOST_SHOWN)}
          </span>
        )}
      </Link>
    </li>
  );
}

/** Where this person may go, in the order of the rail. */
export function useEntries(): Entry[] {
  const me = useMe();
  const board = useBoardEntry(me);
  return [board, ...entries].filter(
    (entry): entry is Entry =>
      entry !== undefined && entry.permissions.some((permission) => me.permissions.includes(permission)),
  );
}

/** The rail at the left; on a phone the bar at the foot. */
export function Rail() {
  const t = useShellText();
  const me = useMe();
  const shown = useEntries();
  const waiting = useNewsWaiting(me.permissions.includes('condition-update:read')) ?? 0;
  return (
    <nav className={styles.rail} aria-label={t('navigation')}>
      <Link to={paths.home} className={styles.mark} aria-label={t('home')}>
        <Mark size={32} />
      </Link>
      <ul>
        {shown.map((entry) => (
          <RailLink key={entry.text} entry={entry} waiting={entry.text === 'news' ? waiting : 0} />
        ))}
      </ul>
      <ul className={styles.railFoot}>
        {me.demonstration && me.permissions.includes('mailbox:read') && <RailLink entry={mailbox} />}
      </ul>
    </nav>
  );
}
