/** Parts of the view of a case, as SQL of a case `c`: `$3` is the instant, `$4` the day at the campus. */

/** The latest consent to a remote consult, with how many shares would end with it. */
export const CONSENT = `
    (SELECT json_build_object('id', n.id, 'kind', n.kind, 'form', n.form, 'signedBy', n.signed_by, 'relation', n.signer_relation,
        'reason', n.signer_reason, 'signedOn', n.signed_on, 'endsOn', n.ends_on, 'withdrawnAt', n.withdrawn_at,
        'state', CASE WHEN n.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN n.ends_on < $4::date THEN 'EXPIRED' ELSE 'IN_FORCE' END,
        'openShares', (SELECT count(*) FROM shares s WHERE s.consent_id = n.id AND s.revoked_at IS NULL AND s.expires_at > $3))
      FROM consents n WHERE n.case_id = c.id AND n.kind = 'TELEMEDICINE' AND n.replaced_at IS NULL
      ORDER BY n.withdrawn_at IS NULL DESC, n.recorded_at DESC LIMIT 1)`;

const OPENINGS = `
    coalesce((SELECT json_agg(json_build_object('person', o.name, 'times', o.times, 'firstAt', o.first_at, 'lastAt', o.last_at) ORDER BY o.last_at DESC)
      FROM (SELECT p.name, count(*) AS times, min(d.at) AS first_at, max(d.at) AS last_at FROM disclosures d JOIN people p ON p.id = d.person_id
        WHERE d.share_id = s.id AND d.kind = 'CASE' GROUP BY p.id, p.name) o), '[]')`;

/** With whom the case is or was shared, what of it, until when, on which grounds, and who opened it. */
export const SHARES = `
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'pxCode', s.px_code, 'hospital', json_build_object('zh', h.name_zh, 'en', h.name_en),
        'sessionId', s.session_id, 'version', s.version, 'sections', s.sections, 'agreementNo', a.agreement_no,
        'state', CASE WHEN s.revoked_at IS NOT NULL THEN 'REVOKED' WHEN s.expires_at > $3 THEN 'ACTIVE' ELSE 'EXPIRED' END,
        'consent', json_build_object('id', n.id, 'signedOn', n.signed_on, 'endsOn', n.ends_on),
        'expiresAt', s.expires_at, 'revokedAt', s.revoked_at, 'revokeReason', s.revoke_reason, 'openings', ${OPENINGS}) ORDER BY s.created_at, s.id)
      FROM shares s JOIN hospitals h ON h.id = s.hospital_id JOIN partnerships a ON a.id = s.partnership_id JOIN consents n ON n.id = s.consent_id
      WHERE s.case_id = c.id), '[]')`;
