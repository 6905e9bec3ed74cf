import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, WRITES } from './1764200000000/settings.js';

const JUDGEMENT = (table: string) => /* sql */ `
ALTER TABLE ${table}
  ADD COLUMN resectability text NOT NULL DEFAULT 'NOT_ASSESSED'
    CONSTRAINT ck_${table}_resectability CHECK (resectability IN ('RESECTABLE', 'BORDERLINE', 'UNRESECTABLE', 'NOT_ASSESSED')),
  ADD COLUMN risks text[] NOT NULL DEFAULT '{}',
  ADD COLUMN conditions text[] NOT NULL DEFAULT '{}';
`;

const participationStates = (states: string) => /* sql */ `
ALTER TABLE participations DROP CONSTRAINT ck_participations_state;
ALTER TABLE participations ADD CONSTRAINT ck_participations_state CHECK (state IN (${states}));
`;

const OF_OPINION = 'EXISTS (SELECT FROM opinions o WHERE o.id = opinion_id AND round_in_sight(o.round_id))';

/** What the record says anew after an opinion: it counts for the revision it came after, and is never taken back. */
const EVIDENCE = /* sql */ `
CREATE TABLE opinion_evidence (
  id uuid CONSTRAINT pk_opinion_evidence PRIMARY KEY,
  opinion_id uuid NOT NULL CONSTRAINT fk_opinion_evidence_opinion REFERENCES opinions (id),
  after_revision int NOT NULL,
  section text NOT NULL CONSTRAINT ck_opinion_evidence_section CHECK (section IN ('imaging', 'pathology', 'staging', 'structures')),
  changed_at timestamptz NOT NULL,
  changed_by uuid CONSTRAINT fk_opinion_evidence_changed_by REFERENCES people (id)
);
CREATE INDEX ix_opinion_evidence_opinion ON opinion_evidence (opinion_id, after_revision);
REVOKE UPDATE, DELETE ON opinion_evidence FROM consilium_app;
ALTER TABLE opinion_evidence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY opinion_evidence_seen ON opinion_evidence FOR SELECT TO consilium_app
  USING (EXISTS (SELECT FROM opinions o WHERE o.id = opinion_id));
CREATE POLICY opinion_evidence_added ON opinion_evidence FOR INSERT TO consilium_app
  WITH CHECK (${WRITES} AND changed_by IS NOT DISTINCT FROM ${id('person_id')} AND ${OF_OPINION});
`;

/** Opinions say whether the tumour is resectable, what is feared and what must hold; and are asked for again when the record changes after them. */
export class AskedForOpinionsAgain1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JUDGEMENT('opinions'));
    await runner.query(JUDGEMENT('opinion_revisions'));
    await runner.query('ALTER TABLE opinion_revisions ADD COLUMN reconfirms boolean NOT NULL DEFAULT false');
    await runner.query(participationStates(`'PROPOSED', 'OWED', 'DRAFTING', 'GIVEN', 'STALE', 'WAIVED'`));
    await runner.query(EVIDENCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opinion_evidence');
    await runner.query(`UPDATE participations SET state = 'GIVEN' WHERE state = 'STALE'`);
    await runner.query(participationStates(`'PROPOSED', 'OWED', 'DRAFTING', 'GIVEN', 'WAIVED'`));
    await runner.query('ALTER TABLE opinion_revisions DROP COLUMN reconfirms');
    for (const table of ['opinions', 'opinion_revisions'])
      await runner.query(`ALTER TABLE ${table} DROP COLUMN resectability, DROP COLUMN risks, DROP COLUMN conditions`);
  }
}
