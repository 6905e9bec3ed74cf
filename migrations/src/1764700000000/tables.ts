/**
 * A grant of emergency access is written once: who, which case, why and until when never change. What is added later is when it was ended and
 * what its review found. Sixty minutes are the most there is, whatever a program asks for.
 */
const EMERGENCY_ACCESSES = /* sql */ `
CREATE TABLE emergency_accesses (
  id uuid CONSTRAINT pk_emergency_accesses PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_emergency_accesses_case REFERENCES cases (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_emergency_accesses_hospital REFERENCES hospitals (id),
  person_id uuid NOT NULL CONSTRAINT fk_emergency_accesses_person REFERENCES people (id),
  reason_kind text NOT NULL CONSTRAINT ck_emergency_accesses_reason_kind CHECK (reason_kind IN ('RESCUE', 'ON_CALL', 'PERIOPERATIVE', 'OTHER')),
  reason text NOT NULL CONSTRAINT ck_emergency_accesses_reason CHECK (char_length(reason) >= 10),
  opened_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid CONSTRAINT fk_emergency_accesses_ended_by REFERENCES people (id),
  reviewed_at timestamptz,
  reviewed_by uuid CONSTRAINT fk_emergency_accesses_reviewed_by REFERENCES people (id),
  verdict text CONSTRAINT ck_emergency_accesses_verdict CHECK (verdict IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
  review_note text,
  CONSTRAINT ck_emergency_accesses_length CHECK (ends_at > opened_at AND ends_at <= opened_at + interval '60 minutes'),
  CONSTRAINT ck_emergency_accesses_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND ended_at >= opened_at AND ended_at <= ends_at),
  CONSTRAINT ck_emergency_accesses_reviewed CHECK (num_nulls(reviewed_at, reviewed_by, verdict, review_note) IN (0, 4)),
  CONSTRAINT ck_emergency_accesses_reviewed_by_another CHECK (reviewed_by <> person_id),
  CONSTRAINT ex_emergency_accesses_one_at_a_time EXCLUDE USING gist (case_id WITH =, person_id WITH =,
    tstzrange(opened_at, coalesce(ended_at, ends_at)) WITH &&)
);
CREATE INDEX ix_emergency_accesses_person ON emergency_accesses (person_id, ends_at) WHERE ended_at IS NULL;
CREATE INDEX ix_emergency_accesses_unreviewed ON emergency_accesses (hospital_id, id) WHERE reviewed_at IS NULL;
REVOKE UPDATE, DELETE ON emergency_accesses FROM consilium_app;
GRANT UPDATE (ended_at, ended_by, reviewed_at, reviewed_by, verdict, review_note) ON emergency_accesses TO consilium_app;
`;

/** Facts of level 5: everything said is sealed, the kind too, so that the table tells no more than that there is something. */
const RESTRICTED_FACTS = /* sql */ `
CREATE TABLE restricted_facts (
  id uuid CONSTRAINT pk_restricted_facts PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_restricted_facts_case REFERENCES cases (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_restricted_facts_hospital REFERENCES hospitals (id),
  sealed bytea NOT NULL,
  key_id text NOT NULL,
  department_ids uuid[] NOT NULL,
  version int NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL CONSTRAINT fk_restricted_facts_recorded_by REFERENCES people (id),
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL CONSTRAINT fk_restricted_facts_updated_by REFERENCES people (id),
  retired_at timestamptz
);
CREATE INDEX ix_restricted_facts_case ON restricted_facts (case_id);
REVOKE DELETE ON restricted_facts FROM consilium_app;
`;

export const TABLES = [EMERGENCY_ACCESSES, RESTRICTED_FACTS].join('\n');
