import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, idParams, instant } from './fields.js';
import { invitationToken, me, typedCode } from './identity.js';
import { invitationStates } from './vocabulary.js';

/** A link with which one expert of a linked hospital joins one session. The link itself is shown once, when it is made. */
export const invitation = z.object({
  id,
  personId: id,
  person: z.string(),
  hospital: bilingual,
  state: invitationStates.schema,
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
});
export type Invitation = z.infer<typeof invitation>;

const invitations = z.object({ items: z.array(invitation) });

export const invitationEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/sessions/:id/invitations',
    permission: 'session:invite',
    summary: 'Invitations to a session, newest first',
    params: idParams,
    out: invitations,
  }),
  issue: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/invitations',
    permission: 'session:invite',
    summary: 'Makes a link that lets one expert of a linked hospital join once; an earlier unused one stops working',
    status: 201,
    params: idParams,
    /** Without `expiresAt`: two hours after the session begins. */
    body: z.object({ personId: id, expiresAt: instant.optional() }),
    out: z.object({ invitation, /** Path of the web app with the one-time word in the fragment. */ path: z.string() }),
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/invitations/:invitationId/revoke',
    permission: 'session:invite',
    summary: 'Withdraws an invitation; who joined with it is signed out at once',
    params: z.object({ id, invitationId: id }),
    out: invitations,
  }),
  look: endpoint({
    method: 'POST',
    path: '/api/join/look',
    permission: 'public',
    summary: 'Whom an invitation is for and until when it works',
    body: z.object({ token: invitationToken }),
    out: z.object({
      person: bilingual,
      hospital: bilingual,
      host: bilingual,
      startsAt: instant,
      expiresAt: instant,
      /** The person has a one-time code, which is asked for as well. */
      needsCode: z.boolean(),
    }),
  }),
  redeem: endpoint({
    method: 'POST',
    path: '/api/join/redeem',
    permission: 'public',
    summary: 'Joins a session with an invitation, once; sets the session cookie',
    body: z.object({ token: invitationToken, code: typedCode.optional() }),
    out: me,
  }),
};
