import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, ids, WRITES } from './1764200000000/settings.js';

/**
 * Files of a case: what is known of each. The bytes lie in the file store under the id, so that no name of a file stands in a path. Nothing is
 * deleted here: a removed file says why and can be brought back.
 */
const ATTACHMENTS = /* sql */ `
CREATE TABLE attachments (
  id uuid CONSTRAINT pk_attachments PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_attachments_case REFERENCES cases (id),
  round_id uuid NOT NULL CONSTRAINT fk_attachments_round REFERENCES discussion_rounds (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_attachments_hospital REFERENCES hospitals (id),
  kind text NOT NULL CONSTRAINT ck_attachments_kind CHECK (kind IN ('IMAGING', 'PATHOLOGY', 'LAB', 'CONSENT', 'LETTER', 'PHOTO', 'OTHER')),
  title text NOT NULL CONSTRAINT ck_attachments_title CHECK (char_length(title) BETWEEN 1 AND 200),
  media_type text NOT NULL,
  bytes int NOT NULL CONSTRAINT ck_attachments_bytes CHECK (bytes BETWEEN 1 AND 209715200),
  sha256 text NOT NULL CONSTRAINT ck_attachments_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  state text NOT NULL DEFAULT 'ACTIVE' CONSTRAINT ck_attachments_state CHECK (state IN ('ACTIVE', 'REMOVED')),
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid NOT NULL CONSTRAINT fk_attachments_uploaded_by REFERENCES people (id),
  removed_at timestamptz,
  removed_by uuid CONSTRAINT fk_attachments_removed_by REFERENCES people (id),
  remove_reason text,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL CONSTRAINT fk_attachments_updated_by REFERENCES people (id),
  CONSTRAINT ck_attachments_removed CHECK (num_nulls(removed_at, removed_by, remove_reason) = CASE WHEN state = 'REMOVED' THEN 0 ELSE 3 END)
);
CREATE INDEX ix_attachments_case ON attachments (case_id, sha256);
REVOKE UPDATE, DELETE ON attachments FROM consilium_app;
GRANT UPDATE (state, removed_at, removed_by, remove_reason, version, updated_at, updated_by) ON attachments TO consilium_app;
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY attachments_seen ON attachments FOR SELECT TO consilium_app USING (in_sight(case_id));
CREATE POLICY attachments_seen_in_emergency ON attachments FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND case_in_emergency(case_id));
CREATE POLICY attachments_added ON attachments FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND in_sight(case_id) AND case_is_of(case_id, hospital_id) AND uploaded_by = ${id('person_id')});
CREATE POLICY attachments_changed ON attachments FOR UPDATE TO consilium_app
  USING (${WRITES} AND in_sight(case_id)) WITH CHECK (${WRITES} AND in_sight(case_id));
`;

/** Imports that were carried out, by the key their caller gave: asked again, the answer is the same and nothing is done twice. */
const CASE_IMPORTS = /* sql */ `
CREATE TABLE case_imports (
  id uuid CONSTRAINT pk_case_imports PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_case_imports_hospital REFERENCES hospitals (id),
  imported_by uuid NOT NULL CONSTRAINT fk_case_imports_imported_by REFERENCES people (id),
  imported_at timestamptz NOT NULL,
  sha256 text NOT NULL CONSTRAINT ck_case_imports_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  case_nos text[] NOT NULL CONSTRAINT ck_case_imports_case_nos CHECK (cardinality(case_nos) BETWEEN 1 AND 200)
);
REVOKE UPDATE, DELETE ON case_imports FROM consilium_app;
ALTER TABLE case_imports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY case_imports_seen ON case_imports FOR SELECT TO consilium_app USING (imported_by = ${id('person_id')});
CREATE POLICY case_imports_added ON case_imports FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND imported_by = ${id('person_id')} AND hospital_id = ANY ${ids('refer_hospitals')});
`;

export class KeptFilesWithCases1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ATTACHMENTS);
    await runner.query(CASE_IMPORTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_imports');
    await runner.query('DROP TABLE attachments');
  }
}
