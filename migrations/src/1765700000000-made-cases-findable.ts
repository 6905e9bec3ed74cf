import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeBehindTheWall } from './1764200000000/behind-the-wall.js';
import { FOUND } from './1765700000000/door.js';
import { FILLING, FOLLOWING, PIECES, TRIGGERS } from './1765700000000/pieces.js';
import { CASE_SEARCH, SAVED_FILTERS } from './1765700000000/tables.js';

/** Cases are found by number, family name, name and words of the diagnosis, and people keep their filters. */
export class MadeCasesFindable1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PIECES, CASE_SEARCH, SAVED_FILTERS]) await runner.query(part);
    await makeBehindTheWall(
      runner,
      FOLLOWING,
      'GRANT EXECUTE ON FUNCTION follow_case, follow_participations TO SESSION_USER',
      FOUND,
      FILLING,
    );
    await runner.query(TRIGGERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER cases_followed ON cases;
      DROP TRIGGER participations_followed_in ON participations;
      DROP TRIGGER participations_followed_out ON participations;`);
    await makeBehindTheWall(
      runner,
      'DROP FUNCTION cases_found(uuid, jsonb, uuid[], int); DROP FUNCTION follow_case(); DROP FUNCTION follow_participations();',
    );
    await runner.query(`
      DROP TABLE case_search;
      DROP TABLE saved_filters;
      DROP FUNCTION case_pieces(text, text, text, text, text);
      DROP FUNCTION search_pieces(text);
      REVOKE SELECT (state, icd10_code, referred_at) ON cases FROM consilium_wall;
      REVOKE SELECT (state, due_at) ON obligations FROM consilium_wall;`);
  }
}
