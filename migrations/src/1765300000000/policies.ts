import { id, isSystem, WRITES } from '../1764200000000/settings.js';

const OF_DECISION = 'EXISTS (SELECT FROM decisions e WHERE e.id = decision_id)';
const DECISION_IN_SIGHT = 'EXISTS (SELECT FROM decisions e WHERE e.id = decision_id AND round_in_sight(e.round_id))';

/** Who sees the decision sees what it stands on. Facts are laid down anew while a decision is not signed. */
const FACTS = /* sql */ `
ALTER TABLE decision_facts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_facts_seen ON decision_facts FOR SELECT TO consilium_app USING (${OF_DECISION});
CREATE POLICY decision_facts_added ON decision_facts FOR INSERT TO consilium_app WITH CHECK (${WRITES} AND ${DECISION_IN_SIGHT});
CREATE POLICY decision_facts_changed ON decision_facts FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${DECISION_IN_SIGHT}) WITH CHECK (${WRITES} AND ${DECISION_IN_SIGHT});
CREATE POLICY decision_facts_removed ON decision_facts FOR DELETE TO consilium_app
  USING (${WRITES} AND EXISTS (SELECT FROM decisions e WHERE e.id = decision_id AND e.state <> 'SIGNED' AND round_in_sight(e.round_id)));
CREATE POLICY decision_facts_fact_expiry_select ON decision_facts FOR SELECT TO consilium_app
  USING (${isSystem('fact-expiry')} AND flag IS NULL AND expires_at IS NOT NULL);
`;

const IN_SIGHT = 'in_sight(case_id)';
const REVIEWS = /* sql */ `
ALTER TABLE decision_reviews ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_reviews_seen ON decision_reviews FOR SELECT TO consilium_app USING (${IN_SIGHT});
CREATE POLICY decision_reviews_added ON decision_reviews FOR INSERT TO consilium_app WITH CHECK (${WRITES} AND ${IN_SIGHT});
CREATE POLICY decision_reviews_changed ON decision_reviews FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${IN_SIGHT}) WITH CHECK (${WRITES} AND ${IN_SIGHT});
`;

/** Whoever answers for a recommendation knows what they are to do, also where the rest of the case is not theirs to see. */
const ANSWERS_FOR = `owner_id = ${id('person_id')}`;
const OF_RECOMMENDATION = 'EXISTS (SELECT FROM recommendations n WHERE n.id = recommendation_id)';
const RECOMMENDATIONS = /* sql */ `
ALTER TABLE recommendations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY recommendations_seen ON recommendations FOR SELECT TO consilium_app USING (${ANSWERS_FOR} OR ${IN_SIGHT});
CREATE POLICY recommendations_added ON recommendations FOR INSERT TO consilium_app WITH CHECK (${WRITES} AND ${IN_SIGHT});
CREATE POLICY recommendations_changed ON recommendations FOR UPDATE TO consilium_app
  USING (${WRITES} AND (${ANSWERS_FOR} OR ${IN_SIGHT})) WITH CHECK (${WRITES} AND (${ANSWERS_FOR} OR ${IN_SIGHT}));
ALTER TABLE recommendation_reports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY recommendation_reports_seen ON recommendation_reports FOR SELECT TO consilium_app USING (${OF_RECOMMENDATION});
CREATE POLICY recommendation_reports_added ON recommendation_reports FOR INSERT TO consilium_app
  WITH CHECK (${WRITES} AND reported_by = ${id('person_id')} AND ${OF_RECOMMENDATION});
`;

export const POLICIES = [FACTS, REVIEWS, RECOMMENDATIONS].join('\n');

/** In an emergency the page of the case is read as a whole. */
export const IN_EMERGENCY = /* sql */ `
CREATE POLICY decision_reviews_seen_in_emergency ON decision_reviews FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND case_in_emergency(case_id));
CREATE POLICY recommendations_seen_in_emergency ON recommendations FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND case_in_emergency(case_id));
`;
