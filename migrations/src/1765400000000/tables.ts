/**
 * A consult request holds what the consult record asks for (病历书写基本规范): request, opinion with its signature, and how it was carried out.
 * What was asked and what was signed never change; what happened is a trail that only grows.
 */
const CONSULT_REQUESTS = /* sql */ `
CREATE TABLE consult_requests (
  id uuid CONSTRAINT pk_consult_requests PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_consult_requests_case REFERENCES cases (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_consult_requests_hospital REFERENCES hospitals (id),
  requester_id uuid NOT NULL CONSTRAINT fk_consult_requests_requester REFERENCES people (id),
  requester_department_id uuid CONSTRAINT fk_consult_requests_requester_department REFERENCES departments (id),
  department_id uuid NOT NULL CONSTRAINT fk_consult_requests_department REFERENCES departments (id),
  consultant_id uuid CONSTRAINT fk_consult_requests_consultant REFERENCES people (id),
  urgency text NOT NULL CONSTRAINT ck_consult_requests_urgency CHECK (urgency IN ('URGENT', 'ROUTINE')),
  condition text NOT NULL,
  treatment text NOT NULL,
  reason text NOT NULL,
  purpose text NOT NULL,
  state text NOT NULL CONSTRAINT ck_consult_requests_state
    CHECK (state IN ('SENT', 'ACCEPTED', 'ARRIVED', 'ANSWERED', 'CLOSED', 'DECLINED', 'CANCELLED')),
  sent_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL CONSTRAINT ck_consult_requests_due CHECK (due_at > sent_at),
  accepted_at timestamptz,
  arrived_at timestamptz,
  accompanied_by text,
  opinion text,
  signed_by uuid CONSTRAINT fk_consult_requests_signed_by REFERENCES people (id),
  signed_at timestamptz,
  content_hash text,
  execution_note text,
  ended_at timestamptz,
  alternative_department_id uuid CONSTRAINT fk_consult_requests_alternative REFERENCES departments (id),
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL CONSTRAINT fk_consult_requests_updated_by REFERENCES people (id),
  CONSTRAINT ck_consult_requests_taken CHECK (state NOT IN ('ACCEPTED', 'ARRIVED', 'ANSWERED', 'CLOSED') OR consultant_id IS NOT NULL),
  CONSTRAINT ck_consult_requests_on_site CHECK (urgency <> 'URGENT' OR signed_at IS NULL OR arrived_at IS NOT NULL),
  CONSTRAINT ck_consult_requests_signed CHECK (num_nulls(opinion, signed_by, signed_at, content_hash) IN (0, 4)),
  CONSTRAINT ck_consult_requests_answered CHECK ((state IN ('ANSWERED', 'CLOSED')) = (signed_at IS NOT NULL)),
  CONSTRAINT ck_consult_requests_executed CHECK ((state = 'CLOSED') = (execution_note IS NOT NULL)),
  CONSTRAINT ck_consult_requests_declined CHECK ((state = 'DECLINED') = (alternative_department_id IS NOT NULL)),
  CONSTRAINT ck_consult_requests_ended CHECK ((state IN ('CLOSED', 'DECLINED', 'CANCELLED')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX ux_consult_requests_open ON consult_requests (case_id, department_id) WHERE state IN ('SENT', 'ACCEPTED', 'ARRIVED');
CREATE INDEX ix_consult_requests_case ON consult_requests (case_id, department_id);
CREATE INDEX ix_consult_requests_department ON consult_requests (department_id, state);
CREATE INDEX ix_consult_requests_requester ON consult_requests (requester_id);
REVOKE UPDATE, DELETE ON consult_requests FROM consilium_app;
GRANT UPDATE (consultant_id, state, accepted_at, arrived_at, accompanied_by, opinion, signed_by, signed_at, content_hash, execution_note, ended_at,
  alternative_department_id, version, updated_at, updated_by) ON consult_requests TO consilium_app;
CREATE FUNCTION keep_signed_consult() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a signed consult opinion does not change';
END $$;
CREATE TRIGGER consult_requests_stay_signed BEFORE UPDATE ON consult_requests FOR EACH ROW
  WHEN (OLD.signed_at IS NOT NULL AND (OLD.opinion, OLD.signed_by, OLD.signed_at, OLD.content_hash) IS DISTINCT FROM (NEW.opinion, NEW.signed_by, NEW.signed_at, NEW.content_hash))
  EXECUTE FUNCTION keep_signed_consult();
`;

const CONSULT_REQUEST_EVENTS = /* sql */ `
CREATE TABLE consult_request_events (
  id uuid CONSTRAINT pk_consult_request_events PRIMARY KEY,
  consult_request_id uuid NOT NULL CONSTRAINT fk_consult_request_events_request REFERENCES consult_requests (id),
  kind text NOT NULL CONSTRAINT ck_consult_request_events_kind
    CHECK (kind IN ('SENT', 'ACCEPTED', 'REASSIGNED', 'ARRIVED', 'ANSWERED', 'CLOSED', 'DECLINED', 'CANCELLED')),
  at timestamptz NOT NULL,
  person_id uuid NOT NULL CONSTRAINT fk_consult_request_events_person REFERENCES people (id),
  to_person_id uuid CONSTRAINT fk_consult_request_events_to_person REFERENCES people (id),
  note text NOT NULL DEFAULT ''
);
CREATE INDEX ix_consult_request_events_request ON consult_request_events (consult_request_id, id);
REVOKE UPDATE, DELETE ON consult_request_events FROM consilium_app;
`;

export const TABLES = [CONSULT_REQUESTS, CONSULT_REQUEST_EVENTS].join('\n');
