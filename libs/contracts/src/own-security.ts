import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { id, idParams, instant } from './fields.js';
import { typedCode, typedPassword } from './identity.js';
import { signInMethods } from './vocabulary.js';

/** One browser in which the person is signed in. */
export const signedInBrowser = z.object({
  id,
  /** The one that asks. */
  current: z.boolean(),
  method: signInMethods.schema,
  /** What the browser says of itself, shortened. */
  browser: z.string(),
  address: z.string(),
  signedInAt: instant,
  lastSeenAt: instant,
});
export type SignedInBrowser = z.infer<typeof signedInBrowser>;

export const ownSecurity = z.object({
  /** Whether there is a local account with a password to change. */
  hasPassword: z.boolean(),
  oneTimeCode: z.object({
    /** Since when; null where none is set up. */
    since: instant.nullable(),
    /** One of the person's roles asks for it. */
    required: z.boolean(),
    recoveryCodesLeft: z.int(),
  }),
  browsers: z.array(signedInBrowser),
});
export type OwnSecurity = z.infer<typeof ownSecurity>;

const recoveryCodes = z.object({
  /** Each replaces the one-time code once; shown this one time. */
  recoveryCodes: z.array(z.string()),
});

export const ownSecurityEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/auth/security',
    permission: 'signed-in',
    summary: "One's own one-time code and signed-in browsers",
    out: ownSecurity,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/auth/password',
    permission: 'signed-in',
    summary: "Changes one's own password and ends all other sessions",
    status: 204,
    body: z.object({ oldPassword: typedPassword, newPassword: typedPassword }),
  }),
  beginCode: endpoint({
    method: 'POST',
    path: '/api/auth/one-time-code',
    permission: 'signed-in',
    despite: ['enrolment'],
    summary: 'Begins setting up a one-time code: a new secret for the authenticator',
    /** Not asked of somebody who has just signed in and must set one up. */
    body: z.object({ password: z.string().max(128).default('') }),
    out: z.object({ secret: z.string(), uri: z.string() }),
  }),
  confirmCode: endpoint({
    method: 'POST',
    path: '/api/auth/one-time-code/confirm',
    permission: 'signed-in',
    despite: ['enrolment'],
    summary: 'Sets the one-time code up, once the authenticator shows the right one; gives recovery codes',
    body: z.object({ code: typedCode.min(1) }),
    out: recoveryCodes,
  }),
  removeCode: endpoint({
    method: 'POST',
    path: '/api/auth/one-time-code/remove',
    permission: 'signed-in',
    summary: 'Turns the one-time code off, where no role asks for it',
    status: 204,
    body: z.object({ password: typedPassword }),
  }),
  renewRecoveryCodes: endpoint({
    method: 'POST',
    path: '/api/auth/recovery-codes',
    permission: 'signed-in',
    summary: 'Gives new recovery codes; the old ones stop working',
    body: z.object({ password: typedPassword }),
    out: recoveryCodes,
  }),
  endBrowser: endpoint({
    method: 'POST',
    path: '/api/auth/browsers/:id/end',
    permission: 'signed-in',
    summary: "Ends one of one's own sessions at once",
    params: idParams,
    out: ownSecurity,
  }),
  endOtherBrowsers: endpoint({
    method: 'POST',
    path: '/api/auth/browsers/end-others',
    permission: 'signed-in',
    summary: "Ends all of one's own sessions but this one",
    out: ownSecurity,
  }),
};
