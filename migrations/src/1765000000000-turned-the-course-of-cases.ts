import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WRITES } from './1764200000000/settings.js';

const ACTS = [
  'reject',
  'hold',
  'resume',
  'withdraw',
  'record-death',
  'file-death-discussion',
  'start-treatment',
  'start-operation',
  'enter-follow-up',
  'propose-closing',
  'close',
  'reopen-round',
];

/**
 * What turned the course of a case, in the words of who recorded it; a line is written once. A round says why it was opened: one without a
 * reason is that of the referral.
 */
export class TurnedTheCourseOfCases1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_turns (
        id uuid CONSTRAINT pk_case_turns PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT fk_case_turns_case REFERENCES cases (id),
        round_id uuid NOT NULL CONSTRAINT fk_case_turns_round REFERENCES discussion_rounds (id),
        act text NOT NULL CONSTRAINT ck_case_turns_act CHECK (act IN (${ACTS.map((act) => `'${act}'`).join(', ')})),
        from_state text NOT NULL,
        to_state text NOT NULL,
        reason_code text,
        reason text NOT NULL,
        advice text NOT NULL,
        happened_on date,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL CONSTRAINT fk_case_turns_recorded_by REFERENCES people (id)
      );
      CREATE INDEX ix_case_turns_case ON case_turns (case_id, recorded_at);
      REVOKE UPDATE, DELETE ON case_turns FROM consilium_app;
      ALTER TABLE case_turns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY case_turns_seen ON case_turns FOR SELECT TO consilium_app USING (in_sight(case_id));
      CREATE POLICY case_turns_seen_in_emergency ON case_turns FOR SELECT TO consilium_app
        USING ((SELECT has_emergency()) AND case_in_emergency(case_id));
      CREATE POLICY case_turns_added ON case_turns FOR INSERT TO consilium_app WITH CHECK (${WRITES} AND in_sight(case_id));

      ALTER TABLE discussion_rounds
        ADD COLUMN reason text CONSTRAINT ck_discussion_rounds_reason
          CHECK (reason IN ('RECURRENCE', 'PROGRESSION', 'COMPLICATION', 'RESPONSE_CHECK', 'NEW_FACT')),
        ADD COLUMN note text NOT NULL DEFAULT '',
        ADD COLUMN opened_by uuid CONSTRAINT fk_discussion_rounds_opened_by REFERENCES people (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE discussion_rounds DROP COLUMN opened_by, DROP COLUMN note, DROP COLUMN reason;
      DROP TABLE case_turns;
    `);
  }
}
