import {
  newsAction,
  type Bilingual,
  type NewsAction,
  type NewsItem,
  type NewsSeverity,
  type NewsSource,
  type NewsState,
} from '@consilium/contracts';
import { may, type ObjectFacts } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';
import { mayAct } from './condition-update.rules.js';

export interface NewsRow {
  id: string;
  version: number;
  caseId: string;
  caseNo: string;
  hospitalId: string;
  timeZone: string;
  patient: NewsItem['patient'];
  text: string;
  source: NewsSource;
  severity: NewsSeverity | null;
  state: NewsState;
  authorId: string;
  authorName: string;
  ownerId: string;
  ownerName: string;
  ownerDepartmentId: string | null;
  ownerDepartment: Bilingual | null;
  reportedAt: Date;
  dueAt: Date;
  acknowledgedAt: Date | null;
}

/** News of the cases in the actor's sight, with what else is wanted of each. */
export const newsWith = (more: string): string => `
  SELECT u.id, u.version, u.case_id AS "caseId", c.case_no AS "caseNo", u.hospital_id AS "hospitalId", hospital_zone(u.hospital_id) AS "timeZone",
    json_build_object('maskedName', t.masked_name, 'sex', t.sex, 'ageYears', c.age_years) AS patient, u.text, u.source, u.severity, u.state,
    u.author_id AS "authorId", a.name AS "authorName", c.owner_id AS "ownerId", o.name AS "ownerName", c.owner_department_id AS "ownerDepartmentId",
    CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('zh', d.name_zh, 'en', d.name_en) END AS "ownerDepartment",
    u.reported_at AS "reportedAt", u.due_at AS "dueAt", u.acknowledged_at AS "acknowledgedAt"${more}
  FROM condition_updates u
    JOIN cases c ON c.id = u.case_id
    JOIN patients t ON t.id = c.patient_id
    JOIN people a ON a.id = u.author_id
    JOIN people o ON o.id = c.owner_id
    LEFT JOIN departments d ON d.id = c.owner_department_id`;

/** A piece of news by its id; throws `object/not-found` where the actor may not know of it. */
export async function newsRow(tx: Transaction, id: string): Promise<NewsRow> {
  const row = await tx.maybeOne<NewsRow>(`${newsWith('')} WHERE u.id = $1`, [id]);
  if (!row) throw notFound();
  return row;
}

/** What the policy needs to know for acts on it: whose case it is, and of which department they are. */
export const factsOfNews = ({ hospitalId, ownerId, ownerDepartmentId }: NewsRow): ObjectFacts => ({
  hospitalId,
  ownerId,
  departmentIds: ownerDepartmentId === null ? [] : [ownerDepartmentId],
});

export function newsItemOf(tx: Transaction, row: NewsRow): NewsItem {
  const { id, version, caseNo, patient, text, source, severity, state, ownerDepartment } = row;
  const allowed = may(tx.actor, 'condition-update:act', factsOfNews(row));
  return {
    id,
    version,
    caseNo,
    patient,
    text,
    source,
    severity,
    state,
    author: { id: row.authorId, name: row.authorName },
    owner: { id: row.ownerId, name: row.ownerName },
    ownerDepartment,
    reportedAt: row.reportedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    availableActions: newsAction.options.filter((action: NewsAction) => allowed && mayAct(action, state)),
  };
}
