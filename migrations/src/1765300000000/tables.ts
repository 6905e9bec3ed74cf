/**
 * Facts a decision stands on, as the record had them when it was concluded. What was true then never changes; what is added is until when it
 * may be relied on, what the record says since, and what was kept in spite of that.
 */
const DECISION_FACTS = /* sql */ `
ALTER TABLE decisions ADD COLUMN facts jsonb;
CREATE TABLE decision_facts (
  id uuid CONSTRAINT pk_decision_facts PRIMARY KEY,
  decision_id uuid NOT NULL CONSTRAINT fk_decision_facts_decision REFERENCES decisions (id),
  case_id uuid NOT NULL CONSTRAINT fk_decision_facts_case REFERENCES cases (id),
  recommendation int,
  fact_key text NOT NULL,
  label_zh text NOT NULL,
  label_en text NOT NULL,
  value text NOT NULL,
  observed_on date,
  source_revision int,
  valid_days int CONSTRAINT ck_decision_facts_valid_days CHECK (valid_days > 0),
  confirmed_on date,
  valid_until date,
  expires_at timestamptz,
  present_value text,
  flag text CONSTRAINT ck_decision_facts_flag CHECK (flag IN ('CHANGED', 'EXPIRED')),
  flagged_at timestamptz,
  kept_value text,
  kept_at timestamptz,
  CONSTRAINT ux_decision_facts_key UNIQUE NULLS NOT DISTINCT (decision_id, recommendation, fact_key),
  CONSTRAINT ck_decision_facts_flagged CHECK ((flag IS NULL) = (flagged_at IS NULL))
);
CREATE INDEX ix_decision_facts_case ON decision_facts (case_id);
CREATE INDEX ix_decision_facts_expiry ON decision_facts (expires_at) WHERE flag IS NULL AND expires_at IS NOT NULL;
`;

const REVIEWS = /* sql */ `
CREATE TABLE decision_reviews (
  id uuid CONSTRAINT pk_decision_reviews PRIMARY KEY,
  decision_id uuid NOT NULL CONSTRAINT fk_decision_reviews_decision REFERENCES decisions (id),
  case_id uuid NOT NULL CONSTRAINT fk_decision_reviews_case REFERENCES cases (id),
  state text NOT NULL CONSTRAINT ck_decision_reviews_state CHECK (state IN ('OPEN', 'KEPT', 'DISCUSSED_AGAIN', 'LAPSED')),
  changes jsonb NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by uuid CONSTRAINT fk_decision_reviews_closed_by REFERENCES people (id),
  reason text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  CONSTRAINT ck_decision_reviews_closed CHECK ((state = 'OPEN') = (closed_at IS NULL)),
  CONSTRAINT ck_decision_reviews_kept_with_reason CHECK (state <> 'KEPT' OR (reason <> '' AND closed_by IS NOT NULL))
);
CREATE UNIQUE INDEX ux_decision_reviews_open ON decision_reviews (decision_id) WHERE state = 'OPEN';
CREATE INDEX ix_decision_reviews_decision ON decision_reviews (decision_id, opened_at);
CREATE INDEX ix_decision_reviews_case ON decision_reviews (case_id);
REVOKE DELETE ON decision_reviews FROM consilium_app;
`;

/** What was signed stays in the decision; here stands what became of each recommendation. The number of the case never changes. */
const RECOMMENDATIONS = /* sql */ `
CREATE TABLE recommendations (
  id uuid CONSTRAINT pk_recommendations PRIMARY KEY,
  decision_id uuid NOT NULL CONSTRAINT fk_recommendations_decision REFERENCES decisions (id),
  case_id uuid NOT NULL CONSTRAINT fk_recommendations_case REFERENCES cases (id),
  case_no text NOT NULL,
  hospital_id uuid NOT NULL CONSTRAINT fk_recommendations_hospital REFERENCES hospitals (id),
  ordinal int NOT NULL,
  kind text NOT NULL CONSTRAINT ck_recommendations_kind CHECK (kind IN ('MORE_TESTS', 'NEOADJUVANT', 'SYSTEMIC', 'SURGERY_CURATIVE',
    'SURGERY_PALLIATIVE', 'EMBOLISATION_ABLATION', 'BRIDGE', 'TRIAL', 'TRANSFER', 'SUPPORTIVE', 'OBSERVE', 'NO_CONSENSUS', 'OTHER')),
  strength text CONSTRAINT ck_recommendations_strength CHECK (strength IN ('STRONG', 'WEAK')),
  text text NOT NULL,
  alternatives jsonb NOT NULL DEFAULT '[]',
  owner_id uuid NOT NULL CONSTRAINT fk_recommendations_owner REFERENCES people (id),
  due_on date NOT NULL,
  state text NOT NULL CONSTRAINT ck_recommendations_state CHECK (state IN ('PROPOSED', 'ADOPTED', 'IN_PROGRESS', 'DONE', 'PARTLY', 'CHANGED',
    'NOT_DONE', 'UNKNOWN')),
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid CONSTRAINT fk_recommendations_updated_by REFERENCES people (id),
  CONSTRAINT ux_recommendations_ordinal UNIQUE (decision_id, ordinal)
);
CREATE INDEX ix_recommendations_owner ON recommendations (owner_id, due_on);
CREATE INDEX ix_recommendations_hospital ON recommendations (hospital_id, due_on);
CREATE INDEX ix_recommendations_case ON recommendations (case_id);
REVOKE UPDATE, DELETE ON recommendations FROM consilium_app;
GRANT UPDATE (state, version, updated_at, updated_by) ON recommendations TO consilium_app;

CREATE TABLE recommendation_reports (
  id uuid CONSTRAINT pk_recommendation_reports PRIMARY KEY,
  recommendation_id uuid NOT NULL CONSTRAINT fk_recommendation_reports_recommendation REFERENCES recommendations (id),
  state text NOT NULL CONSTRAINT ck_recommendation_reports_state CHECK (state IN ('ADOPTED', 'IN_PROGRESS', 'DONE', 'PARTLY', 'CHANGED',
    'NOT_DONE', 'UNKNOWN')),
  reason text CONSTRAINT ck_recommendation_reports_reason CHECK (reason IN ('PATIENT_WISH', 'DEATH', 'COMORBIDITY_OR_TOXICITY', 'NEW_FINDING',
    'PHYSICIAN_DECISION', 'NOT_DOCUMENTED', 'LOST', 'TREATED_ELSEWHERE')),
  note text NOT NULL DEFAULT '',
  reported_by uuid NOT NULL CONSTRAINT fk_recommendation_reports_reported_by REFERENCES people (id),
  reported_at timestamptz NOT NULL,
  CONSTRAINT ck_recommendation_reports_deviation CHECK (state NOT IN ('PARTLY', 'CHANGED', 'NOT_DONE') OR reason IS NOT NULL)
);
CREATE INDEX ix_recommendation_reports_recommendation ON recommendation_reports (recommendation_id, reported_at);
REVOKE UPDATE, DELETE ON recommendation_reports FROM consilium_app;
`;

/** Decisions signed before are followed from now on; what they stood on was not kept then and is not guessed. */
const SIGNED_BEFORE = /* sql */ `
INSERT INTO recommendations (id, decision_id, case_id, case_no, hospital_id, ordinal, kind, text, owner_id, due_on, state, updated_at)
SELECT gen_random_uuid(), e.id, c.id, c.case_no, c.hospital_id, n.place - 1, 'OTHER', n.said ->> 'text', (n.said ->> 'ownerId')::uuid,
  (n.said ->> 'dueOn')::date, 'PROPOSED', e.signed_at
FROM decisions e JOIN discussion_rounds r ON r.id = e.round_id JOIN cases c ON c.id = r.case_id
  CROSS JOIN LATERAL jsonb_array_elements(e.recommendations) WITH ORDINALITY AS n (said, place)
WHERE e.state = 'SIGNED';
`;

export const TABLES = [DECISION_FACTS, REVIEWS, RECOMMENDATIONS, SIGNED_BEFORE].join('\n');
