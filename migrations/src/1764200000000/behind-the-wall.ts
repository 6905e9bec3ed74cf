import type { QueryRunner } from 'typeorm';
import { ROLES } from './roles.js';

/** Where a server's roles know no membership without inheritance (before PostgreSQL 16), none is left behind. */
export const LEAVE_THE_WALL = /* sql */ `
DO $$ BEGIN
  IF current_setting('server_version_num')::int < 160000 AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('REVOKE consilium_wall FROM %I', current_user);
  END IF;
END $$`;

/** For migrations after the one that raised the wall: makes views and functions as the role that looks behind it, which owns them then. */
export async function makeBehindTheWall(runner: QueryRunner, ...statements: string[]): Promise<void> {
  await runner.query(ROLES);
  await runner.query('GRANT CREATE ON SCHEMA public TO consilium_wall');
  await runner.query('SET LOCAL ROLE consilium_wall');
  for (const statement of statements) await runner.query(statement);
  await runner.query('RESET ROLE');
  await runner.query('REVOKE CREATE ON SCHEMA public FROM consilium_wall');
  await runner.query(LEAVE_THE_WALL);
}
