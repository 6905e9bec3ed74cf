import { Database } from '@consilium/core';
import type { DataSource } from 'typeorm';
import { director } from './stage.js';

/** What the database holds: nothing, the demonstration (whole, or broken off while loading), or something that is not ours to touch. */
export type Contents = 'EMPTY' | 'LOADED' | 'BROKEN_OFF' | 'FOREIGN';

export async function contentsOf(database: Database): Promise<Contents> {
  return database.read(director, async (tx) => {
    const marker = await tx.maybeOne<{ loadedAt: Date | null }>(
      'SELECT demonstration_loaded_at AS "loadedAt" FROM installation WHERE id = 1',
    );
    if (marker) return marker.loadedAt === null ? 'BROKEN_OFF' : 'LOADED';
    const foreign = await tx.maybeOne(
      'SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM hospitals) OR EXISTS (SELECT 1 FROM people)',
    );
    return foreign ? 'FOREIGN' : 'EMPTY';
  });
}

/** Notes that loading has begun, so that a loading that broke off is known for what it is. */
export async function markBegun(database: Database): Promise<void> {
  await database.write(director, (tx) =>
    tx.query('INSERT INTO installation (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET demonstration_loaded_at = NULL'),
  );
}

export async function markLoaded(database: Database): Promise<void> {
  await database.write(director, (tx) =>
    tx.query('UPDATE installation SET demonstration_loaded_at = $1 WHERE id = 1', [tx.now]),
  );
}

/**
 * Empties every table but the record of migrations. Only ever called on a database that holds the demonstration. It is the owner of the tables
 * who does it: the role of the programs may empty nothing. The audit log refuses even the owner, who lifts that for this one transaction.
 */
export async function wipe(owner: DataSource): Promise<void> {
  await owner.transaction(async (tx) => {
    const tables: { name: string; isKept: boolean }[] = await tx.query(
      `SELECT quote_ident(c.relname) AS name,
         EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = c.relname || '_never_emptied') AS "isKept"
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'`,
    );
    const kept = tables.filter(({ isKept }) => isKept).map(({ name }) => name);
    for (const name of kept)
      await tx.query(
        `GRANT TRUNCATE ON ${name} TO CURRENT_USER; ALTER TABLE ${name} DISABLE TRIGGER ${name}_never_emptied`,
      );
    await tx.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`);
    await tx.query('ALTER SEQUENCE case_serials RESTART');
    for (const name of kept)
      await tx.query(
        `ALTER TABLE ${name} ENABLE TRIGGER ${name}_never_emptied; REVOKE TRUNCATE ON ${name} FROM CURRENT_USER`,
      );
  });
}
