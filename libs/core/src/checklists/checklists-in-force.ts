import { shippedChecklists } from '@consilium/catalog';
import { tumourTypes, type ChecklistItem, type TumourType } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';

/** Gives a centre the shipped checklists of the tumour types for which it has none yet, as their first versions. */
export async function ensureChecklists(tx: Transaction, centerId: string): Promise<void> {
  const types = tumourTypes.schema.options;
  const { missing } = await tx.one<{ missing: string[] }>(
    `SELECT coalesce(array_agg(w.type), '{}') AS missing FROM unnest($2::text[]) AS w (type)
     WHERE NOT EXISTS (SELECT FROM checklists l WHERE l.center_id = $1 AND l.tumour_type = w.type)`,
    [centerId, types],
  );
  for (const type of missing)
    await tx.query(
      `WITH made AS (INSERT INTO checklists (id, center_id, tumour_type, updated_at) VALUES ($1, $2, $3, $6)
         ON CONFLICT (center_id, tumour_type) DO NOTHING RETURNING id)
       INSERT INTO checklist_versions (id, checklist_id, number, items, note, made_at) SELECT $4, id, 1, $5, '', $6 FROM made`,
      [tx.newId(), centerId, type, tx.newId(), JSON.stringify(shippedChecklists[type] ?? []), tx.now],
    );
}

export interface VersionInForce {
  id: string;
  number: number;
  items: ChecklistItem[];
}

/** The version in force of a centre's checklist for a tumour type. */
export async function versionInForce(
  tx: Transaction,
  centerId: string,
  tumourType: TumourType,
): Promise<VersionInForce> {
  await ensureChecklists(tx, centerId);
  return tx.one<VersionInForce>(
    `SELECT v.id, v.number, v.items FROM checklist_versions v JOIN checklists l ON l.id = v.checklist_id
     WHERE l.center_id = $1 AND l.tumour_type = $2 ORDER BY v.number DESC LIMIT 1`,
    [centerId, tumourType],
  );
}
