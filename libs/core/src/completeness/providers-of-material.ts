import type { PresentItem } from '../checklists/index.js';
import type { CaseFacts } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { toChase, type Provider, type ToChase } from './chase.rules.js';

// A department is asked through its lead; where it has none the coordinator is, so that nobody chases an empty room.
const PROVIDERS = `
  WITH holders AS (
    SELECT DISTINCT m.person_id, m.role, d.code FROM memberships m LEFT JOIN departments d ON d.id = m.department_id
    WHERE m.hospital_id = $1 AND m.role IN ('COORDINATOR', 'DEPT_LEAD') AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)
      AND NOT EXISTS (SELECT FROM accounts a WHERE a.person_id = m.person_id AND a.disabled_at IS NOT NULL)
  ), wanted AS (
    SELECT * FROM jsonb_to_recordset($3) AS w (ordinal int, code text, owner text, department text)
  ), asked AS (
    SELECT w.ordinal, w.code, $4::uuid AS person_id FROM wanted w WHERE w.owner = 'CASE_OWNER'
    UNION ALL SELECT w.ordinal, w.code, h.person_id FROM wanted w JOIN holders h ON h.role = 'COORDINATOR' WHERE w.owner = 'COORDINATOR'
      OR (w.owner = 'DEPARTMENT' AND NOT EXISTS (SELECT FROM holders l WHERE l.role = 'DEPT_LEAD' AND l.code = w.department))
    UNION ALL SELECT w.ordinal, w.code, h.person_id FROM wanted w JOIN holders h ON h.role = 'DEPT_LEAD' AND h.code = w.department
      WHERE w.owner = 'DEPARTMENT'
  )
  SELECT a.code, p.id AS "personId", p.name FROM asked a JOIN people p ON p.id = a.person_id ORDER BY a.ordinal, p.id`;

/** Mandatory items of a round that are not done today. */
export const missingOf = (items: readonly PresentItem[]): PresentItem[] =>
  items.filter(({ definition, present }) => definition.mandatory && !present.done);

/** Who a chase would remind now, each once, and of what. */
export async function chaseOf(tx: Transaction, facts: CaseFacts, items: readonly PresentItem[]): Promise<ToChase[]> {
  const missing = missingOf(items);
  if (missing.length === 0) return [];
  const wanted = missing.map(({ code, definition }, index) => ({
    ordinal: index,
    code,
    owner: definition.owner,
    department: definition.departmentCode,
  }));
  const providers = await tx.query<Provider>(PROVIDERS, [
    facts.hospitalId,
    campusDay(tx.now, facts.timeZone),
    JSON.stringify(wanted),
    facts.ownerId,
  ]);
  const chased = await tx.query<{ personId: string; at: Date }>(
    'SELECT person_id AS "personId", chased_at AS at FROM material_chases WHERE round_id = $1',
    [facts.roundId],
  );
  return toChase(providers, new Map(chased.map(({ personId, at }) => [personId, at])), tx.now);
}
