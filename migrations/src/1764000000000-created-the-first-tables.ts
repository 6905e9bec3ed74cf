import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANISATION = /* sql */ `
CREATE TABLE hospitals (
  id uuid CONSTRAINT pk_hospitals PRIMARY KEY,
  code text NOT NULL CONSTRAINT ux_hospitals_code UNIQUE,
  name_zh text NOT NULL, name_en text NOT NULL, short_name_zh text NOT NULL, short_name_en text NOT NULL,
  is_host boolean NOT NULL,
  province text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ux_hospitals_one_host ON hospitals (is_host) WHERE is_host;
CREATE TABLE campuses (
  id uuid CONSTRAINT pk_campuses PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_campuses_hospital REFERENCES hospitals (id),
  name_zh text NOT NULL, name_en text NOT NULL,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai'
);
CREATE INDEX ix_campuses_hospital ON campuses (hospital_id);
CREATE TABLE departments (
  id uuid CONSTRAINT pk_departments PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_departments_hospital REFERENCES hospitals (id),
  code text NOT NULL, name_zh text NOT NULL, name_en text NOT NULL,
  label text NOT NULL CONSTRAINT ck_departments_label_short CHECK (char_length(label) BETWEEN 1 AND 2),
  aliases text[] NOT NULL DEFAULT '{}',
  kind text NOT NULL,
  CONSTRAINT ux_departments_code UNIQUE (hospital_id, code)
);
CREATE TABLE centers (
  id uuid CONSTRAINT pk_centers PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_centers_hospital REFERENCES hospitals (id),
  name_zh text NOT NULL, name_en text NOT NULL,
  case_letter text NOT NULL CONSTRAINT ck_centers_case_letter CHECK (case_letter ~ '^[A-Z]$')
);
CREATE TABLE center_departments (
  center_id uuid NOT NULL CONSTRAINT fk_center_departments_center REFERENCES centers (id),
  department_id uuid NOT NULL CONSTRAINT fk_center_departments_department REFERENCES departments (id),
  role text NOT NULL CONSTRAINT ck_center_departments_role CHECK (role IN ('CORE', 'SUPPORTING')),
  position int NOT NULL,
  CONSTRAINT pk_center_departments PRIMARY KEY (center_id, department_id)
);
CREATE TABLE rooms (
  id uuid CONSTRAINT pk_rooms PRIMARY KEY,
  campus_id uuid NOT NULL CONSTRAINT fk_rooms_campus REFERENCES campuses (id),
  kind text NOT NULL CONSTRAINT ck_rooms_kind CHECK (kind IN ('MEETING_ROOM', 'THEATRE')),
  name_zh text NOT NULL, name_en text NOT NULL
);
CREATE TABLE partnerships (
  id uuid CONSTRAINT pk_partnerships PRIMARY KEY,
  host_hospital_id uuid NOT NULL CONSTRAINT fk_partnerships_host REFERENCES hospitals (id),
  partner_hospital_id uuid NOT NULL CONSTRAINT fk_partnerships_partner REFERENCES hospitals (id),
  agreement_no text NOT NULL CONSTRAINT ux_partnerships_agreement_no UNIQUE,
  scope text NOT NULL,
  valid_from date NOT NULL, valid_to date NOT NULL,
  CONSTRAINT ck_partnerships_period CHECK (valid_to >= valid_from),
  CONSTRAINT ck_partnerships_two_hospitals CHECK (host_hospital_id <> partner_hospital_id)
);
`;

const PEOPLE = /* sql */ `
CREATE TABLE people (
  id uuid CONSTRAINT pk_people PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_people_hospital REFERENCES hospitals (id),
  name text NOT NULL, name_en text NOT NULL,
  title text NOT NULL,
  email text,
  locale text NOT NULL DEFAULT 'zh-CN' CONSTRAINT ck_people_locale CHECK (locale IN ('zh-CN', 'en-US')),
  created_at timestamptz NOT NULL
);
CREATE INDEX ix_people_hospital ON people (hospital_id);
CREATE TABLE memberships (
  id uuid CONSTRAINT pk_memberships PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT fk_memberships_person REFERENCES people (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_memberships_hospital REFERENCES hospitals (id),
  department_id uuid CONSTRAINT fk_memberships_department REFERENCES departments (id),
  role text NOT NULL,
  valid_from date NOT NULL, valid_to date,
  CONSTRAINT ck_memberships_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX ix_memberships_person ON memberships (person_id);
CREATE INDEX ix_memberships_department_role ON memberships (department_id, role);
CREATE TABLE accounts (
  person_id uuid CONSTRAINT pk_accounts PRIMARY KEY CONSTRAINT fk_accounts_person REFERENCES people (id),
  username text NOT NULL CONSTRAINT ux_accounts_username UNIQUE CONSTRAINT ck_accounts_username_lower CHECK (username = lower(username)),
  password_hash text NOT NULL,
  failed_attempts int NOT NULL DEFAULT 0,
  locked_until timestamptz
);
CREATE TABLE sign_ins (
  id uuid CONSTRAINT pk_sign_ins PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT fk_sign_ins_person REFERENCES people (id),
  token_hash bytea NOT NULL CONSTRAINT ux_sign_ins_token UNIQUE,
  created_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX ix_sign_ins_person ON sign_ins (person_id);
CREATE TABLE setup_links (
  token_hash bytea CONSTRAINT pk_setup_links PRIMARY KEY,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
`;

const CASES = /* sql */ `
CREATE TABLE patients (
  id uuid CONSTRAINT pk_patients PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_patients_hospital REFERENCES hospitals (id),
  masked_name text NOT NULL,
  sex text NOT NULL CONSTRAINT ck_patients_sex CHECK (sex IN ('FEMALE', 'MALE')),
  province text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE patient_identities (
  patient_id uuid CONSTRAINT pk_patient_identities PRIMARY KEY CONSTRAINT fk_patient_identities_patient REFERENCES patients (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_patient_identities_hospital REFERENCES hospitals (id),
  sealed bytea NOT NULL,
  key_id text NOT NULL,
  identity_no_hash bytea NOT NULL,
  name_hash bytea NOT NULL,
  CONSTRAINT ux_patient_identities_no UNIQUE (hospital_id, identity_no_hash)
);
CREATE SEQUENCE case_serials;
CREATE TABLE cases (
  id uuid CONSTRAINT pk_cases PRIMARY KEY,
  case_no text NOT NULL CONSTRAINT ux_cases_case_no UNIQUE,
  hospital_id uuid NOT NULL CONSTRAINT fk_cases_hospital REFERENCES hospitals (id),
  center_id uuid NOT NULL CONSTRAINT fk_cases_center REFERENCES centers (id),
  patient_id uuid NOT NULL CONSTRAINT fk_cases_patient REFERENCES patients (id),
  owner_id uuid NOT NULL CONSTRAINT fk_cases_owner REFERENCES people (id),
  owner_department_id uuid CONSTRAINT fk_cases_owner_department REFERENCES departments (id),
  state text NOT NULL CONSTRAINT ck_cases_state CHECK (state IN ('DRAFT','REFERRED','TRIAGE','NEEDS_INFO','REJECTED','PREPARING','READY','SCHEDULED','IN_DISCUSSION','DEFERRED','DECISION_PENDING','DECIDED','PLAN_IN_PREPARATION','PLAN_APPROVED','IN_TREATMENT','FOLLOW_UP','CLOSED','ON_HOLD','WITHDRAWN','DECEASED')),
  urgency text NOT NULL CONSTRAINT ck_cases_urgency CHECK (urgency IN ('ROUTINE', 'URGENT')),
  age_years int NOT NULL CONSTRAINT ck_cases_age CHECK (age_years BETWEEN 0 AND 130),
  tumour_type text NOT NULL,
  diagnosis text NOT NULL,
  icd10_code text NOT NULL DEFAULT '',
  presentation text NOT NULL,
  recurrence_number int NOT NULL,
  summary text NOT NULL,
  wishes text NOT NULL,
  ecog int NOT NULL CONSTRAINT ck_cases_ecog CHECK (ecog BETWEEN 0 AND 5),
  comorbidities text[] NOT NULL DEFAULT '{}',
  structures jsonb NOT NULL DEFAULT '[]',
  prior_treatments jsonb NOT NULL DEFAULT '[]',
  imaging jsonb NOT NULL DEFAULT '[]',
  pathology jsonb NOT NULL DEFAULT '[]',
  risk text NOT NULL CONSTRAINT ck_cases_risk CHECK (risk IN ('EXTREME', 'HIGH', 'MODERATE')),
  risk_reasons jsonb NOT NULL DEFAULT '[]',
  missing_information text,
  referred_at timestamptz NOT NULL,
  state_since timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid CONSTRAINT fk_cases_updated_by REFERENCES people (id)
);
CREATE INDEX ix_cases_open ON cases (hospital_id, state) WHERE state NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'DECEASED');
CREATE INDEX ix_cases_owner ON cases (owner_id);
CREATE INDEX ix_cases_patient ON cases (patient_id);
CREATE TABLE discussion_rounds (
  id uuid CONSTRAINT pk_discussion_rounds PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_discussion_rounds_case REFERENCES cases (id),
  ordinal int NOT NULL,
  questions text[] NOT NULL CONSTRAINT ck_discussion_rounds_questions CHECK (cardinality(questions) BETWEEN 1 AND 3),
  blind boolean NOT NULL DEFAULT false,
  opinion_due_at timestamptz,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  CONSTRAINT ux_discussion_rounds_ordinal UNIQUE (case_id, ordinal)
);
CREATE TABLE participations (
  id uuid CONSTRAINT pk_participations PRIMARY KEY,
  round_id uuid NOT NULL CONSTRAINT fk_participations_round REFERENCES discussion_rounds (id),
  department_id uuid NOT NULL CONSTRAINT fk_participations_department REFERENCES departments (id),
  requirement text NOT NULL CONSTRAINT ck_participations_requirement CHECK (requirement IN ('REQUIRED', 'OPTIONAL')),
  reasons jsonb NOT NULL,
  state text NOT NULL CONSTRAINT ck_participations_state CHECK (state IN ('PROPOSED', 'OWED', 'DRAFTING', 'GIVEN', 'WAIVED')),
  due_at timestamptz,
  given_at timestamptz,
  waived_by uuid CONSTRAINT fk_participations_waived_by REFERENCES people (id),
  waive_reason text,
  CONSTRAINT ux_participations_department UNIQUE (round_id, department_id),
  CONSTRAINT ck_participations_waived_with_reason CHECK (state <> 'WAIVED' OR (waived_by IS NOT NULL AND waive_reason IS NOT NULL))
);
CREATE INDEX ix_participations_department ON participations (department_id, state);
CREATE TABLE consents (
  id uuid CONSTRAINT pk_consents PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_consents_case REFERENCES cases (id),
  kind text NOT NULL CONSTRAINT ck_consents_kind CHECK (kind IN ('TELEMEDICINE')),
  signed_by text NOT NULL CONSTRAINT ck_consents_signed_by CHECK (signed_by IN ('PATIENT', 'RELATIVE', 'GUARDIAN')),
  signed_on date NOT NULL,
  recorded_by uuid NOT NULL CONSTRAINT fk_consents_recorded_by REFERENCES people (id),
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX ux_consents_one_in_force ON consents (case_id, kind) WHERE withdrawn_at IS NULL;
`;

const SESSIONS = /* sql */ `
CREATE TABLE consult_sessions (
  id uuid CONSTRAINT pk_consult_sessions PRIMARY KEY,
  hospital_id uuid NOT NULL CONSTRAINT fk_consult_sessions_hospital REFERENCES hospitals (id),
  center_id uuid NOT NULL CONSTRAINT fk_consult_sessions_center REFERENCES centers (id),
  kind text NOT NULL CONSTRAINT ck_consult_sessions_kind CHECK (kind IN ('REGULAR', 'LINKED')),
  title text NOT NULL,
  starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
  room_id uuid NOT NULL CONSTRAINT fk_consult_sessions_room REFERENCES rooms (id),
  chair_id uuid NOT NULL CONSTRAINT fk_consult_sessions_chair REFERENCES people (id),
  recorder_id uuid NOT NULL CONSTRAINT fk_consult_sessions_recorder REFERENCES people (id),
  video_url text NOT NULL DEFAULT '',
  state text NOT NULL CONSTRAINT ck_consult_sessions_state CHECK (state IN ('PLANNED', 'IN_PROGRESS', 'ENDED', 'CANCELLED')),
  cancel_reason text,
  started_at timestamptz, ended_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL CONSTRAINT fk_consult_sessions_created_by REFERENCES people (id),
  updated_at timestamptz NOT NULL, updated_by uuid CONSTRAINT fk_consult_sessions_updated_by REFERENCES people (id),
  CONSTRAINT ck_consult_sessions_period CHECK (ends_at > starts_at)
);
CREATE INDEX ix_consult_sessions_time ON consult_sessions (hospital_id, starts_at);
CREATE TABLE session_hospitals (
  session_id uuid NOT NULL CONSTRAINT fk_session_hospitals_session REFERENCES consult_sessions (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_session_hospitals_hospital REFERENCES hospitals (id),
  partnership_id uuid NOT NULL CONSTRAINT fk_session_hospitals_partnership REFERENCES partnerships (id),
  CONSTRAINT pk_session_hospitals PRIMARY KEY (session_id, hospital_id)
);
CREATE TABLE session_members (
  session_id uuid NOT NULL CONSTRAINT fk_session_members_session REFERENCES consult_sessions (id),
  person_id uuid NOT NULL CONSTRAINT fk_session_members_person REFERENCES people (id),
  role text NOT NULL CONSTRAINT ck_session_members_role CHECK (role IN ('CHAIR', 'RECORDER', 'MEMBER', 'EXPERT')),
  department_id uuid CONSTRAINT fk_session_members_department REFERENCES departments (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_session_members_hospital REFERENCES hospitals (id),
  attendance_mode text CONSTRAINT ck_session_members_mode CHECK (attendance_mode IN ('IN_PERSON', 'REMOTE', 'PROXY')),
  arrived_at timestamptz,
  CONSTRAINT pk_session_members PRIMARY KEY (session_id, person_id)
);
CREATE INDEX ix_session_members_person ON session_members (person_id);
CREATE TABLE bookings (
  id uuid CONSTRAINT pk_bookings PRIMARY KEY,
  resource_kind text NOT NULL CONSTRAINT ck_bookings_resource_kind CHECK (resource_kind IN ('ROOM', 'THEATRE', 'PERSON')),
  resource_id uuid NOT NULL,
  during tstzrange NOT NULL CONSTRAINT ck_bookings_during CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
  source_kind text NOT NULL CONSTRAINT ck_bookings_source_kind CHECK (source_kind IN ('SESSION', 'OPERATION')),
  source_id uuid NOT NULL,
  CONSTRAINT ex_bookings_no_double_booking EXCLUDE USING gist (resource_id WITH =, during WITH &&)
);
CREATE INDEX ix_bookings_source ON bookings (source_kind, source_id);
CREATE TABLE agenda_items (
  id uuid CONSTRAINT pk_agenda_items PRIMARY KEY,
  session_id uuid NOT NULL CONSTRAINT fk_agenda_items_session REFERENCES consult_sessions (id),
  case_id uuid NOT NULL CONSTRAINT fk_agenda_items_case REFERENCES cases (id),
  round_id uuid NOT NULL CONSTRAINT fk_agenda_items_round REFERENCES discussion_rounds (id),
  ordinal int NOT NULL,
  minutes int NOT NULL CONSTRAINT ck_agenda_items_minutes CHECK (minutes BETWEEN 5 AND 120),
  state text NOT NULL CONSTRAINT ck_agenda_items_state CHECK (state IN ('QUEUED', 'OPEN', 'CONCLUDED', 'SIGNED', 'DEFERRED')),
  defer_reason text,
  opened_at timestamptz, closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT ux_agenda_items_case UNIQUE (session_id, case_id)
);
CREATE UNIQUE INDEX ux_agenda_items_round_once ON agenda_items (round_id) WHERE state <> 'DEFERRED';
CREATE UNIQUE INDEX ux_agenda_items_one_open ON agenda_items (session_id) WHERE state = 'OPEN';
CREATE TABLE shares (
  id uuid CONSTRAINT pk_shares PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_shares_case REFERENCES cases (id),
  round_id uuid NOT NULL CONSTRAINT fk_shares_round REFERENCES discussion_rounds (id),
  session_id uuid NOT NULL CONSTRAINT fk_shares_session REFERENCES consult_sessions (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_shares_hospital REFERENCES hospitals (id),
  partnership_id uuid NOT NULL CONSTRAINT fk_shares_partnership REFERENCES partnerships (id),
  consent_id uuid NOT NULL CONSTRAINT fk_shares_consent REFERENCES consents (id),
  px_code text NOT NULL CONSTRAINT ux_shares_px_code UNIQUE,
  opinion_due_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz, revoked_by uuid CONSTRAINT fk_shares_revoked_by REFERENCES people (id), revoke_reason text,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL CONSTRAINT fk_shares_created_by REFERENCES people (id)
);
CREATE UNIQUE INDEX ux_shares_in_force ON shares (case_id, session_id, hospital_id) WHERE revoked_at IS NULL;
CREATE INDEX ix_shares_hospital ON shares (hospital_id);
CREATE TABLE disclosures (
  id uuid CONSTRAINT pk_disclosures PRIMARY KEY,
  share_id uuid NOT NULL CONSTRAINT fk_disclosures_share REFERENCES shares (id),
  person_id uuid NOT NULL CONSTRAINT fk_disclosures_person REFERENCES people (id),
  consent_id uuid NOT NULL CONSTRAINT fk_disclosures_consent REFERENCES consents (id),
  what text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX ix_disclosures_share ON disclosures (share_id);
CREATE TABLE opinions (
  id uuid CONSTRAINT pk_opinions PRIMARY KEY,
  round_id uuid NOT NULL CONSTRAINT fk_opinions_round REFERENCES discussion_rounds (id),
  participation_id uuid CONSTRAINT fk_opinions_participation REFERENCES participations (id),
  share_id uuid CONSTRAINT fk_opinions_share REFERENCES shares (id),
  hospital_id uuid NOT NULL CONSTRAINT fk_opinions_hospital REFERENCES hospitals (id),
  author_id uuid NOT NULL CONSTRAINT fk_opinions_author REFERENCES people (id),
  state text NOT NULL CONSTRAINT ck_opinions_state CHECK (state IN ('DRAFT', 'SUBMITTED')),
  stance text CONSTRAINT ck_opinions_stance CHECK (stance IN ('support', 'conditional', 'oppose', 'information', 'more-information')),
  text text NOT NULL DEFAULT '',
  needs text NOT NULL DEFAULT '',
  answers jsonb NOT NULL DEFAULT '[]',
  revision int NOT NULL DEFAULT 0,
  submitted_at timestamptz,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  CONSTRAINT ux_opinions_participation UNIQUE (participation_id),
  CONSTRAINT ux_opinions_share UNIQUE (share_id),
  CONSTRAINT ck_opinions_one_giver CHECK ((participation_id IS NULL) <> (share_id IS NULL)),
  CONSTRAINT ck_opinions_submitted_has_stance CHECK (state = 'DRAFT' OR (stance IS NOT NULL AND submitted_at IS NOT NULL AND text <> ''))
);
CREATE INDEX ix_opinions_round ON opinions (round_id);
CREATE TABLE opinion_revisions (
  opinion_id uuid NOT NULL CONSTRAINT fk_opinion_revisions_opinion REFERENCES opinions (id),
  revision int NOT NULL,
  author_id uuid NOT NULL CONSTRAINT fk_opinion_revisions_author REFERENCES people (id),
  stance text NOT NULL,
  text text NOT NULL,
  needs text NOT NULL,
  answers jsonb NOT NULL,
  submitted_at timestamptz NOT NULL,
  CONSTRAINT pk_opinion_revisions PRIMARY KEY (opinion_id, revision)
);
CREATE TABLE decisions (
  id uuid CONSTRAINT pk_decisions PRIMARY KEY,
  round_id uuid NOT NULL CONSTRAINT fk_decisions_round REFERENCES discussion_rounds (id),
  agenda_item_id uuid NOT NULL CONSTRAINT ux_decisions_agenda_item UNIQUE CONSTRAINT fk_decisions_agenda_item REFERENCES agenda_items (id),
  state text NOT NULL CONSTRAINT ck_decisions_state CHECK (state IN ('DRAFT', 'PENDING', 'SIGNED')),
  direction text NOT NULL,
  summary text NOT NULL DEFAULT '',
  stances jsonb NOT NULL DEFAULT '[]',
  recommendations jsonb NOT NULL DEFAULT '[]',
  patient_preference_considered boolean NOT NULL DEFAULT false,
  consensus text CONSTRAINT ck_decisions_consensus CHECK (consensus IN ('UNANIMOUS', 'MAJORITY', 'CHAIR_DECISION', 'NONE')),
  consensus_override jsonb,
  quorum jsonb,
  recorded_by uuid NOT NULL CONSTRAINT fk_decisions_recorded_by REFERENCES people (id),
  signed_by uuid CONSTRAINT fk_decisions_signed_by REFERENCES people (id),
  signed_at timestamptz,
  content_hash text,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  CONSTRAINT ck_decisions_signed CHECK (state <> 'SIGNED' OR (signed_by IS NOT NULL AND signed_at IS NOT NULL AND content_hash IS NOT NULL))
);
CREATE INDEX ix_decisions_round ON decisions (round_id);
CREATE FUNCTION refuse_change_of_signed_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'SIGNED' THEN RAISE EXCEPTION 'a signed decision cannot change' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_decisions_signed_is_final'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decisions_signed_is_final BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_decision();
`;

const PLANS = /* sql */ `
CREATE TABLE surgical_plans (
  id uuid CONSTRAINT pk_surgical_plans PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT fk_surgical_plans_case REFERENCES cases (id),
  round_id uuid NOT NULL CONSTRAINT fk_surgical_plans_round REFERENCES discussion_rounds (id),
  number int NOT NULL,
  title text NOT NULL,
  lead_id uuid NOT NULL CONSTRAINT fk_surgical_plans_lead REFERENCES people (id),
  theatre_id uuid CONSTRAINT fk_surgical_plans_theatre REFERENCES rooms (id),
  starts_at timestamptz,
  anaesthesia text NOT NULL DEFAULT '',
  "position" text NOT NULL DEFAULT '',
  patient_agreed_on date NOT NULL,
  state text NOT NULL CONSTRAINT ck_surgical_plans_state CHECK (state IN ('DRAFT', 'STAGED', 'CONFIRMED')),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, updated_by uuid NOT NULL CONSTRAINT fk_surgical_plans_updated_by REFERENCES people (id),
  CONSTRAINT ux_surgical_plans_number UNIQUE (case_id, number),
  CONSTRAINT ck_surgical_plans_staged_is_booked CHECK (state = 'DRAFT' OR (theatre_id IS NOT NULL AND starts_at IS NOT NULL))
);
CREATE TABLE surgical_stages (
  id uuid CONSTRAINT pk_surgical_stages PRIMARY KEY,
  plan_id uuid NOT NULL CONSTRAINT fk_surgical_stages_plan REFERENCES surgical_plans (id),
  ordinal int NOT NULL,
  code text NOT NULL,
  department_id uuid NOT NULL CONSTRAINT fk_surgical_stages_department REFERENCES departments (id),
  lead_id uuid NOT NULL CONSTRAINT fk_surgical_stages_lead REFERENCES people (id),
  goal text NOT NULL,
  structures_at_risk text[] NOT NULL DEFAULT '{}',
  entry_condition text NOT NULL DEFAULT '',
  handover_condition text NOT NULL,
  contingency text NOT NULL,
  minutes int NOT NULL CONSTRAINT ck_surgical_stages_minutes CHECK (minutes BETWEEN 5 AND 960),
  blood_units int NOT NULL CONSTRAINT ck_surgical_stages_blood_units CHECK (blood_units BETWEEN 0 AND 60),
  day_offset int NOT NULL DEFAULT 0 CONSTRAINT ck_surgical_stages_day_offset CHECK (day_offset BETWEEN -14 AND 0),
  after_codes text[] NOT NULL DEFAULT '{}',
  confirmation text NOT NULL CONSTRAINT ck_surgical_stages_confirmation CHECK (confirmation IN ('WAITING', 'CONFIRMED', 'DECLINED')),
  confirm_due_at timestamptz,
  confirmed_at timestamptz,
  decline_reason text,
  CONSTRAINT ux_surgical_stages_code UNIQUE (plan_id, code)
);
CREATE INDEX ix_surgical_stages_lead ON surgical_stages (lead_id);
`;

const REMINDERS = /* sql */ `
CREATE TABLE obligations (
  id uuid CONSTRAINT pk_obligations PRIMARY KEY,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  hospital_id uuid NOT NULL CONSTRAINT fk_obligations_hospital REFERENCES hospitals (id),
  case_id uuid CONSTRAINT fk_obligations_case REFERENCES cases (id),
  session_id uuid CONSTRAINT fk_obligations_session REFERENCES consult_sessions (id),
  plan_id uuid CONSTRAINT fk_obligations_plan REFERENCES surgical_plans (id),
  share_id uuid CONSTRAINT fk_obligations_share REFERENCES shares (id),
  department_id uuid CONSTRAINT fk_obligations_department REFERENCES departments (id),
  person_id uuid CONSTRAINT fk_obligations_person REFERENCES people (id),
  role text,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL CONSTRAINT ck_obligations_state CHECK (state IN ('OPEN', 'DONE', 'CANCELLED')),
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT ux_obligations_subject UNIQUE (kind, subject_id)
);
CREATE INDEX ix_obligations_open_due ON obligations (due_at) WHERE state = 'OPEN';
CREATE INDEX ix_obligations_department ON obligations (department_id) WHERE state = 'OPEN';
CREATE INDEX ix_obligations_person ON obligations (person_id) WHERE state = 'OPEN';
CREATE INDEX ix_obligations_case ON obligations (case_id) WHERE state = 'OPEN';
CREATE TABLE reminders (
  id uuid CONSTRAINT pk_reminders PRIMARY KEY,
  obligation_id uuid NOT NULL CONSTRAINT fk_reminders_obligation REFERENCES obligations (id),
  step text NOT NULL,
  audience text NOT NULL,
  fire_at timestamptz NOT NULL,
  obligation_version int NOT NULL,
  state text NOT NULL CONSTRAINT ck_reminders_state CHECK (state IN ('SCHEDULED', 'DELIVERED', 'CANCELLED')),
  closed_at timestamptz,
  CONSTRAINT ux_reminders_step UNIQUE (obligation_id, step, obligation_version)
);
CREATE INDEX ix_reminders_due ON reminders (fire_at) WHERE state = 'SCHEDULED';
CREATE TABLE notifications (
  id uuid CONSTRAINT pk_notifications PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT fk_notifications_person REFERENCES people (id),
  reminder_id uuid NOT NULL CONSTRAINT fk_notifications_reminder REFERENCES reminders (id),
  kind text NOT NULL,
  step text NOT NULL,
  parameters jsonb NOT NULL,
  path text NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  CONSTRAINT ux_notifications_once UNIQUE (reminder_id, person_id)
);
CREATE INDEX ix_notifications_person ON notifications (person_id, created_at DESC, id DESC);
CREATE INDEX ix_notifications_unread ON notifications (person_id) WHERE read_at IS NULL;
CREATE TABLE mails (
  id uuid CONSTRAINT pk_mails PRIMARY KEY,
  notification_id uuid NOT NULL CONSTRAINT ux_mails_notification UNIQUE CONSTRAINT fk_mails_notification REFERENCES notifications (id),
  state text NOT NULL CONSTRAINT ck_mails_state CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'FAILED')),
  attempts int NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL,
  claimed_at timestamptz,
  sent_at timestamptz
);
CREATE INDEX ix_mails_pending ON mails (created_at) WHERE state IN ('PENDING', 'SENDING');
CREATE TABLE caught_mails (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_caught_mails PRIMARY KEY,
  message_id text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX ux_caught_mails_once ON caught_mails (message_id, recipient) WHERE message_id <> '';
`;

const RECORDS = /* sql */ `
CREATE TABLE audit_events (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_audit_events PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_id uuid,
  actor text NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL CONSTRAINT ck_audit_events_outcome CHECK (outcome IN ('DONE', 'REFUSED')),
  object_kind text NOT NULL,
  object_id text,
  case_id uuid,
  hospital_id uuid,
  request_id text,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ix_audit_events_case ON audit_events (case_id, id);
CREATE INDEX ix_audit_events_actor ON audit_events (actor_id, id);
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit events are only added' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_audit_events_append_only'; END $$;
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
  topic text NOT NULL,
  key text NOT NULL,
  created_at timestamptz NOT NULL,
  published_at timestamptz
);
CREATE INDEX ix_outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
CREATE TABLE board_cards (
  case_id uuid NOT NULL CONSTRAINT fk_board_cards_case REFERENCES cases (id),
  department_id uuid NOT NULL CONSTRAINT fk_board_cards_department REFERENCES departments (id),
  column_key text NOT NULL,
  due_at timestamptz,
  card jsonb NOT NULL,
  sequence bigint NOT NULL,
  CONSTRAINT pk_board_cards PRIMARY KEY (case_id, department_id)
);
CREATE INDEX ix_board_cards_department ON board_cards (department_id, due_at) WHERE column_key <> 'FOLLOW_UP';
CREATE INDEX ix_board_cards_follow_up ON board_cards (department_id, sequence) WHERE column_key = 'FOLLOW_UP';
CREATE SEQUENCE board_sequence;
CREATE TABLE installation (
  id int CONSTRAINT pk_installation PRIMARY KEY CONSTRAINT ck_installation_one_row CHECK (id = 1),
  demonstration_loaded_at timestamptz
);
`;

/** Organisation, people, cases, sessions, plans, reminders and their records. */
export class CreatedTheFirstTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    for (const part of [ORGANISATION, PEOPLE, CASES, SESSIONS, PLANS, REMINDERS, RECORDS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('The first tables are not taken back: restore a backup instead.');
  }
}
