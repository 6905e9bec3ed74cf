import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = /* sql */ `
CREATE TABLE authenticators (
  id uuid CONSTRAINT pk_authenticators PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT fk_authenticators_person REFERENCES people (id),
  sealed bytea NOT NULL,
  key_id text NOT NULL,
  begun_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_time_step bigint
);
CREATE UNIQUE INDEX ux_authenticators_in_use ON authenticators (person_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX ux_authenticators_begun ON authenticators (person_id) WHERE confirmed_at IS NULL;
CREATE TABLE recovery_codes (
  person_id uuid NOT NULL CONSTRAINT fk_recovery_codes_person REFERENCES people (id),
  code_hash bytea NOT NULL,
  used_at timestamptz,
  CONSTRAINT pk_recovery_codes PRIMARY KEY (person_id, code_hash)
);
CREATE TABLE invitations (
  id uuid CONSTRAINT pk_invitations PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT ux_invitations_token UNIQUE,
  session_id uuid NOT NULL CONSTRAINT fk_invitations_session REFERENCES consult_sessions (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_invitations_hospital REFERENCES hospitals (id),
  person_id uuid NOT NULL CONSTRAINT fk_invitations_person REFERENCES people (id),
  created_at timestamptz NOT NULL, created_by uuid NOT NULL CONSTRAINT fk_invitations_created_by REFERENCES people (id),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz, revoked_by uuid CONSTRAINT fk_invitations_revoked_by REFERENCES people (id),
  CONSTRAINT ck_invitations_period CHECK (expires_at > created_at)
);
CREATE INDEX ix_invitations_session ON invitations (session_id);
ALTER TABLE sign_ins
  ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD'
    CONSTRAINT ck_sign_ins_method CHECK (method IN ('PASSWORD', 'SINGLE_SIGN_ON', 'INVITATION', 'SETUP_LINK')),
  ADD COLUMN invitation_id uuid CONSTRAINT fk_sign_ins_invitation REFERENCES invitations (id),
  ADD COLUMN browser text NOT NULL DEFAULT '',
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN locked_at timestamptz,
  ADD CONSTRAINT ck_sign_ins_invitation CHECK ((method = 'INVITATION') = (invitation_id IS NOT NULL));
CREATE INDEX ix_sign_ins_invitation ON sign_ins (invitation_id) WHERE invitation_id IS NOT NULL;
`;

const DOWN = /* sql */ `
DROP INDEX ix_sign_ins_invitation;
DELETE FROM sign_ins WHERE method = 'INVITATION';
ALTER TABLE sign_ins DROP COLUMN locked_at, DROP COLUMN address, DROP COLUMN browser, DROP COLUMN invitation_id, DROP COLUMN method;
DROP TABLE invitations;
DROP TABLE recovery_codes;
DROP TABLE authenticators;
`;

/** One-time codes, invitations to a session, and what is known of each signed-in browser. */
export class StrengthenedSigningIn1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
