import { authorise, type Actor } from '../access/index.js';
import type { Permission } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';

/** Checks that the actor may read or keep the organisation, which is the host's, and names the host. */
export async function hostFor(
  tx: Transaction,
  actor: Actor,
  permission: Extract<Permission, `organisation:${string}`>,
): Promise<string> {
  const host = await tx.one<{ id: string }>('SELECT id FROM hospitals WHERE is_host');
  authorise(actor, permission, { hospitalId: host.id });
  return host.id;
}

/** Holds a row of the organisation until the end of the change and raises its version; what is not there is not found. */
export async function holdRow<Row extends object>(
  tx: Transaction,
  table: Parameters<Transaction['raiseVersion']>[0],
  { id, version }: { id: string; version: number },
  columns: string,
): Promise<Row> {
  const before = await tx.maybeOne<Row>(`SELECT ${columns} FROM ${table} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  if (!before) throw notFound();
  await tx.raiseVersion(table, id, version);
  return before;
}
