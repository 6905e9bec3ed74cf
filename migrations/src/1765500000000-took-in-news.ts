import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, WRITES } from './1764200000000/settings.js';

/** News of a patient: one sentence as it was heard, how grave it is, and what became of it. The sentence never changes. */
const TABLES = /* sql */ `
CREATE TABLE condition_updates (
  id uuid CONSTRAINT pk_condition_updates PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_condition_updates_case REFERENCES cases (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_condition_updates_hospital REFERENCES hospitals (id),
  author_id uuid NOT NULL CONSTRAINT fk_condition_updates_author REFERENCES people (id),
  text text NOT NULL CONSTRAINT ck_condition_updates_text CHECK (char_length(text) BETWEEN 1 AND 300),
  source text NOT NULL CONSTRAINT ck_condition_updates_source CHECK (source IN ('PATIENT', 'FAMILY', 'NURSE', 'CHIEF', 'LAB', 'PARTNER')),
  severity text CONSTRAINT ck_condition_updates_severity CHECK (severity IN ('RED', 'AMBER', 'GREEN')),
  state text NOT NULL CONSTRAINT ck_condition_updates_state CHECK (state IN ('NEW', 'TRIAGED', 'ACKNOWLEDGED', 'ACTIONED', 'CLOSED')),
  reported_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL CONSTRAINT fk_condition_updates_updated_by REFERENCES people (id),
  CONSTRAINT ck_condition_updates_triaged CHECK ((state = 'NEW') = (severity IS NULL)),
  CONSTRAINT ck_condition_updates_acknowledged CHECK ((state IN ('ACKNOWLEDGED', 'ACTIONED', 'CLOSED')) = (acknowledged_at IS NOT NULL)),
  CONSTRAINT ck_condition_updates_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX ix_condition_updates_case ON condition_updates (case_id, id);
CREATE INDEX ix_condition_updates_author ON condition_updates (author_id);
CREATE INDEX ix_condition_updates_open ON condition_updates (hospital_id, due_at) WHERE state <> 'CLOSED';
REVOKE UPDATE, DELETE ON condition_updates FROM consilium_app;
GRANT UPDATE (severity, state, due_at, acknowledged_at, closed_at, version, updated_at, updated_by) ON condition_updates TO consilium_app;
CREATE TABLE condition_update_events (
  id uuid CONSTRAINT pk_condition_update_events PRIMARY KEY,
  condition_update_id uuid NOT NULL CONSTRAINT fk_condition_update_events_update REFERENCES condition_updates (id),
  kind text NOT NULL CONSTRAINT ck_condition_update_events_kind CHECK (kind IN ('WRITTEN', 'TRIAGED', 'ACKNOWLEDGED', 'ACTIONED', 'CLOSED')),
  at timestamptz NOT NULL,
  person_id uuid NOT NULL CONSTRAINT fk_condition_update_events_person REFERENCES people (id),
  severity text CONSTRAINT ck_condition_update_events_severity CHECK (severity IN ('RED', 'AMBER', 'GREEN')),
  note text NOT NULL DEFAULT ''
);
CREATE INDEX ix_condition_update_events_update ON condition_update_events (condition_update_id, id);
REVOKE UPDATE, DELETE ON condition_update_events FROM consilium_app;
`;

const IN_SIGHT = 'in_sight(case_id)';
const UPDATE_IN_SIGHT = 'EXISTS (SELECT FROM condition_updates u WHERE u.id = condition_update_id)';

/** Whoever sees the case sees its news; everybody writes in their own name. */
const POLICIES = /* sql */ `
ALTER TABLE condition_updates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY condition_updates_seen ON condition_updates FOR SELECT TO consilium_app USING (${IN_SIGHT});
CREATE POLICY condition_updates_added ON condition_updates FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND ${IN_SIGHT} AND case_is_of(case_id, hospital_id) AND author_id = ${id('person_id')});
CREATE POLICY condition_updates_changed ON condition_updates FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${IN_SIGHT}) WITH CHECK (${WRITES} AND ${IN_SIGHT} AND updated_by = ${id('person_id')});
CREATE POLICY condition_updates_seen_in_emergency ON condition_updates FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND case_in_emergency(case_id));
ALTER TABLE condition_update_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY condition_update_events_seen ON condition_update_events FOR SELECT TO consilium_app USING (${UPDATE_IN_SIGHT});
CREATE POLICY condition_update_events_added ON condition_update_events FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND ${UPDATE_IN_SIGHT} AND person_id = ${id('person_id')});
`;

/** What the team, the patient and the family report between discussions, with what was done about it. */
export class TookInNews1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, POLICIES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('News of patients is part of the medical record and stays: restore a backup instead.');
  }
}
