/**
 * Hashes under which a patient is found by the exact name, its pinyin, or name and day of birth together: keyed, so that nobody without the key
 * can try names against them. Rows written before this migration get theirs from the worker, which holds the key.
 */
export const NAME_HASHES = /* sql */ `
ALTER TABLE patient_identities ADD COLUMN name_hashes bytea[] NOT NULL DEFAULT '{}';
CREATE INDEX ix_patient_identities_name_hashes ON patient_identities USING gin (name_hashes) WITH (fastupdate = off);
CREATE INDEX ix_patient_identities_unnamed ON patient_identities (patient_id) WHERE name_hashes = '{}';
`;

/**
 * Two records of one patient, joined. The joined record keeps its sealed identity with its own record number, and which cases came with it is
 * written down, so that the joining can be undone exactly.
 */
export const PATIENT_MERGES = /* sql */ `
CREATE TABLE patient_merges (
  id uuid CONSTRAINT pk_patient_merges PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_patient_merges_hospital REFERENCES hospitals (id),
  kept_id uuid NOT NULL CONSTRAINT fk_patient_merges_kept REFERENCES patients (id),
  merged_id uuid NOT NULL CONSTRAINT fk_patient_merges_merged REFERENCES patients (id),
  case_ids uuid[] NOT NULL,
  conflicts text[] NOT NULL CONSTRAINT ck_patient_merges_conflicts CHECK (conflicts <@ ARRAY['SEX', 'BIRTH_DATE', 'NAME']),
  reason text NOT NULL CONSTRAINT ck_patient_merges_reason CHECK (char_length(reason) > 0),
  merged_at timestamptz NOT NULL,
  merged_by uuid NOT NULL CONSTRAINT fk_patient_merges_merged_by REFERENCES people (id),
  undone_at timestamptz,
  undone_by uuid CONSTRAINT fk_patient_merges_undone_by REFERENCES people (id),
  undo_reason text,
  CONSTRAINT ck_patient_merges_two CHECK (kept_id <> merged_id),
  CONSTRAINT ck_patient_merges_undone CHECK (num_nulls(undone_at, undone_by, undo_reason) IN (0, 3))
);
CREATE UNIQUE INDEX ux_patient_merges_in_force ON patient_merges (merged_id) WHERE undone_at IS NULL;
CREATE INDEX ix_patient_merges_hospital ON patient_merges (hospital_id, id);
CREATE INDEX ix_patient_merges_kept ON patient_merges (kept_id) WHERE undone_at IS NULL;
`;
