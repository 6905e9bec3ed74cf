import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, locale, lineText, shortText } from './fields.js';
import { permission } from './permissions.js';
import { roles } from './vocabulary.js';

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
});
export type Me = z.infer<typeof me>;

const demonstrationPerson = z.object({
  username: z.string(),
  name: bilingual,
  role: bilingual,
  hospital: bilingual,
});

export const identityEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/auth/sign-in',
    permission: 'public',
    summary: 'Signs a person in with a local account; sets the session cookie',
    body: z.object({ username: z.string().trim().min(1).max(64), password: z.string().min(1).max(128) }),
    out: me,
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/api/auth/sign-out',
    permission: 'signed-in',
    summary: 'Ends the session of this browser',
    status: 204,
  }),
  me: endpoint({ method: 'GET', path: '/api/auth/me', permission: 'signed-in', summary: 'Who is signed in', out: me }),
  setLocale: endpoint({
    method: 'PUT',
    path: '/api/auth/me/locale',
    permission: 'signed-in',
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
