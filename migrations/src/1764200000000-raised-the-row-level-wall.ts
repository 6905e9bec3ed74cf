import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LEAVE_THE_WALL } from './1764200000000/behind-the-wall.js';
import { VIEWS, WALL_LOOKS } from './1764200000000/doors.js';
import { POLICIES } from './1764200000000/policies.js';
import { PRIVILEGES, ROLES } from './1764200000000/roles.js';
import { SETTING_IDS } from './1764200000000/settings.js';
import { SIGHT } from './1764200000000/sight.js';

/** The wall asks for the agendas of a case with every row. */
const INDEXES = 'CREATE INDEX ix_agenda_items_case ON agenda_items (case_id)';

/** Row-level security on every table that holds patient data: a query that forgot its scope returns nothing. */
export class RaisedTheRowLevelWall1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Privileges before the views: those belong to another role, which grants them itself.
    for (const part of [ROLES, SETTING_IDS, INDEXES, PRIVILEGES, WALL_LOOKS]) await runner.query(part);
    await runner.query('GRANT CREATE ON SCHEMA public TO consilium_wall');
    await runner.query('SET LOCAL ROLE consilium_wall');
    await runner.query(VIEWS);
    await runner.query(SIGHT);
    await runner.query('RESET ROLE');
    await runner.query('REVOKE CREATE ON SCHEMA public FROM consilium_wall');
    for (const part of [POLICIES, LEAVE_THE_WALL]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken down: restore a backup instead.');
  }
}
