import { id, ids, WRITES } from '../1764200000000/settings.js';

/** Columns that the view below looks at, as the role that looks behind the wall. */
export const LOOKS = /* sql */ `
GRANT SELECT (case_id, department_id, state) ON consult_requests TO consilium_wall;
`;

/**
 * Also a department that is asked for a consult sees the case, then and afterwards: what it answered stays in its care. One that declined, or
 * from which the request was taken back, has no further reason to look. Both the policy of cases and `in_sight` ask this view.
 */
export const CASES_IN_SIGHT = /* sql */ `
CREATE OR REPLACE VIEW wall_cases AS
  SELECT r.case_id FROM participations p JOIN discussion_rounds r ON r.id = p.round_id WHERE p.department_id = ANY ${ids('case_departments')}
  UNION ALL
  SELECT i.case_id FROM session_members m JOIN agenda_items i ON i.session_id = m.session_id JOIN consult_sessions h ON h.id = m.session_id
    WHERE m.person_id = ${id('person_id')} AND h.hospital_id = ANY ${ids('agenda_hospitals')}
  UNION ALL
  SELECT n.case_id FROM surgical_plans n JOIN cases c ON c.id = n.case_id
    WHERE n.lead_id = ${id('person_id')} AND c.hospital_id = ANY ${ids('plan_hospitals')}
  UNION ALL
  SELECT n.case_id FROM surgical_plans n JOIN cases c ON c.id = n.case_id JOIN surgical_stages g ON g.plan_id = n.id
    WHERE (g.lead_id = ${id('person_id')} AND c.hospital_id = ANY ${ids('plan_hospitals')}) OR g.department_id = ANY ${ids('plan_departments')}
  UNION ALL
  SELECT q.case_id FROM consult_requests q WHERE q.department_id = ANY ${ids('consult_departments')} AND q.state NOT IN ('DECLINED', 'CANCELLED');
COMMENT ON VIEW wall_cases IS 'Cases the asker is let in to by a department, a consult, a session or a plan.';
`;

const IN_SIGHT = 'in_sight(case_id)';
const REQUEST_IN_SIGHT = 'EXISTS (SELECT FROM consult_requests q WHERE q.id = consult_request_id)';

/** Whoever sees the case sees its consults. Acts are the services' to decide; in whose name they stand is checked here too. */
export const POLICIES = /* sql */ `
ALTER TABLE consult_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY consult_requests_seen ON consult_requests FOR SELECT TO consilium_app USING (${IN_SIGHT});
CREATE POLICY consult_requests_added ON consult_requests FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND ${IN_SIGHT} AND case_is_of(case_id, hospital_id) AND requester_id = ${id('person_id')} AND state = 'SENT');
CREATE POLICY consult_requests_changed ON consult_requests FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${IN_SIGHT}) WITH CHECK (${WRITES} AND ${IN_SIGHT} AND updated_by = ${id('person_id')});
CREATE POLICY consult_requests_seen_in_emergency ON consult_requests FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND case_in_emergency(case_id));
CREATE POLICY consult_requests_looked_at ON consult_requests FOR SELECT TO consilium_wall USING (true);
ALTER TABLE consult_request_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY consult_request_events_seen ON consult_request_events FOR SELECT TO consilium_app USING (${REQUEST_IN_SIGHT});
CREATE POLICY consult_request_events_added ON consult_request_events FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND ${REQUEST_IN_SIGHT} AND person_id = ${id('person_id')});
`;
