import { id, ids, invitedTo, isSystem, NOW } from './settings.js';

/** Columns that the views and functions below may look at. Clinical text is in the doors that need it and in no other. */
const LOOKS: Record<string, string> = {
  cases: `id, hospital_id, case_no, patient_id, owner_id, owner_department_id, age_years, tumour_type, diagnosis, presentation, recurrence_number,
    summary, wishes, ecog, comorbidities, structures, prior_treatments, imaging, pathology, risk`,
  patients: 'id, masked_name, sex, province',
  patient_identities: 'patient_id, hospital_id, sealed, key_id, identity_no_hash, name_hash',
  discussion_rounds: 'id, case_id, questions, closed_at',
  participations: 'id, round_id, department_id, requirement, state',
  consult_sessions: 'id, hospital_id, starts_at',
  session_members: 'session_id, person_id',
  agenda_items: 'id, session_id, case_id, round_id, version, ordinal, minutes, state',
  decisions: 'agenda_item_id, direction, quorum',
  shares: 'id, case_id, round_id, session_id, hospital_id, px_code, expires_at, revoked_at',
  opinions: 'id, share_id, revision',
  surgical_plans: 'id, case_id, lead_id',
  surgical_stages: 'id, plan_id, department_id, lead_id, code',
  obligations: 'id, hospital_id, case_id, share_id, subject_id',
};

export const WALL_LOOKS = Object.entries(LOOKS)
  .map(([table, columns]) => `GRANT SELECT (${columns}) ON ${table} TO consilium_wall;`)
  .join('\n');

/** Tables whose rows the role of the views sees; what of them comes through is decided by each view. */
export const tablesLookedAt = Object.keys(LOOKS);

const IN_FORCE = `s.revoked_at IS NULL AND s.expires_at > ${NOW} AND ${invitedTo('s.session_id')}`;

/**
 * What policies need to know of other walled tables: links between a case and the one who asks, ids alone and only the asker's own. As views
 * of another role they are not subject to the policies they serve, which would otherwise call each other without end.
 */
const LINKS = /* sql */ `
CREATE VIEW wall_cases AS
  SELECT r.case_id FROM participations p JOIN discussion_rounds r ON r.id = p.round_id WHERE p.department_id = ANY ${ids('case_departments')}
  UNION ALL
  SELECT i.case_id FROM session_members m JOIN agenda_items i ON i.session_id = m.session_id JOIN consult_sessions h ON h.id = m.session_id
    WHERE m.person_id = ${id('person_id')} AND h.hospital_id = ANY ${ids('agenda_hospitals')}
  UNION ALL
  SELECT n.case_id FROM surgical_plans n JOIN cases c ON c.id = n.case_id
    WHERE n.lead_id = ${id('person_id')} AND c.hospital_id = ANY ${ids('plan_hospitals')}
  UNION ALL
  SELECT n.case_id FROM surgical_plans n JOIN cases c ON c.id = n.case_id JOIN surgical_stages g ON g.plan_id = n.id
    WHERE (g.lead_id = ${id('person_id')} AND c.hospital_id = ANY ${ids('plan_hospitals')}) OR g.department_id = ANY ${ids('plan_departments')};
COMMENT ON VIEW wall_cases IS 'Cases the asker is let in to by a department, a session or a plan.';

CREATE VIEW wall_shares AS
  SELECT s.id AS share_id, s.round_id, s.session_id FROM shares s WHERE s.hospital_id = ANY ${ids('share_hospitals')} AND ${IN_FORCE};
COMMENT ON VIEW wall_shares IS 'Shares in force with a hospital for which the asker reads shared cases.';

CREATE VIEW wall_guest_sessions AS
  SELECT m.session_id FROM session_members m WHERE m.person_id = ${id('person_id')} AND cardinality(${ids('share_hospitals')}) > 0 AND ${invitedTo('m.session_id')}
  UNION ALL
  SELECT s.session_id FROM shares s WHERE s.hospital_id = ANY ${ids('share_hospitals')} AND ${IN_FORCE};
COMMENT ON VIEW wall_guest_sessions IS 'Sessions at which an expert of another hospital is expected, or for which a case is shared with it.';
`;

/** What is told of cases to people who may not read them: each view for one screen, with what that screen shows and no more. */
const DOORS = /* sql */ `
CREATE VIEW agenda_lines AS
  SELECT i.id, i.session_id, i.case_id, i.round_id, i.version, i.ordinal, i.minutes, i.state, c.case_no, t.masked_name, t.sex, c.age_years, c.risk,
    c.owner_id, c.owner_department_id, jsonb_array_length(c.pathology) > 0 AS has_pathology, e.direction, e.quorum,
    (SELECT count(*) FROM participations p WHERE p.round_id = i.round_id AND p.state = 'GIVEN')::int AS opinions_given,
    (SELECT count(*) FROM participations p WHERE p.round_id = i.round_id AND p.state <> 'WAIVED')::int AS opinions_owed,
    NOT EXISTS (SELECT FROM participations p
      WHERE p.round_id = i.round_id AND p.requirement = 'REQUIRED' AND p.state NOT IN ('GIVEN', 'WAIVED')) AS is_ready,
    ARRAY(SELECT p.department_id FROM participations p
      WHERE p.round_id = i.round_id AND p.requirement = 'REQUIRED' AND p.state <> 'WAIVED') AS required_departments,
    coalesce((SELECT jsonb_agg(jsonb_build_object('hospitalId', s.hospital_id, 'pxCode', s.px_code,
        'opinionGiven', EXISTS (SELECT FROM opinions o WHERE o.share_id = s.id AND o.revision > 0)))
      FROM shares s WHERE s.case_id = i.case_id AND s.session_id = i.session_id AND s.revoked_at IS NULL), '[]') AS shared_with
  FROM agenda_items i
    JOIN consult_sessions h ON h.id = i.session_id AND h.hospital_id = ANY ${ids('session_hospitals')}
    JOIN cases c ON c.id = i.case_id
    JOIN patients t ON t.id = c.patient_id
    LEFT JOIN decisions e ON e.agenda_item_id = i.id;
COMMENT ON VIEW agenda_lines IS 'What every colleague of the hospital sees of a case on an agenda: that it is discussed, not what of.';

CREATE VIEW obligation_names AS
  SELECT o.id AS obligation_id, c.case_no, c.owner_id, s.px_code, s.hospital_id AS shared_with,
    (SELECT g.code FROM surgical_stages g WHERE g.id = o.subject_id) AS stage_code
  FROM obligations o LEFT JOIN cases c ON c.id = o.case_id LEFT JOIN shares s ON s.id = o.share_id
  WHERE o.hospital_id = ANY ${ids('overdue_hospitals')} OR ${isSystem('reminder-delivery')};
COMMENT ON VIEW obligation_names IS 'By what code a thing owed is named on the list of what is late and in a reminder, and whose it is.';

CREATE VIEW operation_numbers AS
  SELECT n.id AS plan_id, c.case_no FROM surgical_plans n JOIN cases c ON c.id = n.case_id
  WHERE c.hospital_id = ANY ${ids('overdue_hospitals')};
COMMENT ON VIEW operation_numbers IS 'The case number of an operation that takes a theatre or a person somebody else wants to book.';

CREATE VIEW shared_records AS
  SELECT s.id AS share_id, c.id AS case_id, c.patient_id, c.hospital_id AS host_hospital_id, h.starts_at, r.closed_at IS NOT NULL AS round_closed,
    c.age_years, c.tumour_type, c.diagnosis, c.presentation, c.recurrence_number, c.summary, c.wishes, c.ecog, c.comorbidities, c.structures,
    c.prior_treatments, c.imaging, c.pathology, c.risk, r.questions, t.sex, t.province, t.masked_name, i.sealed, i.key_id
  FROM shares s
    JOIN cases c ON c.id = s.case_id
    JOIN patients t ON t.id = c.patient_id
    JOIN discussion_rounds r ON r.id = s.round_id
    JOIN consult_sessions h ON h.id = s.session_id
    LEFT JOIN patient_identities i ON i.patient_id = c.patient_id
  WHERE s.hospital_id = ANY ${ids('share_hospitals')} AND ${IN_FORCE};
COMMENT ON VIEW shared_records IS 'Cases shared with a hospital now, before they are de-identified; the sealed identity is opened in memory to remove it from text.';

CREATE FUNCTION patient_with_number(hospital uuid, number_hashes bytea[]) RETURNS TABLE (patient_id uuid, name_hash bytea, key_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT i.patient_id, i.name_hash, i.key_id FROM public.patient_identities i
        WHERE i.hospital_id = hospital AND i.identity_no_hash = ANY (number_hashes) AND hospital = ANY (public.setting_ids('app.refer_hospitals')) $$;
COMMENT ON FUNCTION patient_with_number IS 'Whether a patient who is referred is known already: by the hash of the number, without any identity.';
REVOKE EXECUTE ON FUNCTION patient_with_number FROM PUBLIC;
GRANT EXECUTE ON FUNCTION patient_with_number TO consilium_app;
GRANT SELECT ON wall_cases, wall_shares, wall_guest_sessions, agenda_lines, obligation_names, operation_numbers, shared_records TO consilium_app;
`;

/** To be made as the role that looks behind the wall. */
export const VIEWS = [LINKS, DOORS].join('\n');
