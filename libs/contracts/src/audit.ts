import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, instant, lineText, type Bilingual } from './fields.js';
import { roles } from './vocabulary.js';

export const auditOutcome = z.enum(['DONE', 'REFUSED']);
export type AuditOutcome = z.infer<typeof auditOutcome>;

export const auditOutcomeLabels: Record<AuditOutcome, Bilingual> = {
  DONE: { zh: '完成', en: 'Done' },
  REFUSED: { zh: '拒绝', en: 'Refused' },
};

/** Id of a line of the log; too large for a number in the long run. */
const eventId = z.string().regex(/^\d{1,18}$/);

export const auditLine = z.object({
  id: eventId,
  at: instant,
  actorId: id.nullable(),
  /** Person, or named process of the product. */
  actor: z.string(),
  /** The person as they are called today, in both languages. */
  actorName: bilingual.nullable(),
  roles: z.array(roles.schema.or(z.string())),
  /** One of the actions in `auditActionLabels`; a line of an older release may name another. */
  action: z.string(),
  outcome: auditOutcome,
  objectKind: z.string(),
  objectId: z.string().nullable(),
  /** The object's name, where it is a person. */
  objectName: bilingual.nullable(),
  caseNo: z.string().nullable(),
  /** Why, where the act asked for a reason that belongs to the log. */
  reason: z.string().nullable(),
  /** Network address the request came from. */
  source: z.string().nullable(),
});
export type AuditLine = z.infer<typeof auditLine>;

const content = z.record(z.string(), z.unknown());

export const auditEvent = auditLine.extend({
  requestId: z.string().nullable(),
  detail: content,
  /** What the change replaced, and by what: ids, codes and states; free text as number of characters and fingerprint. */
  before: content.nullable(),
  after: content.nullable(),
  /** Its place in the hash chain; null until the follower has sealed it. */
  seal: z.object({ sequence: z.int(), hash: z.string(), sealedAt: instant }).nullable(),
});
export type AuditEvent = z.infer<typeof auditEvent>;

/** How the chain may be found broken. */
export const chainBreakLabels = {
  CHANGED: { zh: '该行内容或其封存值被改动', en: 'the row, or its seal, was changed' },
  DELETED: { zh: '该行被删除', en: 'the row was deleted' },
  REORDERED: { zh: '该行与别行调换了次序', en: 'the row stands in the place of another' },
  INSERTED: { zh: '该行绕过封存直接写入', en: 'the row was put in past the seals' },
  SEAL_MISSING: { zh: '此处的封存值缺失', en: 'the seal of this place is missing' },
  BATCH_CHANGED: { zh: '该批封存的记录被改动', en: 'the record of the batch was changed' },
  REPLACED: { zh: '与先前留存的校验码不符', en: 'it does not meet a link noted earlier' },
} as const satisfies Record<string, Bilingual>;

export const chainBreak = z.object({
  kind: z.enum(Object.keys(chainBreakLabels) as [keyof typeof chainBreakLabels, ...(keyof typeof chainBreakLabels)[]]),
  /** Place in the chain; null for a row that was never sealed. */
  sequence: z.int().nullable(),
  eventId: z.string().nullable(),
});
export type ChainBreak = z.infer<typeof chainBreak>;

export const chainCheck = z.object({
  at: instant,
  checkedBy: z.string(),
  outcome: z.enum(['PASSED', 'BROKEN']),
  sealedRows: z.int(),
  unsealedRows: z.int(),
  broken: chainBreak.nullable(),
});
export type ChainCheck = z.infer<typeof chainCheck>;

export const chainState = z.object({
  sealedRows: z.int(),
  /** The last link, as hexadecimal; noted elsewhere it shows whether the chain was replaced. */
  headHash: z.string().nullable(),
  lastSealedAt: instant.nullable(),
  unsealedRows: z.int(),
  unsealedSince: instant.nullable(),
  lastCheck: chainCheck.nullable(),
});
export type ChainState = z.infer<typeof chainState>;

/** Case number or px code: the names under which a case is spoken of. */
const caseFilter = z.string().regex(/^([A-Z]\d{2}-\d{4,6}|PX-[0-9A-Z]{4,6})$/);

export const auditFilters = z.object({
  /** Id of a person, or part of the name of a person or process. */
  actor: z.string().trim().max(60).optional(),
  case: caseFilter.optional(),
  /** Actions separated by commas; one that ends in `.` stands for all that begin so. */
  action: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]*(,[a-z-]+\.[a-z-]*){0,19}$/)
    .optional(),
  outcome: auditOutcome.optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type AuditFilters = z.infer<typeof auditFilters>;

/** Questions an auditor asks again and again. */
export const savedAuditQueries: readonly {
  key: string;
  label: Bilingual;
  filters: { action?: string; outcome?: AuditOutcome };
}[] = [
  {
    key: 'emergency',
    label: { zh: '紧急授权调阅', en: 'Emergency access' },
    filters: { action: 'emergency-access.' },
  },
  { key: 'identity', label: { zh: '显示全名', en: 'Full names shown' }, filters: { action: 'identity.revealed' } },
  {
    key: 'remote',
    label: { zh: '远程查看', en: 'Remote viewing' },
    filters: { action: 'shared-case.opened,remote-portal.opened' },
  },
  {
    key: 'restricted',
    label: { zh: '特殊敏感信息', en: 'Restricted facts' },
    filters: { action: 'restricted-fact.' },
  },
  { key: 'waived', label: { zh: '豁免', en: 'Waived' }, filters: { action: 'opinion.waived' } },
  { key: 'shares', label: { zh: '对外共享', en: 'Sharing' }, filters: { action: 'case.shared,share.ended' } },
  { key: 'refused', label: { zh: '越权与拒绝', en: 'Refusals' }, filters: { outcome: 'REFUSED' } },
  { key: 'sign-ins', label: { zh: '登录', en: 'Signing in' }, filters: { action: 'sign-in.' } },
  { key: 'audit', label: { zh: '审计与导出', en: 'Audit and exports' }, filters: { action: 'audit.' } },
];

/** Rows of one export; what is more is asked for in a second one. */
export const EXPORT_ROWS = 20_000;

export const auditEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/audit',
    permission: 'audit:read',
    summary: 'Lines of the audit log of the own hospital, newest first',
    query: auditFilters.extend({
      cursor: eventId.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    out: z.object({ items: z.array(auditLine), nextCursor: z.string().nullable() }),
  }),
  chain: endpoint({
    method: 'GET',
    path: '/api/audit/chain',
    permission: 'audit:read',
    summary: 'How far the log is sealed, and the last verification',
    out: chainState,
  }),
  verify: endpoint({
    method: 'POST',
    path: '/api/audit/checks',
    permission: 'audit:read',
    summary: 'Verifies the whole chain now',
    out: chainState,
  }),
  exportLines: endpoint({
    method: 'POST',
    path: '/api/audit/exports',
    permission: 'audit:read',
    summary: 'Lines as CSV, with a reason that is itself logged',
    body: z.object({ reason: lineText, filters: auditFilters }),
    out: z.object({ fileName: z.string(), rows: z.int(), isComplete: z.boolean(), csv: z.string() }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/audit/events/:eventId',
    permission: 'audit:read',
    summary: 'One line with what changed and its seal',
    params: z.object({ eventId }),
    out: auditEvent,
  }),
};
