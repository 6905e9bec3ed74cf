import type { TestWorld } from './test-world.js';

/**
 * Lays down what hangs on the signed decision of a case: a fact that changed, the second look it calls for, and a recommendation that
 * transfusion-1 answers for and has reported on. Laid down directly: tests of who sees what need no discussion.
 */
export async function furnishDecision(world: TestWorld, caseNo: string): Promise<void> {
  const { personId } = await world.actor('transfusion-1');
  const decision = `SELECT e.id, c.id AS case_id, c.case_no, c.hospital_id FROM decisions e JOIN discussion_rounds r ON r.id = e.round_id
    JOIN cases c ON c.id = r.case_id WHERE c.case_no = $1`;
  await world.rows(
    `INSERT INTO decision_facts (id, decision_id, case_id, fact_key, label_zh, label_en, value, observed_on, present_value, flag, flagged_at)
     SELECT gen_random_uuid(), d.id, d.case_id, 'ecog', 'ECOG', 'ECOG', '1', '2026-11-01', '3', 'CHANGED', $2 FROM (${decision}) d`,
    [caseNo, world.clock.now()],
  );
  await world.rows(
    `INSERT INTO decision_reviews (id, decision_id, case_id, state, changes, opened_at)
     SELECT gen_random_uuid(), d.id, d.case_id, 'OPEN', '[{"key": "ecog", "label": {"zh": "ECOG", "en": "ECOG"}, "flag": "CHANGED"}]', $2
     FROM (${decision}) d`,
    [caseNo, world.clock.now()],
  );
  await world.rows(
    `WITH made AS (
       INSERT INTO recommendations (id, decision_id, case_id, case_no, hospital_id, ordinal, kind, text, owner_id, due_on, state, updated_at)
       SELECT gen_random_uuid(), d.id, d.case_id, d.case_no, d.hospital_id, 0, 'OTHER', '备血 12 U', $2, '2026-11-30', 'ADOPTED', $3
       FROM (${decision}) d RETURNING id
     )
     INSERT INTO recommendation_reports (id, recommendation_id, state, reported_by, reported_at)
     SELECT gen_random_uuid(), id, 'ADOPTED', $2, $3 FROM made`,
    [caseNo, personId, world.clock.now()],
  );
}

/** Evidence that came before the opinions of a case were given: it is on record and asks nobody. */
export async function earlierEvidence(world: TestWorld, caseNo: string): Promise<void> {
  await world.rows(
    `INSERT INTO opinion_evidence (id, opinion_id, after_revision, section, changed_at)
     SELECT gen_random_uuid(), o.id, 0, 'imaging', $2 FROM opinions o JOIN discussion_rounds r ON r.id = o.round_id JOIN cases c ON c.id = r.case_id
     WHERE c.case_no = $1`,
    [caseNo, world.clock.now()],
  );
}
