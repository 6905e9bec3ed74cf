import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeBehindTheWall } from './1764200000000/behind-the-wall.js';
import { isSystem } from './1764200000000/settings.js';
import { CASES_IN_SIGHT, LOOKS, POLICIES } from './1765400000000/wall.js';
import { TABLES } from './1765400000000/tables.js';

/** What only tells somebody something is done as soon as it is told. */
const TOLD = /* sql */ `
CREATE POLICY obligations_reminder_delivery_update ON obligations FOR UPDATE TO consilium_app
  USING (${isSystem('reminder-delivery')} AND kind LIKE '%\\_PROGRESS') WITH CHECK (${isSystem('reminder-delivery')} AND state = 'DONE');
`;

/** Consult requests between departments, and the sight of a case that a request gives the department that is asked. */
export class AskedForConsults1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, LOOKS]) await runner.query(part);
    await makeBehindTheWall(runner, CASES_IN_SIGHT);
    for (const part of [POLICIES, TOLD]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Consults are part of the medical record and stay: restore a backup instead.');
  }
}
