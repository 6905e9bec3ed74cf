import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, date, id, idParams, instant, lineText, optionalLine, version } from './fields.js';
import { typedPassword } from './identity.js';
import { administratorRoles, personContent, personListItem, personView, surgeryLevel } from './person.js';
import { accountStates, postingKinds, roles } from './vocabulary.js';

export const username = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9.-]{2,63}$/);

/** The one-time word of a password link; it travels in the link's fragment and in bodies. */
const linkToken = z.string().min(20).max(200);

const membershipParams = z.object({ id, membershipId: id });
const period = { validFrom: date, validTo: date.nullable().default(null) };
const seen = z.object({ version });

const onAccount = (act: string, summary: string) =>
  endpoint({
    method: 'POST',
    path: `/api/people/:id/account/${act}`,
    permission: 'accounts:manage',
    summary,
    params: idParams,
    body: seen,
    out: personView,
  });

export const peopleEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/people',
    permission: 'people:read',
    summary: 'Everybody the house knows, by name, a page at a time',
    query: z.object({
      q: z.string().trim().max(60).optional(),
      hospitalId: id.optional(),
      departmentId: id.optional(),
      role: roles.schema.optional(),
      account: accountStates.schema.optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    out: z.object({
      items: z.array(personListItem),
      total: z.int(),
      page: z.int(),
      pages: z.int(),
      availableActions: z.array(z.enum(['add'])),
    }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/people',
    permission: 'people:manage',
    summary: 'Adds a person to a hospital',
    status: 201,
    body: personContent.extend({ hospitalId: id }),
    out: personView,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/people/:id',
    permission: 'people:read',
    summary: 'One person with memberships, postings, surgical privileges and account',
    params: idParams,
    out: personView,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/people/:id',
    permission: 'people:manage',
    summary: 'Changes names, title and e-mail address',
    params: idParams,
    body: personContent.extend({ version }),
    out: personView,
  }),
  addMembership: endpoint({
    method: 'POST',
    path: '/api/people/:id/memberships',
    permission: 'people:manage',
    summary: 'Gives a role at a hospital for a period; at the host, of a person of another hospital, it is a posting',
    params: idParams,
    body: z.object({
      version,
      hospitalId: id,
      departmentId: id.nullable().default(null),
      role: roles.schema,
      posting: postingKinds.schema.nullable().default(null),
      ...period,
    }),
    out: personView,
  }),
  endMembership: endpoint({
    method: 'POST',
    path: '/api/people/:id/memberships/:membershipId/end',
    permission: 'people:manage',
    summary: 'Ends a membership after its last day; yesterday ends it at once',
    params: membershipParams,
    body: z.object({ version, lastDay: date }),
    out: personView,
  }),
  grantAdministratorRole: endpoint({
    method: 'POST',
    path: '/api/people/:id/administrator-roles',
    permission: 'accounts:manage',
    summary: 'Makes somebody of the host administrator, security administrator or auditor',
    params: idParams,
    body: z.object({ version, role: z.enum(administratorRoles), ...period }),
    out: personView,
  }),
  endAdministratorRole: endpoint({
    method: 'POST',
    path: '/api/people/:id/administrator-roles/:membershipId/end',
    permission: 'accounts:manage',
    summary: 'Ends the role of an administrator; never that of the last one who can sign in',
    params: membershipParams,
    body: z.object({ version, lastDay: date }),
    out: personView,
  }),
  grantPrivilege: endpoint({
    method: 'POST',
    path: '/api/people/:id/privileges',
    permission: 'people:manage',
    summary: 'Grants a surgical privilege at the host: a level, for one operation or for all of it',
    params: idParams,
    body: z.object({
      version,
      procedureCode: z.string().max(80).nullable().default(null),
      /** An operation the catalogue does not have. */
      procedureName: optionalLine,
      level: surgeryLevel,
      validFrom: date,
      validTo: date,
    }),
    out: personView,
  }),
  withdrawPrivilege: endpoint({
    method: 'POST',
    path: '/api/people/:id/privileges/:privilegeId/withdraw',
    permission: 'people:manage',
    summary: 'Withdraws a surgical privilege at once, with a reason',
    params: z.object({ id, privilegeId: id }),
    body: z.object({ version, reason: lineText }),
    out: personView,
  }),
  createAccount: endpoint({
    method: 'POST',
    path: '/api/people/:id/account',
    permission: 'accounts:manage',
    summary: 'Makes an account without a password; the person sets one by a link',
    status: 201,
    params: idParams,
    body: z.object({ version, username }),
    out: personView,
  }),
  disableAccount: onAccount('disable', 'Disables an account; its person is out at once'),
  enableAccount: onAccount('enable', 'Enables a disabled account'),
  unlockAccount: onAccount('unlock', 'Ends the rest of an account after too many failures'),
  endSessions: onAccount('end-sessions', 'Ends every signed-in browser of a person'),
  resetCode: onAccount('reset-code', 'Removes a one-time code that was lost, and ends every signed-in browser'),
  issueLink: endpoint({
    method: 'POST',
    path: '/api/people/:id/account/link',
    permission: 'accounts:manage',
    summary: 'Makes a link with which the person sets a password, once; an earlier one stops working',
    status: 201,
    params: idParams,
    body: z.object({ version, hours: z.int().min(1).max(168).default(72) }),
    out: z.object({
      person: personView,
      /** Path of the web app with the one-time word in the fragment. */ path: z.string(),
    }),
  }),
  procedures: endpoint({
    method: 'GET',
    path: '/api/procedures',
    permission: 'people:read',
    summary: 'Operations of the catalogue, for surgical privileges',
    out: z.object({
      items: z.array(z.object({ code: z.string(), name: bilingual, level: surgeryLevel.nullable() })),
    }),
  }),
  privilegeHolders: endpoint({
    method: 'GET',
    path: '/api/surgical-privileges',
    permission: 'directory:read',
    summary: 'Who holds which level of surgical privilege at the own hospital, now or later',
    out: z.object({
      items: z.array(z.object({ personId: id, level: surgeryLevel, validFrom: date, validTo: date })),
      /** Departments whose stages of an operation need a privilege. */
      departmentIds: z.array(id),
    }),
  }),
  lookAtLink: endpoint({
    method: 'POST',
    path: '/api/auth/password-link/look',
    permission: 'public',
    summary: 'Whose password a link sets and until when it works',
    body: z.object({ token: linkToken }),
    out: z.object({ person: bilingual, hospital: bilingual, username: z.string(), expiresAt: instant }),
  }),
  setPassword: endpoint({
    method: 'POST',
    path: '/api/auth/password-link/redeem',
    permission: 'public',
    summary: 'Sets a password with a link, once, and ends every signed-in browser of its person',
    status: 204,
    body: z.object({ token: linkToken, password: typedPassword }),
  }),
};
