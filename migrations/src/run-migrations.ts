import { DataSource } from 'typeorm';
import { migrations } from './all.js';

/** Key of the advisory lock under which one process at a time migrates. */
const LOCK_KEY = 4_207_713;

/** Brings the database to the newest schema; several processes may start at once. Returns the names of what was applied now. */
export async function runMigrations(databaseUrl: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations,
    installExtensions: false,
    poolSize: 2,
    applicationName: 'consilium-migrations',
  });
  await dataSource.initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    try {
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      return applied.map((migration) => migration.name);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]);
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
