import { id, ids, isSystem, NOW, WRITES } from '../1764200000000/settings.js';

const KNOWS_OF_EMERGENCY = `(person_id = ${id('person_id')} OR hospital_id = ANY ${ids('emergency_watch_hospitals')}
  OR (hospital_id = ANY ${ids('emergency_owner_hospitals')} AND owns_case(case_id)))`;

/** Whoever knows of an access may end it or find on it, by what the services decide; a later change leaves it over, and a review is the last. */
const EMERGENCY_ACCESSES = /* sql */ `
ALTER TABLE emergency_accesses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY emergency_accesses_seen ON emergency_accesses FOR SELECT TO consilium_app USING (${KNOWS_OF_EMERGENCY});
CREATE POLICY emergency_accesses_added ON emergency_accesses FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND person_id = ${id('person_id')} AND hospital_id = ANY ${ids('emergency_open_hospitals')} AND case_is_of(case_id, hospital_id)
  AND opened_at = ${NOW} AND ended_at IS NULL AND reviewed_at IS NULL);
CREATE POLICY emergency_accesses_changed ON emergency_accesses FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${KNOWS_OF_EMERGENCY} AND reviewed_at IS NULL)
  WITH CHECK (${WRITES} AND ${KNOWS_OF_EMERGENCY} AND (ended_at IS NOT NULL OR ends_at <= ${NOW}));
CREATE POLICY emergency_accesses_looked_at ON emergency_accesses FOR SELECT TO consilium_wall USING (true);
`;

const OWNS_FACT = `(hospital_id = ANY ${ids('restricted_owner_hospitals')} AND owns_case(case_id))`;

/** The owner of the case sees and writes them; a department that the owner listed reads those in use, and that only of a case in its sight. */
const RESTRICTED_FACTS = /* sql */ `
ALTER TABLE restricted_facts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY restricted_facts_seen ON restricted_facts FOR SELECT TO consilium_app USING (
  ${OWNS_FACT} OR (retired_at IS NULL AND department_ids && ${ids('restricted_departments')} AND in_sight(case_id)));
CREATE POLICY restricted_facts_added ON restricted_facts FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND ${OWNS_FACT} AND case_is_of(case_id, hospital_id) AND recorded_by = ${id('person_id')});
CREATE POLICY restricted_facts_changed ON restricted_facts FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${OWNS_FACT}) WITH CHECK (${WRITES} AND ${OWNS_FACT});
CREATE POLICY restricted_facts_key_rotation_select ON restricted_facts FOR SELECT TO consilium_app USING (${isSystem('key-rotation')});
CREATE POLICY restricted_facts_key_rotation_update ON restricted_facts FOR UPDATE TO consilium_app
  USING (${isSystem('key-rotation')}) WITH CHECK (${isSystem('key-rotation')});
`;

/** What the page of a case is made of, by the question that says whether an emergency lets the asker look at a row. Nothing here writes. */
const SEEN_IN_EMERGENCY: Record<string, string> = {
  cases: 'case_in_emergency(id)',
  patients: 'patient_in_emergency(id)',
  patient_identities: `hospital_id = ANY ${ids('identity_emergency_hospitals')} AND patient_in_emergency(patient_id)`,
  discussion_rounds: 'case_in_emergency(case_id)',
  participations: 'round_in_emergency(round_id)',
  consents: 'case_in_emergency(case_id)',
  agenda_items: 'case_in_emergency(case_id)',
  shares: 'case_in_emergency(case_id)',
  opinions: 'round_in_emergency(round_id)',
  decisions: 'round_in_emergency(round_id)',
};

const IN_EMERGENCY = Object.entries(SEEN_IN_EMERGENCY)
  .map(
    ([table, condition]) => `CREATE POLICY ${table}_seen_in_emergency ON ${table} FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND ${condition});`,
  )
  .join('\n');

/** Who reviews emergency access is told what waits for review. */
const OWED_REVIEWS = /* sql */ `
CREATE POLICY obligations_watched ON obligations FOR SELECT TO consilium_app
  USING (kind = 'EMERGENCY_ACCESS' AND hospital_id = ANY ${ids('emergency_watch_hospitals')});
`;

export const POLICIES = [EMERGENCY_ACCESSES, RESTRICTED_FACTS, IN_EMERGENCY, OWED_REVIEWS].join('\n');
