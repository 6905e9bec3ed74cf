import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IN_EMERGENCY, POLICIES } from './1765300000000/policies.js';
import { TABLES } from './1765300000000/tables.js';

/** Facts on which decisions stand, the second looks they call for, and what became of every recommendation. */
export class RememberedWhatDecisionsStandOn1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, POLICIES, IN_EMERGENCY]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['recommendation_reports', 'recommendations', 'decision_reviews', 'decision_facts'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE decisions DROP COLUMN facts');
  }
}
