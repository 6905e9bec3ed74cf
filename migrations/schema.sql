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
attachments.id uuid NOT NULL
attachments.case_id uuid NOT NULL
attachments.round_id uuid NOT NULL
attachments.hospital_id uuid NOT NULL
attachments.kind text NOT NULL
attachments.title text NOT NULL
attachments.media_type text NOT NULL
attachments.bytes integer NOT NULL
attachments.sha256 text NOT NULL
attachments.state text NOT NULL DEFAULT 'ACTIVE'::text
attachments.uploaded_at timestamp with time zone NOT NULL
attachments.uploaded_by uuid NOT NULL
attachments.removed_at timestamp with time zone
attachments.removed_by uuid
attachments.remove_reason text
attachments.version integer NOT NULL DEFAULT 1
attachments.updated_at timestamp with time zone NOT NULL
attachments.updated_by uuid NOT NULL
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
case_imports.id uuid NOT NULL
case_imports.hospital_id uuid NOT NULL
case_imports.imported_by uuid NOT NULL
case_imports.imported_at timestamp with time zone NOT NULL
case_imports.sha256 text NOT NULL
case_imports.case_nos text[] NOT NULL
case_search.case_id uuid NOT NULL
case_search.hospital_id uuid NOT NULL
case_search.patient_id uuid NOT NULL
case_search.owner_id uuid NOT NULL
case_search.case_no text NOT NULL
case_search.state text NOT NULL
case_search.tumour_type text NOT NULL
case_search.risk text NOT NULL
case_search.recurrence_number integer NOT NULL
case_search.referred_at timestamp with time zone NOT NULL
case_search.diagnosis text NOT NULL
case_search.pieces text[] NOT NULL
case_search.department_ids uuid[] NOT NULL DEFAULT '{}'::uuid[]
case_turns.id uuid NOT NULL
case_turns.case_id uuid NOT NULL
case_turns.round_id uuid NOT NULL
case_turns.act text NOT NULL
case_turns.from_state text NOT NULL
case_turns.to_state text NOT NULL
case_turns.reason_code text
case_turns.reason text NOT NULL
case_turns.advice text NOT NULL
case_turns.happened_on date
case_turns.recorded_at timestamp with time zone NOT NULL
case_turns.recorded_by uuid NOT NULL
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
checklist_versions.id uuid NOT NULL
checklist_versions.checklist_id uuid NOT NULL
checklist_versions.number integer NOT NULL
checklist_versions.items jsonb NOT NULL
checklist_versions.note text NOT NULL
checklist_versions.made_at timestamp with time zone NOT NULL
checklist_versions.made_by uuid
checklists.id uuid NOT NULL
checklists.center_id uuid NOT NULL
checklists.tumour_type text NOT NULL
checklists.version integer NOT NULL DEFAULT 1
checklists.updated_at timestamp with time zone NOT NULL
checklists.updated_by uuid
completeness_items.id uuid NOT NULL
completeness_items.round_id uuid NOT NULL
completeness_items.checklist_version_id uuid NOT NULL
completeness_items.code text NOT NULL
completeness_items.ordinal integer NOT NULL
completeness_items.definition jsonb NOT NULL
completeness_items.mandatory boolean NOT NULL
completeness_items.state text NOT NULL
completeness_items.done boolean NOT NULL
completeness_items.fact_on date
completeness_items.valid_until date
completeness_items.due_at timestamp with time zone
completeness_items.set_by uuid
completeness_items.set_at timestamp with time zone
completeness_items.reason text NOT NULL DEFAULT ''::text
completeness_items.version integer NOT NULL DEFAULT 1
condition_update_events.id uuid NOT NULL
condition_update_events.condition_update_id uuid NOT NULL
condition_update_events.kind text NOT NULL
condition_update_events.at timestamp with time zone NOT NULL
condition_update_events.person_id uuid NOT NULL
condition_update_events.severity text
condition_update_events.note text NOT NULL DEFAULT ''::text
condition_updates.id uuid NOT NULL
condition_updates.case_id uuid NOT NULL
condition_updates.hospital_id uuid NOT NULL
condition_updates.author_id uuid NOT NULL
condition_updates.text text NOT NULL
condition_updates.source text NOT NULL
condition_updates.severity text
condition_updates.state text NOT NULL
condition_updates.reported_at timestamp with time zone NOT NULL
condition_updates.due_at timestamp with time zone NOT NULL
condition_updates.acknowledged_at timestamp with time zone
condition_updates.closed_at timestamp with time zone
condition_updates.version integer NOT NULL DEFAULT 1
condition_updates.updated_at timestamp with time zone NOT NULL
condition_updates.updated_by uuid NOT NULL
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
consult_request_events.id uuid NOT NULL
consult_request_events.consult_request_id uuid NOT NULL
consult_request_events.kind text NOT NULL
consult_request_events.at timestamp with time zone NOT NULL
consult_request_events.person_id uuid NOT NULL
consult_request_events.to_person_id uuid
consult_request_events.note text NOT NULL DEFAULT ''::text
consult_requests.id uuid NOT NULL
consult_requests.case_id uuid NOT NULL
consult_requests.hospital_id uuid NOT NULL
consult_requests.requester_id uuid NOT NULL
consult_requests.requester_department_id uuid
consult_requests.department_id uuid NOT NULL
consult_requests.consultant_id uuid
consult_requests.urgency text NOT NULL
consult_requests.condition text NOT NULL
consult_requests.treatment text NOT NULL
consult_requests.reason text NOT NULL
consult_requests.purpose text NOT NULL
consult_requests.state text NOT NULL
consult_requests.sent_at timestamp with time zone NOT NULL
consult_requests.due_at timestamp with time zone NOT NULL
consult_requests.accepted_at timestamp with time zone
consult_requests.arrived_at timestamp with time zone
consult_requests.accompanied_by text
consult_requests.opinion text
consult_requests.signed_by uuid
consult_requests.signed_at timestamp with time zone
consult_requests.content_hash text
consult_requests.execution_note text
consult_requests.ended_at timestamp with time zone
consult_requests.alternative_department_id uuid
consult_requests.version integer NOT NULL DEFAULT 1
consult_requests.updated_at timestamp with time zone NOT NULL
consult_requests.updated_by uuid NOT NULL
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
decision_facts.id uuid NOT NULL
decision_facts.decision_id uuid NOT NULL
decision_facts.case_id uuid NOT NULL
decision_facts.recommendation integer
decision_facts.fact_key text NOT NULL
decision_facts.label_zh text NOT NULL
decision_facts.label_en text NOT NULL
decision_facts.value text NOT NULL
decision_facts.observed_on date
decision_facts.source_revision integer
decision_facts.valid_days integer
decision_facts.confirmed_on date
decision_facts.valid_until date
decision_facts.expires_at timestamp with time zone
decision_facts.present_value text
decision_facts.flag text
decision_facts.flagged_at timestamp with time zone
decision_facts.kept_value text
decision_facts.kept_at timestamp with time zone
decision_reviews.id uuid NOT NULL
decision_reviews.decision_id uuid NOT NULL
decision_reviews.case_id uuid NOT NULL
decision_reviews.state text NOT NULL
decision_reviews.changes jsonb NOT NULL
decision_reviews.opened_at timestamp with time zone NOT NULL
decision_reviews.closed_at timestamp with time zone
decision_reviews.closed_by uuid
decision_reviews.reason text NOT NULL DEFAULT ''::text
decision_reviews.version integer NOT NULL DEFAULT 1
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
decisions.facts jsonb
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
discussion_rounds.reason text
discussion_rounds.note text NOT NULL DEFAULT ''::text
discussion_rounds.opened_by uuid
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
material_chases.id uuid NOT NULL
material_chases.round_id uuid NOT NULL
material_chases.person_id uuid NOT NULL
material_chases.chased_at timestamp with time zone NOT NULL
material_chases.chased_by uuid NOT NULL
material_chases.codes text[] NOT NULL
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
opinion_evidence.id uuid NOT NULL
opinion_evidence.opinion_id uuid NOT NULL
opinion_evidence.after_revision integer NOT NULL
opinion_evidence.section text NOT NULL
opinion_evidence.changed_at timestamp with time zone NOT NULL
opinion_evidence.changed_by uuid
opinion_revisions.opinion_id uuid NOT NULL
opinion_revisions.revision integer NOT NULL
opinion_revisions.author_id uuid NOT NULL
opinion_revisions.stance text NOT NULL
opinion_revisions.text text NOT NULL
opinion_revisions.needs text NOT NULL
opinion_revisions.answers jsonb NOT NULL
opinion_revisions.submitted_at timestamp with time zone NOT NULL
opinion_revisions.resectability text NOT NULL DEFAULT 'NOT_ASSESSED'::text
opinion_revisions.risks text[] NOT NULL DEFAULT '{}'::text[]
opinion_revisions.conditions text[] NOT NULL DEFAULT '{}'::text[]
opinion_revisions.reconfirms boolean NOT NULL DEFAULT false
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
opinions.resectability text NOT NULL DEFAULT 'NOT_ASSESSED'::text
opinions.risks text[] NOT NULL DEFAULT '{}'::text[]
opinions.conditions text[] NOT NULL DEFAULT '{}'::text[]
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
patient_identities.name_hashes bytea[] NOT NULL DEFAULT '{}'::bytea[]
patient_merges.id uuid NOT NULL
patient_merges.hospital_id uuid NOT NULL
patient_merges.kept_id uuid NOT NULL
patient_merges.merged_id uuid NOT NULL
patient_merges.case_ids uuid[] NOT NULL
patient_merges.conflicts text[] NOT NULL
patient_merges.reason text NOT NULL
patient_merges.merged_at timestamp with time zone NOT NULL
patient_merges.merged_by uuid NOT NULL
patient_merges.undone_at timestamp with time zone
patient_merges.undone_by uuid
patient_merges.undo_reason text
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
proposal_rule_versions.id uuid NOT NULL
proposal_rule_versions.center_id uuid NOT NULL
proposal_rule_versions.hospital_id uuid NOT NULL
proposal_rule_versions.version integer NOT NULL
proposal_rule_versions.rules jsonb NOT NULL
proposal_rule_versions.changed_rules text[] NOT NULL
proposal_rule_versions.reason text NOT NULL
proposal_rule_versions.restored_version integer
proposal_rule_versions.changed_at timestamp with time zone NOT NULL
proposal_rule_versions.changed_by uuid NOT NULL
recommendation_reports.id uuid NOT NULL
recommendation_reports.recommendation_id uuid NOT NULL
recommendation_reports.state text NOT NULL
recommendation_reports.reason text
recommendation_reports.note text NOT NULL DEFAULT ''::text
recommendation_reports.reported_by uuid NOT NULL
recommendation_reports.reported_at timestamp with time zone NOT NULL
recommendations.id uuid NOT NULL
recommendations.decision_id uuid NOT NULL
recommendations.case_id uuid NOT NULL
recommendations.case_no text NOT NULL
recommendations.hospital_id uuid NOT NULL
recommendations.ordinal integer NOT NULL
recommendations.kind text NOT NULL
recommendations.strength text
recommendations.text text NOT NULL
recommendations.alternatives jsonb NOT NULL DEFAULT '[]'::jsonb
recommendations.owner_id uuid NOT NULL
recommendations.due_on date NOT NULL
recommendations.state text NOT NULL
recommendations.version integer NOT NULL DEFAULT 1
recommendations.updated_at timestamp with time zone NOT NULL
recommendations.updated_by uuid
record_revisions.case_id uuid NOT NULL
record_revisions.section text NOT NULL
record_revisions.revision integer NOT NULL
record_revisions.content jsonb NOT NULL
record_revisions.observed_on date NOT NULL
record_revisions.source text NOT NULL
record_revisions.source_note text NOT NULL
record_revisions.author_id uuid NOT NULL
record_revisions.recorded_at timestamp with time zone NOT NULL
record_revisions.reason text NOT NULL
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
saved_filters.id uuid NOT NULL
saved_filters.person_id uuid NOT NULL
saved_filters.name text NOT NULL
saved_filters.filters jsonb NOT NULL
saved_filters.is_default boolean NOT NULL DEFAULT false
saved_filters.version integer NOT NULL DEFAULT 1
saved_filters.created_at timestamp with time zone NOT NULL
saved_filters.updated_at timestamp with time zone NOT NULL
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
attachments forced
board_cards forced
case_imports forced
case_search forced
case_turns forced
cases forced
completeness_items forced
condition_update_events forced
condition_updates forced
consents forced
consult_request_events forced
consult_requests forced
consult_sessions forced
decision_facts forced
decision_reviews forced
decisions forced
disclosed_contents forced
disclosures forced
discussion_rounds forced
emergency_accesses forced
mails forced
material_chases forced
notifications forced
obligations forced
opinion_evidence forced
opinion_revisions forced
opinions forced
participations forced
patient_identities forced
patient_merges forced
patients forced
proposal_rule_versions forced
recommendation_reports forced
recommendations forced
record_revisions forced
reminders forced
restricted_facts forced
saved_filters forced
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
attachments attachments_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND case_is_of(case_id, hospital_id) AND (uploaded_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
attachments attachments_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
attachments attachments_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
attachments attachments_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
board_cards board_cards_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
board_cards board_cards_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
board_cards board_cards_removed DELETE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK -
board_cards board_cards_seen SELECT {consilium_app} USING ((department_id = ANY (( SELECT setting_ids('app.board_departments'::text) AS setting_ids)::uuid[])) OR (department_id IN ( SELECT d.id
   FROM departments d
  WHERE (d.hospital_id = ANY (( SELECT setting_ids('app.board_hospitals'::text) AS setting_ids)::uuid[])))) OR in_sight(case_id)) CHECK -
case_imports case_imports_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (imported_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (hospital_id = ANY (( SELECT setting_ids('app.refer_hospitals'::text) AS setting_ids)::uuid[])))
case_imports case_imports_seen SELECT {consilium_app} USING (imported_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) CHECK -
case_search case_search_kept ALL {consilium_wall} USING true CHECK true
case_turns case_turns_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
case_turns case_turns_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
case_turns case_turns_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
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
completeness_items completeness_items_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
completeness_items completeness_items_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
completeness_items completeness_items_seen SELECT {consilium_app} USING round_in_sight(round_id) CHECK -
completeness_items completeness_items_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND round_in_emergency(round_id)) CHECK -
condition_update_events condition_update_events_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM condition_updates u
  WHERE (u.id = condition_update_events.condition_update_id))) AND (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
condition_update_events condition_update_events_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM condition_updates u
  WHERE (u.id = condition_update_events.condition_update_id))) CHECK -
condition_updates condition_updates_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND case_is_of(case_id, hospital_id) AND (author_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
condition_updates condition_updates_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND (updated_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
condition_updates condition_updates_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
condition_updates condition_updates_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
consents consents_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
consents consents_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
consents consents_looked_at SELECT {consilium_wall} USING true CHECK -
consents consents_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
consents consents_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
consult_request_events consult_request_events_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM consult_requests q
  WHERE (q.id = consult_request_events.consult_request_id))) AND (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
consult_request_events consult_request_events_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM consult_requests q
  WHERE (q.id = consult_request_events.consult_request_id))) CHECK -
consult_requests consult_requests_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND case_is_of(case_id, hospital_id) AND (requester_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (state = 'SENT'::text))
consult_requests consult_requests_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND (updated_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
consult_requests consult_requests_looked_at SELECT {consilium_wall} USING true CHECK -
consult_requests consult_requests_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
consult_requests consult_requests_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
consult_sessions consult_sessions_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[])))
consult_sessions consult_sessions_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[]))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[])))
consult_sessions consult_sessions_guest_select SELECT {consilium_app} USING (id IN ( SELECT w.session_id
   FROM wall_guest_sessions w)) CHECK -
consult_sessions consult_sessions_looked_at SELECT {consilium_wall} USING true CHECK -
consult_sessions consult_sessions_seen SELECT {consilium_app} USING (hospital_id = ANY (( SELECT setting_ids('app.session_hospitals'::text) AS setting_ids)::uuid[])) CHECK -
decision_facts decision_facts_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM decisions e
  WHERE ((e.id = decision_facts.decision_id) AND round_in_sight(e.round_id)))))
decision_facts decision_facts_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM decisions e
  WHERE ((e.id = decision_facts.decision_id) AND round_in_sight(e.round_id))))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM decisions e
  WHERE ((e.id = decision_facts.decision_id) AND round_in_sight(e.round_id)))))
decision_facts decision_facts_fact_expiry_select SELECT {consilium_app} USING ((( SELECT current_setting('app.system'::text, true) AS current_setting) = 'fact-expiry'::text) AND (flag IS NULL) AND (expires_at IS NOT NULL)) CHECK -
decision_facts decision_facts_removed DELETE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (EXISTS ( SELECT
   FROM decisions e
  WHERE ((e.id = decision_facts.decision_id) AND (e.state <> 'SIGNED'::text) AND round_in_sight(e.round_id))))) CHECK -
decision_facts decision_facts_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM decisions e
  WHERE (e.id = decision_facts.decision_id))) CHECK -
decision_reviews decision_reviews_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
decision_reviews decision_reviews_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
decision_reviews decision_reviews_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
decision_reviews decision_reviews_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
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
material_chases material_chases_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
material_chases material_chases_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND round_in_sight(round_id))
material_chases material_chases_seen SELECT {consilium_app} USING round_in_sight(round_id) CHECK -
material_chases material_chases_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND round_in_emergency(round_id)) CHECK -
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
obligations obligations_reminder_delivery_update UPDATE {consilium_app} USING ((( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text) AND (kind ~~ '%\_PROGRESS'::text)) CHECK ((( SELECT current_setting('app.system'::text, true) AS current_setting) = 'reminder-delivery'::text) AND (state = 'DONE'::text))
obligations obligations_seen SELECT {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[])) OR (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR (in_sight(case_id) OR hosts_session(session_id) OR ((case_id IS NULL) AND (session_id IS NULL) AND (hospital_id = ANY (( SELECT setting_ids('app.overdue_hospitals'::text) AS setting_ids)::uuid[]))))) CHECK -
obligations obligations_watched SELECT {consilium_app} USING ((kind = 'EMERGENCY_ACCESS'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.emergency_watch_hospitals'::text) AS setting_ids)::uuid[]))) CHECK -
opinion_evidence opinion_evidence_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (NOT (changed_by IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif"))) AND (EXISTS ( SELECT
   FROM opinions o
  WHERE ((o.id = opinion_evidence.opinion_id) AND round_in_sight(o.round_id)))))
opinion_evidence opinion_evidence_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM opinions o
  WHERE (o.id = opinion_evidence.opinion_id))) CHECK -
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
patient_merges patient_merges_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.patient_merge_hospitals'::text) AS setting_ids)::uuid[])) AND (merged_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (undone_at IS NULL))
patient_merges patient_merges_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.patient_merge_hospitals'::text) AS setting_ids)::uuid[])) AND (undone_at IS NULL)) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.patient_merge_hospitals'::text) AS setting_ids)::uuid[])) AND (undone_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
patient_merges patient_merges_looked_at SELECT {consilium_wall} USING true CHECK -
patient_merges patient_merges_seen SELECT {consilium_app} USING (hospital_id = ANY (( SELECT setting_ids('app.patient_merge_hospitals'::text) AS setting_ids)::uuid[])) CHECK -
patients patients_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.refer_hospitals'::text) AS setting_ids)::uuid[])))
patients patients_looked_at SELECT {consilium_wall} USING true CHECK -
patients patients_seen SELECT {consilium_app} USING ((hospital_id = ANY (( SELECT setting_ids('app.case_hospitals'::text) AS setting_ids)::uuid[])) OR patient_in_sight(id)) CHECK -
patients patients_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND patient_in_emergency(id)) CHECK -
proposal_rule_versions proposal_rule_versions_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (hospital_id = ANY (( SELECT setting_ids('app.proposal_rule_hospitals'::text) AS setting_ids)::uuid[])) AND (changed_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM centers c
  WHERE ((c.id = proposal_rule_versions.center_id) AND (c.hospital_id = proposal_rule_versions.hospital_id)))))
proposal_rule_versions proposal_rule_versions_seen SELECT {consilium_app} USING (hospital_id = ( SELECT (NULLIF(current_setting('app.hospital_id'::text, true), ''::text))::uuid AS "nullif")) CHECK -
recommendation_reports recommendation_reports_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND (reported_by = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM recommendations n
  WHERE (n.id = recommendation_reports.recommendation_id))))
recommendation_reports recommendation_reports_seen SELECT {consilium_app} USING (EXISTS ( SELECT
   FROM recommendations n
  WHERE (n.id = recommendation_reports.recommendation_id))) CHECK -
recommendations recommendations_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id))
recommendations recommendations_changed UPDATE {consilium_app} USING ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR in_sight(case_id))) CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND ((owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR in_sight(case_id)))
recommendations recommendations_seen SELECT {consilium_app} USING ((owner_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) OR in_sight(case_id)) CHECK -
recommendations recommendations_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
record_revisions record_revisions_added INSERT {consilium_app} USING - CHECK ((( SELECT current_setting('app.writes'::text, true) AS current_setting) = 'on'::text) AND in_sight(case_id) AND (author_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")))
record_revisions record_revisions_seen SELECT {consilium_app} USING in_sight(case_id) CHECK -
record_revisions record_revisions_seen_in_emergency SELECT {consilium_app} USING (( SELECT has_emergency() AS has_emergency) AND case_in_emergency(case_id)) CHECK -
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
saved_filters saved_filters_added INSERT {consilium_app} USING - CHECK (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif"))
saved_filters saved_filters_changed UPDATE {consilium_app} USING (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) CHECK (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif"))
saved_filters saved_filters_removed DELETE {consilium_app} USING (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) CHECK -
saved_filters saved_filters_seen SELECT {consilium_app} USING (person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) CHECK -
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
wall_cases owned by consilium_wall:  SELECT r.case_id FROM (participations p JOIN discussion_rounds r ON ((r.id = p.round_id))) WHERE (p.department_id = ANY (( SELECT setting_ids('app.case_departments'::text) AS setting_ids)::uuid[])) UNION ALL SELECT i.case_id FROM ((session_members m JOIN agenda_items i ON ((i.session_id = m.session_id))) JOIN consult_sessions h ON ((h.id = m.session_id))) WHERE ((m.person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (h.hospital_id = ANY (( SELECT setting_ids('app.agenda_hospitals'::text) AS setting_ids)::uuid[]))) UNION ALL SELECT n.case_id FROM (surgical_plans n JOIN cases c ON ((c.id = n.case_id))) WHERE ((n.lead_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.plan_hospitals'::text) AS setting_ids)::uuid[]))) UNION ALL SELECT n.case_id FROM ((surgical_plans n JOIN cases c ON ((c.id = n.case_id))) JOIN surgical_stages g ON ((g.plan_id = n.id))) WHERE (((g.lead_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (c.hospital_id = ANY (( SELECT setting_ids('app.plan_hospitals'::text) AS setting_ids)::uuid[]))) OR (g.department_id = ANY (( SELECT setting_ids('app.plan_departments'::text) AS setting_ids)::uuid[]))) UNION ALL SELECT q.case_id FROM consult_requests q WHERE ((q.department_id = ANY (( SELECT setting_ids('app.consult_departments'::text) AS setting_ids)::uuid[])) AND (q.state <> ALL (ARRAY['DECLINED'::text, 'CANCELLED'::text])));
wall_guest_sessions owned by consilium_wall:  SELECT m.session_id FROM session_members m WHERE ((m.person_id = ( SELECT (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid AS "nullif")) AND (cardinality(( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)) > 0) AND COALESCE((m.session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true)) UNION ALL SELECT s.session_id FROM shares s WHERE ((s.hospital_id = ANY (( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)::uuid[])) AND (s.revoked_at IS NULL) AND (s.expires_at > ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND COALESCE((s.session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true));
wall_shares owned by consilium_wall:  SELECT id AS share_id, round_id, session_id FROM shares s WHERE ((hospital_id = ANY (( SELECT setting_ids('app.share_hospitals'::text) AS setting_ids)::uuid[])) AND (revoked_at IS NULL) AND (expires_at > ( SELECT (NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AS "nullif")) AND COALESCE((session_id = ( SELECT (NULLIF(current_setting('app.only_session_id'::text, true), ''::text))::uuid AS "nullif")), true));

-- privileges
consilium_app may DELETE, INSERT, SELECT, UPDATE accounts
consilium_app may DELETE, INSERT, SELECT, UPDATE agenda_items
consilium_app may SELECT agenda_lines
consilium_app may INSERT, SELECT attachments
consilium_app may INSERT, SELECT audit_batches
consilium_app may INSERT, SELECT audit_checks
consilium_app may INSERT, SELECT audit_events
consilium_app may INSERT, SELECT audit_seals
consilium_app may DELETE, INSERT, SELECT audit_unsealed
consilium_app may DELETE, INSERT, SELECT, UPDATE authenticators
consilium_app may DELETE, INSERT, SELECT, UPDATE board_cards
consilium_app may DELETE, INSERT, SELECT, UPDATE bookings
consilium_app may DELETE, INSERT, SELECT, UPDATE campuses
consilium_app may INSERT, SELECT case_imports
consilium_app may SELECT case_search
consilium_app may INSERT, SELECT case_turns
consilium_app may DELETE, INSERT, SELECT, UPDATE cases
consilium_app may DELETE, INSERT, SELECT, UPDATE caught_mails
consilium_app may DELETE, INSERT, SELECT, UPDATE center_departments
consilium_app may DELETE, INSERT, SELECT, UPDATE centers
consilium_app may INSERT, SELECT checklist_versions
consilium_app may INSERT, SELECT, UPDATE checklists
consilium_app may INSERT, SELECT, UPDATE completeness_items
consilium_app may INSERT, SELECT condition_update_events
consilium_app may INSERT, SELECT condition_updates
consilium_app may DELETE, INSERT, SELECT, UPDATE consents
consilium_app may INSERT, SELECT consult_request_events
consilium_app may INSERT, SELECT consult_requests
consilium_app may DELETE, INSERT, SELECT, UPDATE consult_sessions
consilium_app may DELETE, INSERT, SELECT, UPDATE decision_facts
consilium_app may INSERT, SELECT, UPDATE decision_reviews
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
consilium_app may INSERT, SELECT, UPDATE material_chases
consilium_app may DELETE, INSERT, SELECT, UPDATE memberships
consilium_app may DELETE, INSERT, SELECT, UPDATE notifications
consilium_app may SELECT obligation_names
consilium_app may DELETE, INSERT, SELECT, UPDATE obligations
consilium_app may SELECT operation_numbers
consilium_app may INSERT, SELECT opinion_evidence
consilium_app may INSERT, SELECT opinion_revisions
consilium_app may DELETE, INSERT, SELECT, UPDATE opinions
consilium_app may DELETE, INSERT, SELECT, UPDATE outbox
consilium_app may DELETE, INSERT, SELECT, UPDATE participations
consilium_app may DELETE, INSERT, SELECT, UPDATE partnerships
consilium_app may INSERT, SELECT, UPDATE password_links
consilium_app may DELETE, INSERT, SELECT, UPDATE patient_identities
consilium_app may INSERT, SELECT, UPDATE patient_merges
consilium_app may DELETE, INSERT, SELECT, UPDATE patients
consilium_app may DELETE, INSERT, SELECT, UPDATE people
consilium_app may INSERT, SELECT proposal_rule_versions
consilium_app may INSERT, SELECT recommendation_reports
consilium_app may INSERT, SELECT recommendations
consilium_app may INSERT, SELECT record_revisions
consilium_app may DELETE, INSERT, SELECT, UPDATE recovery_codes
consilium_app may DELETE, INSERT, SELECT, UPDATE reminders
consilium_app may INSERT, SELECT, UPDATE restricted_facts
consilium_app may DELETE, INSERT, SELECT, UPDATE rooms
consilium_app may DELETE, INSERT, SELECT, UPDATE saved_filters
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
consilium_wall may INSERT, SELECT, UPDATE case_search

-- column privileges
consilium_app may UPDATE attachments: state, removed_at, removed_by, remove_reason, version, updated_at, updated_by
consilium_app may UPDATE condition_updates: severity, state, due_at, acknowledged_at, closed_at, version, updated_at, updated_by
consilium_app may UPDATE consult_requests: consultant_id, state, accepted_at, arrived_at, accompanied_by, opinion, signed_by, signed_at, content_hash, execution_note, ended_at, alternative_department_id, version, updated_at, updated_by
consilium_app may UPDATE emergency_accesses: ended_at, ended_by, reviewed_at, reviewed_by, verdict, review_note
consilium_app may UPDATE recommendations: state, version, updated_at, updated_by
consilium_wall may SELECT agenda_items: id, session_id, case_id, round_id, ordinal, minutes, state, version
consilium_wall may SELECT cases: id, case_no, hospital_id, patient_id, owner_id, owner_department_id, state, age_years, tumour_type, diagnosis, icd10_code, presentation, recurrence_number, summary, wishes, ecog, comorbidities, structures, prior_treatments, imaging, pathology, risk, referred_at
consilium_wall may SELECT consents: id, case_id, kind, signed_on, withdrawn_at, form, ends_on, replaced_at
consilium_wall may SELECT consult_requests: case_id, department_id, state
consilium_wall may SELECT consult_sessions: id, hospital_id, starts_at
consilium_wall may SELECT decisions: agenda_item_id, direction, quorum
consilium_wall may SELECT departments: id, hospital_id
consilium_wall may SELECT disclosed_contents: id, share_id, kind, sha256, made_at
consilium_wall may SELECT disclosures: id, share_id, person_id, consent_id, kind, at, content_id, sections, partnership_id
consilium_wall may SELECT discussion_rounds: id, case_id, questions, closed_at
consilium_wall may SELECT emergency_accesses: id, case_id, hospital_id, person_id, ends_at, ended_at
consilium_wall may SELECT obligations: id, subject_id, hospital_id, case_id, share_id, due_at, state
consilium_wall may SELECT opinions: id, share_id, revision
consilium_wall may SELECT participations: id, round_id, department_id, requirement, state
consilium_wall may SELECT patient_identities: patient_id, hospital_id, sealed, key_id, identity_no_hash, name_hash, name_hashes
consilium_wall may SELECT patient_merges: kept_id, merged_id, undone_at
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
attachments ck_attachments_bytes CHECK (((bytes >= 1) AND (bytes <= 209715200)))
attachments ck_attachments_kind CHECK ((kind = ANY (ARRAY['IMAGING'::text, 'PATHOLOGY'::text, 'LAB'::text, 'CONSENT'::text, 'LETTER'::text, 'PHOTO'::text, 'OTHER'::text])))
attachments ck_attachments_removed CHECK ((num_nulls(removed_at, removed_by, remove_reason) =
CASE
    WHEN (state = 'REMOVED'::text) THEN 0
    ELSE 3
END))
attachments ck_attachments_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
attachments ck_attachments_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'REMOVED'::text])))
attachments ck_attachments_title CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
attachments fk_attachments_case FOREIGN KEY (case_id) REFERENCES cases(id)
attachments fk_attachments_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
attachments fk_attachments_removed_by FOREIGN KEY (removed_by) REFERENCES people(id)
attachments fk_attachments_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
attachments fk_attachments_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
attachments fk_attachments_uploaded_by FOREIGN KEY (uploaded_by) REFERENCES people(id)
attachments pk_attachments PRIMARY KEY (id)
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
case_imports ck_case_imports_case_nos CHECK (((cardinality(case_nos) >= 1) AND (cardinality(case_nos) <= 200)))
case_imports ck_case_imports_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
case_imports fk_case_imports_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
case_imports fk_case_imports_imported_by FOREIGN KEY (imported_by) REFERENCES people(id)
case_imports pk_case_imports PRIMARY KEY (id)
case_search fk_case_search_case FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
case_search pk_case_search PRIMARY KEY (case_id)
case_turns ck_case_turns_act CHECK ((act = ANY (ARRAY['reject'::text, 'hold'::text, 'resume'::text, 'withdraw'::text, 'record-death'::text, 'file-death-discussion'::text, 'start-treatment'::text, 'start-operation'::text, 'enter-follow-up'::text, 'propose-closing'::text, 'close'::text, 'reopen-round'::text])))
case_turns fk_case_turns_case FOREIGN KEY (case_id) REFERENCES cases(id)
case_turns fk_case_turns_recorded_by FOREIGN KEY (recorded_by) REFERENCES people(id)
case_turns fk_case_turns_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
case_turns pk_case_turns PRIMARY KEY (id)
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
checklist_versions ck_checklist_versions_number CHECK ((number >= 1))
checklist_versions fk_checklist_versions_checklist FOREIGN KEY (checklist_id) REFERENCES checklists(id)
checklist_versions fk_checklist_versions_made_by FOREIGN KEY (made_by) REFERENCES people(id)
checklist_versions pk_checklist_versions PRIMARY KEY (id)
checklist_versions ux_checklist_versions_number UNIQUE (checklist_id, number)
checklists fk_checklists_center FOREIGN KEY (center_id) REFERENCES centers(id)
checklists fk_checklists_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
checklists pk_checklists PRIMARY KEY (id)
checklists ux_checklists_type UNIQUE (center_id, tumour_type)
completeness_items ck_completeness_items_state CHECK ((state = ANY (ARRAY['MISSING'::text, 'REQUESTED'::text, 'RECEIVED'::text, 'RE_READ'::text, 'VERIFIED'::text, 'WAIVED'::text])))
completeness_items ck_completeness_items_waived CHECK (((state <> 'WAIVED'::text) OR ((reason <> ''::text) AND (set_by IS NOT NULL))))
completeness_items fk_completeness_items_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
completeness_items fk_completeness_items_set_by FOREIGN KEY (set_by) REFERENCES people(id)
completeness_items fk_completeness_items_version FOREIGN KEY (checklist_version_id) REFERENCES checklist_versions(id)
completeness_items pk_completeness_items PRIMARY KEY (id)
completeness_items ux_completeness_items_code UNIQUE (round_id, code)
condition_update_events ck_condition_update_events_kind CHECK ((kind = ANY (ARRAY['WRITTEN'::text, 'TRIAGED'::text, 'ACKNOWLEDGED'::text, 'ACTIONED'::text, 'CLOSED'::text])))
condition_update_events ck_condition_update_events_severity CHECK ((severity = ANY (ARRAY['RED'::text, 'AMBER'::text, 'GREEN'::text])))
condition_update_events fk_condition_update_events_person FOREIGN KEY (person_id) REFERENCES people(id)
condition_update_events fk_condition_update_events_update FOREIGN KEY (condition_update_id) REFERENCES condition_updates(id)
condition_update_events pk_condition_update_events PRIMARY KEY (id)
condition_updates ck_condition_updates_acknowledged CHECK (((state = ANY (ARRAY['ACKNOWLEDGED'::text, 'ACTIONED'::text, 'CLOSED'::text])) = (acknowledged_at IS NOT NULL)))
condition_updates ck_condition_updates_closed CHECK (((state = 'CLOSED'::text) = (closed_at IS NOT NULL)))
condition_updates ck_condition_updates_severity CHECK ((severity = ANY (ARRAY['RED'::text, 'AMBER'::text, 'GREEN'::text])))
condition_updates ck_condition_updates_source CHECK ((source = ANY (ARRAY['PATIENT'::text, 'FAMILY'::text, 'NURSE'::text, 'CHIEF'::text, 'LAB'::text, 'PARTNER'::text])))
condition_updates ck_condition_updates_state CHECK ((state = ANY (ARRAY['NEW'::text, 'TRIAGED'::text, 'ACKNOWLEDGED'::text, 'ACTIONED'::text, 'CLOSED'::text])))
condition_updates ck_condition_updates_text CHECK (((char_length(text) >= 1) AND (char_length(text) <= 300)))
condition_updates ck_condition_updates_triaged CHECK (((state = 'NEW'::text) = (severity IS NULL)))
condition_updates fk_condition_updates_author FOREIGN KEY (author_id) REFERENCES people(id)
condition_updates fk_condition_updates_case FOREIGN KEY (case_id) REFERENCES cases(id)
condition_updates fk_condition_updates_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
condition_updates fk_condition_updates_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
condition_updates pk_condition_updates PRIMARY KEY (id)
consents ck_consents_form CHECK ((form = ANY (ARRAY['PAPER'::text, 'ELECTRONIC'::text])))
consents ck_consents_kind CHECK ((kind = 'TELEMEDICINE'::text))
consents ck_consents_period CHECK ((ends_on >= signed_on))
consents ck_consents_signed_by CHECK ((signed_by = ANY (ARRAY['PATIENT'::text, 'RELATIVE'::text, 'GUARDIAN'::text])))
consents fk_consents_case FOREIGN KEY (case_id) REFERENCES cases(id)
consents fk_consents_recorded_by FOREIGN KEY (recorded_by) REFERENCES people(id)
consents fk_consents_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES people(id)
consents pk_consents PRIMARY KEY (id)
consult_request_events ck_consult_request_events_kind CHECK ((kind = ANY (ARRAY['SENT'::text, 'ACCEPTED'::text, 'REASSIGNED'::text, 'ARRIVED'::text, 'ANSWERED'::text, 'CLOSED'::text, 'DECLINED'::text, 'CANCELLED'::text])))
consult_request_events fk_consult_request_events_person FOREIGN KEY (person_id) REFERENCES people(id)
consult_request_events fk_consult_request_events_request FOREIGN KEY (consult_request_id) REFERENCES consult_requests(id)
consult_request_events fk_consult_request_events_to_person FOREIGN KEY (to_person_id) REFERENCES people(id)
consult_request_events pk_consult_request_events PRIMARY KEY (id)
consult_requests ck_consult_requests_answered CHECK (((state = ANY (ARRAY['ANSWERED'::text, 'CLOSED'::text])) = (signed_at IS NOT NULL)))
consult_requests ck_consult_requests_declined CHECK (((state = 'DECLINED'::text) = (alternative_department_id IS NOT NULL)))
consult_requests ck_consult_requests_due CHECK ((due_at > sent_at))
consult_requests ck_consult_requests_ended CHECK (((state = ANY (ARRAY['CLOSED'::text, 'DECLINED'::text, 'CANCELLED'::text])) = (ended_at IS NOT NULL)))
consult_requests ck_consult_requests_executed CHECK (((state = 'CLOSED'::text) = (execution_note IS NOT NULL)))
consult_requests ck_consult_requests_on_site CHECK (((urgency <> 'URGENT'::text) OR (signed_at IS NULL) OR (arrived_at IS NOT NULL)))
consult_requests ck_consult_requests_signed CHECK ((num_nulls(opinion, signed_by, signed_at, content_hash) = ANY (ARRAY[0, 4])))
consult_requests ck_consult_requests_state CHECK ((state = ANY (ARRAY['SENT'::text, 'ACCEPTED'::text, 'ARRIVED'::text, 'ANSWERED'::text, 'CLOSED'::text, 'DECLINED'::text, 'CANCELLED'::text])))
consult_requests ck_consult_requests_taken CHECK (((state <> ALL (ARRAY['ACCEPTED'::text, 'ARRIVED'::text, 'ANSWERED'::text, 'CLOSED'::text])) OR (consultant_id IS NOT NULL)))
consult_requests ck_consult_requests_urgency CHECK ((urgency = ANY (ARRAY['URGENT'::text, 'ROUTINE'::text])))
consult_requests fk_consult_requests_alternative FOREIGN KEY (alternative_department_id) REFERENCES departments(id)
consult_requests fk_consult_requests_case FOREIGN KEY (case_id) REFERENCES cases(id)
consult_requests fk_consult_requests_consultant FOREIGN KEY (consultant_id) REFERENCES people(id)
consult_requests fk_consult_requests_department FOREIGN KEY (department_id) REFERENCES departments(id)
consult_requests fk_consult_requests_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
consult_requests fk_consult_requests_requester FOREIGN KEY (requester_id) REFERENCES people(id)
consult_requests fk_consult_requests_requester_department FOREIGN KEY (requester_department_id) REFERENCES departments(id)
consult_requests fk_consult_requests_signed_by FOREIGN KEY (signed_by) REFERENCES people(id)
consult_requests fk_consult_requests_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
consult_requests pk_consult_requests PRIMARY KEY (id)
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
decision_facts ck_decision_facts_flag CHECK ((flag = ANY (ARRAY['CHANGED'::text, 'EXPIRED'::text])))
decision_facts ck_decision_facts_flagged CHECK (((flag IS NULL) = (flagged_at IS NULL)))
decision_facts ck_decision_facts_valid_days CHECK ((valid_days > 0))
decision_facts fk_decision_facts_case FOREIGN KEY (case_id) REFERENCES cases(id)
decision_facts fk_decision_facts_decision FOREIGN KEY (decision_id) REFERENCES decisions(id)
decision_facts pk_decision_facts PRIMARY KEY (id)
decision_facts ux_decision_facts_key UNIQUE NULLS NOT DISTINCT (decision_id, recommendation, fact_key)
decision_reviews ck_decision_reviews_closed CHECK (((state = 'OPEN'::text) = (closed_at IS NULL)))
decision_reviews ck_decision_reviews_kept_with_reason CHECK (((state <> 'KEPT'::text) OR ((reason <> ''::text) AND (closed_by IS NOT NULL))))
decision_reviews ck_decision_reviews_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'KEPT'::text, 'DISCUSSED_AGAIN'::text, 'LAPSED'::text])))
decision_reviews fk_decision_reviews_case FOREIGN KEY (case_id) REFERENCES cases(id)
decision_reviews fk_decision_reviews_closed_by FOREIGN KEY (closed_by) REFERENCES people(id)
decision_reviews fk_decision_reviews_decision FOREIGN KEY (decision_id) REFERENCES decisions(id)
decision_reviews pk_decision_reviews PRIMARY KEY (id)
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
discussion_rounds ck_discussion_rounds_reason CHECK ((reason = ANY (ARRAY['RECURRENCE'::text, 'PROGRESSION'::text, 'COMPLICATION'::text, 'RESPONSE_CHECK'::text, 'NEW_FACT'::text])))
discussion_rounds fk_discussion_rounds_case FOREIGN KEY (case_id) REFERENCES cases(id)
discussion_rounds fk_discussion_rounds_opened_by FOREIGN KEY (opened_by) REFERENCES people(id)
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
material_chases fk_material_chases_chased_by FOREIGN KEY (chased_by) REFERENCES people(id)
material_chases fk_material_chases_person FOREIGN KEY (person_id) REFERENCES people(id)
material_chases fk_material_chases_round FOREIGN KEY (round_id) REFERENCES discussion_rounds(id)
material_chases pk_material_chases PRIMARY KEY (id)
material_chases ux_material_chases_person UNIQUE (round_id, person_id)
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
opinion_evidence ck_opinion_evidence_section CHECK ((section = ANY (ARRAY['imaging'::text, 'pathology'::text, 'staging'::text, 'structures'::text])))
opinion_evidence fk_opinion_evidence_changed_by FOREIGN KEY (changed_by) REFERENCES people(id)
opinion_evidence fk_opinion_evidence_opinion FOREIGN KEY (opinion_id) REFERENCES opinions(id)
opinion_evidence pk_opinion_evidence PRIMARY KEY (id)
opinion_revisions ck_opinion_revisions_resectability CHECK ((resectability = ANY (ARRAY['RESECTABLE'::text, 'BORDERLINE'::text, 'UNRESECTABLE'::text, 'NOT_ASSESSED'::text])))
opinion_revisions fk_opinion_revisions_author FOREIGN KEY (author_id) REFERENCES people(id)
opinion_revisions fk_opinion_revisions_opinion FOREIGN KEY (opinion_id) REFERENCES opinions(id)
opinion_revisions pk_opinion_revisions PRIMARY KEY (opinion_id, revision)
opinions ck_opinions_one_giver CHECK (((participation_id IS NULL) <> (share_id IS NULL)))
opinions ck_opinions_resectability CHECK ((resectability = ANY (ARRAY['RESECTABLE'::text, 'BORDERLINE'::text, 'UNRESECTABLE'::text, 'NOT_ASSESSED'::text])))
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
participations ck_participations_state CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'OWED'::text, 'DRAFTING'::text, 'GIVEN'::text, 'STALE'::text, 'WAIVED'::text])))
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
patient_merges ck_patient_merges_conflicts CHECK ((conflicts <@ ARRAY['SEX'::text, 'BIRTH_DATE'::text, 'NAME'::text]))
patient_merges ck_patient_merges_reason CHECK ((char_length(reason) > 0))
patient_merges ck_patient_merges_two CHECK ((kept_id <> merged_id))
patient_merges ck_patient_merges_undone CHECK ((num_nulls(undone_at, undone_by, undo_reason) = ANY (ARRAY[0, 3])))
patient_merges fk_patient_merges_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
patient_merges fk_patient_merges_kept FOREIGN KEY (kept_id) REFERENCES patients(id)
patient_merges fk_patient_merges_merged FOREIGN KEY (merged_id) REFERENCES patients(id)
patient_merges fk_patient_merges_merged_by FOREIGN KEY (merged_by) REFERENCES people(id)
patient_merges fk_patient_merges_undone_by FOREIGN KEY (undone_by) REFERENCES people(id)
patient_merges pk_patient_merges PRIMARY KEY (id)
patients ck_patients_sex CHECK ((sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text])))
patients fk_patients_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
patients pk_patients PRIMARY KEY (id)
people ck_people_locale CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en-US'::text])))
people fk_people_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
people fk_people_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
people pk_people PRIMARY KEY (id)
proposal_rule_versions ck_proposal_rule_versions_reason CHECK ((char_length(reason) > 0))
proposal_rule_versions ck_proposal_rule_versions_restored CHECK (((restored_version >= 0) AND (restored_version < version)))
proposal_rule_versions ck_proposal_rule_versions_rules CHECK (((jsonb_typeof(rules) = 'array'::text) AND (jsonb_array_length(rules) > 0)))
proposal_rule_versions ck_proposal_rule_versions_version CHECK ((version >= 1))
proposal_rule_versions fk_proposal_rule_versions_center FOREIGN KEY (center_id) REFERENCES centers(id)
proposal_rule_versions fk_proposal_rule_versions_changed_by FOREIGN KEY (changed_by) REFERENCES people(id)
proposal_rule_versions fk_proposal_rule_versions_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
proposal_rule_versions pk_proposal_rule_versions PRIMARY KEY (id)
recommendation_reports ck_recommendation_reports_deviation CHECK (((state <> ALL (ARRAY['PARTLY'::text, 'CHANGED'::text, 'NOT_DONE'::text])) OR (reason IS NOT NULL)))
recommendation_reports ck_recommendation_reports_reason CHECK ((reason = ANY (ARRAY['PATIENT_WISH'::text, 'DEATH'::text, 'COMORBIDITY_OR_TOXICITY'::text, 'NEW_FINDING'::text, 'PHYSICIAN_DECISION'::text, 'NOT_DOCUMENTED'::text, 'LOST'::text, 'TREATED_ELSEWHERE'::text])))
recommendation_reports ck_recommendation_reports_state CHECK ((state = ANY (ARRAY['ADOPTED'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'PARTLY'::text, 'CHANGED'::text, 'NOT_DONE'::text, 'UNKNOWN'::text])))
recommendation_reports fk_recommendation_reports_recommendation FOREIGN KEY (recommendation_id) REFERENCES recommendations(id)
recommendation_reports fk_recommendation_reports_reported_by FOREIGN KEY (reported_by) REFERENCES people(id)
recommendation_reports pk_recommendation_reports PRIMARY KEY (id)
recommendations ck_recommendations_kind CHECK ((kind = ANY (ARRAY['MORE_TESTS'::text, 'NEOADJUVANT'::text, 'SYSTEMIC'::text, 'SURGERY_CURATIVE'::text, 'SURGERY_PALLIATIVE'::text, 'EMBOLISATION_ABLATION'::text, 'BRIDGE'::text, 'TRIAL'::text, 'TRANSFER'::text, 'SUPPORTIVE'::text, 'OBSERVE'::text, 'NO_CONSENSUS'::text, 'OTHER'::text])))
recommendations ck_recommendations_state CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'ADOPTED'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'PARTLY'::text, 'CHANGED'::text, 'NOT_DONE'::text, 'UNKNOWN'::text])))
recommendations ck_recommendations_strength CHECK ((strength = ANY (ARRAY['STRONG'::text, 'WEAK'::text])))
recommendations fk_recommendations_case FOREIGN KEY (case_id) REFERENCES cases(id)
recommendations fk_recommendations_decision FOREIGN KEY (decision_id) REFERENCES decisions(id)
recommendations fk_recommendations_hospital FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
recommendations fk_recommendations_owner FOREIGN KEY (owner_id) REFERENCES people(id)
recommendations fk_recommendations_updated_by FOREIGN KEY (updated_by) REFERENCES people(id)
recommendations pk_recommendations PRIMARY KEY (id)
recommendations ux_recommendations_ordinal UNIQUE (decision_id, ordinal)
record_revisions ck_record_revisions_revision CHECK ((revision >= 1))
record_revisions ck_record_revisions_section CHECK ((section = ANY (ARRAY['diagnosis'::text, 'presentation'::text, 'summary'::text, 'wishes'::text, 'treatments'::text, 'staging'::text, 'status'::text, 'structures'::text, 'imaging'::text, 'pathology'::text, 'laboratory'::text, 'outcome'::text, 'follow-up'::text])))
record_revisions ck_record_revisions_source CHECK ((source = ANY (ARRAY['OWN'::text, 'OUTSIDE'::text, 'REFERRAL'::text, 'PATIENT'::text])))
record_revisions fk_record_revisions_author FOREIGN KEY (author_id) REFERENCES people(id)
record_revisions fk_record_revisions_case FOREIGN KEY (case_id) REFERENCES cases(id)
record_revisions pk_record_revisions PRIMARY KEY (case_id, section, revision)
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
saved_filters ck_saved_filters_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 40)))
saved_filters fk_saved_filters_person FOREIGN KEY (person_id) REFERENCES people(id)
saved_filters pk_saved_filters PRIMARY KEY (id)
saved_filters ux_saved_filters_name UNIQUE (person_id, name)
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
CREATE INDEX ix_attachments_case ON public.attachments USING btree (case_id, sha256)
CREATE UNIQUE INDEX pk_attachments ON public.attachments USING btree (id)
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
CREATE UNIQUE INDEX pk_case_imports ON public.case_imports USING btree (id)
CREATE INDEX ix_case_search_owner ON public.case_search USING btree (owner_id)
CREATE INDEX ix_case_search_patient ON public.case_search USING btree (patient_id)
CREATE INDEX ix_case_search_pieces ON public.case_search USING gin (pieces, department_ids) WITH (fastupdate=off)
CREATE INDEX ix_case_search_recent ON public.case_search USING btree (hospital_id, referred_at, case_id)
CREATE UNIQUE INDEX pk_case_search ON public.case_search USING btree (case_id)
CREATE INDEX ix_case_turns_case ON public.case_turns USING btree (case_id, recorded_at)
CREATE UNIQUE INDEX pk_case_turns ON public.case_turns USING btree (id)
CREATE INDEX ix_cases_open ON public.cases USING btree (hospital_id, state) WHERE (state <> ALL (ARRAY['CLOSED'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'DECEASED'::text]))
CREATE INDEX ix_cases_owner ON public.cases USING btree (owner_id)
CREATE INDEX ix_cases_patient ON public.cases USING btree (patient_id)
CREATE UNIQUE INDEX pk_cases ON public.cases USING btree (id)
CREATE UNIQUE INDEX ux_cases_case_no ON public.cases USING btree (case_no)
CREATE UNIQUE INDEX pk_caught_mails ON public.caught_mails USING btree (id)
CREATE UNIQUE INDEX ux_caught_mails_once ON public.caught_mails USING btree (message_id, recipient) WHERE (message_id <> ''::text)
CREATE UNIQUE INDEX pk_center_departments ON public.center_departments USING btree (center_id, department_id)
CREATE UNIQUE INDEX pk_centers ON public.centers USING btree (id)
CREATE UNIQUE INDEX pk_checklist_versions ON public.checklist_versions USING btree (id)
CREATE UNIQUE INDEX ux_checklist_versions_number ON public.checklist_versions USING btree (checklist_id, number)
CREATE UNIQUE INDEX pk_checklists ON public.checklists USING btree (id)
CREATE UNIQUE INDEX ux_checklists_type ON public.checklists USING btree (center_id, tumour_type)
CREATE UNIQUE INDEX pk_completeness_items ON public.completeness_items USING btree (id)
CREATE UNIQUE INDEX ux_completeness_items_code ON public.completeness_items USING btree (round_id, code)
CREATE INDEX ix_condition_update_events_update ON public.condition_update_events USING btree (condition_update_id, id)
CREATE UNIQUE INDEX pk_condition_update_events ON public.condition_update_events USING btree (id)
CREATE INDEX ix_condition_updates_author ON public.condition_updates USING btree (author_id)
CREATE INDEX ix_condition_updates_case ON public.condition_updates USING btree (case_id, id)
CREATE INDEX ix_condition_updates_open ON public.condition_updates USING btree (hospital_id, due_at) WHERE (state <> 'CLOSED'::text)
CREATE UNIQUE INDEX pk_condition_updates ON public.condition_updates USING btree (id)
CREATE UNIQUE INDEX pk_consents ON public.consents USING btree (id)
CREATE UNIQUE INDEX ux_consents_one_in_force ON public.consents USING btree (case_id, kind) WHERE ((withdrawn_at IS NULL) AND (replaced_at IS NULL))
CREATE INDEX ix_consult_request_events_request ON public.consult_request_events USING btree (consult_request_id, id)
CREATE UNIQUE INDEX pk_consult_request_events ON public.consult_request_events USING btree (id)
CREATE INDEX ix_consult_requests_case ON public.consult_requests USING btree (case_id, department_id)
CREATE INDEX ix_consult_requests_department ON public.consult_requests USING btree (department_id, state)
CREATE INDEX ix_consult_requests_requester ON public.consult_requests USING btree (requester_id)
CREATE UNIQUE INDEX pk_consult_requests ON public.consult_requests USING btree (id)
CREATE UNIQUE INDEX ux_consult_requests_open ON public.consult_requests USING btree (case_id, department_id) WHERE (state = ANY (ARRAY['SENT'::text, 'ACCEPTED'::text, 'ARRIVED'::text]))
CREATE INDEX ix_consult_sessions_time ON public.consult_sessions USING btree (hospital_id, starts_at)
CREATE UNIQUE INDEX pk_consult_sessions ON public.consult_sessions USING btree (id)
CREATE INDEX ix_decision_facts_case ON public.decision_facts USING btree (case_id)
CREATE INDEX ix_decision_facts_expiry ON public.decision_facts USING btree (expires_at) WHERE ((flag IS NULL) AND (expires_at IS NOT NULL))
CREATE UNIQUE INDEX pk_decision_facts ON public.decision_facts USING btree (id)
CREATE UNIQUE INDEX ux_decision_facts_key ON public.decision_facts USING btree (decision_id, recommendation, fact_key) NULLS NOT DISTINCT
CREATE INDEX ix_decision_reviews_case ON public.decision_reviews USING btree (case_id)
CREATE INDEX ix_decision_reviews_decision ON public.decision_reviews USING btree (decision_id, opened_at)
CREATE UNIQUE INDEX pk_decision_reviews ON public.decision_reviews USING btree (id)
CREATE UNIQUE INDEX ux_decision_reviews_open ON public.decision_reviews USING btree (decision_id) WHERE (state = 'OPEN'::text)
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
CREATE UNIQUE INDEX pk_material_chases ON public.material_chases USING btree (id)
CREATE UNIQUE INDEX ux_material_chases_person ON public.material_chases USING btree (round_id, person_id)
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
CREATE INDEX ix_opinion_evidence_opinion ON public.opinion_evidence USING btree (opinion_id, after_revision)
CREATE UNIQUE INDEX pk_opinion_evidence ON public.opinion_evidence USING btree (id)
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
CREATE INDEX ix_patient_identities_name_hashes ON public.patient_identities USING gin (name_hashes) WITH (fastupdate=off)
CREATE INDEX ix_patient_identities_unnamed ON public.patient_identities USING btree (patient_id) WHERE (name_hashes = '{}'::bytea[])
CREATE UNIQUE INDEX pk_patient_identities ON public.patient_identities USING btree (patient_id)
CREATE UNIQUE INDEX ux_patient_identities_no ON public.patient_identities USING btree (hospital_id, identity_no_hash)
CREATE INDEX ix_patient_merges_hospital ON public.patient_merges USING btree (hospital_id, id)
CREATE INDEX ix_patient_merges_kept ON public.patient_merges USING btree (kept_id) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX pk_patient_merges ON public.patient_merges USING btree (id)
CREATE UNIQUE INDEX ux_patient_merges_in_force ON public.patient_merges USING btree (merged_id) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX pk_patients ON public.patients USING btree (id)
CREATE INDEX ix_people_hospital ON public.people USING btree (hospital_id)
CREATE INDEX ix_people_name ON public.people USING btree (name_en, id)
CREATE UNIQUE INDEX pk_people ON public.people USING btree (id)
CREATE UNIQUE INDEX pk_proposal_rule_versions ON public.proposal_rule_versions USING btree (id)
CREATE UNIQUE INDEX ux_proposal_rule_versions_version ON public.proposal_rule_versions USING btree (center_id, version)
CREATE INDEX ix_recommendation_reports_recommendation ON public.recommendation_reports USING btree (recommendation_id, reported_at)
CREATE UNIQUE INDEX pk_recommendation_reports ON public.recommendation_reports USING btree (id)
CREATE INDEX ix_recommendations_case ON public.recommendations USING btree (case_id)
CREATE INDEX ix_recommendations_hospital ON public.recommendations USING btree (hospital_id, due_on)
CREATE INDEX ix_recommendations_owner ON public.recommendations USING btree (owner_id, due_on)
CREATE UNIQUE INDEX pk_recommendations ON public.recommendations USING btree (id)
CREATE UNIQUE INDEX ux_recommendations_ordinal ON public.recommendations USING btree (decision_id, ordinal)
CREATE UNIQUE INDEX pk_record_revisions ON public.record_revisions USING btree (case_id, section, revision)
CREATE UNIQUE INDEX pk_recovery_codes ON public.recovery_codes USING btree (person_id, code_hash)
CREATE INDEX ix_reminders_due ON public.reminders USING btree (fire_at) WHERE (state = 'SCHEDULED'::text)
CREATE UNIQUE INDEX pk_reminders ON public.reminders USING btree (id)
CREATE UNIQUE INDEX ux_reminders_step ON public.reminders USING btree (obligation_id, step, obligation_version)
CREATE INDEX ix_restricted_facts_case ON public.restricted_facts USING btree (case_id)
CREATE UNIQUE INDEX pk_restricted_facts ON public.restricted_facts USING btree (id)
CREATE INDEX ix_rooms_campus ON public.rooms USING btree (campus_id)
CREATE UNIQUE INDEX pk_rooms ON public.rooms USING btree (id)
CREATE UNIQUE INDEX pk_saved_filters ON public.saved_filters USING btree (id)
CREATE UNIQUE INDEX ux_saved_filters_name ON public.saved_filters USING btree (person_id, name)
CREATE UNIQUE INDEX ux_saved_filters_one_default ON public.saved_filters USING btree (person_id) WHERE is_default
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
CREATE TRIGGER cases_followed AFTER INSERT OR UPDATE OF case_no, patient_id, owner_id, state, tumour_type, diagnosis, icd10_code, risk, recurrence_number, referred_at ON public.cases FOR EACH ROW EXECUTE FUNCTION follow_case()
CREATE TRIGGER consult_requests_stay_signed BEFORE UPDATE ON public.consult_requests FOR EACH ROW WHEN (((old.signed_at IS NOT NULL) AND ((((old.opinion IS DISTINCT FROM new.opinion) OR (old.signed_by IS DISTINCT FROM new.signed_by)) OR (old.signed_at IS DISTINCT FROM new.signed_at)) OR (old.content_hash IS DISTINCT FROM new.content_hash)))) EXECUTE FUNCTION keep_signed_consult()
CREATE TRIGGER decisions_signed_is_final BEFORE DELETE OR UPDATE ON public.decisions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_decision()
CREATE TRIGGER participations_followed_in AFTER INSERT ON public.participations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION follow_participations()
CREATE TRIGGER participations_followed_out AFTER DELETE ON public.participations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION follow_participations()

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

CREATE OR REPLACE FUNCTION public.case_pieces(case_no text, diagnosis text, tumour_type text, icd10_code text, masked_name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT public.search_pieces(diagnosis) || ARRAY(SELECT '#' || p FROM unnest(public.search_pieces(lower(case_no))) p)
    || ARRAY['@' || lower(rtrim(masked_name, ' *')), '=' || tumour_type]
    || CASE WHEN icd10_code = '' THEN '{}' ELSE ARRAY['=' || left(icd10_code, 3), '=' || icd10_code] END
$function$

CREATE OR REPLACE FUNCTION public.cases_found(hospital uuid, wanted jsonb, besides uuid[], bound integer)
 RETURNS TABLE(case_id uuid, place text, by_identity boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  condition text := format('s.hospital_id = %L', hospital);
  fitting text[] := '{}';
  ways text[];
  term jsonb;
  word text;
  patients uuid[] := '{}';
  known uuid[];
  order_column text := CASE wanted->>'order' WHEN 'due' THEN 'coalesce(n.due_at, ''infinity'')' ELSE 's.referred_at' END;
  backwards CONSTANT boolean := wanted->>'order' = 'newest';
BEGIN
  IF NOT coalesce(hospital = ANY (public.setting_ids('app.case_hospitals')), false) THEN
    known := ARRAY(SELECT b FROM unnest(besides) b WHERE public.in_sight(b) OR (public.has_emergency() AND public.case_in_emergency(b)));
    condition := condition || format(' AND (s.department_ids && %L::uuid[] OR s.case_id = ANY (%L::uuid[]) OR s.owner_id = %L::uuid)',
      coalesce(public.setting_ids('app.case_departments'), '{}'), known,
      CASE WHEN hospital = ANY (public.setting_ids('app.own_case_hospitals')) THEN NULLIF(current_setting('app.person_id', true), '')::uuid END);
  END IF;
  FOR term IN SELECT * FROM jsonb_array_elements(wanted->'terms') LOOP
    ways := ARRAY[format('(s.pieces @> %L::text[] AND strpos(lower(s.case_no), %L) > 0)',
      ARRAY(SELECT '#' || p FROM unnest(public.search_pieces(term->>'text')) p), term->>'text')];
    FOR word IN SELECT term->>'text' UNION SELECT jsonb_array_elements_text(term->'zh') LOOP
      IF cardinality(public.search_pieces(word)) > 0 THEN
        ways := ways || format('(s.pieces @> %L::text[] AND strpos(s.diagnosis, %L) > 0)', public.search_pieces(word), word);
      END IF;
    END LOOP;
    IF jsonb_array_length(term->'exact') > 0 THEN
      ways := ways || format('s.pieces && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(term->'exact')));
    END IF;
    fitting := fitting || format('(%s)', array_to_string(ways, ' OR '));
  END LOOP;
  IF jsonb_array_length(wanted->'hashes') > 0 THEN
    patients := ARRAY(SELECT coalesce(m.kept_id, i.patient_id)
      FROM public.patient_identities i LEFT JOIN public.patient_merges m ON m.merged_id = i.patient_id AND m.undone_at IS NULL
      WHERE i.hospital_id = hospital AND i.name_hashes && ARRAY(SELECT decode(h, 'hex') FROM jsonb_array_elements_text(wanted->'hashes') h) LIMIT 500);
  END IF;
  IF cardinality(fitting) > 0 THEN
    condition := condition || format(' AND ((%s)%s)', array_to_string(fitting, ' AND '),
      CASE WHEN cardinality(patients) > 0 THEN format(' OR s.patient_id = ANY (%L::uuid[])', patients) ELSE '' END);
  END IF;
  condition := condition
    || CASE WHEN jsonb_array_length(wanted->'states') > 0
        THEN format(' AND s.state = ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(wanted->'states'))) ELSE '' END
    || CASE WHEN jsonb_array_length(wanted->'tumourTypes') > 0
        THEN format(' AND s.tumour_type = ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(wanted->'tumourTypes'))) ELSE '' END
    || CASE WHEN jsonb_array_length(wanted->'risks') > 0
        THEN format(' AND s.risk = ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(wanted->'risks'))) ELSE '' END
    || CASE WHEN wanted->>'ownerId' IS NOT NULL THEN format(' AND s.owner_id = %L', wanted->>'ownerId') ELSE '' END
    || CASE WHEN wanted->>'departmentId' IS NOT NULL THEN format(' AND s.department_ids @> ARRAY[%L::uuid]', wanted->>'departmentId') ELSE '' END
    || CASE WHEN (wanted->>'recurrent')::boolean THEN ' AND s.recurrence_number > 0' ELSE '' END
    || CASE WHEN wanted->>'overdueAt' IS NOT NULL
        THEN format(' AND s.case_id IN (SELECT o.case_id FROM public.obligations o WHERE o.state = ''OPEN'' AND o.due_at < %L)', wanted->>'overdueAt') ELSE '' END
    || CASE WHEN wanted->>'since' IS NOT NULL THEN format(' AND s.referred_at >= %L', wanted->>'since') ELSE '' END
    || CASE WHEN wanted->>'until' IS NOT NULL THEN format(' AND s.referred_at < %L', wanted->>'until') ELSE '' END
    || CASE WHEN wanted->>'at' IS NULL THEN ''
        WHEN wanted->>'order' = 'due' THEN format(' AND (%1$s > %2$L OR (%1$s = %2$L AND s.case_id < %3$L))', order_column, wanted->>'at', wanted->>'id')
        ELSE format(' AND (s.referred_at, s.case_id) %s (%L, %L)', CASE WHEN backwards THEN '<' ELSE '>' END, wanted->>'at', wanted->>'id') END;
  RETURN QUERY EXECUTE format(
    'SELECT s.case_id, (%1$s)::text, s.patient_id = ANY (%2$L::uuid[]) FROM public.case_search s %3$s WHERE %4$s ORDER BY %1$s %5$s, s.case_id %6$s LIMIT %7$s',
    order_column, patients,
    CASE WHEN wanted->>'order' = 'due' THEN
      'LEFT JOIN (SELECT o.case_id, min(o.due_at) AS due_at FROM public.obligations o WHERE o.state = ''OPEN'' AND o.case_id IS NOT NULL GROUP BY o.case_id) n ON n.case_id = s.case_id'
      ELSE '' END,
    condition, CASE WHEN backwards THEN 'DESC' ELSE 'ASC' END, CASE WHEN wanted->>'order' = 'oldest' THEN 'ASC' ELSE 'DESC' END, bound);
END $function$

CREATE OR REPLACE FUNCTION public.emergency_case(number text)
 RETURNS TABLE(case_id uuid, hospital_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT c.id, c.hospital_id FROM public.cases c WHERE c.case_no = number AND c.hospital_id = ANY (public.setting_ids('app.emergency_open_hospitals')) $function$

CREATE OR REPLACE FUNCTION public.follow_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  folded CONSTANT text := lower(normalize(NEW.diagnosis, NFKC));
  looked_up CONSTANT text[] := (SELECT public.case_pieces(NEW.case_no, folded, NEW.tumour_type, NEW.icd10_code, t.masked_name)
    FROM public.patients t WHERE t.id = NEW.patient_id);
BEGIN
  INSERT INTO public.case_search (case_id, hospital_id, patient_id, owner_id, case_no, state, tumour_type, risk, recurrence_number, referred_at,
      diagnosis, pieces)
    VALUES (NEW.id, NEW.hospital_id, NEW.patient_id, NEW.owner_id, NEW.case_no, NEW.state, NEW.tumour_type, NEW.risk, NEW.recurrence_number,
      NEW.referred_at, folded, looked_up)
    ON CONFLICT (case_id) DO UPDATE SET patient_id = EXCLUDED.patient_id, owner_id = EXCLUDED.owner_id, case_no = EXCLUDED.case_no,
      state = EXCLUDED.state, tumour_type = EXCLUDED.tumour_type, risk = EXCLUDED.risk, recurrence_number = EXCLUDED.recurrence_number,
      referred_at = EXCLUDED.referred_at, diagnosis = EXCLUDED.diagnosis, pieces = EXCLUDED.pieces;
  RETURN NULL;
END $function$

CREATE OR REPLACE FUNCTION public.follow_participations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  UPDATE public.case_search s SET department_ids = ARRAY(
      SELECT DISTINCT p.department_id FROM public.discussion_rounds r JOIN public.participations p ON p.round_id = r.id
      WHERE r.case_id = s.case_id ORDER BY p.department_id)
    WHERE s.case_id IN (SELECT r.case_id FROM touched t JOIN public.discussion_rounds r ON r.id = t.round_id);
  RETURN NULL;
END $function$

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

CREATE OR REPLACE FUNCTION public.keep_signed_consult()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RAISE EXCEPTION 'a signed consult opinion does not change';
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
 RETURNS TABLE(patient_id uuid, kept_id uuid, name_hash bytea, key_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT i.patient_id, coalesce(m.kept_id, i.patient_id), i.name_hash, i.key_id
        FROM public.patient_identities i LEFT JOIN public.patient_merges m ON m.merged_id = i.patient_id AND m.undone_at IS NULL
        WHERE i.hospital_id = hospital AND i.identity_no_hash = ANY (number_hashes) AND hospital = ANY (public.setting_ids('app.refer_hospitals')) $function$

CREATE OR REPLACE FUNCTION public.patients_with_name(hospital uuid, hashes bytea[])
 RETURNS TABLE(patient_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT DISTINCT coalesce(m.kept_id, i.patient_id)
        FROM public.patient_identities i LEFT JOIN public.patient_merges m ON m.merged_id = i.patient_id AND m.undone_at IS NULL
        WHERE i.hospital_id = hospital AND i.name_hashes && hashes AND hospital = ANY (public.setting_ids('app.refer_hospitals')) LIMIT 20 $function$

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

CREATE OR REPLACE FUNCTION public.search_pieces(words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT piece), '{}') FROM (
    SELECT substr(words, i, 1) AS piece FROM generate_series(1, char_length(words)) i WHERE ascii(substr(words, i, 1)) >= 11904
    UNION ALL
    SELECT substr(words, i, 2) FROM generate_series(1, char_length(words) - 1) i WHERE strpos(substr(words, i, 2), ' ') = 0
  ) p
$function$

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
