import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WRITES } from './1764200000000/settings.js';

/** What a centre asks for before a case is discussed. A version is written once; a round keeps the one it was taken in with. */
const CHECKLISTS = /* sql */ `
CREATE TABLE checklists (
  id uuid CONSTRAINT pk_checklists PRIMARY KEY,
  center_id uuid NOT NULL CONSTRAINT fk_checklists_center REFERENCES centers (id),
  tumour_type text NOT NULL,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid CONSTRAINT fk_checklists_updated_by REFERENCES people (id),
  CONSTRAINT ux_checklists_type UNIQUE (center_id, tumour_type)
);
CREATE TABLE checklist_versions (
  id uuid CONSTRAINT pk_checklist_versions PRIMARY KEY,
  checklist_id uuid NOT NULL CONSTRAINT fk_checklist_versions_checklist REFERENCES checklists (id),
  number int NOT NULL CONSTRAINT ck_checklist_versions_number CHECK (number >= 1),
  items jsonb NOT NULL,
  note text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid CONSTRAINT fk_checklist_versions_made_by REFERENCES people (id),
  CONSTRAINT ux_checklist_versions_number UNIQUE (checklist_id, number)
);
REVOKE DELETE ON checklists FROM consilium_app;
REVOKE UPDATE, DELETE ON checklist_versions FROM consilium_app;
`;

/** The items of one round: what the record says by itself, and what somebody said of them, when and why. */
const ITEMS = /* sql */ `
CREATE TABLE completeness_items (
  id uuid CONSTRAINT pk_completeness_items PRIMARY KEY,
  round_id uuid NOT NULL CONSTRAINT fk_completeness_items_round REFERENCES discussion_rounds (id),
  checklist_version_id uuid NOT NULL CONSTRAINT fk_completeness_items_version REFERENCES checklist_versions (id),
  code text NOT NULL,
  ordinal int NOT NULL,
  definition jsonb NOT NULL,
  mandatory boolean NOT NULL,
  state text NOT NULL CONSTRAINT ck_completeness_items_state
    CHECK (state IN ('MISSING', 'REQUESTED', 'RECEIVED', 'RE_READ', 'VERIFIED', 'WAIVED')),
  done boolean NOT NULL,
  fact_on date,
  valid_until date,
  due_at timestamptz,
  set_by uuid CONSTRAINT fk_completeness_items_set_by REFERENCES people (id),
  set_at timestamptz,
  reason text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  CONSTRAINT ux_completeness_items_code UNIQUE (round_id, code),
  CONSTRAINT ck_completeness_items_waived CHECK (state <> 'WAIVED' OR (reason <> '' AND set_by IS NOT NULL))
);
CREATE TABLE material_chases (
  id uuid CONSTRAINT pk_material_chases PRIMARY KEY,
  round_id uuid NOT NULL CONSTRAINT fk_material_chases_round REFERENCES discussion_rounds (id),
  person_id uuid NOT NULL CONSTRAINT fk_material_chases_person REFERENCES people (id),
  chased_at timestamptz NOT NULL,
  chased_by uuid NOT NULL CONSTRAINT fk_material_chases_chased_by REFERENCES people (id),
  codes text[] NOT NULL,
  CONSTRAINT ux_material_chases_person UNIQUE (round_id, person_id)
);
REVOKE DELETE ON completeness_items, material_chases FROM consilium_app;
`;

const IN_SIGHT = 'round_in_sight(round_id)';

const walled = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_seen ON ${table} FOR SELECT TO consilium_app USING (${IN_SIGHT});
CREATE POLICY ${table}_seen_in_emergency ON ${table} FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND round_in_emergency(round_id));
CREATE POLICY ${table}_added ON ${table} FOR INSERT TO consilium_app WITH CHECK (${WRITES} AND ${IN_SIGHT});
CREATE POLICY ${table}_changed ON ${table} FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${IN_SIGHT}) WITH CHECK (${WRITES} AND ${IN_SIGHT});
`;

/** Checklists of each tumour type with their versions, and what of it each round has. */
export class CheckedTheMaterial1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CHECKLISTS, ITEMS, walled('completeness_items'), walled('material_chases')])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE material_chases; DROP TABLE completeness_items; DROP TABLE checklist_versions; DROP TABLE checklists;',
    );
  }
}
