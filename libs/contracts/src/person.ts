import { z } from 'zod';
import { bilingual, date, id, instant, shortText, version } from './fields.js';
import {
  accountStates,
  membershipStates,
  postingKinds,
  privilegeStates,
  roles,
  titles,
  type Role,
} from './vocabulary.js';

/** The three administrators, who are different people and whose roles the security administrator gives. */
export const administratorRoles = ['ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] as const satisfies readonly Role[];
/** What a person of another hospital is there. */
export const partnerRoles = ['REMOTE_EXPERT', 'REMOTE_COORDINATOR'] as const satisfies readonly Role[];
/** Held in one department. */
export const departmentRoles = ['DEPT_MEMBER', 'DEPT_LEAD', 'CASE_OWNER'] as const satisfies readonly Role[];

const isOneOf = (these: readonly Role[], role: Role): boolean => these.includes(role);
export const isAdministratorRole = (role: Role): boolean => isOneOf(administratorRoles, role);
export const isPartnerRole = (role: Role): boolean => isOneOf(partnerRoles, role);
export const isDepartmentRole = (role: Role): boolean => isOneOf(departmentRoles, role);
/** Roles the staff of the host hold besides the administrators. */
export const staffRoles: readonly Role[] = roles.schema.options.filter(
  (role) => !isAdministratorRole(role) && !isPartnerRole(role),
);

/** Days before its end at which a privilege is shown as expiring. */
export const PRIVILEGE_WARNING_DAYS = 60;
export const PEOPLE_PAGE = 25;

export const surgeryLevel = z.int().min(1).max(4);

export const personAction = z.enum([
  'edit',
  'add-membership',
  'grant-privilege',
  'grant-administrator-role',
  'create-account',
  'disable-account',
  'enable-account',
  'unlock-account',
  'end-sessions',
  'reset-code',
  'issue-link',
]);
export type PersonAction = z.infer<typeof personAction>;

const named = z.object({ id, name: bilingual });

export const personMembership = z.object({
  id,
  hospital: named,
  department: named.nullable(),
  role: roles.schema,
  validFrom: date,
  /** Last day; null while it is open. */
  validTo: date.nullable(),
  /** How a person of another hospital comes to hold it; null for the hospital's own. */
  posting: postingKinds.schema.nullable(),
  state: membershipStates.schema,
  availableActions: z.array(z.enum(['end'])),
});
export type PersonMembership = z.infer<typeof personMembership>;

export const surgicalPrivilege = z.object({
  id,
  hospital: bilingual,
  /** Code of the catalogue; null where it is for every operation of the level, or for one the catalogue does not have. */
  procedureCode: z.string().nullable(),
  /** What it is for; null for every operation of the level. */
  procedure: bilingual.nullable(),
  level: surgeryLevel,
  validFrom: date,
  validTo: date,
  state: privilegeStates.schema,
  grantedBy: z.string(),
  grantedAt: instant,
  withdrawnAt: instant.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  availableActions: z.array(z.enum(['withdraw'])),
});
export type SurgicalPrivilege = z.infer<typeof surgicalPrivilege>;

export const personAccount = z.object({
  username: z.string(),
  state: accountStates.schema,
  lockedUntil: instant.nullable(),
  disabledAt: instant.nullable(),
  /** Whether a one-time code is set up, and whether a role asks for one. */
  oneTimeCode: z.boolean(),
  oneTimeCodeRequired: z.boolean(),
  signedInBrowsers: z.int(),
  lastSignInAt: instant.nullable(),
  /** Until when the last password link works; null where there is none that does. */
  linkExpiresAt: instant.nullable(),
});
export type PersonAccount = z.infer<typeof personAccount>;

export const personView = z.object({
  id,
  version,
  name: z.string(),
  nameEn: z.string(),
  title: titles.schema,
  email: z.string().nullable(),
  hospital: named.extend({ isHost: z.boolean() }),
  createdAt: instant,
  memberships: z.array(personMembership),
  privileges: z.array(surgicalPrivilege),
  account: personAccount.nullable(),
  availableActions: z.array(personAction),
});
export type PersonView = z.infer<typeof personView>;

export const personListItem = z.object({
  id,
  name: z.string(),
  nameEn: z.string(),
  title: titles.schema,
  hospital: bilingual,
  departments: z.array(bilingual),
  /** Held today. */
  roles: z.array(roles.schema),
  posting: postingKinds.schema.nullable(),
  username: z.string().nullable(),
  account: accountStates.schema,
});
export type PersonListItem = z.infer<typeof personListItem>;

export const personContent = z.object({
  name: shortText,
  nameEn: shortText,
  title: titles.schema,
  email: z.union([z.literal('').transform(() => null), z.email().max(254)]).nullable(),
});
export type PersonContent = z.infer<typeof personContent>;
