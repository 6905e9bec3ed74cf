import type { Transaction } from '../database/index.js';

/** The time zone in which a hospital's days are counted: that of its first campus. */
export async function campusZone(tx: Transaction, hospitalId: string): Promise<string> {
  const row = await tx.maybeOne<{ zone: string }>(
    'SELECT time_zone AS zone FROM campuses WHERE hospital_id = $1 ORDER BY id LIMIT 1',
    [hospitalId],
  );
  return row?.zone ?? 'Asia/Shanghai';
}
