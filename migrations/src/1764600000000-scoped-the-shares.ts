import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from './1764200000000/roles.js';
import { CONSENTS, DISCLOSURES, SHARES } from './1764600000000/tables.js';
import { LOOKS, POLICIES, VIEWS } from './1764600000000/wall.js';

/** As after the wall was raised: before PostgreSQL 16 a membership cannot be held without inheriting, so none is left behind. */
const LEAVE_THE_WALL = /* sql */ `
DO $$ BEGIN
  IF current_setting('server_version_num')::int < 160000 AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('REVOKE consilium_wall FROM %I', current_user);
  END IF;
END $$`;

/** What a share includes and until when, what a consent says, and what exactly was received. */
export class ScopedTheShares1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ROLES, CONSENTS, SHARES, DISCLOSURES, LOOKS, POLICIES]) await runner.query(part);
    await runner.query('GRANT CREATE ON SCHEMA public TO consilium_wall');
    await runner.query('SET LOCAL ROLE consilium_wall');
    await runner.query(VIEWS);
    await runner.query('RESET ROLE');
    await runner.query('REVOKE CREATE ON SCHEMA public FROM consilium_wall');
    await runner.query(LEAVE_THE_WALL);
  }

  async down(): Promise<void> {
    throw new Error('What was disclosed stays on record: restore a backup instead.');
  }
}
