import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = /* sql */ `
ALTER TABLE sign_ins ADD COLUMN code_shown_at timestamptz;
ALTER TABLE accounts
  ADD COLUMN failed_confirmations int NOT NULL DEFAULT 0,
  ADD COLUMN confirmations_rest_until timestamptz;
CREATE TABLE unknown_names (
  name_mark bytea CONSTRAINT pk_unknown_names PRIMARY KEY,
  failed_attempts int NOT NULL,
  locked_until timestamptz,
  failed_at timestamptz NOT NULL
);
CREATE INDEX ix_unknown_names_failed_at ON unknown_names (failed_at);
`;

const DOWN = /* sql */ `
DROP TABLE unknown_names;
ALTER TABLE accounts DROP COLUMN confirmations_rest_until, DROP COLUMN failed_confirmations;
ALTER TABLE sign_ins DROP COLUMN code_shown_at;
`;

/** Whether a sign-in has shown the one-time code, and failures counted apart: of names that no account has, and of people already signed in. */
export class TightenedSigningIn1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
