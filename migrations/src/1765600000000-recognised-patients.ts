import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeBehindTheWall } from './1764200000000/behind-the-wall.js';
import { NAME_HASHES, PATIENT_MERGES } from './1765600000000/tables.js';
import { DOORS, FORMER_DOOR, POLICIES } from './1765600000000/wall.js';

/** One patient once: known again by name, and two records of one patient joined. */
export class RecognisedPatients1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NAME_HASHES, PATIENT_MERGES, POLICIES]) await runner.query(part);
    await makeBehindTheWall(runner, DOORS);
  }

  /** Joined records stay joined: their cases keep the record they were given. */
  async down(runner: QueryRunner): Promise<void> {
    await makeBehindTheWall(runner, FORMER_DOOR);
    await runner.query('DROP TABLE patient_merges');
    await runner.query('ALTER TABLE patient_identities DROP COLUMN name_hashes');
  }
}
