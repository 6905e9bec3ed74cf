import { id, ids, invitedTo, NOW } from '../1764200000000/settings.js';

const OWN_SHARE = 'share_id IN (SELECT w.share_id FROM wall_shares w)';
const SEEN_SHARE = 'EXISTS (SELECT FROM shares s WHERE s.id = share_id AND in_sight(s.case_id))';
const IN_FORCE = `revoked_at IS NULL AND expires_at > ${NOW} AND ${invitedTo('session_id')}`;

/** A share that ended, or is past its time, does not exist to the other hospital. Contents handed out are not theirs to read again. */
export const POLICIES = /* sql */ `
ALTER POLICY shares_guest_select ON shares USING (hospital_id = ANY ${ids('share_hospitals')} AND ${IN_FORCE});
CREATE POLICY disclosures_guest_select ON disclosures FOR SELECT TO consilium_app USING (${OWN_SHARE} AND person_id = ${id('person_id')});
ALTER TABLE disclosed_contents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY disclosed_contents_seen ON disclosed_contents FOR SELECT TO consilium_app USING (${SEEN_SHARE});
CREATE POLICY disclosed_contents_guest_insert ON disclosed_contents FOR INSERT TO consilium_app WITH CHECK (${OWN_SHARE});
CREATE POLICY consents_looked_at ON consents FOR SELECT TO consilium_wall USING (true);
CREATE POLICY disclosures_looked_at ON disclosures FOR SELECT TO consilium_wall USING (true);
CREATE POLICY disclosed_contents_looked_at ON disclosed_contents FOR SELECT TO consilium_wall USING (true);
`;

/** Columns that the doors below look at; nothing clinical beyond what the shared record had already. */
export const LOOKS = /* sql */ `
GRANT SELECT (partnership_id, consent_id, sections, version, created_at, created_by, revoked_by) ON shares TO consilium_wall;
GRANT SELECT (id, case_id, kind, form, signed_on, ends_on, withdrawn_at, replaced_at) ON consents TO consilium_wall;
GRANT SELECT (id, share_id, person_id, consent_id, kind, at, content_id, sections, partnership_id) ON disclosures TO consilium_wall;
GRANT SELECT (id, share_id, kind, sha256, made_at) ON disclosed_contents TO consilium_wall;
`;

const within = (section: string, column: string) =>
  `CASE WHEN '${section}' = ANY (s.sections) THEN ${column} END AS ${column.replace('c.', '')}`;

const IN_FORCE_OF_HOSPITAL = `s.hospital_id = ANY ${ids('share_hospitals')} AND s.revoked_at IS NULL AND s.expires_at > ${NOW} AND ${invitedTo('s.session_id')}`;

/** To be made as the role that looks behind the wall. */
export const VIEWS = /* sql */ `
CREATE OR REPLACE VIEW shared_records AS
  SELECT s.id AS share_id, c.id AS case_id, c.patient_id, c.hospital_id AS host_hospital_id, h.starts_at, r.closed_at IS NOT NULL AS round_closed,
    c.age_years, c.tumour_type, c.diagnosis, c.presentation, c.recurrence_number, c.summary, ${within('WISHES', 'c.wishes')},
    ${within('WISHES', 'c.ecog')}, ${within('WISHES', 'c.comorbidities')}, c.structures, ${within('PRIOR_TREATMENTS', 'c.prior_treatments')},
    ${within('IMAGING', 'c.imaging')}, ${within('PATHOLOGY', 'c.pathology')}, c.risk, r.questions, t.sex, t.province, t.masked_name, i.sealed, i.key_id,
    s.sections,
    ARRAY(SELECT e.treatment ->> 'hospitalName' FROM jsonb_array_elements(c.prior_treatments) WITH ORDINALITY AS e (treatment, place) ORDER BY e.place) AS treating_hospitals
  FROM shares s
    JOIN cases c ON c.id = s.case_id
    JOIN patients t ON t.id = c.patient_id
    JOIN discussion_rounds r ON r.id = s.round_id
    JOIN consult_sessions h ON h.id = s.session_id
    LEFT JOIN patient_identities i ON i.patient_id = c.patient_id
  WHERE ${IN_FORCE_OF_HOSPITAL};
COMMENT ON VIEW shared_records IS 'Cases shared with a hospital now, of each what its share includes, before they are de-identified; the sealed identity is opened in memory to remove it from text.';

CREATE VIEW share_lines AS
  SELECT s.id, s.case_id, c.case_no, c.hospital_id AS host_hospital_id, c.owner_id, s.px_code, s.hospital_id, s.session_id, h.starts_at AS session_starts_at,
    s.partnership_id, s.consent_id, n.kind AS consent_kind, n.form AS consent_form, n.signed_on AS consent_signed_on, n.ends_on AS consent_ends_on,
    n.withdrawn_at AS consent_withdrawn_at, s.sections, s.version, s.created_at, s.created_by, s.expires_at, s.revoked_at, s.revoked_by
  FROM shares s
    JOIN cases c ON c.id = s.case_id
    JOIN consult_sessions h ON h.id = s.session_id
    JOIN consents n ON n.id = s.consent_id
  WHERE c.hospital_id = ANY ${ids('share_list_hospitals')};
COMMENT ON VIEW share_lines IS 'What is shared with whom, until when, under which agreement and consent: without anything clinical.';

CREATE VIEW disclosure_lines AS
  SELECT d.id, d.share_id, d.person_id, d.kind, d.at, d.sections, d.partnership_id, d.consent_id, n.kind AS consent_kind, n.signed_on AS consent_signed_on,
    (SELECT count(*) FROM disclosed_contents y WHERE y.share_id = x.share_id AND y.kind = x.kind AND y.made_at <= x.made_at)::int AS content_version, x.sha256, s.px_code, s.hospital_id, s.session_id, h.starts_at AS session_starts_at, c.case_no, c.hospital_id AS host_hospital_id
  FROM disclosures d
    JOIN shares s ON s.id = d.share_id
    JOIN cases c ON c.id = s.case_id
    JOIN consult_sessions h ON h.id = s.session_id
    JOIN consents n ON n.id = d.consent_id
    LEFT JOIN disclosed_contents x ON x.id = d.content_id
  WHERE c.hospital_id = ANY ${ids('share_list_hospitals')};
COMMENT ON VIEW disclosure_lines IS 'Who of another hospital received what, when and on which consent: sections and fingerprint, without the content.';
GRANT SELECT ON share_lines, disclosure_lines TO consilium_app;
`;
