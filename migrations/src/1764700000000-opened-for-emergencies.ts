import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from './1764200000000/roles.js';
import { POLICIES } from './1764700000000/policies.js';
import { DOOR, LOOKS, QUESTIONS } from './1764700000000/sight.js';
import { TABLES } from './1764700000000/tables.js';

/** As after the wall was raised: before PostgreSQL 16 a membership cannot be held without inheriting, so none is left behind. */
const LEAVE_THE_WALL = /* sql */ `
DO $$ BEGIN
  IF current_setting('server_version_num')::int < 160000 AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('REVOKE consilium_wall FROM %I', current_user);
  END IF;
END $$`;

/** Emergency access to a case, and facts of the highest level of protection: both with their part of the row-level wall. */
export class OpenedForEmergencies1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ROLES, TABLES, LOOKS]) await runner.query(part);
    await runner.query('GRANT CREATE ON SCHEMA public TO consilium_wall');
    await runner.query('SET LOCAL ROLE consilium_wall');
    await runner.query(QUESTIONS);
    await runner.query(DOOR);
    await runner.query('RESET ROLE');
    await runner.query('REVOKE CREATE ON SCHEMA public FROM consilium_wall');
    for (const part of [POLICIES, LEAVE_THE_WALL]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('What was opened in an emergency stays on record: restore a backup instead.');
  }
}
