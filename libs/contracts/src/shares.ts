import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, date, id, idParams, instant, lineText, version } from './fields.js';
import { deidentifiedCase } from './sharing.js';
import {
  consentForms,
  consentKinds,
  consentStates,
  disclosureKinds,
  shareSections,
  shareStates,
} from './vocabulary.js';

const hospital = z.object({ id, name: bilingual, shortName: bilingual });
const session = z.object({ id, startsAt: instant });
const sections = z.array(shareSections.schema);

/** What is shared with another hospital, without anything clinical. */
export const shareLine = z.object({
  id,
  version,
  state: shareStates.schema,
  caseNo,
  /** Whether this person may open the case itself. */
  canReadCase: z.boolean(),
  pxCode: z.string(),
  hospital,
  session,
  agreement: z.object({ agreementNo: z.string(), validTo: date }),
  consent: z.object({
    kind: consentKinds.schema,
    form: consentForms.schema,
    state: consentStates.schema,
    signedOn: date,
    endsOn: date.nullable(),
  }),
  sections,
  createdAt: instant,
  createdBy: z.string(),
  expiresAt: instant,
  revokedAt: instant.nullable(),
  revokedBy: z.string().nullable(),
  /** Told to who may open the case; null to others. */
  revokeReason: z.string().nullable(),
  /** How often it was opened, and when last. */
  openings: z.int(),
  lastOpenedAt: instant.nullable(),
  availableActions: z.array(z.enum(['revoke', 'change'])),
});
export type ShareLine = z.infer<typeof shareLine>;

/** Who of another hospital received what, when and on which consent. */
export const disclosureLine = z.object({
  id,
  at: instant,
  kind: disclosureKinds.schema,
  person: z.string(),
  hospital,
  caseNo,
  pxCode: z.string(),
  session,
  sections,
  agreementNo: z.string().nullable(),
  consent: z.object({ kind: consentKinds.schema, signedOn: date }),
  /** Which content, counted from the first that was received, and its SHA-256; null in lines older than their record. */
  contentVersion: z.int().nullable(),
  sha256: z.string().nullable(),
  /** Whether this person may see that content. */
  canOpen: z.boolean(),
});
export type DisclosureLine = z.infer<typeof disclosureLine>;

/** What was received, word for word. */
export const disclosedContent = deidentifiedCase
  .omit({ px: true, session: true, opinionDueAt: true, accessUntil: true, myOpinion: true, canGiveOpinion: true })
  .partial();
export type DisclosedContent = z.infer<typeof disclosedContent>;

export const shareFilters = z.object({
  hospital: id.optional(),
  /** Case number or px code. */
  case: z
    .string()
    .regex(/^([A-Z]\d{2}-\d{4,6}|PX-[0-9A-Z]{4,6})$/)
    .optional(),
  session: id.optional(),
  /** Shares that were open in the period; disclosures made in it. */
  from: instant.optional(),
  to: instant.optional(),
});
export type ShareFilters = z.infer<typeof shareFilters>;

const page = { cursor: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };
export const shareLists = z.enum(['current', 'ended', 'disclosures']);
export type ShareList = z.infer<typeof shareLists>;

/** Rows of one export; what is more is asked for in a second one. */
export const SHARE_EXPORT_ROWS = 20_000;

export const shareEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/shares',
    permission: 'share:list',
    summary: 'What is shared with other hospitals, newest first, without clinical content',
    query: shareFilters.extend({ ...page, which: z.enum(['current', 'ended']).default('current') }),
    out: z.object({ items: z.array(shareLine), nextCursor: z.string().nullable() }),
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/api/shares/sessions',
    permission: 'share:list',
    summary: 'Sessions for which something was shared, latest first',
    out: z.object({ items: z.array(session) }),
  }),
  exportLines: endpoint({
    method: 'POST',
    path: '/api/shares/exports',
    permission: 'share:list',
    summary: 'Shares or disclosures as CSV, with a reason that is itself logged',
    body: z.object({ reason: lineText, which: shareLists, filters: shareFilters }),
    out: z.object({ fileName: z.string(), rows: z.int(), isComplete: z.boolean(), csv: z.string() }),
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/shares/:id',
    permission: 'share:revoke',
    summary: 'Changes what a share includes and until when: less at once, more while the consent holds',
    params: idParams,
    body: z.object({ version, sections: sections.max(7), expiresAt: instant }),
    out: z.object({ version, sections, expiresAt: instant }),
  }),
  disclosures: endpoint({
    method: 'GET',
    path: '/api/disclosures',
    permission: 'share:list',
    summary: 'Who of another hospital received what, when and on which consent, newest first',
    query: shareFilters.extend(page),
    out: z.object({ items: z.array(disclosureLine), nextCursor: z.string().nullable() }),
  }),
  disclosed: endpoint({
    method: 'GET',
    path: '/api/disclosures/:id',
    permission: 'case:read',
    summary: 'What was received at a disclosure, word for word',
    params: idParams,
    out: z.object({ at: instant, person: z.string(), sha256: z.string(), content: disclosedContent }),
  }),
};
