import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, idParams, instant, lineText, pxParams } from './fields.js';
import { opinionContent, opinionDraft, opinionView } from './opinions.js';
import {
  presentations,
  risks,
  sessionStates,
  sexes,
  shareSections,
  treatmentKinds,
  tumourTypes,
} from './vocabulary.js';
import { involvedStructure } from './referrals.js';

/**
 * A case as another hospital sees it: age band, days counted from the session, other hospitals as 外院 A; nothing that identifies. What is null
 * is not part of the share; `sections` names what is.
 */
export const deidentifiedCase = z.object({
  px: z.string(),
  sections: z.array(shareSections.schema),
  sex: sexes.schema,
  /** e.g. `50–54` */
  ageBand: z.string(),
  province: z.string(),
  tumourType: tumourTypes.schema,
  diagnosis: z.string(),
  presentation: presentations.schema,
  recurrenceNumber: z.int(),
  risk: risks.schema,
  summary: z.string(),
  wishes: z.string().nullable(),
  ecog: z.int().nullable(),
  comorbidities: z.array(z.string()).nullable(),
  structures: z.array(involvedStructure.extend({ name: bilingual })),
  /** `day` counts from the session: −5 is five days before. */
  priorTreatments: z
    .array(z.object({ kind: treatmentKinds.schema, day: z.int(), hospital: z.string(), text: z.string() }))
    .nullable(),
  imaging: z.array(z.object({ modality: z.string(), day: z.int(), finding: z.string() })).nullable(),
  pathology: z.array(z.object({ day: z.int().nullable(), text: z.string(), markers: z.array(z.string()) })).nullable(),
  questions: z.array(z.string()),
  session: z.object({ id, title: z.string(), startsAt: instant, state: sessionStates.schema }),
  opinionDueAt: instant,
  accessUntil: instant,
  myOpinion: opinionView.nullable(),
  /** Other opinions, once one's own is given. */
  otherOpinions: z.array(opinionView).nullable(),
  canGiveOpinion: z.boolean(),
});
export type DeidentifiedCase = z.infer<typeof deidentifiedCase>;

export const remoteCaseItem = z.object({
  px: z.string(),
  sex: sexes.schema,
  ageBand: z.string(),
  diagnosis: z.string(),
  risk: risks.schema,
  opinionDueAt: instant,
  opinionGivenAt: instant.nullable(),
  sessionId: id,
});
export const remoteSession = z.object({
  id,
  title: z.string(),
  state: sessionStates.schema,
  startsAt: instant,
  endsAt: instant,
  host: bilingual,
  videoUrl: z.string(),
  cases: z.array(remoteCaseItem),
});
export type RemoteSession = z.infer<typeof remoteSession>;

export const remoteEndpoints = {
  home: endpoint({
    method: 'GET',
    path: '/api/remote',
    permission: 'remote:read',
    summary: 'Sessions and cases shared with this hospital',
    out: z.object({ sessions: z.array(remoteSession) }),
  }),
  readCase: endpoint({
    method: 'GET',
    path: '/api/remote/cases/:px',
    permission: 'remote:read',
    summary: 'A shared case, de-identified',
    params: pxParams,
    out: deidentifiedCase,
  }),
  keepDraft: endpoint({
    method: 'PUT',
    path: '/api/remote/cases/:px/opinion/draft',
    permission: 'remote:give-opinion',
    summary: 'Keeps a draft of the remote opinion',
    params: pxParams,
    body: opinionDraft,
    out: z.object({ version: z.int(), savedAt: instant }),
  }),
  submit: endpoint({
    method: 'POST',
    path: '/api/remote/cases/:px/opinion',
    permission: 'remote:give-opinion',
    summary: 'Gives the remote opinion, signed with the password',
    params: pxParams,
    body: opinionContent.extend({ version: z.int().min(0), password: z.string().min(1).max(128) }),
    out: deidentifiedCase,
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/api/shares/:id/revoke',
    permission: 'share:revoke',
    summary: 'Withdraws a share at once',
    params: idParams,
    body: z.object({ reason: lineText }),
    out: z.object({ revokedAt: instant }),
  }),
};
