import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { RowsSkeleton } from '../components/skeletons';
import { isProblem } from '../lib/api';
import { showLocale } from '../lib/i18n';
import { meQuery } from '../lib/me';
import { innerPath, parseSearch, paths, stringifySearch } from '../lib/paths';
import { queryClient } from '../lib/query';
import { setHospitalZone } from '../lib/time';
import { sectionsOf } from './admin/sections';
import { Failed, NotFound } from './whole-page';

const root = createRootRoute({ component: Outlet });

async function whoIsSignedIn(href: string) {
  try {
    const known = queryClient.getQueryData(meQuery.queryKey) !== undefined;
    const me = await queryClient.ensureQueryData(meQuery);
    setHospitalZone(me.hospital.timeZone);
    // Once for each load: a switch of the language that is still being stored is not to be undone by going elsewhere.
    if (!known) await showLocale(me.locale);
    return me;
  } catch (error) {
    // A locked browser that was loaded anew has nothing on its screen to keep: a whole sign-in opens it.
    if (!isProblem(error, 'session/required') && !isProblem(error, 'session/locked')) throw error;
    const next = innerPath(href);
    throw redirect({ to: paths.signIn, search: next === '/' ? {} : { next } });
  }
}

/** Where somebody starts; never the address that asks this question. */
const homeOf = (home: string) => (innerPath(home) === '/' ? paths.inbox : home);

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const me = await whoIsSignedIn(location.href);
    const next = innerPath(location.href);
    if (me.signIn.mustEnrol) throw redirect({ to: paths.enrol, search: next === '/' ? {} : { next } });
    return { me };
  },
  component: lazyRouteComponent(() => import('./shell/signed-in'), 'SignedIn'),
});

const shell = createRoute({
  getParentRoute: () => signedIn,
  id: 'shell',
  beforeLoad: ({ context }) => {
    // People of other hospitals see their portal and nothing else.
    if (!context.me.hospital.isHost) throw redirect({ to: paths.remote });
  },
  component: lazyRouteComponent(() => import('./shell/shell'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: paths.home,
  beforeLoad: ({ context }) => {
    throw redirect({ href: homeOf(context.me.home), replace: true });
  },
});

type Screen = ReturnType<typeof lazyRouteComponent>;
const at = (parent: () => AnyRoute, path: string, component: Screen) =>
  createRoute({ getParentRoute: parent, path, component });

// The form library is fetched with the first screen that has a form; the board and sign-in come before it.
const formKit = lazyRouteComponent(() => import('./form-kit'), 'FormKitOutlet');
const kitIn = (parent: () => AnyRoute, id: string) => createRoute({ getParentRoute: parent, id, component: formKit });
const aloneKit = kitIn(() => signedIn, 'alone-forms');
const shellKit = kitIn(() => shell, 'shell-forms');

const admin = createRoute({
  getParentRoute: () => shellKit,
  id: 'admin',
  component: lazyRouteComponent(() => import('./admin/admin-frame'), 'AdminFrame'),
});

/** The administration without a section leads to the first that one may open. */
const adminHome = createRoute({
  getParentRoute: () => admin,
  path: paths.admin,
  beforeLoad: ({ context }) => {
    throw redirect({ to: sectionsOf(context.me)[0]?.path ?? paths.home, replace: true });
  },
});

// A screen is fetched when somebody goes there, or points at a link to it.
const portal = lazyRouteComponent(() => import('../features/remote/screens/portal'), 'RemotePortalScreen');
const screens = {
  signIn: lazyRouteComponent(() => import('../features/identity/screens/sign-in'), 'SignInScreen'),
  signInReturn: lazyRouteComponent(() => import('../features/identity/screens/sign-in-return'), 'SignInReturnScreen'),
  join: lazyRouteComponent(() => import('../features/identity/screens/join'), 'JoinScreen'),
  setPassword: lazyRouteComponent(() => import('../features/identity/screens/set-password'), 'SetPasswordScreen'),
  enrol: lazyRouteComponent(() => import('../features/identity/screens/enrol'), 'EnrolScreen'),
  security: lazyRouteComponent(() => import('../features/identity/screens/security'), 'SecurityScreen'),
  setup: lazyRouteComponent(
    () => import('../features/identity/screens/first-administrator'),
    'FirstAdministratorScreen',
  ),
  board: lazyRouteComponent(() => import('../features/boards/screens/board'), 'BoardScreen'),
  matrix: lazyRouteComponent(() => import('../features/readiness-matrix/screens/matrix'), 'MatrixScreen'),
  overdue: lazyRouteComponent(() => import('../features/boards/screens/overdue'), 'OverdueScreen'),
  inbox: lazyRouteComponent(() => import('../features/reminders/screens/inbox'), 'InboxScreen'),
  mailbox: lazyRouteComponent(() => import('../features/reminders/screens/mailbox'), 'MailboxScreen'),
  cases: lazyRouteComponent(() => import('../features/cases/screens/case-list'), 'CaseListScreen'),
  refer: lazyRouteComponent(() => import('../features/cases/screens/refer'), 'ReferScreen'),
  importCases: lazyRouteComponent(() => import('../features/case-imports/screens/import'), 'ImportCasesScreen'),
  case: lazyRouteComponent(() => import('../features/cases/screens/case'), 'CaseScreen'),
  patientMerge: lazyRouteComponent(() => import('../features/patients/screens/merge'), 'MergePatientsScreen'),
  sessions: lazyRouteComponent(() => import('../features/consult-sessions/screens/sessions'), 'SessionsScreen'),
  schedule: lazyRouteComponent(() => import('../features/consult-sessions/screens/schedule'), 'ScheduleScreen'),
  session: lazyRouteComponent(() => import('../features/consult-sessions/screens/session'), 'SessionScreen'),
  live: lazyRouteComponent(() => import('../features/consult-sessions/screens/live'), 'LiveScreen'),
  consults: lazyRouteComponent(() => import('../features/consult-requests/screens/consults'), 'ConsultsScreen'),
  newConsult: lazyRouteComponent(() => import('../features/consult-requests/screens/new-consult'), 'NewConsultScreen'),
  news: lazyRouteComponent(() => import('../features/condition-updates/screens/news'), 'NewsScreen'),
  breakGlass: lazyRouteComponent(() => import('../features/emergency-access/screens/break-glass'), 'BreakGlassScreen'),
  emergencies: lazyRouteComponent(() => import('../features/emergency-access/screens/watch'), 'EmergencyWatchScreen'),
  audit: lazyRouteComponent(() => import('../features/audit/screens/audit'), 'AuditScreen'),
  hospitals: lazyRouteComponent(() => import('../features/organisations/screens/hospitals'), 'HospitalsScreen'),
  departments: lazyRouteComponent(() => import('../features/organisations/screens/departments'), 'DepartmentsScreen'),
  partnerships: lazyRouteComponent(
    () => import('../features/organisations/screens/partnerships'),
    'PartnershipsScreen',
  ),
  people: lazyRouteComponent(() => import('../features/people/screens/people'), 'PeopleScreen'),
  person: lazyRouteComponent(() => import('../features/people/screens/person'), 'PersonScreen'),
  checklists: lazyRouteComponent(() => import('../features/checklists/screens/checklists'), 'ChecklistsScreen'),
  shares: lazyRouteComponent(() => import('../features/shares/screens/shares'), 'SharesScreen'),
  recommendations: lazyRouteComponent(
    () => import('../features/decisions/screens/recommendations'),
    'RecommendationsScreen',
  ),
  plans: lazyRouteComponent(() => import('../features/surgical-plans/screens/plans'), 'PlansScreen'),
  plan: lazyRouteComponent(() => import('../features/surgical-plans/screens/plan'), 'PlanScreen'),
  editPlan: lazyRouteComponent(() => import('../features/surgical-plans/screens/edit-plan'), 'EditPlanScreen'),
};

const tree = root.addChildren([
  at(() => root, paths.signIn, screens.signIn),
  at(() => root, paths.setup, screens.setup),
  at(() => root, paths.signInReturn, screens.signInReturn),
  at(() => root, paths.join, screens.join),
  at(() => root, paths.setPassword, screens.setPassword),
  at(() => root, paths.enrol, screens.enrol),
  signedIn.addChildren([
    home,
    at(() => signedIn, paths.security, screens.security),
    aloneKit.addChildren([
      at(() => aloneKit, paths.live, screens.live),
      at(() => aloneKit, paths.remote, portal),
      at(() => aloneKit, paths.remoteCase, portal),
    ]),
    shell.addChildren([
      at(() => shell, paths.board, screens.board),
      at(() => shell, paths.matrix, screens.matrix),
      at(() => shell, paths.overdue, screens.overdue),
      at(() => shell, paths.inbox, screens.inbox),
      at(() => shell, paths.mailbox, screens.mailbox),
      shellKit.addChildren([
        at(() => shellKit, paths.cases, screens.cases),
        at(() => shellKit, paths.refer, screens.refer),
        at(() => shellKit, paths.importCases, screens.importCases),
        at(() => shellKit, paths.case, screens.case),
        at(() => shellKit, paths.patientMerge, screens.patientMerge),
        at(() => shellKit, paths.sessions, screens.sessions),
        at(() => shellKit, paths.schedule, screens.schedule),
        at(() => shellKit, paths.session, screens.session),
        at(() => shellKit, paths.consults, screens.consults),
        at(() => shellKit, paths.newConsult, screens.newConsult),
        at(() => shellKit, paths.news, screens.news),
        at(() => shellKit, paths.audit, screens.audit),
        at(() => shellKit, paths.breakGlass, screens.breakGlass),
        admin.addChildren([
          adminHome,
          at(() => admin, paths.adminHospitals, screens.hospitals),
          at(() => admin, paths.adminDepartments, screens.departments),
          at(() => admin, paths.adminPartnerships, screens.partnerships),
          at(() => admin, paths.adminChecklists, screens.checklists),
          at(() => admin, paths.adminShares, screens.shares),
          at(() => admin, paths.adminPeople, screens.people),
          at(() => admin, paths.adminPerson, screens.person),
          at(() => admin, paths.adminEmergencies, screens.emergencies),
        ]),
        at(() => shellKit, paths.recommendations, screens.recommendations),
        at(() => shellKit, paths.plans, screens.plans),
        at(() => shellKit, paths.plan, screens.plan),
        at(() => shellKit, paths.editPlan, screens.editPlan),
      ]),
    ]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // The cache of queries decides what is fresh; the router keeps nothing of its own.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: () => <RowsSkeleton />,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});
