/** Every address of the web app. Nothing of a patient stands in any of them: case numbers, session ids and PX codes only. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signInReturn: '/sign-in/return',
  enrol: '/enrol',
  join: '/join',
  setPassword: '/set-password',
  security: '/settings/security',
  setup: '/setup',
  board: '/d/$departmentCode/board',
  matrix: '/matrix',
  overdue: '/overdue',
  inbox: '/inbox',
  mailbox: '/mailbox',
  cases: '/cases',
  refer: '/cases/new',
  importCases: '/cases/import',
  case: '/cases/$caseNo',
  patientMerge: '/patients/merge',
  sessions: '/sessions',
  schedule: '/sessions/new',
  session: '/sessions/$id',
  live: '/sessions/$id/live',
  consults: '/consults',
  newConsult: '/consults/new',
  news: '/news',
  audit: '/audit',
  breakGlass: '/break-glass',
  adminEmergencies: '/admin/emergency-accesses',
  admin: '/admin',
  adminHospitals: '/admin/hospitals',
  adminDepartments: '/admin/departments',
  adminPartnerships: '/admin/partnerships',
  adminShares: '/admin/shares',
  adminChecklists: '/admin/checklists',
  adminPeople: '/admin/people',
  adminPerson: '/admin/people/$id',
  recommendations: '/recommendations',
  plans: '/plans',
  plan: '/plans/$id',
  editPlan: '/plans/$id/edit',
  remote: '/remote',
  remoteCase: '/remote/cases/$px',
} as const;

/** What stands behind `?`, every value a string as written: `?date=2026-11-18` is not a number or a date to anybody but its screen. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The reverse; what is undefined or empty is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      if (value !== '') written.set(name, String(value));
    }
  }
  return written.size > 0 ? `?${written.toString()}` : '';
}

/** A path of this app out of an address or an answer: anything that could lead to another site becomes `/`. */
export function innerPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/';
}
