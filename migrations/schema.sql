-- columns
accounts.person_id uuid NOT NULL
accounts.username text NOT NULL
accounts.password_hash text
accounts.failed_attempts integer NOT NULL DEFAULT 0
accounts.locked_until timestamp with time zone
accounts.disabled_at timestamp with time zone
accounts.disabled_by uuid
accounts.failed_confirmations integer NOT NULL DEFAULT 0
accounts.confirmations_rest_until timestamp with time zone
agenda_items.id uuid NOT NULL
agenda_items.session_id uuid NOT NULL
agenda_items.case_id uuid NOT NULL
agenda_items.round_id uuid NOT NULL
agenda_items.ordinal integer NOT NULL
agenda_items.minutes integer NOT NULL
agenda_items.state text NOT NULL
agenda_items.defer_reason text
agenda_items.opened_at timestamp with time zone
agenda_items.closed_at timestamp with time zone
agenda_items.version integer NOT NULL DEFAULT 1
audit_batches.number bigint NOT NULL
audit_batches.last_sequence bigint NOT NULL
audit_batches.row_count integer NOT NULL
audit_batches.previous_hash bytea NOT NULL
audit_batches.hash bytea NOT NULL
audit_batches.sealed_at timestamp with time zone NOT NULL
audit_checks.id bigint NOT NULL IDENTITY
audit_checks.at timestamp with time zone NOT NULL
audit_checks.checked_by text NOT NULL
audit_checks.outcome text NOT NULL
audit_checks.sealed_rows bigint NOT NULL
audit_checks.head_hash bytea NOT NULL
audit_checks.unsealed_rows bigint NOT NULL
audit_checks.broken jsonb
audit_checks.took_milliseconds integer NOT NULL
audit_events.id bigint NOT NULL IDENTITY
audit_events.at timestamp with time zone NOT NULL
audit_events.actor_id uuid
audit_events.actor text NOT NULL
audit_events.action text NOT NULL
audit_events.outcome text NOT NULL
audit_events.object_kind text NOT NULL
audit_events.object_id text
audit_events.case_id uuid
audit_events.hospital_id uuid
audit_events.request_id text
audit_events.detail jsonb NOT NULL DEFAULT '{}'::jsonb
audit_events.roles text[] NOT NULL DEFAULT '{}'::text[]
audit_events.source text
audit_events.before jsonb
audit_events.after jsonb
audit_seals.sequence bigint NOT NULL
audit_seals.event_id bigint NOT NULL
audit_seals.batch bigint NOT NULL
audit_seals.hash bytea NOT NULL
audit_unsealed.event_id bigint NOT NULL
authenticators.id uuid NOT NULL
authenticators.person_id uuid NOT NULL
authenticators.sealed bytea NOT NULL
authenticators.key_id text NOT NULL
authenticators.begun_at timestamp with time zone NOT NULL
authenticators.confirmed_at timestamp with time zone
authenticators.last_time_step bigint
board_cards.case_id uuid NOT NULL
board_cards.department_id uuid NOT NULL
board_cards.column_key text NOT NULL
board_cards.due_at timestamp with time zone
board_cards.card jsonb NOT NULL
board_cards.sequence bigint NOT NULL
bookings.id uuid NOT NULL
bookings.resource_kind text NOT NULL
bookings.resource_id uuid NOT NULL
bookings.during tstzrange NOT NULL
bookings.source_kind text NOT NULL
bookings.source_id uuid NOT NULL
campuses.id uuid NOT NULL
campuses.hospital_id uuid NOT NULL
campuses.name_zh text NOT NULL
campuses.name_en text NOT NULL
campuses.time_zone text NOT NULL DEFAULT 'Asia/Shanghai'::text
campuses.version integer NOT NULL DEFAULT 1
campuses.updated_at timestamp with time zone NOT NULL DEFAULT now()
campuses.updated_by uuid
campuses.is_default boolean NOT NULL DEFAULT false
cases.id uuid NOT NULL
cases.case_no text NOT NULL
cases.hospital_id uuid NOT NULL
cases.center_id uuid NOT NULL
cases.patient_id uuid NOT NULL
cases.owner_id uuid NOT NULL
cases.owner_department_id uuid
cases.state text NOT NULL
cases.urgency text NOT NULL
cases.age_years integer NOT NULL
cases.tumour_type text NOT NULL
cases.diagnosis text NOT NULL
cases.icd10_code text NOT NULL DEFAULT ''::text
cases.presentation text NOT NULL
cases.recurrence_number integer NOT NULL
cases.summary text NOT NULL
cases.wishes text NOT NULL
cases.ecog integer NOT NULL
cases.comorbidities text[] NOT NULL DEFAULT '{}'::text[]
cases.structures jsonb NOT NULL DEFAULT '[]'::jsonb
cases.prior_treatments jsonb NOT NULL DEFAULT '[]'::jsonb
cases.imaging jsonb NOT NULL DEFAULT '[]'::jsonb
cases.pathology jsonb NOT NULL DEFAULT '[]'::jsonb
cases.risk text NOT NULL
cases.risk_reasons jsonb NOT NULL DEFAULT '[]'::jsonb
cases.missing_information text
cases.referred_at timestamp with time zone NOT NULL
cases.state_since timestamp with time zone NOT NULL
cases.version integer NOT NULL DEFAULT 1
cases.created_at timestamp with time zone NOT NULL
cases.updated_at timestamp with time zone NOT NULL
cases.updated_by uuid
caught_mails.id bigint NOT NULL IDENTITY
caught_mails.message_id text NOT NULL
caught_mails.recipient text NOT NULL
caught_mails.subject text NOT NULL
caught_mails.body text NOT NULL
caught_mails.received_at timestamp with time zone NOT NULL DEFAULT now()
center_departments.center_id uuid NOT NULL
center_departments.department_id uuid NOT NULL
center_departments.role text NOT NULL
center_departments.position integer NOT NULL
centers.id uuid NOT NULL
centers.hospital_id uuid NOT NULL
centers.name_zh text NOT NULL
centers.name_en text NOT NULL
centers.case_letter text NOT NULL
centers.version integer NOT NULL DEFAULT 1
centers.updated_at timestamp with time zone NOT NULL DEFAULT now()
centers.updated_by uuid
consents.id uuid NOT NULL
consents.case_id uuid NOT NULL
consents.kind text NOT NULL
consents.signed_by text NOT NULL
consents.signed_on date NOT NULL
consents.recorded_by uuid NOT NULL
consents.recorded_at timestamp with time zone NOT NULL
consents.withdrawn_at timestamp with time zone
consents.form text NOT NULL
consents.signer_relation text NOT NULL
consents.signer_reason text NOT NULL
consents.ends_on date
consents.replaced_at timestamp with time zone
consents.withdrawn_by uuid
consents.withdraw_reason text
consult_sessions.id uuid NOT NULL
consult_sessions.hospital_id uuid NOT NULL
consult_sessions.center_id uuid NOT NULL
consult_sessions.kind text NOT NULL
consult_sessions.title text NOT NULL
consult_sessions.starts_at timestamp with time zone NOT NULL
consult_sessions.ends_at timestamp with time zone NOT NULL
consult_sessions.room_id uuid NOT NULL
consult_sessions.chair_id uuid NOT NULL
consult_sessions.recorder_id uuid NOT NULL
consult_sessions.video_url text NOT NULL DEFAULT ''::text
consult_sessions.state text NOT NULL
consult_sessions.cancel_reason text
consult_sessions.started_at timestamp with time zone
consult_sessions.ended_at timestamp with time zone
consult_sessions.version integer NOT NULL DEFAULT 1
consult_sessions.created_at timestamp with time zone NOT NULL
consult_sessions.created_by uuid NOT NULL
consult_sessions.updated_at timestamp with time zone NOT NULL
consult_sessions.updated_by uuid
decisions.id uuid NOT NULL
decisions.round_id uuid NOT NULL
decisions.agenda_item_id uuid NOT NULL
decisions.state text NOT NULL
decisions.direction text NOT NULL
decisions.summary text NOT NULL DEFAULT ''::text
decisions.stances jsonb NOT NULL DEFAULT '[]'::jsonb
decisions.recommendations jsonb NOT NULL DEFAULT '[]'::jsonb
decisions.patient_preference_considered boolean NOT NULL DEFAULT false
decisions.consensus text
decisions.consensus_override jsonb
decisions.quorum jsonb
decisions.recorded_by uuid NOT NULL
decisions.signed_by uuid
decisions.signed_at timestamp with time zone
decisions.content_hash text
decisions.version integer NOT NULL DEFAULT 1
decisions.updated_at timestamp with time zone NOT NULL
department_campuses.department_id uuid NOT NULL
department_campuses.campus_id uuid NOT NULL
departments.id uuid NOT NULL
departments.hospital_id uuid NOT NULL
departments.code text NOT NULL
departments.name_zh text NOT NULL
departments.name_en text NOT NULL
departments.label text NOT NULL
departments.aliases text[] NOT NULL DEFAULT '{}'::text[]
departments.kind text NOT NULL
departments.version integer NOT NULL DEFAULT 1
departments.updated_at timestamp with time zone NOT NULL DEFAULT now()
departments.updated_by uuid
departments.retired_at timestamp with time zone
disclosed_contents.id uuid NOT NULL
disclosed_contents.share_id uuid NOT NULL
disclosed_contents.kind text NOT NULL
disclosed_contents.sha256 text NOT NULL
disclosed_contents.content jsonb NOT NULL
disclosed_contents.made_at timestamp with time zone NOT NULL
disclosures.id uuid NOT NULL
disclosures.share_id uuid NOT NULL
disclosures.person_id uuid NOT NULL
disclosures.consent_id uuid NOT NULL
disclosures.kind text NOT NULL
disclosures.at timestamp with time zone NOT NULL
disclosures.content_id uuid
disclosures.sections text[] NOT NULL
disclosures.partnership_id uuid
discussion_rounds.id uuid NOT NULL
discussion_rounds.case_id uuid NOT NULL
discussion_rounds.ordinal integer NOT NULL
discussion_rounds.questions text[] NOT NULL
discussion_rounds.blind boolean NOT NULL DEFAULT false
discussion_rounds.opinion_due_at timestamp with time zone
discussion_rounds.opened_at timestamp with time zone NOT NULL
discussion_rounds.closed_at timestamp with time zone
emergency_accesses.id uuid NOT NULL
emergency_accesses.case_id uuid NOT NULL
emergency_accesses.hospital_id uuid NOT NULL
emergency_accesses.person_id uuid NOT NULL
emergency_accesses.reason_kind text NOT NULL
emergency_accesses.reason text NOT NULL
emergency_accesses.opened_at timestamp with time zone NOT NULL
emergency_accesses.ends_at timestamp with time zone NOT NULL
emergency_accesses.ended_at timestamp with time zone
emergency_accesses.ended_by uuid
emergency_accesses.reviewed_at timestamp with time zone
emergency_accesses.reviewed_by uuid
emergency_accesses.verdict text
emergency_accesses.review_note text
hospitals.id uuid NOT NULL
hospitals.code text NOT NULL
hospitals.name_zh text NOT NULL
hospitals.name_en text NOT NULL
hospitals.short_name_zh text NOT NULL
hospitals.short_name_en text NOT NULL
hospitals.is_host boolean NOT NULL
hospitals.province text NOT NULL DEFAULT ''::text
hospitals.created_at timestamp with time zone NOT NULL
hospitals.version integer NOT NULL DEFAULT 1
hospitals.updated_at timestamp with time zone NOT NULL DEFAULT now()
hospitals.updated_by uuid
installation.id integer NOT NULL
installation.demonstration_loaded_at timestamp with time zone
invitations.id uuid NOT NULL
invitations.token_hash bytea NOT NULL
invitations.session_id uuid NOT NULL
invitations.hospital_id uuid NOT NULL
invitations.person_id uuid NOT NULL
invitations.created_at timestamp with time zone NOT NULL
invitations.created_by uuid NOT NULL
invitations.expires_at timestamp with time zone NOT NULL
invitations.used_at timestamp with time zone
invitations.revoked_at timestamp with time zone
invitations.revoked_by uuid
mails.id uuid NOT NULL
mails.notification_id uuid NOT NULL
mails.state text NOT NULL
mails.attempts integer NOT NULL DEFAULT 0
mails.last_error text
mails.created_at timestamp with time zone NOT NULL
mails.claimed_at timestamp with time zone
mails.sent_at timestamp with time zone
memberships.id uuid NOT NULL
memberships.person_id uuid NOT NULL
memberships.hospital_id uuid NOT NULL
memberships.department_id uuid
memberships.role text NOT NULL
memberships.valid_from date NOT NULL
memberships.valid_to date
memberships.posting text
notifications.id uuid NOT NULL
notifications.person_id uuid NOT NULL
notifications.reminder_id uuid NOT NULL
notifications.kind text NOT NULL
notifications.step text NOT NULL
notifications.parameters jsonb NOT NULL
notifications.path text NOT NULL
notifications.created_at timestamp with time zone NOT NULL
notifications.read_at timestamp with time zone
obligations.id uuid NOT NULL
obligations.kind text NOT NULL
obligations.subject_id uuid NOT NULL
obligations.hospital_id uuid NOT NULL
obligations.case_id uuid
obligations.session_id uuid
obligations.plan_id uuid
obligations.share_id uuid
obligations.department_id uuid
obligations.person_id uuid
obligations.role text
obligations.opened_at timestamp with time zone NOT NULL
obligations.due_at timestamp with time zone NOT NULL
obligations.state text NOT NULL
obligations.closed_at timestamp with time zone
obligations.version integer NOT NULL DEFAULT 1
opinion_revisions.opinion_id uuid NOT NULL
opinion_revisions.revision integer NOT NULL
opinion_revisions.author_id uuid NOT NULL
opinion_revisions.stance text NOT NULL
opinion_revisions.text text NOT NULL
opinion_revisions.needs text NOT NULL
opinion_revisions.answers jsonb NOT NULL
opinion_revisions.submitted_at timestamp with time zone NOT NULL
opinions.id uuid NOT NULL
opinions.round_id uuid NOT NULL
opinions.participation_id uuid
opinions.share_id uuid
opinions.hospital_id uuid NOT NULL
opinions.author_id uuid NOT NULL
opinions.state text NOT NULL
opinions.stance text
opinions.text text NOT NULL DEFAULT ''::text
opinions.needs text NOT NULL DEFAULT ''::text
opinions.answers jsonb NOT NULL DEFAULT '[]'::jsonb
opinions.revision integer NOT NULL DEFAULT 0
opinions.submitted_at timestamp with time zone
opinions.version integer NOT NULL DEFAULT 1
opinions.updated_at timestamp with time zone NOT NULL
outbox.id bigint NOT NULL IDENTITY
outbox.topic text NOT NULL
outbox.key text NOT NULL
outbox.created_at timestamp with time zone NOT NULL
outbox.published_at timestamp with time zone
participations.id uuid NOT NULL
participations.round_id uuid NOT NULL
participations.department_id uuid NOT NULL
participations.requirement text NOT NULL
participations.reasons jsonb NOT NULL
participations.state text NOT NULL
participations.due_at timestamp with time zone
participations.given_at timestamp with time zone
participations.waived_by uuid
participations.waive_reason text
partnerships.id uuid NOT NULL
partnerships.host_hospital_id uuid NOT NULL
partnerships.partner_hospital_id uuid NOT NULL
partnerships.agreement_no text NOT NULL
partnerships.scope_note text NOT NULL DEFAULT ''::text
partnerships.valid_from date NOT NULL
partnerships.valid_to date NOT NULL
partnerships.version integer NOT NULL DEFAULT 1
partnerships.updated_at timestamp with time zone NOT NULL DEFAULT now()
partnerships.updated_by uuid
partnerships.scopes text[] NOT NULL
partnerships.liability_note text NOT NULL DEFAULT ''::text
partnerships.ended_at timestamp with time zone
partnerships.ended_by uuid
partnerships.end_reason text
password_links.id uuid NOT NULL
password_links.token_hash bytea NOT NULL
password_links.person_id uuid NOT NULL
password_links.created_at timestamp with time zone NOT NULL
password_links.created_by uuid NOT NULL
password_links.expires_at timestamp with time zone NOT NULL
password_links.used_at timestamp with time zone
password_links.withdrawn_at timestamp with time zone
patient_identities.patient_id uuid NOT NULL
patient_identities.hospital_id uuid NOT NULL
patient_identities.sealed bytea NOT NULL
patient_identities.key_id text NOT NULL
patient_identities.identity_no_hash bytea NOT NULL
patient_identities.name_hash bytea NOT NULL
patients.id uuid NOT NULL
patients.hospital_id uuid NOT NULL
patients.masked_name text NOT NULL
patients.sex text NOT NULL
patients.province text NOT NULL
patients.created_at timestamp with time zone NOT NULL
people.id uuid NOT NULL
people.hospital_id uuid NOT NULL
people.name text NOT NULL
people.name_en text NOT NULL
people.title text NOT NULL
people.email text
people.locale text NOT NULL DEFAULT 'zh-CN'::text
people.created_at timestamp with time zone NOT NULL
people.version integer NOT NULL DEFAULT 1
people.updated_at timestamp with time zone NOT NULL DEFAULT now()
people.updated_by uuid
recovery_codes.person_id uuid NOT NULL
recovery_codes.code_hash bytea NOT NULL
recovery_codes.used_at timestamp with time zone
reminders.id uuid NOT NULL
reminders.obligation_id uuid NOT NULL
reminders.step text NOT NULL
reminders.audience text NOT NULL
reminders.fire_at timestamp with time zone NOT NULL
reminders.obligation_version integer NOT NULL
reminders.state text NOT NULL
reminders.closed_at timestamp with time zone
restricted_facts.id uuid NOT NULL
restricted_facts.case_id uuid NOT NULL
restricted_facts.hospital_id uuid NOT NULL
restricted_facts.sealed bytea NOT NULL
restricted_facts.key_id text NOT NULL
restricted_facts.department_ids uuid[] NOT NULL
restricted_facts.version integer NOT NULL DEFAULT 1
restricted_facts.recorded_at timestamp with time zone NOT NULL
restricted_facts.recorded_by uuid NOT NULL
restricted_facts.updated_at timestamp with time zone NOT NULL
restricted_facts.updated_by uuid NOT NULL
restricted_facts.retired_at timestamp with time zone
rooms.id uuid NOT NULL
rooms.campus_id uuid NOT NULL
rooms.kind text NOT NULL
rooms.name_zh text NOT NULL
rooms.name_en text NOT NULL
rooms.version integer NOT NULL DEFAULT 1
rooms.updated_at timestamp with time zone NOT NULL DEFAULT now()
rooms.updated_by uuid
rooms.retired_at timestamp with time zone
session_hospitals.session_id uuid NOT NULL
session_hospitals.hospital_id uuid NOT NULL
session_hospitals.partnership_id uuid NOT NULL
session_members.session_id uuid NOT NULL
session_members.person_id uuid NOT NULL
session_members.role text NOT NULL
session_members.department_id uuid
session_members.hospital_id uuid NOT NULL
session_members.attendance_mode text
session_members.arrived_at timestamp with time zone
setup_links.token_hash bytea NOT NULL
setup_links.created_at timestamp with time zone NOT NULL
setup_links.used_at timestamp with time zone
shares.id uuid NOT NULL
shares.case_id uuid NOT NULL
shares.round_id uuid NOT NULL
shares.session_id uuid NOT NULL
shares.hospital_id uuid NOT NULL
shares.partnership_id uuid NOT NULL
shares.consent_id uuid NOT NULL
shares.px_code text NOT NULL
shares.opinion_due_at timestamp with time zone NOT NULL
shares.expires_at timestamp with time zone NOT NULL
shares.revoked_at timestamp with time zone
shares.revoked_by uuid
shares.revoke_reason text
shares.created_at timestamp with time zone NOT NULL
shares.created_by uuid NOT NULL
shares.sections text[] NOT NULL
shares.expiry_by_hand boolean NOT NULL DEFAULT false
shares.version integer NOT NULL DEFAULT 1
shares.updated_at timestamp with time zone NOT NULL
shares.updated_by uuid
sign_ins.id uuid NOT NULL
sign_ins.person_id uuid NOT NULL
sign_ins.token_hash bytea NOT NULL
sign_ins.created_at timestamp with time zone NOT NULL
sign_ins.last_seen_at timestamp with time zone NOT NULL
sign_ins.expires_at timestamp with time zone NOT NULL
sign_ins.ended_at timestamp with time zone
sign_ins.method text NOT NULL DEFAULT 'PASSWORD'::text
sign_ins.invitation_id uuid
sign_ins.browser text NOT NULL DEFAULT ''::text
sign_ins.address text NOT NULL DEFAULT ''::text
sign_ins.locked_at timestamp with time zone
sign_ins.code_shown_at timestamp with time zone
surgical_plans.id uuid NOT NULL
surgical_plans.case_id uuid NOT NULL
surgical_plans.round_id uuid NOT NULL
surgical_plans.number integer NOT NULL
surgical_plans.title text NOT NULL
surgical_plans.lead_id uuid NOT NULL
surgical_plans.theatre_id uuid
surgical_plans.starts_at timestamp with time zone
surgical_plans.anaesthesia text NOT NULL DEFAULT ''::text
surgical_plans.position text NOT NULL DEFAULT ''::text
surgical_plans.patient_agreed_on date NOT NULL
surgical_plans.state text NOT NULL
surgical_plans.version integer NOT NULL DEFAULT 1
surgical_plans.created_at timestamp with time zone NOT NULL
surgical_plans.updated_at timestamp with time zone NOT NULL
surgical_plans.updated_by uuid NOT NULL
surgical_privileges.id uuid NOT NULL
surgical_privileges.person_id uuid NOT NULL
surgical_privileges.hospital_id uuid NOT NULL
surgical_privileges.procedure_code text
surgical_privileges.procedure_name text NOT NULL DEFAULT ''::text
surgical_privileges.level integer NOT NULL
surgical_privileges.valid_from date NOT NULL
surgical_privileges.valid_to date NOT NULL
surgical_privileges.granted_at timestamp with time zone NOT NULL
surgical_privileges.granted_by uuid NOT NULL
surgical_privileges.withdrawn_at timestamp with time zone
surgical_privileges.withdrawn_by uuid
surgical_privileges.withdraw_reason text
surgical_stages.id uuid NOT NULL
surgical_stages.plan_id uuid NOT NULL
surgical_stages.ordinal integer NOT NULL
surgical_stages.code text NOT NULL
surgical_stages.department_id uuid NOT NULL
surgical_stages.lead_id uuid NOT NULL
surgical_stages.goal text NOT NULL
surgical_stages.structures_at_risk text[] NOT NULL DEFAULT '{}'::text[]
surgical_stages.entry_condition text NOT NULL DEFAULT ''::text
surgical_stages.handover_condition text NOT NULL
surgical_stages.contingency text NOT NULL
surgical_stages.minutes integer NOT NULL
surgical_stages.blood_units integer NOT NULL
surgical_stages.day_offset integer NOT NULL DEFAULT 0
surgical_stages.after_codes text[] NOT NULL DEFAULT '{}'::text[]
surgical_stages.confirmation text NOT NULL
surgical_stages.confirm_due_at timestamp with time zone
surgical_stages.confirmed_at timestamp with time zone
surgical_stages.decline_reason text
unknown_names.name_mark bytea NOT NULL
unknown_names.failed_attempts integer NOT NULL
unknown_names.locked_until timestamp with time zone
unknown_names.failed_at timestamp with time zone NOT NULL

-- row-level security
agenda_items forced
board_cards forced
cases forced
consents forced
consult_sessions forced
decisions forced
disclosed_contents forced
disclosures forced
discussion_rounds forced
emergency_accesses forced
mails forced
notifications forced
obligations forced
opinion_revisions forced
opinions forced
participations forced
patient_identities forced
patients forced
reminders forced
restricted_facts forced
session_hospitals forced
session_members forced
shares forced
surgical_plans forced
surgical_stages forced

-- policies
agenda_items agenda_items_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND hosts_session(session_id))
agenda_items agenda_items_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND hosts_session(session_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND hosts_session(session_id))
agenda_items agenda_items_looked_at SELECT {consilium_wall} USING true CHECK -
agenda_items agenda_items_removed DELETE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND hosts_session(session_id)) CHECK -
agenda_items agenda_items_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
agenda_items agenda_items_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
board_cards board_cards_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
board_cards board_cards_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
board_cards board_cards_removed DELETE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK -
board_cards board_cards_seen SELECT {consilium_app} USING ((department_id = ANY (( SELECT setting_ids('app.board_departments'::text) AS setting_ids)::uuid[])) OR (department_id IN ( SELECT d.id
   FROM departments d
  WHERE (d.hospital_id = ANY (( SELECT setting_ids('app.board_hospitals'::text) AS setting_ids)::uuid[])))) OR in_sight(case_id)) CHECK -
cases cases_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.refer_hospitals'::text) AS setting_ids)::uuid[])) AND (owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
cases cases_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((hospital_id = ANY (( SELECT setting_ids('app.case_hospitals'::text) AS setting_ids)::uuid[])) OR ((owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (hospital_id = ANY (( SELECT setting_ids('app.own_case_hospitals'::text) AS setting_ids)::uuid[]))) OR (EXISTS ( SELECT
   FROM wall_cases w
  WHERE (w.case_id = cases.id))) OR ((id = ANY (( SELECT setting_ids('app.case_ids'::text) AS setting_ids)::uuid[])) AND (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'case-keeper'::text)))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((hospital_id = ANY (( SELECT setting_ids('app.case_hospitals'::text) AS setting_ids)::uuid[])) OR ((owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (hospital_id = ANY (( SELECT setting_ids('app.own_case_hospitals'::text) AS setting_ids)::uuid[]))) OR (EXISTS ( SELECT
   FROM wall_cases w
  WHERE (w.case_id = cases.id))) OR ((id = ANY (( SELECT setting_ids('app.case_ids'::text) AS setting_ids)::uuid[])) AND (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'case-keeper'::text))))
cases cases_looked_at SELECT {consilium_wall} USING true CHECK -
cases cases_seen SELECT {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.case_hospitals'::text) AS setting_ids)::uuid[])) OR ((owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (hospital_id = ANY (( SELECT setting_ids('app.own_case_hospitals'::text) AS setting_ids)::uuid[]))) OR (EXISTS ( SELECT
   FROM wall_cases w
  WHERE (w.case_id = cases.id))) OR ((id = ANY (( SELECT setting_ids('app.case_ids'::text) AS setting_ids)::uuid[])) AND (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'case-keeper'::text))) CHECK -
cases cases_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(id)) CHECK -
consents consents_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
consents consents_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
consents consents_looked_at SELECT {consilium_wall} USING true CHECK -
consents consents_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
consents consents_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
consult_sessions consult_sessions_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[])))
consult_sessions consult_sessions_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[]))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[])))
consult_sessions consult_sessions_guest_select SELECT {consilium_app} USING (id IN ( SELECT w.session_id
   FROM wall_guest_sessions w)) CHECK -
consult_sessions consult_sessions_looked_at SELECT {consilium_wall} USING true CHECK -
consult_sessions consult_sessions_seen SELECT {consilium_app} USING (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[])) CHECK -
decisions decisions_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
decisions decisions_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
decisions decisions_looked_at SELECT {consilium_wall} USING true CHECK -
decisions decisions_seen SELECT {consilium_app} USING round_in_sight(round_id) CHECK -
decisions decisions_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND round_in_emergency(round_id)) CHECK -
disclosed_contents disclosed_contents_guest_insert INSERT {consilium_app} USING - CHECK (share_id IN ( SELECT w.share_id
   FROM wall_shares w))
disclosed_contents disclosed_contents_looked_at SELECT {consilium_wall} USING true CHECK -
disclosed_contents disclosed_contents_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM shares s
  WHERE ((s.id = disclosed_contents.share_id) AND in_sight(s.case_id)))) CHECK -
disclosures disclosures_guest_insert INSERT {consilium_app} USING - CHECK ((share_id IN ( SELECT w.share_id
   FROM wall_shares w)) AND (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
disclosures disclosures_guest_select SELECT {consilium_app} USING ((share_id IN ( SELECT w.share_id
   FROM wall_shares w)) AND (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif"))) CHECK -
disclosures disclosures_looked_at SELECT {consilium_wall} USING true CHECK -
disclosures disclosures_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM shares s
  WHERE ((s.id = disclosures.share_id) AND in_sight(s.case_id)))) CHECK -
discussion_rounds discussion_rounds_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
discussion_rounds discussion_rounds_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
discussion_rounds discussion_rounds_looked_at SELECT {consilium_wall} USING true CHECK -
discussion_rounds discussion_rounds_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
discussion_rounds discussion_rounds_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
emergency_accesses emergency_accesses_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (hospital_id = ANY (( SELECT setting_ids('app.emergency_open_hospitals'::text) AS setting_ids)::uuid[])) AND case_is_of(case_id, hospital_id) AND (opened_at = ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND (ended_at IS NULL) AND (reviewed_at IS NULL))
emergency_accesses emergency_accesses_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR (hospital_id = ANY (( SELECT setting_ids('app.emergency_watch_hospitals'::text) AS setting_ids)::uuid[])) OR ((hospital_id = ANY (( SELECT setting_ids('app.emergency_owner_hospitals'::text) AS setting_ids)::uuid[])) AND owns_case(case_id))) AND (reviewed_at IS NULL)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR (hospital_id = ANY (( SELECT setting_ids('app.emergency_watch_hospitals'::text) AS setting_ids)::uuid[])) OR ((hospital_id = ANY (( SELECT setting_ids('app.emergency_owner_hospitals'::text) AS setting_ids)::uuid[])) AND owns_case(case_id))) AND ((ended_at IS NOT NULL) OR (ends_at <= ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif"))))
emergency_accesses emergency_accesses_looked_at SELECT {consilium_wall} USING true CHECK -
emergency_accesses emergency_accesses_seen SELECT {consilium_app} USING ((person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR (hospital_id = ANY (( SELECT setting_ids('app.emergency_watch_hospitals'::text) AS setting_ids)::uuid[])) OR ((hospital_id = ANY (( SELECT setting_ids('app.emergency_owner_hospitals'::text) AS setting_ids)::uuid[])) AND owns_case(case_id))) CHECK -
mails mails_changed UPDATE {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'mail-delivery'::text) CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'mail-delivery'::text)
mails mails_reminder_delivery_insert INSERT {consilium_app} USING - CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text)
mails mails_seen SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'mail-delivery'::text) CHECK -
notifications notifications_changed UPDATE {consilium_app} USING (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) CHECK (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif"))
notifications notifications_demonstration_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'demonstration'::text) CHECK -
notifications notifications_demonstration_update UPDATE {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'demonstration'::text) CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'demonstration'::text)
notifications notifications_mail_delivery_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'mail-delivery'::text) CHECK -
notifications notifications_reminder_delivery_insert INSERT {consilium_app} USING - CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text)
notifications notifications_reminder_delivery_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text) CHECK -
notifications notifications_seen SELECT {consilium_app} USING (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) CHECK -
obligations obligations_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (in_sight(case_id) OR hosts_session(session_id) OR ((case_id IS NULL) AND (session_id IS NULL) AND (hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[])))))
obligations obligations_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (in_sight(case_id) OR hosts_session(session_id) OR ((case_id IS NULL) AND (session_id IS NULL) AND (hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[]))))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (in_sight(case_id) OR hosts_session(session_id) OR ((case_id IS NULL) AND (session_id IS NULL) AND (hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[])))))
obligations obligations_guest_select SELECT {consilium_app} USING ((share_id IN ( SELECT w.share_id
   FROM wall_shares w)) OR ((kind = 'SESSION'::text) AND (session_id IN ( SELECT w.session_id
   FROM wall_guest_sessions w)))) CHECK -
obligations obligations_guest_update UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (share_id IN ( SELECT w.share_id
   FROM wall_shares w))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (share_id IN ( SELECT w.share_id
   FROM wall_shares w)))
obligations obligations_looked_at SELECT {consilium_wall} USING true CHECK -
obligations obligations_reminder_delivery_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text) CHECK -
obligations obligations_seen SELECT {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[])) OR (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR (in_sight(case_id) OR hosts_session(session_id) OR ((case_id IS NULL) AND (session_id IS NULL) AND (hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[]))))) CHECK -
obligations obligations_watched SELECT {consilium_app} USING ((kind = 'EMERGENCY_ACCESS'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.emergency_watch_hospitals'::text) AS setting_ids)::uuid[]))) CHECK -
opinion_revisions opinion_revisions_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM opinions o
  WHERE ((o.id = opinion_revisions.opinion_id) AND (o.author_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif"))))))
opinion_revisions opinion_revisions_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM opinions o
  WHERE (o.id = opinion_revisions.opinion_id))) CHECK -
opinions opinions_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM participations p
  WHERE ((p.id = opinions.participation_id) AND (p.department_id = ANY (( SELECT setting_ids('app.opinion_departments'::text) AS setting_ids)::uuid[]))))) AND (author_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
opinions opinions_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM participations p
  WHERE ((p.id = opinions.participation_id) AND (p.department_id = ANY (( SELECT setting_ids('app.opinion_departments'::text) AS setting_ids)::uuid[])))))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM participations p
  WHERE ((p.id = opinions.participation_id) AND (p.department_id = ANY (( SELECT setting_ids('app.opinion_departments'::text) AS setting_ids)::uuid[]))))))
opinions opinions_guest_insert INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (share_id IN ( SELECT w.share_id
   FROM wall_shares w)) AND (author_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
opinions opinions_guest_select SELECT {consilium_app} USING (round_id IN ( SELECT w.round_id
   FROM wall_shares w)) CHECK -
opinions opinions_guest_update UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (share_id IN ( SELECT w.share_id
   FROM wall_shares w))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (share_id IN ( SELECT w.share_id
   FROM wall_shares w)))
opinions opinions_looked_at SELECT {consilium_wall} USING true CHECK -
opinions opinions_seen SELECT {consilium_app} USING round_in_sight(round_id) CHECK -
opinions opinions_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND round_in_emergency(round_id)) CHECK -
participations participations_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
participations participations_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
participations participations_guest_select SELECT {consilium_app} USING (round_id IN ( SELECT w.round_id
   FROM wall_shares w)) CHECK -
participations participations_looked_at SELECT {consilium_wall} USING true CHECK -
participations participations_removed DELETE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id)) CHECK -
participations participations_seen SELECT {consilium_app} USING round_in_sight(round_id) CHECK -
participations participations_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND round_in_emergency(round_id)) CHECK -
patient_identities patient_identities_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.refer_hospitals'::text) AS setting_ids)::uuid[])))
patient_identities patient_identities_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((hospital_id = ANY (( SELECT setting_ids('app.identity_hospitals'::text) AS setting_ids)::uuid[])) OR (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.patient_id = patient_identities.patient_id) AND (c.owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.identity_owner_hospitals'::text) AS setting_ids)::uuid[]))))))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((hospital_id = ANY (( SELECT setting_ids('app.identity_hospitals'::text) AS setting_ids)::uuid[])) OR (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.patient_id = patient_identities.patient_id) AND (c.owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.identity_owner_hospitals'::text) AS setting_ids)::uuid[])))))))
patient_identities patient_identities_key_rotation_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'key-rotation'::text) CHECK -
patient_identities patient_identities_key_rotation_update UPDATE {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'key-rotation'::text) CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'key-rotation'::text)
patient_identities patient_identities_looked_at SELECT {consilium_wall} USING true CHECK -
patient_identities patient_identities_seen SELECT {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.identity_hospitals'::text) AS setting_ids)::uuid[])) OR (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.patient_id = patient_identities.patient_id) AND (c.owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.identity_owner_hospitals'::text) AS setting_ids)::uuid[])))))) CHECK -
patient_identities patient_identities_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND (hospital_id = ANY (( SELECT setting_ids('app.identity_emergency_hospitals'::text) AS setting_ids)::uuid[])) AND patient_in_emergency(patient_id)) CHECK -
patients patients_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.refer_hospitals'::text) AS setting_ids)::uuid[])))
patients patients_looked_at SELECT {consilium_wall} USING true CHECK -
patients patients_seen SELECT {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.case_hospitals'::text) AS setting_ids)::uuid[])) OR patient_in_sight(id)) CHECK -
patients patients_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND patient_in_emergency(id)) CHECK -
reminders reminders_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM obligations o
  WHERE (o.id = reminders.obligation_id))))
reminders reminders_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM obligations o
  WHERE (o.id = reminders.obligation_id)))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM obligations o
  WHERE (o.id = reminders.obligation_id))))
reminders reminders_demonstration_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'demonstration'::text) CHECK -
reminders reminders_demonstration_update UPDATE {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'demonstration'::text) CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'demonstration'::text)
reminders reminders_reminder_delivery_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text) CHECK -
reminders reminders_reminder_delivery_update UPDATE {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text) CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text)
reminders reminders_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM obligations o
  WHERE (o.id = reminders.obligation_id))) CHECK -
restricted_facts restricted_facts_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((hospital_id = ANY (( SELECT setting_ids('app.restricted_owner_hospitals'::text) AS setting_ids)::uuid[])) AND owns_case(case_id)) AND case_is_of(case_id, hospital_id) AND (recorded_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
restricted_facts restricted_facts_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((hospital_id = ANY (( SELECT setting_ids('app.restricted_owner_hospitals'::text) AS setting_ids)::uuid[])) AND owns_case(case_id))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((hospital_id = ANY (( SELECT setting_ids('app.restricted_owner_hospitals'::text) AS setting_ids)::uuid[])) AND owns_case(case_id)))
restricted_facts restricted_facts_key_rotation_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'key-rotation'::text) CHECK -
restricted_facts restricted_facts_key_rotation_update UPDATE {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'key-rotation'::text) CHECK (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'key-rotation'::text)
restricted_facts restricted_facts_seen SELECT {consilium_app} USING (((hospital_id = ANY (( SELECT setting_ids('app.restricted_owner_hospitals'::text) AS setting_ids)::uuid[])) AND owns_case(case_id)) OR ((retired_at IS NULL) AND (department_ids && ( SELECT setting_ids('app.restricted_departments'::text) AS setting_ids)) AND in_sight(case_id))) CHECK -
session_hospitals session_hospitals_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND hosts_session(session_id))
session_hospitals session_hospitals_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND hosts_session(session_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND hosts_session(session_id))
session_hospitals session_hospitals_seen SELECT {consilium_app} USING hosts_session(session_id) CHECK -
session_members session_members_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND hosts_session(session_id))
session_members session_members_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND hosts_session(session_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND hosts_session(session_id))
session_members session_members_guest_select SELECT {consilium_app} USING ((person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (cardinality(( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)) > 0) AND COALESCE((session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true)) CHECK -
session_members session_members_looked_at SELECT {consilium_wall} USING true CHECK -
session_members session_members_reminder_delivery_select SELECT {consilium_app} USING (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text) CHECK -
session_members session_members_seen SELECT {consilium_app} USING hosts_session(session_id) CHECK -
shares shares_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
shares shares_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
shares shares_guest_select SELECT {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)::uuid[])) AND (revoked_at IS NULL) AND (expires_at > ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND COALESCE((session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true)) CHECK -
shares shares_guest_update UPDATE {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)::uuid[])) AND (revoked_at IS NULL) AND (expires_at > ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND COALESCE((session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true)) CHECK false
shares shares_looked_at SELECT {consilium_wall} USING true CHECK -
shares shares_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
shares shares_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
surgical_plans surgical_plans_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
surgical_plans surgical_plans_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
surgical_plans surgical_plans_looked_at SELECT {consilium_wall} USING true CHECK -
surgical_plans surgical_plans_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
surgical_stages surgical_stages_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM surgical_plans n
  WHERE (n.id = surgical_stages.plan_id))))
surgical_stages surgical_stages_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM surgical_plans n
  WHERE (n.id = surgical_stages.plan_id)))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM surgical_plans n
  WHERE (n.id = surgical_stages.plan_id))))
surgical_stages surgical_stages_looked_at SELECT {consilium_wall} USING true CHECK -
surgical_stages surgical_stages_removed DELETE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM surgical_plans n
  WHERE (n.id = surgical_stages.plan_id)))) CHECK -
surgical_stages surgical_stages_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM surgical_plans n
  WHERE (n.id = surgical_stages.plan_id))) CHECK -

-- views
agenda_lines owned by consilium_wall:  SELECT i.id, i.session_id, i.case_id, i.round_id, i.version, i.ordinal, i.minutes, i.state, c.case_no, t.masked_name, t.sex, c.age_years, c.risk, c.owner_id, c.owner_department_id, (jsonb_array_length(c.pathology) > 0) AS has_pathology, e.direction, e.quorum, (( SELECT count(*) AS count FROM participations p WHERE ((p.round_id = i.round_id) AND (p.state = 'GIVEN'::text))))::integer AS opinions_given, (( SELECT count(*) AS count FROM participations p WHERE ((p.round_id = i.round_id) AND (p.state <> 'WAIVED'::text))))::integer AS opinions_owed, (NOT (EXISTS ( SELECT FROM participations p WHERE ((p.round_id = i.round_id) AND (p.requirement = 'REQUIRED'::text) AND (p.state <> ALL (ARRAY['GIVEN'::text, 'WAIVED'::text])))))) AS is_ready, ARRAY( SELECT p.department_id FROM participations p WHERE ((p.round_id = i.round_id) AND (p.requirement = 'REQUIRED'::text) AND (p.state <> 'WAIVED'::text))) AS required_departments, COALESCE(( SELECT jsonb_agg(jsonb_build_object('hospitalId', s.hospital_id, 'pxCode', s.px_code, 'opinionGiven', (EXISTS ( SELECT FROM opinions o WHERE ((o.share_id = s.id) AND (o.revision > 0)))))) AS jsonb_agg FROM shares s WHERE ((s.case_id = i.case_id) AND (s.session_id = i.session_id) AND (s.revoked_at IS NULL))), '[]'::jsonb) AS shared_with FROM ((((agenda_items i JOIN consult_sessions h ON (((h.id = i.session_id) AND (h.hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[]))))) JOIN cases c ON ((c.id = i.case_id))) JOIN patients t ON ((t.id = c.patient_id))) LEFT JOIN decisions e ON ((e.agenda_item_id = i.id)));
disclosure_lines owned by consilium_wall:  SELECT d.id, d.share_id, d.person_id, d.kind, d.at, d.sections, d.partnership_id, d.consent_id, n.kind AS consent_kind, n.signed_on AS consent_signed_on, (( SELECT count(*) AS count FROM disclosed_contents y WHERE ((y.share_id = x.share_id) AND (y.kind = x.kind) AND (y.made_at <= x.made_at))))::integer AS content_version, x.sha256, s.px_code, s.hospital_id, s.session_id, h.starts_at AS session_starts_at, c.case_no, c.hospital_id AS host_hospital_id FROM (((((disclosures d JOIN shares s ON ((s.id = d.share_id))) JOIN cases c ON ((c.id = s.case_id))) JOIN consult_sessions h ON ((h.id = s.session_id))) JOIN consents n ON ((n.id = d.consent_id))) LEFT JOIN disclosed_contents x ON ((x.id = d.content_id))) WHERE (c.hospital_id = ANY (( SELECT setting_ids('app.share_list_hospitals'::text) AS setting_ids)::uuid[]));
emergency_names owned by consilium_wall:  SELECT e.id AS emergency_access_id, c.case_no, c.owner_id FROM (emergency_accesses e JOIN cases c ON ((c.id = e.case_id))) WHERE ((e.person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR (e.hospital_id = ANY (( SELECT setting_ids('app.emergency_watch_hospitals'::text) AS setting_ids)::uuid[])) OR ((c.owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.emergency_owner_hospitals'::text) AS setting_ids)::uuid[]))));
obligation_names owned by consilium_wall:  SELECT o.id AS obligation_id, c.case_no, c.owner_id, s.px_code, s.hospital_id AS shared_with, ( SELECT g.code FROM surgical_stages g WHERE (g.id = o.subject_id)) AS stage_code FROM ((obligations o LEFT JOIN cases c ON ((c.id = o.case_id))) LEFT JOIN shares s ON ((s.id = o.share_id))) WHERE ((o.hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[])) OR (( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text));
operation_numbers owned by consilium_wall:  SELECT n.id AS plan_id, c.case_no FROM (surgical_plans n JOIN cases c ON ((c.id = n.case_id))) WHERE (c.hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[]));
share_lines owned by consilium_wall:  SELECT s.id, s.case_id, c.case_no, c.hospital_id AS host_hospital_id, c.owner_id, s.px_code, s.hospital_id, s.session_id, h.starts_at AS session_starts_at, s.partnership_id, s.consent_id, n.kind AS consent_kind, n.form AS consent_form, n.signed_on AS consent_signed_on, n.ends_on AS consent_ends_on, n.withdrawn_at AS consent_withdrawn_at, s.sections, s.version, s.created_at, s.created_by, s.expires_at, s.revoked_at, s.revoked_by FROM (((shares s JOIN cases c ON ((c.id = s.case_id))) JOIN consult_sessions h ON ((h.id = s.session_id))) JOIN consents n ON ((n.id = s.consent_id))) WHERE (c.hospital_id = ANY (( SELECT setting_ids('app.share_list_hospitals'::text) AS setting_ids)::uuid[]));
shared_records owned by consilium_wall:  SELECT s.id AS share_id, c.id AS case_id, c.patient_id, c.hospital_id AS host_hospital_id, h.starts_at, (r.closed_at IS NOT NULL) AS round_closed, c.age_years, c.tumour_type, c.diagnosis, c.presentation, c.recurrence_number, c.summary, CASE WHEN ('WISHES'::text = ANY (s.sections)) THEN c.wishes ELSE NULL::text END AS wishes, CASE WHEN ('WISHES'::text = ANY (s.sections)) THEN c.ecog ELSE NULL::integer END AS ecog, CASE WHEN ('WISHES'::text = ANY (s.sections)) THEN c.comorbidities ELSE NULL::text[] END AS comorbidities, c.structures, CASE WHEN ('PRIOR_TREATMENTS'::text = ANY (s.sections)) THEN c.prior_treatments ELSE NULL::jsonb END AS prior_treatments, CASE WHEN ('IMAGING'::text = ANY (s.sections)) THEN c.imaging ELSE NULL::jsonb END AS imaging, CASE WHEN ('PATHOLOGY'::text = ANY (s.sections)) THEN c.pathology ELSE NULL::jsonb END AS pathology, c.risk, r.questions, t.sex, t.province, t.masked_name, i.sealed, i.key_id, s.sections, ARRAY( SELECT (e.treatment ->> 'hospitalName'::text) FROM jsonb_array_elements(c.prior_treatments) WITH ORDINALITY e(treatment, place) ORDER BY e.place) AS treating_hospitals FROM (((((shares s JOIN cases c ON ((c.id = s.case_id))) JOIN patients t ON ((t.id = c.patient_id))) JOIN discussion_rounds r ON ((r.id = s.round_id))) JOIN consult_sessions h ON ((h.id = s.session_id))) LEFT JOIN patient_identities i ON ((i.patient_id = c.patient_id))) WHERE ((s.hospital_id = ANY (( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)::uuid[])) AND (s.revoked_at IS NULL) AND (s.expires_at > ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND COALESCE((s.session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true));
wall_cases owned by consilium_wall:  SELECT r.case_id FROM (participations p JOIN discussion_rounds r ON ((r.id = p.round_id))) WHERE (p.department_id = ANY (( SELECT setting_ids('app.case_departments'::text) AS setting_ids)::uuid[])) UNION ALL SELECT i.case_id FROM ((session_members m JOIN agenda_items i ON ((i.session_id = m.session_id))) JOIN consult_sessions h ON ((h.id = m.session_id))) WHERE ((m.person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (h.hospital_id = ANY (( SELECT setting_ids('app.agenda_hospitals'::text) AS setting_ids)::uuid[]))) UNION ALL SELECT n.case_id FROM (surgical_plans n JOIN cases c ON ((c.id = n.case_id))) WHERE ((n.lead_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.plan_hospitals'::text) AS setting_ids)::uuid[]))) UNION ALL SELECT n.case_id FROM ((surgical_plans n JOIN cases c ON ((c.id = n.case_id))) JOIN surgical_stages g ON ((g.plan_id = n.id))) WHERE (((g.lead_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.plan_hospitals'::text) AS setting_ids)::uuid[]))) OR (g.department_id = ANY (( SELECT setting_ids('app.plan_departments'::text) AS setting_ids)::uuid[])));
wall_guest_sessions owned by consilium_wall:  SELECT m.session_id FROM session_members m WHERE ((m.person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (cardinality(( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)) > 0) AND COALESCE((m.session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true)) UNION ALL SELECT s.session_id FROM shares s WHERE ((s.hospital_id = ANY (( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)::uuid[])) AND (s.revoked_at IS NULL) AND (s.expires_at > ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND COALESCE((s.session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true));
wall_shares owned by consilium_wall:  SELECT id AS share_id, round_id, session_id FROM shares s WHERE ((hospital_id = ANY (( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)::uuid[])) AND (revoked_at IS NULL) AND (expires_at > ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND COALESCE((session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true));

-- privileges
consilium_app may DELETE, INSERT, SELECT, UPDATE accounts
consilium_app may DELETE, INSERT, SELECT, UPDATE agenda_items
consilium_app may SELECT agenda_lines
consilium_app may INSERT, SELECT audit_batches
consilium_app may INSERT, SELECT audit_checks
consilium_app may INSERT, SELECT audit_events
consilium_app may INSERT, SELECT audit_seals
consilium_app may DELETE, INSERT, SELECT audit_unsealed
consilium_app may DELETE, INSERT, SELECT, UPDATE authenticators
consilium_app may DELETE, INSERT, SELECT, UPDATE board_cards
consilium_app may DELETE, INSERT, SELECT, UPDATE bookings
consilium_app may DELETE, INSERT, SELECT, UPDATE campuses
consilium_app may DELETE, INSERT, SELECT, UPDATE cases
consilium_app may DELETE, INSERT, SELECT, UPDATE caught_mails
consilium_app may DELETE, INSERT, SELECT, UPDATE center_departments
consilium_app may DELETE, INSERT, SELECT, UPDATE centers
consilium_app may DELETE, INSERT, SELECT, UPDATE consents
consilium_app may DELETE, INSERT, SELECT, UPDATE consult_sessions
consilium_app may DELETE, INSERT, SELECT, UPDATE decisions
consilium_app may DELETE, INSERT, SELECT, UPDATE department_campuses
consilium_app may DELETE, INSERT, SELECT, UPDATE departments
consilium_app may INSERT, SELECT disclosed_contents
consilium_app may SELECT disclosure_lines
consilium_app may INSERT, SELECT disclosures
consilium_app may DELETE, INSERT, SELECT, UPDATE discussion_rounds
consilium_app may INSERT, SELECT emergency_accesses
consilium_app may SELECT emergency_names
consilium_app may DELETE, INSERT, SELECT, UPDATE hospitals
consilium_app may DELETE, INSERT, SELECT, UPDATE installation
consilium_app may DELETE, INSERT, SELECT, UPDATE invitations
consilium_app may DELETE, INSERT, SELECT, UPDATE mails
consilium_app may DELETE, INSERT, SELECT, UPDATE memberships
consilium_app may DELETE, INSERT, SELECT, UPDATE notifications
consilium_app may SELECT obligation_names
consilium_app may DELETE, INSERT, SELECT, UPDATE obligations
consilium_app may SELECT operation_numbers
consilium_app may INSERT, SELECT opinion_revisions
consilium_app may DELETE, INSERT, SELECT, UPDATE opinions
consilium_app may DELETE, INSERT, SELECT, UPDATE outbox
consilium_app may DELETE, INSERT, SELECT, UPDATE participations
consilium_app may DELETE, INSERT, SELECT, UPDATE partnerships
consilium_app may INSERT, SELECT, UPDATE password_links
consilium_app may DELETE, INSERT, SELECT, UPDATE patient_identities
consilium_app may DELETE, INSERT, SELECT, UPDATE patients
consilium_app may DELETE, INSERT, SELECT, UPDATE people
consilium_app may DELETE, INSERT, SELECT, UPDATE recovery_codes
consilium_app may DELETE, INSERT, SELECT, UPDATE reminders
consilium_app may INSERT, SELECT, UPDATE restricted_facts
consilium_app may DELETE, INSERT, SELECT, UPDATE rooms
consilium_app may DELETE, INSERT, SELECT, UPDATE session_hospitals
consilium_app may DELETE, INSERT, SELECT, UPDATE session_members
consilium_app may DELETE, INSERT, SELECT, UPDATE setup_links
consilium_app may SELECT share_lines
consilium_app may SELECT shared_records
consilium_app may DELETE, INSERT, SELECT, UPDATE shares
consilium_app may DELETE, INSERT, SELECT, UPDATE sign_ins
consilium_app may DELETE, INSERT, SELECT, UPDATE surgical_plans
consilium_app may INSERT, SELECT, UPDATE surgical_privileges
consilium_app may DELETE, INSERT, SELECT, UPDATE surgical_stages
consilium_app may DELETE, INSERT, SELECT, UPDATE unknown_names
consilium_app may SELECT wall_cases
consilium_app may SELECT wall_guest_sessions
consilium_app may SELECT wall_shares

-- column privileges
consilium_app may UPDATE emergency_accesses: ended_at, ended_by, reviewed_at, reviewed_by, verdict, review_note
consilium_wall may SELECT agenda_items: id, session_id, case_id, round_id, ordinal, minutes, state, version
consilium_wall may SELECT cases: id, case_no, hospital_id, patient_id, owner_id, owner_department_id, state, age_years, tumour_type, diagnosis, presentation, recurrence_number, summary, wishes, ecog, comorbidities, structures, prior_treatments, imaging, pathology, risk
consilium_wall may SELECT consents: id, case_id, kind, signed_on, withdrawn_at, form, ends_on, replaced_at
consilium_wall may SELECT consult_sessions: id, hospital_id, starts_at
consilium_wall may SELECT decisions: agenda_item_id, direction, quorum
consilium_wall may SELECT departments: id, hospital_id
consilium_wall may SELECT disclosed_contents: id, share_id, kind, sha256, made_at
consilium_wall may SELECT disclosures: id, share_id, person_id, consent_id, kind, at, content_id, sections, partnership_id
consilium_wall may SELECT discussion_rounds: id, case_id, questions, closed_at
consilium_wall may SELECT emergency_accesses: id, case_id, hospital_id, person_id, ends_at, ended_at
consilium_wall may SELECT obligations: id, subject_id, hospital_id, case_id, share_id
consilium_wall may SELECT opinions: id, share_id, revision
consilium_wall may SELECT participations: id, round_id, department_id, requirement, state
consilium_wall may SELECT patient_identities: patient_id, hospital_id, sealed, key_id, identity_no_hash, name_hash
consilium_wall may SELECT patients: id, masked_name, sex, province
consilium_wall may SELECT session_members: session_id, person_id
consilium_wall may SELECT shares: id, case_id, round_id, session_id, hospital_id, partnership_id, consent_id, px_code, expires_at, revoked_at, revoked_by, created_at, created_by, sections, version
consilium_wall may SELECT surgical_plans: id, case_id, lead_id
consilium_wall may SELECT surgical_stages: id, plan_id, code, department_id, lead_id

-- constraints
accounts ck_accounts_username_lower CHECK ((username = lower(username)))
accounts fk_accounts_disabled_by FOREIGN KEY (disabled_by) REFERENCES people(id)
accounts fk_accounts_person FOREIGN KEY (person_id) REFERENCES people(id)
accounts pk_accounts PRIMARY KEY (person_id)
accounts ux_accounts_username UNIQUE (username)
agenda_items ck_agenda_items_minutes CHECK (((minutes >= 5) AND (minutes <= 120)))
agenda_items ck_agenda_items_state CHECK ((state = ANY (ARRAY['QUEUED'::text, 'OPEN'::text, 'CONCLUDED'::text, 'SIGNED'::text, 'DEFERRED'::text])))
agenda_items fk_agenda_items_case FOREIGN KEY (case_id) REFERENCES cases(id)
agenda_items fk_agenda_items_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
agenda_items fk_agenda_items_session FOREIGN KEY (session_id) REFERENCES consult_sessions(id)
agenda_items pk_agenda_items PRIMARY KEY (id)
agenda_items ux_agenda_items_case UNIQUE (session_id, case_id)
audit_batches ck_audit_batches_not_empty CHECK ((row_count > 0))
audit_batches pk_audit_batches PRIMARY KEY (number)
audit_batches ux_audit_batches_last_sequence UNIQUE (last_sequence)
audit_checks ck_audit_checks_broken_is_named CHECK (((outcome = 'BROKEN'::text) = (broken IS NOT NULL)))
audit_checks ck_audit_checks_outcome CHECK ((outcome = ANY (ARRAY['PASSED'::text, 'BROKEN'::text])))
audit_checks pk_audit_checks PRIMARY KEY (id)
audit_events ck_audit_events_outcome CHECK ((outcome = ANY (ARRAY['DONE'::text, 'REFUSED'::text])))
audit_events pk_audit_events PRIMARY KEY (id)
audit_seals pk_audit_seals PRIMARY KEY (sequence)
audit_seals ux_audit_seals_event UNIQUE (event_id)
audit_unsealed pk_audit_unsealed PRIMARY KEY (event_id)
authenticators fk_authenticators_person FOREIGN KEY (person_id) REFERENCES people(id)
authenticators pk_authenticators PRIMARY KEY (id)
board_cards fk_board_cards_case FOREIGN KEY (case_id) REFERENCES cases(id)
board_cards fk_board_cards_department FOREIGN KEY (department_id) REFERENCES departments(id)
board_cards pk_board_cards PRIMARY KEY (case_id, department_id)
bookings ck_bookings_during CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))
bookings ck_bookings_resource_kind CHECK ((resource_kind = ANY (ARRAY['ROOM'::text, 'THEATRE'::text, 'PERSON'::text])))
bookings ck_bookings_source_kind CHECK ((source_kind = ANY (ARRAY['SESSION'::text, 'OPERATION'::text])))
bookings ex_bookings_no_double_booking EXCLUDE USING gist (resource_id WITH =, during WITH &&)
bookings pk_bookings PRIMARY KEY (id)
campuses fk_campuses_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
campuses fk_campuses_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
campuses pk_campuses PRIMARY KEY (id)
cases ck_cases_age CHECK (((age_years >= 0) AND (age_years <= 130)))
cases ck_cases_ecog CHECK (((ecog >= 0) AND (ecog <= 5)))
cases ck_cases_risk CHECK ((risk = ANY (ARRAY['EXTREME'::text, 'HIGH'::text, 'MODERATE'::text])))
cases ck_cases_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'REFERRED'::text, 'TRIAGE'::text, 'NEEDS_INFO'::text, 'REJECTED'::text, 'PREPARING'::text, 'READY'::text, 'SCHEDULED'::text, 'IN_DISCUSSION'::text, 'DEFERRED'::text, 'DECISION_PENDING'::text, 'DECIDED'::text, 'PLAN_IN_PREPARATION'::text, 'PLAN_APPROVED'::text, 'IN_TREATMENT'::text, 'FOLLOW_UP'::text, 'CLOSED'::text, 'ON_HOLD'::text, 'WITHDRAWN'::text, 'DECEASED'::text])))
cases ck_cases_urgency CHECK ((urgency = ANY (ARRAY['ROUTINE'::text, 'URGENT'::text])))
cases fk_cases_center FOREIGN KEY (center_id) REFERENCES centers(id)
cases fk_cases_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
cases fk_cases_owner FOREIGN KEY (owner_id) REFERENCES people(id)
cases fk_cases_owner_department FOREIGN KEY (owner_department_id) REFERENCES departments(id)
cases fk_cases_patient FOREIGN KEY (patient_id) REFERENCES patients(id)
cases fk_cases_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
cases pk_cases PRIMARY KEY (id)
cases ux_cases_case_no UNIQUE (case_no)
caught_mails pk_caught_mails PRIMARY KEY (id)
center_departments ck_center_departments_role CHECK ((role = ANY (ARRAY['CORE'::text, 'SUPPORTING'::text])))
center_departments fk_center_departments_center FOREIGN KEY (center_id) REFERENCES centers(id)
center_departments fk_center_departments_department FOREIGN KEY (department_id) REFERENCES departments(id)
center_departments pk_center_departments PRIMARY KEY (center_id, department_id)
centers ck_centers_case_letter CHECK ((case_letter ~ '^[A-Z]$'::text))
centers fk_centers_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
centers fk_centers_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
centers pk_centers PRIMARY KEY (id)
consents ck_consents_form CHECK ((form = ANY (ARRAY['PAPER'::text, 'ELECTRONIC'::text])))
consents ck_consents_kind CHECK ((kind = 'TELEMEDICINE'::text))
consents ck_consents_period CHECK ((ends_on >= signed_on))
consents ck_consents_signed_by CHECK ((signed_by = ANY (ARRAY['PATIENT'::text, 'RELATIVE'::text, 'GUARDIAN'::text])))
consents fk_consents_case FOREIGN KEY (case_id) REFERENCES cases(id)
consents fk_consents_recorded_by FOREIGN KEY (recorded_by) REFERENCES people(id)
consents fk_consents_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES people(id)
consents pk_consents PRIMARY KEY (id)
consult_sessions ck_consult_sessions_kind CHECK ((kind = ANY (ARRAY['REGULAR'::text, 'LINKED'::text])))
consult_sessions ck_consult_sessions_period CHECK ((ends_at > starts_at))
consult_sessions ck_consult_sessions_state CHECK ((state = ANY (ARRAY['PLANNED'::text, 'IN_PROGRESS'::text, 'ENDED'::text, 'CANCELLED'::text])))
consult_sessions fk_consult_sessions_center FOREIGN KEY (center_id) REFERENCES centers(id)
consult_sessions fk_consult_sessions_chair FOREIGN KEY (chair_id) REFERENCES people(id)
consult_sessions fk_consult_sessions_created_by FOREIGN KEY (created_by) REFERENCES people(id)
consult_sessions fk_consult_sessions_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
consult_sessions fk_consult_sessions_recorder FOREIGN KEY (recorder_id) REFERENCES people(id)
consult_sessions fk_consult_sessions_room FOREIGN KEY (room_id) REFERENCES rooms(id)
consult_sessions fk_consult_sessions_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
consult_sessions pk_consult_sessions PRIMARY KEY (id)
decisions ck_decisions_consensus CHECK ((consensus = ANY (ARRAY['UNANIMOUS'::text, 'MAJORITY'::text, 'CHAIR_DECISION'::text, 'NONE'::text])))
decisions ck_decisions_signed CHECK (((state <> 'SIGNED'::text) OR ((signed_by IS NOT NULL) AND (signed_at IS NOT NULL) AND (content_hash IS NOT NULL))))
decisions ck_decisions_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PENDING'::text, 'SIGNED'::text])))
decisions fk_decisions_agenda_item FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id)
decisions fk_decisions_recorded_by FOREIGN KEY (recorded_by) REFERENCES people(id)
decisions fk_decisions_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
decisions fk_decisions_signed_by FOREIGN KEY (signed_by) REFERENCES people(id)
decisions pk_decisions PRIMARY KEY (id)
decisions ux_decisions_agenda_item UNIQUE (agenda_item_id)
department_campuses fk_department_campuses_campus FOREIGN KEY (campus_id) REFERENCES campuses(id)
department_campuses fk_department_campuses_department FOREIGN KEY (department_id) REFERENCES departments(id)
department_campuses pk_department_campuses PRIMARY KEY (department_id, campus_id)
departments ck_departments_label_short CHECK (((char_length(label) >= 1) AND (char_length(label) <= 2)))
departments fk_departments_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
departments fk_departments_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
departments pk_departments PRIMARY KEY (id)
departments ux_departments_code UNIQUE (hospital_id, code)
disclosed_contents ck_disclosed_contents_kind CHECK ((kind = ANY (ARRAY['LIST'::text, 'CASE'::text])))
disclosed_contents fk_disclosed_contents_share FOREIGN KEY (share_id) REFERENCES shares(id)
disclosed_contents pk_disclosed_contents PRIMARY KEY (id)
disclosed_contents ux_disclosed_contents_sha256 UNIQUE (share_id, kind, sha256)
disclosures ck_disclosures_kind CHECK ((kind = ANY (ARRAY['LIST'::text, 'CASE'::text])))
disclosures fk_disclosures_consent FOREIGN KEY (consent_id) REFERENCES consents(id)
disclosures fk_disclosures_content FOREIGN KEY (content_id) REFERENCES disclosed_contents(id)
disclosures fk_disclosures_partnership FOREIGN KEY (partnership_id) REFERENCES partnerships(id)
disclosures fk_disclosures_person FOREIGN KEY (person_id) REFERENCES people(id)
disclosures fk_disclosures_share FOREIGN KEY (share_id) REFERENCES shares(id)
disclosures pk_disclosures PRIMARY KEY (id)
discussion_rounds ck_discussion_rounds_questions CHECK (((cardinality(questions) >= 1) AND (cardinality(questions) <= 3)))
discussion_rounds fk_discussion_rounds_case FOREIGN KEY (case_id) REFERENCES cases(id)
discussion_rounds pk_discussion_rounds PRIMARY KEY (id)
discussion_rounds ux_discussion_rounds_ordinal UNIQUE (case_id, ordinal)
emergency_accesses ck_emergency_accesses_ended CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND (ended_at >= opened_at) AND (ended_at <= ends_at)))
emergency_accesses ck_emergency_accesses_length CHECK (((ends_at > opened_at) AND (ends_at <= (opened_at + '01:00:00'::interval))))
emergency_accesses ck_emergency_accesses_reason CHECK ((char_length(reason) >= 10))
emergency_accesses ck_emergency_accesses_reason_kind CHECK ((reason_kind = ANY (ARRAY['RESCUE'::text, 'ON_CALL'::text, 'PERIOPERATIVE'::text, 'OTHER'::text])))
emergency_accesses ck_emergency_accesses_reviewed CHECK ((num_nulls(reviewed_at, reviewed_by, verdict, review_note) = ANY (ARRAY[0, 4])))
emergency_accesses ck_emergency_accesses_reviewed_by_another CHECK ((reviewed_by <> person_id))
emergency_accesses ck_emergency_accesses_verdict CHECK ((verdict = ANY (ARRAY['JUSTIFIED'::text, 'NOT_JUSTIFIED'::text])))
emergency_accesses ex_emergency_accesses_one_at_a_time EXCLUDE USING gist (case_id WITH =, person_id WITH =, tstzrange(opened_at, COALESCE(ended_at, ends_at)) WITH &&)
emergency_accesses fk_emergency_accesses_case FOREIGN KEY (case_id) REFERENCES cases(id)
emergency_accesses fk_emergency_accesses_ended_by FOREIGN KEY (ended_by) REFERENCES people(id)
emergency_accesses fk_emergency_accesses_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
emergency_accesses fk_emergency_accesses_person FOREIGN KEY (person_id) REFERENCES people(id)
emergency_accesses fk_emergency_accesses_reviewed_by FOREIGN KEY (reviewed_by) REFERENCES people(id)
emergency_accesses pk_emergency_accesses PRIMARY KEY (id)
hospitals fk_hospitals_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
hospitals pk_hospitals PRIMARY KEY (id)
hospitals ux_hospitals_code UNIQUE (code)
installation ck_installation_one_row CHECK ((id = 1))
installation pk_installation PRIMARY KEY (id)
invitations ck_invitations_period CHECK ((expires_at > created_at))
invitations fk_invitations_created_by FOREIGN KEY (created_by) REFERENCES people(id)
invitations fk_invitations_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
invitations fk_invitations_person FOREIGN KEY (person_id) REFERENCES people(id)
invitations fk_invitations_revoked_by FOREIGN KEY (revoked_by) REFERENCES people(id)
invitations fk_invitations_session FOREIGN KEY (session_id) REFERENCES consult_sessions(id)
invitations pk_invitations PRIMARY KEY (id)
invitations ux_invitations_token UNIQUE (token_hash)
mails ck_mails_state CHECK ((state = ANY (ARRAY['PENDING'::text, 'SENDING'::text, 'SENT'::text, 'FAILED'::text])))
mails fk_mails_notification FOREIGN KEY (notification_id) REFERENCES notifications(id)
mails pk_mails PRIMARY KEY (id)
mails ux_mails_notification UNIQUE (notification_id)
memberships ck_memberships_period CHECK (((valid_to IS NULL) OR (valid_to >= (valid_from - 1))))
memberships ck_memberships_posting CHECK ((posting = ANY (ARRAY['LONG'::text, 'SHORT'::text, 'AD_HOC'::text])))
memberships ck_memberships_posting_ends CHECK (((posting IS NULL) OR (valid_to IS NOT NULL)))
memberships ex_memberships_no_overlap EXCLUDE USING gist (person_id WITH =, hospital_id WITH =, role WITH =, COALESCE(department_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(valid_from, (valid_to + 1), '[)'::text) WITH &&)
memberships fk_memberships_department FOREIGN KEY (department_id) REFERENCES departments(id)
memberships fk_memberships_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
memberships fk_memberships_person FOREIGN KEY (person_id) REFERENCES people(id)
memberships pk_memberships PRIMARY KEY (id)
notifications fk_notifications_person FOREIGN KEY (person_id) REFERENCES people(id)
notifications fk_notifications_reminder FOREIGN KEY (reminder_id) REFERENCES reminders(id)
notifications pk_notifications PRIMARY KEY (id)
notifications ux_notifications_once UNIQUE (reminder_id, person_id)
obligations ck_obligations_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'DONE'::text, 'CANCELLED'::text])))
obligations fk_obligations_case FOREIGN KEY (case_id) REFERENCES cases(id)
obligations fk_obligations_department FOREIGN KEY (department_id) REFERENCES departments(id)
obligations fk_obligations_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
obligations fk_obligations_person FOREIGN KEY (person_id) REFERENCES people(id)
obligations fk_obligations_plan FOREIGN KEY (plan_id) REFERENCES surgical_plans(id)
obligations fk_obligations_session FOREIGN KEY (session_id) REFERENCES consult_sessions(id)
obligations fk_obligations_share FOREIGN KEY (share_id) REFERENCES shares(id)
obligations pk_obligations PRIMARY KEY (id)
obligations ux_obligations_subject UNIQUE (kind, subject_id)
opinion_revisions fk_opinion_revisions_author FOREIGN KEY (author_id) REFERENCES people(id)
opinion_revisions fk_opinion_revisions_opinion FOREIGN KEY (opinion_id) REFERENCES opinions(id)
opinion_revisions pk_opinion_revisions PRIMARY KEY (opinion_id, revision)
opinions ck_opinions_one_giver CHECK (((participation_id IS NULL) <> (share_id IS NULL)))
opinions ck_opinions_stance CHECK ((stance = ANY (ARRAY['support'::text, 'conditional'::text, 'oppose'::text, 'information'::text, 'more-information'::text])))
opinions ck_opinions_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text])))
opinions ck_opinions_submitted_has_stance CHECK (((state = 'DRAFT'::text) OR ((stance IS NOT NULL) AND (submitted_at IS NOT NULL) AND (text <> ''::text))))
opinions fk_opinions_author FOREIGN KEY (author_id) REFERENCES people(id)
opinions fk_opinions_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
opinions fk_opinions_participation FOREIGN KEY (participation_id) REFERENCES participations(id)
opinions fk_opinions_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
opinions fk_opinions_share FOREIGN KEY (share_id) REFERENCES shares(id)
opinions pk_opinions PRIMARY KEY (id)
opinions ux_opinions_participation UNIQUE (participation_id)
opinions ux_opinions_share UNIQUE (share_id)
outbox pk_outbox PRIMARY KEY (id)
participations ck_participations_requirement CHECK ((requirement = ANY (ARRAY['REQUIRED'::text, 'OPTIONAL'::text])))
participations ck_participations_state CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'OWED'::text, 'DRAFTING'::text, 'GIVEN'::text, 'WAIVED'::text])))
participations ck_participations_waived_with_reason CHECK (((state <> 'WAIVED'::text) OR ((waived_by IS NOT NULL) AND (waive_reason IS NOT NULL))))
participations fk_participations_department FOREIGN KEY (department_id) REFERENCES departments(id)
participations fk_participations_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
participations fk_participations_waived_by FOREIGN KEY (waived_by) REFERENCES people(id)
participations pk_participations PRIMARY KEY (id)
participations ux_participations_department UNIQUE (round_id, department_id)
partnerships ck_partnerships_ended CHECK ((((ended_at IS NULL) = (end_reason IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL))))
partnerships ck_partnerships_period CHECK ((valid_to >= valid_from))
partnerships ck_partnerships_scopes CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['REMOTE_CONSULT'::text, 'LINKED_MDT'::text, 'REFERRAL'::text, 'POSTING'::text])))
partnerships ck_partnerships_two_hospitals CHECK ((host_hospital_id <> partner_hospital_id))
partnerships fk_partnerships_ended_by FOREIGN KEY (ended_by) REFERENCES people(id)
partnerships fk_partnerships_host FOREIGN KEY (host_hospital_id) REFERENCES hospitals(id)
partnerships fk_partnerships_partner FOREIGN KEY (partner_hospital_id) REFERENCES hospitals(id)
partnerships fk_partnerships_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
partnerships pk_partnerships PRIMARY KEY (id)
partnerships ux_partnerships_agreement_no UNIQUE (agreement_no)
password_links ck_password_links_period CHECK ((expires_at > created_at))
password_links fk_password_links_created_by FOREIGN KEY (created_by) REFERENCES people(id)
password_links fk_password_links_person FOREIGN KEY (person_id) REFERENCES people(id)
password_links pk_password_links PRIMARY KEY (id)
password_links ux_password_links_token UNIQUE (token_hash)
patient_identities fk_patient_identities_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
patient_identities fk_patient_identities_patient FOREIGN KEY (patient_id) REFERENCES patients(id)
patient_identities pk_patient_identities PRIMARY KEY (patient_id)
patient_identities ux_patient_identities_no UNIQUE (hospital_id, identity_no_hash)
patients ck_patients_sex CHECK ((sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text])))
patients fk_patients_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
patients pk_patients PRIMARY KEY (id)
people ck_people_locale CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en-US'::text])))
people fk_people_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
people fk_people_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
people pk_people PRIMARY KEY (id)
recovery_codes fk_recovery_codes_person FOREIGN KEY (person_id) REFERENCES people(id)
recovery_codes pk_recovery_codes PRIMARY KEY (person_id, code_hash)
reminders ck_reminders_state CHECK ((state = ANY (ARRAY['SCHEDULED'::text, 'DELIVERED'::text, 'CANCELLED'::text])))
reminders fk_reminders_obligation FOREIGN KEY (obligation_id) REFERENCES obligations(id)
reminders pk_reminders PRIMARY KEY (id)
reminders ux_reminders_step UNIQUE (obligation_id, step, obligation_version)
restricted_facts fk_restricted_facts_case FOREIGN KEY (case_id) REFERENCES cases(id)
restricted_facts fk_restricted_facts_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
restricted_facts fk_restricted_facts_recorded_by FOREIGN KEY (recorded_by) REFERENCES people(id)
restricted_facts fk_restricted_facts_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
restricted_facts pk_restricted_facts PRIMARY KEY (id)
rooms ck_rooms_kind CHECK ((kind = ANY (ARRAY['MEETING_ROOM'::text, 'THEATRE'::text])))
rooms fk_rooms_campus FOREIGN KEY (campus_id) REFERENCES campuses(id)
rooms fk_rooms_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
rooms pk_rooms PRIMARY KEY (id)
session_hospitals fk_session_hospitals_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
session_hospitals fk_session_hospitals_partnership FOREIGN KEY (partnership_id) REFERENCES partnerships(id)
session_hospitals fk_session_hospitals_session FOREIGN KEY (session_id) REFERENCES consult_sessions(id)
session_hospitals pk_session_hospitals PRIMARY KEY (session_id, hospital_id)
session_members ck_session_members_mode CHECK ((attendance_mode = ANY (ARRAY['IN_PERSON'::text, 'REMOTE'::text, 'PROXY'::text])))
session_members ck_session_members_role CHECK ((role = ANY (ARRAY['CHAIR'::text, 'RECORDER'::text, 'MEMBER'::text, 'EXPERT'::text])))
session_members fk_session_members_department FOREIGN KEY (department_id) REFERENCES departments(id)
session_members fk_session_members_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
session_members fk_session_members_person FOREIGN KEY (person_id) REFERENCES people(id)
session_members fk_session_members_session FOREIGN KEY (session_id) REFERENCES consult_sessions(id)
session_members pk_session_members PRIMARY KEY (session_id, person_id)
setup_links pk_setup_links PRIMARY KEY (token_hash)
shares ck_shares_sections CHECK (((sections <@ ARRAY['SUMMARY'::text, 'QUESTIONS'::text, 'PRIOR_TREATMENTS'::text, 'IMAGING'::text, 'PATHOLOGY'::text, 'WISHES'::text, 'OTHER_OPINIONS'::text]) AND (sections @> ARRAY['SUMMARY'::text, 'QUESTIONS'::text])))
shares fk_shares_case FOREIGN KEY (case_id) REFERENCES cases(id)
shares fk_shares_consent FOREIGN KEY (consent_id) REFERENCES consents(id)
shares fk_shares_created_by FOREIGN KEY (created_by) REFERENCES people(id)
shares fk_shares_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
shares fk_shares_partnership FOREIGN KEY (partnership_id) REFERENCES partnerships(id)
shares fk_shares_revoked_by FOREIGN KEY (revoked_by) REFERENCES people(id)
shares fk_shares_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
shares fk_shares_session FOREIGN KEY (session_id) REFERENCES consult_sessions(id)
shares fk_shares_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
shares pk_shares PRIMARY KEY (id)
shares ux_shares_px_code UNIQUE (px_code)
sign_ins ck_sign_ins_invitation CHECK (((method = 'INVITATION'::text) = (invitation_id IS NOT NULL)))
sign_ins ck_sign_ins_method CHECK ((method = ANY (ARRAY['PASSWORD'::text, 'SINGLE_SIGN_ON'::text, 'INVITATION'::text, 'SETUP_LINK'::text])))
sign_ins fk_sign_ins_invitation FOREIGN KEY (invitation_id) REFERENCES invitations(id)
sign_ins fk_sign_ins_person FOREIGN KEY (person_id) REFERENCES people(id)
sign_ins pk_sign_ins PRIMARY KEY (id)
sign_ins ux_sign_ins_token UNIQUE (token_hash)
surgical_plans ck_surgical_plans_staged_is_booked CHECK (((state = 'DRAFT'::text) OR ((theatre_id IS NOT NULL) AND (starts_at IS NOT NULL))))
surgical_plans ck_surgical_plans_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'STAGED'::text, 'CONFIRMED'::text])))
surgical_plans fk_surgical_plans_case FOREIGN KEY (case_id) REFERENCES cases(id)
surgical_plans fk_surgical_plans_lead FOREIGN KEY (lead_id) REFERENCES people(id)
surgical_plans fk_surgical_plans_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
surgical_plans fk_surgical_plans_theatre FOREIGN KEY (theatre_id) REFERENCES rooms(id)
surgical_plans fk_surgical_plans_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
surgical_plans pk_surgical_plans PRIMARY KEY (id)
surgical_plans ux_surgical_plans_number UNIQUE (case_id, number)
surgical_privileges ck_surgical_privileges_level CHECK (((level >= 1) AND (level <= 4)))
surgical_privileges ck_surgical_privileges_period CHECK ((valid_to >= valid_from))
surgical_privileges ck_surgical_privileges_withdrawn CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))))
surgical_privileges fk_surgical_privileges_granted_by FOREIGN KEY (granted_by) REFERENCES people(id)
surgical_privileges fk_surgical_privileges_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
surgical_privileges fk_surgical_privileges_person FOREIGN KEY (person_id) REFERENCES people(id)
surgical_privileges fk_surgical_privileges_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES people(id)
surgical_privileges pk_surgical_privileges PRIMARY KEY (id)
surgical_stages ck_surgical_stages_blood_units CHECK (((blood_units >= 0) AND (blood_units <= 60)))
surgical_stages ck_surgical_stages_confirmation CHECK ((confirmation = ANY (ARRAY['WAITING'::text, 'CONFIRMED'::text, 'DECLINED'::text])))
surgical_stages ck_surgical_stages_day_offset CHECK (((day_offset >= '-14'::integer) AND (day_offset <= 0)))
surgical_stages ck_surgical_stages_minutes CHECK (((minutes >= 5) AND (minutes <= 960)))
surgical_stages fk_surgical_stages_department FOREIGN KEY (department_id) REFERENCES departments(id)
surgical_stages fk_surgical_stages_lead FOREIGN KEY (lead_id) REFERENCES people(id)
surgical_stages fk_surgical_stages_plan FOREIGN KEY (plan_id) REFERENCES surgical_plans(id)
surgical_stages pk_surgical_stages PRIMARY KEY (id)
surgical_stages ux_surgical_stages_code UNIQUE (plan_id, code)
unknown_names pk_unknown_names PRIMARY KEY (name_mark)

-- indexes
CREATE UNIQUE INDEX pk_accounts ON public.accounts USING btree (person_id)
CREATE UNIQUE INDEX ux_accounts_username ON public.accounts USING btree (username)
CREATE INDEX ix_agenda_items_case ON public.agenda_items USING btree (case_id)
CREATE UNIQUE INDEX pk_agenda_items ON public.agenda_items USING btree (id)
CREATE UNIQUE INDEX ux_agenda_items_case ON public.agenda_items USING btree (session_id, case_id)
CREATE UNIQUE INDEX ux_agenda_items_one_open ON public.agenda_items USING btree (session_id) WHERE (state = 'OPEN'::text)
CREATE UNIQUE INDEX ux_agenda_items_round_once ON public.agenda_items USING btree (round_id) WHERE (state <> 'DEFERRED'::text)
CREATE UNIQUE INDEX pk_audit_batches ON public.audit_batches USING btree (number)
CREATE UNIQUE INDEX ux_audit_batches_last_sequence ON public.audit_batches USING btree (last_sequence)
CREATE UNIQUE INDEX pk_audit_checks ON public.audit_checks USING btree (id)
CREATE INDEX ix_audit_events_action ON public.audit_events USING btree (action, id)
CREATE INDEX ix_audit_events_actor ON public.audit_events USING btree (actor_id, id)
CREATE INDEX ix_audit_events_at ON public.audit_events USING btree (at, id)
CREATE INDEX ix_audit_events_case ON public.audit_events USING btree (case_id, id)
CREATE INDEX ix_audit_events_case_no ON public.audit_events USING btree (((detail ->> 'caseNo'::text))) WHERE (action = 'case.referred'::text)
CREATE INDEX ix_audit_events_object ON public.audit_events USING btree (object_id, id)
CREATE UNIQUE INDEX pk_audit_events ON public.audit_events USING btree (id)
CREATE UNIQUE INDEX pk_audit_seals ON public.audit_seals USING btree (sequence)
CREATE UNIQUE INDEX ux_audit_seals_event ON public.audit_seals USING btree (event_id)
CREATE UNIQUE INDEX pk_audit_unsealed ON public.audit_unsealed USING btree (event_id)
CREATE UNIQUE INDEX pk_authenticators ON public.authenticators USING btree (id)
CREATE UNIQUE INDEX ux_authenticators_begun ON public.authenticators USING btree (person_id) WHERE (confirmed_at IS NULL)
CREATE UNIQUE INDEX ux_authenticators_in_use ON public.authenticators USING btree (person_id) WHERE (confirmed_at IS NOT NULL)
CREATE INDEX ix_board_cards_department ON public.board_cards USING btree (department_id, due_at) WHERE (column_key <> 'FOLLOW_UP'::text)
CREATE INDEX ix_board_cards_follow_up ON public.board_cards USING btree (department_id, sequence) WHERE (column_key = 'FOLLOW_UP'::text)
CREATE UNIQUE INDEX pk_board_cards ON public.board_cards USING btree (case_id, department_id)
CREATE INDEX ex_bookings_no_double_booking ON public.bookings USING gist (resource_id, during)
CREATE INDEX ix_bookings_source ON public.bookings USING btree (source_kind, source_id)
CREATE UNIQUE INDEX pk_bookings ON public.bookings USING btree (id)
CREATE INDEX ix_campuses_hospital ON public.campuses USING btree (hospital_id)
CREATE UNIQUE INDEX pk_campuses ON public.campuses USING btree (id)
CREATE UNIQUE INDEX ux_campuses_one_default ON public.campuses USING btree (hospital_id) WHERE is_default
CREATE INDEX ix_cases_open ON public.cases USING btree (hospital_id, state) WHERE (state <> ALL (ARRAY['CLOSED'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'DECEASED'::text]))
CREATE INDEX ix_cases_owner ON public.cases USING btree (owner_id)
CREATE INDEX ix_cases_patient ON public.cases USING btree (patient_id)
CREATE UNIQUE INDEX pk_cases ON public.cases USING btree (id)
CREATE UNIQUE INDEX ux_cases_case_no ON public.cases USING btree (case_no)
CREATE UNIQUE INDEX pk_caught_mails ON public.caught_mails USING btree (id)
CREATE UNIQUE INDEX ux_caught_mails_once ON public.caught_mails USING btree (message_id, recipient) WHERE (message_id <> ''::text)
CREATE UNIQUE INDEX pk_center_departments ON public.center_departments USING btree (center_id, department_id)
CREATE UNIQUE INDEX pk_centers ON public.centers USING btree (id)
CREATE UNIQUE INDEX pk_consents ON public.consents USING btree (id)
CREATE UNIQUE INDEX ux_consents_one_in_force ON public.consents USING btree (case_id, kind) WHERE ((withdrawn_at IS NULL) AND (replaced_at IS NULL))
CREATE INDEX ix_consult_sessions_time ON public.consult_sessions USING btree (hospital_id, starts_at)
CREATE UNIQUE INDEX pk_consult_sessions ON public.consult_sessions USING btree (id)
CREATE INDEX ix_decisions_round ON public.decisions USING btree (round_id)
CREATE UNIQUE INDEX pk_decisions ON public.decisions USING btree (id)
CREATE UNIQUE INDEX ux_decisions_agenda_item ON public.decisions USING btree (agenda_item_id)
CREATE INDEX ix_department_campuses_campus ON public.department_campuses USING btree (campus_id)
CREATE UNIQUE INDEX pk_department_campuses ON public.department_campuses USING btree (department_id, campus_id)
CREATE UNIQUE INDEX pk_departments ON public.departments USING btree (id)
CREATE UNIQUE INDEX ux_departments_code ON public.departments USING btree (hospital_id, code)
CREATE UNIQUE INDEX pk_disclosed_contents ON public.disclosed_contents USING btree (id)
CREATE UNIQUE INDEX ux_disclosed_contents_sha256 ON public.disclosed_contents USING btree (share_id, kind, sha256)
CREATE INDEX ix_disclosures_at ON public.disclosures USING btree (at, id)
CREATE INDEX ix_disclosures_share ON public.disclosures USING btree (share_id)
CREATE UNIQUE INDEX pk_disclosures ON public.disclosures USING btree (id)
CREATE UNIQUE INDEX pk_discussion_rounds ON public.discussion_rounds USING btree (id)
CREATE UNIQUE INDEX ux_discussion_rounds_ordinal ON public.discussion_rounds USING btree (case_id, ordinal)
CREATE INDEX ex_emergency_accesses_one_at_a_time ON public.emergency_accesses USING gist (case_id, person_id, tstzrange(opened_at, COALESCE(ended_at, ends_at)))
CREATE INDEX ix_emergency_accesses_person ON public.emergency_accesses USING btree (person_id, ends_at) WHERE (ended_at IS NULL)
CREATE INDEX ix_emergency_accesses_unreviewed ON public.emergency_accesses USING btree (hospital_id, id) WHERE (reviewed_at IS NULL)
CREATE UNIQUE INDEX pk_emergency_accesses ON public.emergency_accesses USING btree (id)
CREATE UNIQUE INDEX pk_hospitals ON public.hospitals USING btree (id)
CREATE UNIQUE INDEX ux_hospitals_code ON public.hospitals USING btree (code)
CREATE UNIQUE INDEX ux_hospitals_one_host ON public.hospitals USING btree (is_host) WHERE is_host
CREATE UNIQUE INDEX pk_installation ON public.installation USING btree (id)
CREATE INDEX ix_invitations_session ON public.invitations USING btree (session_id)
CREATE UNIQUE INDEX pk_invitations ON public.invitations USING btree (id)
CREATE UNIQUE INDEX ux_invitations_token ON public.invitations USING btree (token_hash)
CREATE INDEX ix_mails_pending ON public.mails USING btree (created_at) WHERE (state = ANY (ARRAY['PENDING'::text, 'SENDING'::text]))
CREATE UNIQUE INDEX pk_mails ON public.mails USING btree (id)
CREATE UNIQUE INDEX ux_mails_notification ON public.mails USING btree (notification_id)
CREATE INDEX ex_memberships_no_overlap ON public.memberships USING gist (person_id, hospital_id, role, COALESCE(department_id, '00000000-0000-0000-0000-000000000000'::uuid), daterange(valid_from, (valid_to + 1), '[)'::text))
CREATE INDEX ix_memberships_department_role ON public.memberships USING btree (department_id, role)
CREATE INDEX ix_memberships_person ON public.memberships USING btree (person_id)
CREATE INDEX ix_memberships_role ON public.memberships USING btree (role, hospital_id)
CREATE UNIQUE INDEX pk_memberships ON public.memberships USING btree (id)
CREATE INDEX ix_notifications_person ON public.notifications USING btree (person_id, created_at DESC, id DESC)
CREATE INDEX ix_notifications_unread ON public.notifications USING btree (person_id) WHERE (read_at IS NULL)
CREATE UNIQUE INDEX pk_notifications ON public.notifications USING btree (id)
CREATE UNIQUE INDEX ux_notifications_once ON public.notifications USING btree (reminder_id, person_id)
CREATE INDEX ix_obligations_case ON public.obligations USING btree (case_id) WHERE (state = 'OPEN'::text)
CREATE INDEX ix_obligations_department ON public.obligations USING btree (department_id) WHERE (state = 'OPEN'::text)
CREATE INDEX ix_obligations_open_due ON public.obligations USING btree (due_at) WHERE (state = 'OPEN'::text)
CREATE INDEX ix_obligations_person ON public.obligations USING btree (person_id) WHERE (state = 'OPEN'::text)
CREATE UNIQUE INDEX pk_obligations ON public.obligations USING btree (id)
CREATE UNIQUE INDEX ux_obligations_subject ON public.obligations USING btree (kind, subject_id)
CREATE UNIQUE INDEX pk_opinion_revisions ON public.opinion_revisions USING btree (opinion_id, revision)
CREATE INDEX ix_opinions_round ON public.opinions USING btree (round_id)
CREATE UNIQUE INDEX pk_opinions ON public.opinions USING btree (id)
CREATE UNIQUE INDEX ux_opinions_participation ON public.opinions USING btree (participation_id)
CREATE UNIQUE INDEX ux_opinions_share ON public.opinions USING btree (share_id)
CREATE INDEX ix_outbox_unpublished ON public.outbox USING btree (id) WHERE (published_at IS NULL)
CREATE UNIQUE INDEX pk_outbox ON public.outbox USING btree (id)
CREATE INDEX ix_participations_department ON public.participations USING btree (department_id, state)
CREATE UNIQUE INDEX pk_participations ON public.participations USING btree (id)
CREATE UNIQUE INDEX ux_participations_department ON public.participations USING btree (round_id, department_id)
CREATE INDEX ix_partnerships_partner ON public.partnerships USING btree (partner_hospital_id)
CREATE UNIQUE INDEX pk_partnerships ON public.partnerships USING btree (id)
CREATE UNIQUE INDEX ux_partnerships_agreement_no ON public.partnerships USING btree (agreement_no)
CREATE UNIQUE INDEX pk_password_links ON public.password_links USING btree (id)
CREATE UNIQUE INDEX ux_password_links_open ON public.password_links USING btree (person_id) WHERE ((used_at IS NULL) AND (withdrawn_at IS NULL))
CREATE UNIQUE INDEX ux_password_links_token ON public.password_links USING btree (token_hash)
CREATE UNIQUE INDEX pk_patient_identities ON public.patient_identities USING btree (patient_id)
CREATE UNIQUE INDEX ux_patient_identities_no ON public.patient_identities USING btree (hospital_id, identity_no_hash)
CREATE UNIQUE INDEX pk_patients ON public.patients USING btree (id)
CREATE INDEX ix_people_hospital ON public.people USING btree (hospital_id)
CREATE INDEX ix_people_name ON public.people USING btree (name_en, id)
CREATE UNIQUE INDEX pk_people ON public.people USING btree (id)
CREATE UNIQUE INDEX pk_recovery_codes ON public.recovery_codes USING btree (person_id, code_hash)
CREATE INDEX ix_reminders_due ON public.reminders USING btree (fire_at) WHERE (state = 'SCHEDULED'::text)
CREATE UNIQUE INDEX pk_reminders ON public.reminders USING btree (id)
CREATE UNIQUE INDEX ux_reminders_step ON public.reminders USING btree (obligation_id, step, obligation_version)
CREATE INDEX ix_restricted_facts_case ON public.restricted_facts USING btree (case_id)
CREATE UNIQUE INDEX pk_restricted_facts ON public.restricted_facts USING btree (id)
CREATE INDEX ix_rooms_campus ON public.rooms USING btree (campus_id)
CREATE UNIQUE INDEX pk_rooms ON public.rooms USING btree (id)
CREATE UNIQUE INDEX pk_session_hospitals ON public.session_hospitals USING btree (session_id, hospital_id)
CREATE INDEX ix_session_members_person ON public.session_members USING btree (person_id)
CREATE UNIQUE INDEX pk_session_members ON public.session_members USING btree (session_id, person_id)
CREATE UNIQUE INDEX pk_setup_links ON public.setup_links USING btree (token_hash)
CREATE INDEX ix_shares_consent ON public.shares USING btree (consent_id) WHERE (revoked_at IS NULL)
CREATE INDEX ix_shares_hospital ON public.shares USING btree (hospital_id)
CREATE INDEX ix_shares_partnership ON public.shares USING btree (partnership_id) WHERE (revoked_at IS NULL)
CREATE UNIQUE INDEX pk_shares ON public.shares USING btree (id)
CREATE UNIQUE INDEX ux_shares_in_force ON public.shares USING btree (case_id, session_id, hospital_id) WHERE (revoked_at IS NULL)
CREATE UNIQUE INDEX ux_shares_px_code ON public.shares USING btree (px_code)
CREATE INDEX ix_sign_ins_invitation ON public.sign_ins USING btree (invitation_id) WHERE (invitation_id IS NOT NULL)
CREATE INDEX ix_sign_ins_person ON public.sign_ins USING btree (person_id)
CREATE UNIQUE INDEX pk_sign_ins ON public.sign_ins USING btree (id)
CREATE UNIQUE INDEX ux_sign_ins_token ON public.sign_ins USING btree (token_hash)
CREATE UNIQUE INDEX pk_surgical_plans ON public.surgical_plans USING btree (id)
CREATE UNIQUE INDEX ux_surgical_plans_number ON public.surgical_plans USING btree (case_id, number)
CREATE INDEX ix_surgical_privileges_hospital ON public.surgical_privileges USING btree (hospital_id, valid_to)
CREATE INDEX ix_surgical_privileges_person ON public.surgical_privileges USING btree (person_id)
CREATE UNIQUE INDEX pk_surgical_privileges ON public.surgical_privileges USING btree (id)
CREATE INDEX ix_surgical_stages_lead ON public.surgical_stages USING btree (lead_id)
CREATE UNIQUE INDEX pk_surgical_stages ON public.surgical_stages USING btree (id)
CREATE UNIQUE INDEX ux_surgical_stages_code ON public.surgical_stages USING btree (plan_id, code)
CREATE INDEX ix_unknown_names_failed_at ON public.unknown_names USING btree (failed_at)
CREATE UNIQUE INDEX pk_unknown_names ON public.unknown_names USING btree (name_mark)

-- triggers
CREATE TRIGGER audit_batches_append_only BEFORE DELETE OR UPDATE ON public.audit_batches FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_batches_never_emptied BEFORE TRUNCATE ON public.audit_batches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_checks_append_only BEFORE DELETE OR UPDATE ON public.audit_checks FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_checks_never_emptied BEFORE TRUNCATE ON public.audit_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_events_append_only BEFORE DELETE OR UPDATE ON public.audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_events_await_seal AFTER INSERT ON public.audit_events FOR EACH ROW EXECUTE FUNCTION await_audit_seal()
CREATE TRIGGER audit_events_never_emptied BEFORE TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_seals_append_only BEFORE DELETE OR UPDATE ON public.audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_seals_never_emptied BEFORE TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_unsealed_keeps_its_rows BEFORE UPDATE ON public.audit_unsealed FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER audit_unsealed_never_emptied BEFORE TRUNCATE ON public.audit_unsealed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()
CREATE TRIGGER decisions_signed_is_final BEFORE DELETE OR UPDATE ON public.decisions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_decision()

-- functions
CREATE OR REPLACE FUNCTION public.await_audit_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN INSERT INTO audit_unsealed (event_id) VALUES (NEW.id); RETURN NULL; END $function$

CREATE OR REPLACE FUNCTION public.case_in_emergency(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e WHERE e.case_id = which AND e.person_id = NULLIF(current_setting('app.person_id', true), '')::uuid AND e.hospital_id = ANY (public.setting_ids('app.emergency_hospitals'))
    AND e.ended_at IS NULL AND e.ends_at > NULLIF(current_setting('app.now', true), '')::timestamptz);
END $function$

CREATE OR REPLACE FUNCTION public.case_is_of(which uuid, hospital uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.cases c WHERE c.id = which AND c.hospital_id = hospital);
END $function$

CREATE OR REPLACE FUNCTION public.emergency_case(number text)
 RETURNS TABLE(case_id uuid, hospital_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT c.id, c.hospital_id FROM public.cases c WHERE c.case_no = number AND c.hospital_id = ANY (public.setting_ids('app.emergency_open_hospitals')) $function$

CREATE OR REPLACE FUNCTION public.has_emergency()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e WHERE e.person_id = NULLIF(current_setting('app.person_id', true), '')::uuid AND e.hospital_id = ANY (public.setting_ids('app.emergency_hospitals'))
    AND e.ended_at IS NULL AND e.ends_at > NULLIF(current_setting('app.now', true), '')::timestamptz);
END $function$

CREATE OR REPLACE FUNCTION public.hospital_day(hospital uuid, at timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT (at AT TIME ZONE hospital_zone(hospital))::date $function$

CREATE OR REPLACE FUNCTION public.hospital_zone(hospital uuid)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce((SELECT c.time_zone FROM campuses c WHERE c.hospital_id = hospital ORDER BY c.is_default DESC, c.id LIMIT 1), 'Asia/Shanghai') $function$

CREATE OR REPLACE FUNCTION public.hosts_session(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  host uuid;
BEGIN
  SELECT s.hospital_id INTO host FROM public.consult_sessions s WHERE s.id = which;
  RETURN coalesce(host = ANY (public.setting_ids('app.session_hospitals')), false);
END $function$

CREATE OR REPLACE FUNCTION public.in_sight(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  hospital uuid;
  owner uuid;
BEGIN
  SELECT c.hospital_id, c.owner_id INTO hospital, owner FROM public.cases c WHERE c.id = which;
  IF hospital = ANY (public.setting_ids('app.case_hospitals')) THEN RETURN true; END IF;
  IF owner = NULLIF(current_setting('app.person_id', true), '')::uuid AND hospital = ANY (public.setting_ids('app.own_case_hospitals')) THEN RETURN true; END IF;
  IF which = ANY (public.setting_ids('app.case_ids')) AND current_setting('app.system', true) = 'case-keeper' THEN RETURN true; END IF;
  -- wall_cases knows this reason too, among all others: asked by itself it is found several times as fast.
  IF EXISTS (SELECT FROM public.discussion_rounds r JOIN public.participations p ON p.round_id = r.id
    WHERE r.case_id = which AND p.department_id = ANY (public.setting_ids('app.case_departments'))) THEN RETURN true; END IF;
  RETURN EXISTS (SELECT FROM public.wall_cases w WHERE w.case_id = which);
END $function$

CREATE OR REPLACE FUNCTION public.open_cases_of_department(which uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT count(*)::int FROM public.cases c JOIN public.departments d ON d.id = which AND d.hospital_id = c.hospital_id
        WHERE d.hospital_id = ANY (public.setting_ids('app.organisation_hospitals'))
          AND c.state NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'DECEASED')
          AND (c.owner_department_id = which
            OR EXISTS (SELECT FROM public.discussion_rounds r JOIN public.participations p ON p.round_id = r.id
              WHERE r.case_id = c.id AND r.closed_at IS NULL AND p.department_id = which AND p.state NOT IN ('GIVEN', 'WAIVED'))
            OR EXISTS (SELECT FROM public.surgical_plans n JOIN public.surgical_stages g ON g.plan_id = n.id WHERE n.case_id = c.id AND g.department_id = which)) $function$

CREATE OR REPLACE FUNCTION public.owns_case(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.cases c WHERE c.id = which AND c.owner_id = NULLIF(current_setting('app.person_id', true), '')::uuid);
END $function$

CREATE OR REPLACE FUNCTION public.patient_in_emergency(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 30
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e JOIN public.cases c ON c.id = e.case_id WHERE c.patient_id = which AND e.person_id = NULLIF(current_setting('app.person_id', true), '')::uuid AND e.hospital_id = ANY (public.setting_ids('app.emergency_hospitals'))
    AND e.ended_at IS NULL AND e.ends_at > NULLIF(current_setting('app.now', true), '')::timestamptz);
END $function$

CREATE OR REPLACE FUNCTION public.patient_in_sight(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 30
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.cases c WHERE c.patient_id = which AND public.in_sight(c.id));
END $function$

CREATE OR REPLACE FUNCTION public.patient_with_number(hospital uuid, number_hashes bytea[])
 RETURNS TABLE(patient_id uuid, name_hash bytea, key_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT i.patient_id, i.name_hash, i.key_id FROM public.patient_identities i
        WHERE i.hospital_id = hospital AND i.identity_no_hash = ANY (number_hashes) AND hospital = ANY (public.setting_ids('app.refer_hospitals')) $function$

CREATE OR REPLACE FUNCTION public.refuse_change_of_audit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN RAISE EXCEPTION 'audit events are only added' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_audit_events_append_only'; END $function$

CREATE OR REPLACE FUNCTION public.refuse_change_of_signed_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.state = 'SIGNED' THEN RAISE EXCEPTION 'a signed decision cannot change' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_decisions_signed_is_final'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $function$

CREATE OR REPLACE FUNCTION public.round_in_emergency(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 30
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e JOIN public.discussion_rounds r ON r.case_id = e.case_id WHERE r.id = which AND e.person_id = NULLIF(current_setting('app.person_id', true), '')::uuid AND e.hospital_id = ANY (public.setting_ids('app.emergency_hospitals'))
    AND e.ended_at IS NULL AND e.ends_at > NULLIF(current_setting('app.now', true), '')::timestamptz);
END $function$

CREATE OR REPLACE FUNCTION public.round_in_sight(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 30
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  discussed uuid;
BEGIN
  SELECT r.case_id INTO discussed FROM public.discussion_rounds r WHERE r.id = which;
  RETURN public.in_sight(discussed);
END $function$

CREATE OR REPLACE FUNCTION public.setting_ids(name text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT NULLIF(current_setting(name, true), '')::uuid[] $function$


-- sequences
audit_checks_id_seq
audit_events_id_seq
board_sequence
case_serials
caught_mails_id_seq
outbox_id_seq
