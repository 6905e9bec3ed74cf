import type { AuditFilters, AuditLine } from '@consilium/contracts';
import type { Actor, ObjectFacts } from '../access/index.js';
import type { Transaction } from '../database/index.js';

export interface LineRow extends Omit<AuditLine, 'at'> {
  at: Date;
}

/**
 * The line with which a case came to the centre. Numbers of cases and whose they are come from the log alone: an auditor does not see cases.
 */
const referral = (columns: string) =>
  `(SELECT ${columns} FROM audit_events r WHERE r.case_id = e.case_id AND r.action = 'case.referred' AND r.hospital_id = $1 ORDER BY r.id LIMIT 1)`;

/**
 * Lines an auditor may see: of acts of their hospital's people, and of acts of others on its cases. The host keeps the house, so its auditor also
 * sees refusals to anybody and what named processes did.
 */
export const SCOPE = `(e.hospital_id = $1 OR ($2 AND (e.hospital_id IS NULL OR e.outcome = 'REFUSED')) OR EXISTS ${referral('1')})`;

const person = (condition: string) =>
  `(SELECT json_build_object('zh', p.name, 'en', p.name_en) FROM people p WHERE ${condition})`;

/** Case numbers are told of the own hospital's cases only: of others' a code is all that may be known. */
export const LINE = `
  e.id, e.at, e.actor_id AS "actorId", e.actor, ${person('p.id = e.actor_id')} AS "actorName", e.roles, e.action, e.outcome, e.object_kind AS "objectKind", e.object_id AS "objectId",
  ${person(`e.object_kind = 'person' AND p.id::text = e.object_id`)} AS "objectName",
  CASE WHEN e.case_id IS NOT NULL THEN ${referral(`r.detail ->> 'caseNo'`)} END AS "caseNo", e.detail ->> 'reason' AS reason, e.source
FROM audit_events e`;

export const scopeOf = (actor: Actor): [hospitalId: string, isHost: boolean] => [actor.hospitalId, actor.isHost];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Conditions {
  sql: string;
  parameters: unknown[];
}

/** The filters as SQL; its parameters follow the two of the scope. */
export function conditionsOf(filters: AuditFilters): Conditions {
  const conditions = [SCOPE];
  const parameters: unknown[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    parameters.push(value);
    conditions.push(condition(`$${parameters.length + 2}`));
  };
  const { actor, case: ofCase, action, outcome, from, to } = filters;
  if (actor && UUID.test(actor)) add(actor, (place) => `e.actor_id = ${place}::uuid`);
  else if (actor) add(`%${escaped(actor)}%`, (place) => `e.actor ILIKE ${place}`);
  if (ofCase)
    add(
      ofCase,
      (place) => `(e.object_id = ${place}
        OR e.case_id = (SELECT n.case_id FROM audit_events n WHERE n.action = 'case.referred' AND n.detail ->> 'caseNo' = ${place} AND n.hospital_id = $1 LIMIT 1)
        OR e.object_id = (SELECT n.object_id FROM audit_events n WHERE n.action = 'case.shared' AND n.detail ->> 'px' = ${place} LIMIT 1))`,
    );
  if (action)
    add(
      action.split(',').map((name) => (name.endsWith('.') ? `${escaped(name)}%` : escaped(name))),
      (place) => `e.action LIKE ANY (${place}::text[])`,
    );
  if (outcome) add(outcome, (place) => `e.outcome = ${place}`);
  if (from) add(from, (place) => `e.at >= ${place}::timestamptz`);
  if (to) add(to, (place) => `e.at < ${place}::timestamptz`);
  return { sql: conditions.join(' AND '), parameters };
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);

/** Lines that meet the filters, newest first, from a place on. */
export async function linesOf(
  tx: Transaction,
  filters: AuditFilters,
  page: { before?: string | undefined; limit: number },
): Promise<AuditLine[]> {
  const { sql, parameters } = conditionsOf(filters);
  const [before, limit] = [parameters.length + 3, parameters.length + 4];
  const rows = await tx.query<LineRow>(
    `SELECT ${LINE} WHERE ${sql} AND ($${before}::bigint IS NULL OR e.id < $${before}) ORDER BY e.id DESC LIMIT $${limit}`,
    [...scopeOf(tx.actor), ...parameters, page.before ?? null, page.limit],
  );
  return rows.map(lineOf);
}

export const lineOf = (row: LineRow): AuditLine => ({ ...row, at: row.at.toISOString() });

/** The filters as the log keeps them; what was typed into the search for a name is not. */
export function filtersOnRecord({ actor, ...filters }: AuditFilters): Record<string, unknown> {
  if (actor === undefined || actor === '') return filters;
  return { ...filters, ...(UUID.test(actor) ? { actor } : { actorByName: true }) };
}

/** The log as the policy reads it: it is the host's, and an auditor of another hospital has no part in it. */
export const factsOfLog = (actor: Actor): ObjectFacts => (actor.isHost ? { hospitalId: actor.hospitalId } : {});
