import type { MigrationInterface, QueryRunner } from 'typeorm';

const PEOPLE = /* sql */ `
ALTER TABLE people
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_by uuid CONSTRAINT fk_people_updated_by REFERENCES people (id);
UPDATE people SET updated_at = created_at;
CREATE INDEX ix_people_name ON people (name_en, id);
CREATE FUNCTION hospital_day(hospital uuid, at timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (at AT TIME ZONE hospital_zone(hospital))::date $$;
COMMENT ON FUNCTION hospital_day IS 'The calendar day an instant falls on at a hospital: memberships, agreements and privileges begin and end with it.';
`;

/** A membership that is taken back on its first day, or before it, keeps its row with an empty period. */
const MEMBERSHIPS = /* sql */ `
ALTER TABLE memberships
  ADD COLUMN posting text CONSTRAINT ck_memberships_posting CHECK (posting IN ('LONG', 'SHORT', 'AD_HOC')),
  ADD CONSTRAINT ck_memberships_posting_ends CHECK (posting IS NULL OR valid_to IS NOT NULL),
  DROP CONSTRAINT ck_memberships_period,
  ADD CONSTRAINT ck_memberships_period CHECK (valid_to IS NULL OR valid_to >= valid_from - 1),
  ADD CONSTRAINT ex_memberships_no_overlap EXCLUDE USING gist (
    person_id WITH =, hospital_id WITH =, role WITH =, coalesce(department_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
    daterange(valid_from, valid_to + 1, '[)') WITH &&);
CREATE INDEX ix_memberships_role ON memberships (role, hospital_id);
`;

const ACCOUNTS = /* sql */ `
ALTER TABLE accounts
  ALTER COLUMN password_hash DROP NOT NULL,
  ADD COLUMN disabled_at timestamptz,
  ADD COLUMN disabled_by uuid CONSTRAINT fk_accounts_disabled_by REFERENCES people (id);
CREATE TABLE password_links (
  id uuid CONSTRAINT pk_password_links PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT ux_password_links_token UNIQUE,
  person_id uuid NOT NULL CONSTRAINT fk_password_links_person REFERENCES people (id),
  created_at timestamptz NOT NULL, created_by uuid NOT NULL CONSTRAINT fk_password_links_created_by REFERENCES people (id),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT ck_password_links_period CHECK (expires_at > created_at)
);
CREATE UNIQUE INDEX ux_password_links_open ON password_links (person_id) WHERE used_at IS NULL AND withdrawn_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON password_links TO consilium_app;
REVOKE DELETE ON password_links FROM consilium_app;
`;

const PRIVILEGES = /* sql */ `
CREATE TABLE surgical_privileges (
  id uuid CONSTRAINT pk_surgical_privileges PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT fk_surgical_privileges_person REFERENCES people (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_surgical_privileges_hospital REFERENCES hospitals (id),
  procedure_code text,
  procedure_name text NOT NULL DEFAULT '',
  level int NOT NULL CONSTRAINT ck_surgical_privileges_level CHECK (level BETWEEN 1 AND 4),
  valid_from date NOT NULL, valid_to date NOT NULL,
  granted_at timestamptz NOT NULL, granted_by uuid NOT NULL CONSTRAINT fk_surgical_privileges_granted_by REFERENCES people (id),
  withdrawn_at timestamptz, withdrawn_by uuid CONSTRAINT fk_surgical_privileges_withdrawn_by REFERENCES people (id),
  withdraw_reason text,
  CONSTRAINT ck_surgical_privileges_period CHECK (valid_to >= valid_from),
  CONSTRAINT ck_surgical_privileges_withdrawn
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdraw_reason IS NULL))
);
CREATE INDEX ix_surgical_privileges_person ON surgical_privileges (person_id);
CREATE INDEX ix_surgical_privileges_hospital ON surgical_privileges (hospital_id, valid_to);
GRANT SELECT, INSERT, UPDATE ON surgical_privileges TO consilium_app;
REVOKE DELETE ON surgical_privileges FROM consilium_app;
`;

/** Postings, accounts that can be disabled and begin without a password, and surgical privileges. */
export class PostedStaffAndPrivileges1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PEOPLE, MEMBERSHIPS, ACCOUNTS, PRIVILEGES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Postings and privileges are not thrown away: restore a backup instead.');
  }
}
