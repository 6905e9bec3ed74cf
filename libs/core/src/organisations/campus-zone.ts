import type { Transaction } from '../database/index.js';

/**
 * The time zone in which a hospital's days are counted: that of its default campus, in SQL `hospital_zone(id)`. A session's own times are shown
 * in the zone of the campus of its room.
 */
export async function campusZone(tx: Transaction, hospitalId: string | null): Promise<string> {
  const row = await tx.one<{ zone: string }>('SELECT hospital_zone($1) AS zone', [hospitalId]);
  return row.zone;
}
