import type { AnswerOf, restrictedEndpoints, RestrictedFact } from '@consilium/contracts';
import { may, type ObjectFacts } from '../access/index.js';
import { factsForPolicy, type CaseFacts } from '../cases/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';

export type RestrictedFacts = AnswerOf<typeof restrictedEndpoints.list>;

export interface RestrictedRow {
  id: string;
  version: number;
  recordedAt: Date;
  recordedBy: string;
  departmentIds: string[];
  retiredAt: Date | null;
}

export interface SealedRow extends RestrictedRow {
  sealed: Buffer;
  keyId: string;
}

const COLUMNS = `f.id, f.version, f.recorded_at AS "recordedAt", p.name AS "recordedBy", f.department_ids AS "departmentIds", f.retired_at AS "retiredAt"`;

/** What the policy needs to know of one fact: the case it belongs to and the departments its owner listed. */
export const factsOf = (facts: CaseFacts, row: Pick<RestrictedRow, 'departmentIds'>): ObjectFacts => ({
  ...factsForPolicy(facts),
  listedDepartmentIds: row.departmentIds,
});

/** One fact of the case; throws `object/not-found` where the actor may not know of it. */
export async function factHeld(tx: Transaction, facts: CaseFacts, id: string): Promise<SealedRow> {
  const row = await tx.maybeOne<SealedRow>(
    `SELECT ${COLUMNS}, f.sealed, f.key_id AS "keyId" FROM restricted_facts f JOIN people p ON p.id = f.recorded_by WHERE f.id = $1 AND f.case_id = $2`,
    [id, facts.id],
  );
  if (!row || !may(tx.actor, 'restricted:read', factsOf(facts, row))) throw notFound();
  return row;
}

/**
 * The facts of a case as the actor may know of them, masked. Who owns the case also sees what was retired. For everybody who may read none
 * of them the list does not exist.
 */
export async function factsSeen(tx: Transaction, facts: CaseFacts): Promise<RestrictedFacts> {
  const mayWrite = may(tx.actor, 'restricted:write', factsForPolicy(facts));
  const rows = await tx.query<RestrictedRow>(
    `SELECT ${COLUMNS} FROM restricted_facts f JOIN people p ON p.id = f.recorded_by WHERE f.case_id = $1 ORDER BY f.retired_at IS NOT NULL, f.id`,
    [facts.id],
  );
  const seen = rows.filter((row) => may(tx.actor, 'restricted:read', factsOf(facts, row)));
  if (!mayWrite && seen.length === 0) throw notFound();
  return {
    items: seen.map((row): RestrictedFact => ({
      id: row.id,
      version: row.version,
      recordedAt: row.recordedAt.toISOString(),
      recordedBy: row.recordedBy,
      departmentIds: mayWrite ? row.departmentIds : null,
      isRetired: row.retiredAt !== null,
    })),
    departmentIds: mayWrite ? facts.involvedDepartmentIds : [],
    mayWrite,
  };
}
