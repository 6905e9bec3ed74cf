import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, instant, locale, lineText, shortText } from './fields.js';
import { permission } from './permissions.js';
import { roles, signInMethods } from './vocabulary.js';

/** The password or one-time code as typed; what counts is decided by the service. */
export const typedPassword = z.string().min(1).max(128);
export const typedCode = z.string().trim().max(40);
/** The one-time word of an invitation; it travels in the link's fragment and in bodies, never in an address a server sees. */
export const invitationToken = z.string().min(20).max(200);

export const me = z.object({
  id,
  name: z.string(),
  nameEn: z.string(),
  username: z.string(),
  locale,
  hospital: z.object({ id, name: bilingual, isHost: z.boolean(), timeZone: z.string() }),
  memberships: z.array(z.object({ role: roles.schema, departmentId: id.nullable(), department: bilingual.nullable() })),
  permissions: z.array(permission),
  /** Where this person starts: a path of the web app. */
  home: z.string(),
  demonstration: z.boolean(),
  signIn: z.object({
    method: signInMethods.schema,
    /** The role asks for a one-time code and none is set up: nothing else is allowed before. */
    mustEnrol: z.boolean(),
    /** Minutes without a touch after which the screen locks; null where it does not. */
    locksAfterMinutes: z.int().nullable(),
    /** Minutes without a touch after which the sign-in ends. */
    endsAfterMinutes: z.int(),
  }),
});
export type Me = z.infer<typeof me>;

const demonstrationPerson = z.object({
  username: z.string(),
  name: bilingual,
  role: bilingual,
  hospital: bilingual,
  /** Signs in with a one-time code as well. */
  needsCode: z.boolean(),
});

export const identityEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/auth/sign-in',
    permission: 'public',
    summary:
      'Signs a person in with a local account and, where one is set up, the one-time code; sets the session cookie',
    body: z.object({
      username: z.string().trim().min(1).max(64),
      password: typedPassword,
      /** Six digits, or a recovery code. Left out in the first step, which answers `sign-in/code-required`. */
      code: typedCode.optional(),
    }),
    out: me,
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/api/auth/sign-out',
    permission: 'signed-in',
    despite: ['enrolment', 'lock'],
    guests: true,
    summary: 'Ends the session of this browser',
    status: 204,
  }),
  me: endpoint({
    method: 'GET',
    path: '/api/auth/me',
    permission: 'signed-in',
    despite: ['enrolment'],
    guests: true,
    summary: 'Who is signed in',
    out: me,
  }),
  lock: endpoint({
    method: 'POST',
    path: '/api/auth/lock',
    permission: 'signed-in',
    despite: ['enrolment', 'lock'],
    summary: 'Locks this browser after ten minutes without a touch; only the password opens it',
    out: z.object({ endsAt: instant }),
  }),
  unlock: endpoint({
    method: 'POST',
    path: '/api/auth/unlock',
    permission: 'signed-in',
    despite: ['enrolment', 'lock'],
    summary: 'Opens a locked browser with the password',
    status: 204,
    body: z.object({ password: typedPassword }),
  }),
  methods: endpoint({
    method: 'GET',
    path: '/api/auth/methods',
    permission: 'public',
    summary: 'Which ways of signing in are configured; single sign-on only where the hospital has it',
    out: z.object({ singleSignOn: z.object({ name: z.string() }).nullable() }),
  }),
  beginSingleSignOn: endpoint({
    method: 'POST',
    path: '/api/auth/single-sign-on',
    permission: 'public',
    summary: "Begins single sign-on: the address of the hospital's sign-in page",
    out: z.object({ url: z.url() }),
  }),
  completeSingleSignOn: endpoint({
    method: 'POST',
    path: '/api/auth/single-sign-on/complete',
    permission: 'public',
    summary: "Completes single sign-on with what the hospital's sign-in page sent back; sets the session cookie",
    body: z.object({ query: z.string().max(8000) }),
    out: me,
  }),
  demonstrationCode: endpoint({
    method: 'POST',
    path: '/api/auth/demonstration-code',
    permission: 'public',
    summary: 'The present one-time code of a demonstration person; there is none elsewhere',
    /** Of whoever has the account, or of whom the invitation is for. */
    body: z.union([z.object({ username: z.string().trim().min(1).max(64) }), z.object({ token: invitationToken })]),
    out: z.object({ code: z.string(), secondsLeft: z.int() }),
  }),
  setLocale: endpoint({
    method: 'PUT',
    path: '/api/auth/me/locale',
    permission: 'signed-in',
    despite: ['enrolment'],
    guests: true,
    summary: 'Sets the language of screens and messages for the person signed in',
    body: z.object({ locale }),
    out: me,
  }),
  demonstrationPeople: endpoint({
    method: 'GET',
    path: '/api/auth/demonstration-people',
    permission: 'public',
    summary: 'The people of the demonstration centre; empty elsewhere',
    out: z.object({ items: z.array(demonstrationPerson) }),
  }),
  createFirstAdministrator: endpoint({
    method: 'POST',
    path: '/api/auth/first-administrator',
    permission: 'public',
    summary: 'Makes the first administrator and hospital with the one-time link that the first start printed',
    status: 201,
    body: z.object({
      token: z.string().min(20).max(200),
      hospitalName: lineText,
      name: shortText,
      username: z
        .string()
        .trim()
        .regex(/^[a-z0-9][a-z0-9.-]{2,63}$/),
      password: z.string().min(12).max(128),
    }),
    out: me,
  }),
};
