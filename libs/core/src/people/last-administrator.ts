import { roles, type Role } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';

/** Without one of each nobody could give the other role back. */
const INDISPENSABLE: readonly Role[] = ['ADMIN', 'SECURITY_ADMIN'];

/**
 * Refuses what would leave the house without anybody who can sign in as administrator or security administrator: somebody else must hold the
 * role after `lastDay`. Changes of administrators wait for one another. Throws `people/last-administrator`.
 */
export async function refuseLastAdministrator(
  tx: Transaction,
  { personId, held, lastDay }: { personId: string; held: readonly Role[]; lastDay: string },
): Promise<void> {
  const concerned = INDISPENSABLE.filter((role) => held.includes(role));
  if (concerned.length === 0) return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('administrators'))`);
  for (const role of concerned) {
    // An account that never had a password nor was signed in to by single sign-on may never be used.
    const other = await tx.maybeOne(
      `SELECT 1 AS one FROM memberships m JOIN hospitals h ON h.id = m.hospital_id AND h.is_host JOIN accounts a ON a.person_id = m.person_id
       WHERE m.role = $1 AND m.person_id <> $2 AND m.valid_from <= hospital_day(h.id, $4) AND (m.valid_to IS NULL OR m.valid_to > $3::date)
         AND a.disabled_at IS NULL AND (a.password_hash IS NOT NULL OR EXISTS (SELECT FROM sign_ins s WHERE s.person_id = a.person_id))`,
      [role, personId, lastDay, tx.now],
    );
    if (!other) throw new Problem('people/last-administrator', { role: roles.labels[role] });
  }
}
