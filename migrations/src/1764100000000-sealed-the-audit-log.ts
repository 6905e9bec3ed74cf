import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVENTS = /* sql */ `
ALTER TABLE audit_events
  ADD COLUMN roles text[] NOT NULL DEFAULT '{}',
  ADD COLUMN source text,
  ADD COLUMN before jsonb,
  ADD COLUMN after jsonb;
CREATE INDEX ix_audit_events_at ON audit_events (at, id);
CREATE INDEX ix_audit_events_action ON audit_events (action, id);
CREATE INDEX ix_audit_events_object ON audit_events (object_id, id);
CREATE INDEX ix_audit_events_case_no ON audit_events ((detail ->> 'caseNo')) WHERE action = 'case.referred';
`;

// Seals name their row without a foreign key: its check would lock the sealed row, and a deleted row is to be found, not made impossible to see.
const CHAIN = /* sql */ `
CREATE TABLE audit_unsealed (
  event_id bigint CONSTRAINT pk_audit_unsealed PRIMARY KEY
);
CREATE TABLE audit_batches (
  number bigint CONSTRAINT pk_audit_batches PRIMARY KEY,
  last_sequence bigint NOT NULL CONSTRAINT ux_audit_batches_last_sequence UNIQUE,
  row_count int NOT NULL CONSTRAINT ck_audit_batches_not_empty CHECK (row_count > 0),
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL
);
CREATE TABLE audit_seals (
  sequence bigint CONSTRAINT pk_audit_seals PRIMARY KEY,
  event_id bigint NOT NULL CONSTRAINT ux_audit_seals_event UNIQUE,
  batch bigint NOT NULL,
  hash bytea NOT NULL
);
CREATE TABLE audit_checks (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_audit_checks PRIMARY KEY,
  at timestamptz NOT NULL,
  checked_by text NOT NULL,
  outcome text NOT NULL CONSTRAINT ck_audit_checks_outcome CHECK (outcome IN ('PASSED', 'BROKEN')),
  sealed_rows bigint NOT NULL,
  head_hash bytea NOT NULL,
  unsealed_rows bigint NOT NULL,
  broken jsonb,
  took_milliseconds int NOT NULL,
  CONSTRAINT ck_audit_checks_broken_is_named CHECK ((outcome = 'BROKEN') = (broken IS NOT NULL))
);
INSERT INTO audit_unsealed (event_id) SELECT id FROM audit_events;
CREATE FUNCTION await_audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO audit_unsealed (event_id) VALUES (NEW.id); RETURN NULL; END $$;
CREATE TRIGGER audit_events_await_seal AFTER INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION await_audit_seal();
`;

// Against a mistake, also of the owner, who goes without these privileges as well. Whoever holds the owner's account can grant them to itself
// again and switch the triggers off, as a superuser can; the account of the programs can do neither.
const APPEND_ONLY = /* sql */ `
CREATE TRIGGER audit_events_never_emptied BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_unsealed_keeps_its_rows BEFORE UPDATE ON audit_unsealed FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_unsealed_never_emptied BEFORE TRUNCATE ON audit_unsealed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
REVOKE UPDATE, DELETE, TRUNCATE ON audit_events FROM PUBLIC, CURRENT_USER;
REVOKE UPDATE, TRUNCATE ON audit_unsealed FROM PUBLIC, CURRENT_USER;
`;

const appendOnly = (table: string) => /* sql */ `
CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM PUBLIC, CURRENT_USER;
`;

/** What changed from what to what, who in which role from where, and the hash chain over the audit log. */
export class SealedTheAuditLog1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [EVENTS, CHAIN, APPEND_ONLY]) await runner.query(part);
    for (const table of ['audit_batches', 'audit_seals', 'audit_checks']) await runner.query(appendOnly(table));
  }

  async down(): Promise<void> {
    throw new Error('The seals of the audit log are not taken back: restore a backup instead.');
  }
}
