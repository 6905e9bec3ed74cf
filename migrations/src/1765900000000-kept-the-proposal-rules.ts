import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, ids, WRITES } from './1764200000000/settings.js';

/** Rows are only added: what was proposed for a case can be explained by the table that was in force then. */
const UP = /* sql */ `
CREATE TABLE proposal_rule_versions (
  id uuid CONSTRAINT pk_proposal_rule_versions PRIMARY KEY,
  center_id uuid NOT NULL CONSTRAINT fk_proposal_rule_versions_center REFERENCES centers (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_proposal_rule_versions_hospital REFERENCES hospitals (id),
  version int NOT NULL CONSTRAINT ck_proposal_rule_versions_version CHECK (version >= 1),
  rules jsonb NOT NULL CONSTRAINT ck_proposal_rule_versions_rules CHECK (jsonb_typeof(rules) = 'array' AND jsonb_array_length(rules) > 0),
  changed_rules text[] NOT NULL,
  reason text NOT NULL CONSTRAINT ck_proposal_rule_versions_reason CHECK (char_length(reason) > 0),
  restored_version int,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL CONSTRAINT fk_proposal_rule_versions_changed_by REFERENCES people (id),
  CONSTRAINT ck_proposal_rule_versions_restored CHECK (restored_version >= 0 AND restored_version < version)
);
CREATE UNIQUE INDEX ux_proposal_rule_versions_version ON proposal_rule_versions (center_id, version);
REVOKE UPDATE, DELETE ON proposal_rule_versions FROM consilium_app;
ALTER TABLE proposal_rule_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY proposal_rule_versions_seen ON proposal_rule_versions FOR SELECT TO consilium_app USING (hospital_id = ${id('hospital_id')});
CREATE POLICY proposal_rule_versions_added ON proposal_rule_versions FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND hospital_id = ANY ${ids('proposal_rule_hospitals')} AND changed_by = ${id('person_id')}
  AND EXISTS (SELECT FROM centers c WHERE c.id = center_id AND c.hospital_id = proposal_rule_versions.hospital_id));
`;

const DOWN = /* sql */ `
DROP TABLE proposal_rule_versions;
`;

/** The rules by which departments are proposed, as each centre keeps them: version by version. */
export class KeptTheProposalRules1765900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
