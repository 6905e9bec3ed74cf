import { id } from '../1764200000000/settings.js';

/**
 * What cases are found by, one narrow row each, kept by the database itself like an index: whoever changes a case changes its row. No program
 * reads it; `cases_found` does. `pieces` holds what a search looks up: characters and pairs of characters of the diagnosis, of the case number
 * (`#`), the family name the mask shows (`@`), and codes (`=`).
 */
export const CASE_SEARCH = /* sql */ `
CREATE TABLE case_search (
  case_id uuid CONSTRAINT pk_case_search PRIMARY KEY CONSTRAINT fk_case_search_case REFERENCES cases (id) ON DELETE CASCADE,
  hospital_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  case_no text NOT NULL,
  state text NOT NULL,
  tumour_type text NOT NULL,
  risk text NOT NULL,
  recurrence_number int NOT NULL,
  referred_at timestamptz NOT NULL,
  diagnosis text NOT NULL,
  pieces text[] NOT NULL,
  department_ids uuid[] NOT NULL DEFAULT '{}'
);
CREATE INDEX ix_case_search_pieces ON case_search USING gin (pieces, department_ids) WITH (fastupdate = off);
CREATE INDEX ix_case_search_recent ON case_search (hospital_id, referred_at, case_id);
CREATE INDEX ix_case_search_patient ON case_search (patient_id);
CREATE INDEX ix_case_search_owner ON case_search (owner_id);
ALTER TABLE case_search ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY case_search_kept ON case_search TO consilium_wall USING (true) WITH CHECK (true);
REVOKE INSERT, UPDATE, DELETE ON case_search FROM consilium_app;
GRANT SELECT, INSERT, UPDATE ON case_search TO consilium_wall;
GRANT SELECT (state, icd10_code, referred_at) ON cases TO consilium_wall;
GRANT SELECT (state, due_at) ON obligations TO consilium_wall;
`;

/**
 * Filters of the list of cases that a person keeps under a name. They hold codes and days, never words that were searched for; also
 * who may only look keeps their own.
 */
export const SAVED_FILTERS = /* sql */ `
CREATE TABLE saved_filters (
  id uuid CONSTRAINT pk_saved_filters PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT fk_saved_filters_person REFERENCES people (id),
  name text NOT NULL CONSTRAINT ck_saved_filters_name CHECK (char_length(name) BETWEEN 1 AND 40),
  filters jsonb NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT ux_saved_filters_name UNIQUE (person_id, name)
);
CREATE UNIQUE INDEX ux_saved_filters_one_default ON saved_filters (person_id) WHERE is_default;
ALTER TABLE saved_filters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY saved_filters_seen ON saved_filters FOR SELECT TO consilium_app USING (person_id = ${id('person_id')});
CREATE POLICY saved_filters_added ON saved_filters FOR INSERT TO consilium_app WITH CHECK (person_id = ${id('person_id')});
CREATE POLICY saved_filters_changed ON saved_filters FOR UPDATE TO consilium_app
  USING (person_id = ${id('person_id')}) WITH CHECK (person_id = ${id('person_id')});
CREATE POLICY saved_filters_removed ON saved_filters FOR DELETE TO consilium_app USING (person_id = ${id('person_id')});
`;
