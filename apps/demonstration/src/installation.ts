import { Database } from '@consilium/core';
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
      'SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM hospitals) OR EXISTS (SELECT 1 FROM people) OR EXISTS (SELECT 1 FROM cases)',
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

/** Empties every table but the record of migrations. Only ever called on a database that holds the demonstration. */
export async function wipe(database: Database): Promise<void> {
  await database.write(director, async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    await tx.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`);
    await tx.query('ALTER SEQUENCE case_serials RESTART');
  });
}
