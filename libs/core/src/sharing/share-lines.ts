import type { DisclosureLine, ShareFilters, ShareLine } from '@consilium/contracts';
import { may, type Actor } from '../access/index.js';
import type { Transaction } from '../database/index.js';

export interface Page {
  /** Lines older than the one with this id. */
  before?: string | undefined;
  limit: number;
}

interface ShareRow extends Omit<ShareLine, 'availableActions'> {
  ownerId: string;
}

const HOSPITAL = `json_build_object('id', h.id, 'name', json_build_object('zh', h.name_zh, 'en', h.name_en),
    'shortName', json_build_object('zh', h.short_name_zh, 'en', h.short_name_en)) AS hospital`;

// $1 the hospital, $2 the instant, $3 the day; the filters follow.
const SHARES = `
  SELECT l.id, l.version, l.case_no AS "caseNo", l.owner_id AS "ownerId", l.px_code AS "pxCode", ${HOSPITAL},
    CASE WHEN l.revoked_at IS NOT NULL THEN 'REVOKED' WHEN l.expires_at > $2 THEN 'ACTIVE' ELSE 'EXPIRED' END AS state,
    EXISTS (SELECT FROM cases c WHERE c.id = l.case_id) AS "canReadCase",
    json_build_object('id', l.session_id, 'startsAt', l.session_starts_at) AS session,
    json_build_object('agreementNo', a.agreement_no, 'validTo', a.valid_to) AS agreement,
    json_build_object('kind', l.consent_kind, 'form', l.consent_form, 'signedOn', l.consent_signed_on, 'endsOn', l.consent_ends_on,
      'state', CASE WHEN l.consent_withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN l.consent_ends_on < $3::date THEN 'EXPIRED' ELSE 'IN_FORCE' END) AS consent,
    l.sections, to_json(l.created_at) AS "createdAt", p.name AS "createdBy", to_json(l.expires_at) AS "expiresAt",
    to_json(l.revoked_at) AS "revokedAt", r.name AS "revokedBy", (SELECT s.revoke_reason FROM shares s WHERE s.id = l.id) AS "revokeReason",
    o.times AS openings, to_json(o.last) AS "lastOpenedAt"
  FROM share_lines l
    JOIN hospitals h ON h.id = l.hospital_id
    JOIN partnerships a ON a.id = l.partnership_id
    JOIN people p ON p.id = l.created_by
    LEFT JOIN people r ON r.id = l.revoked_by
    CROSS JOIN LATERAL (SELECT count(*)::int AS times, max(d.at) AS last FROM disclosure_lines d WHERE d.share_id = l.id AND d.kind = 'CASE') o
  WHERE l.host_hospital_id = $1`;

const DISCLOSURES = `
  SELECT l.id, to_json(l.at) AS at, l.kind, p.name AS person, ${HOSPITAL}, l.case_no AS "caseNo", l.px_code AS "pxCode",
    json_build_object('id', l.session_id, 'startsAt', l.session_starts_at) AS session, l.sections, a.agreement_no AS "agreementNo",
    json_build_object('kind', l.consent_kind, 'signedOn', l.consent_signed_on) AS consent, l.content_version AS "contentVersion", l.sha256,
    l.sha256 IS NOT NULL AND EXISTS (SELECT FROM disclosures d WHERE d.id = l.id) AS "canOpen"
  FROM disclosure_lines l
    JOIN hospitals h ON h.id = l.hospital_id
    JOIN people p ON p.id = l.person_id
    LEFT JOIN partnerships a ON a.id = l.partnership_id
  WHERE l.host_hospital_id = $1`;

/** Conditions with their parameters, numbered from the next free place. */
class Conditions {
  private readonly parts: string[] = [];
  constructor(readonly parameters: unknown[]) {}

  add(value: unknown, condition: (place: string) => string): void {
    if (value === undefined) return;
    this.parameters.push(value);
    this.parts.push(condition(`$${this.parameters.length}`));
  }

  toString(): string {
    return this.parts.map((part) => ` AND (${part})`).join('');
  }
}

function filtered(conditions: Conditions, { hospital, case: ofCase, session }: ShareFilters): void {
  conditions.add(hospital, (place) => `l.hospital_id = ${place}::uuid`);
  conditions.add(ofCase, (place) => `${place} IN (l.case_no, l.px_code)`);
  conditions.add(session, (place) => `l.session_id = ${place}::uuid`);
}

/** Shares of the hospital, newest first: those in force, or those that ended. */
export async function shareLines(
  tx: Transaction,
  which: 'current' | 'ended',
  filters: ShareFilters,
  page: Page & { today: string },
): Promise<ShareLine[]> {
  const { actor } = tx;
  const conditions = new Conditions([actor.hospitalId, tx.now, page.today]);
  filtered(conditions, filters);
  conditions.add(filters.from, (place) => `least(l.expires_at, l.revoked_at) >= ${place}::timestamptz`);
  conditions.add(filters.to, (place) => `l.created_at < ${place}::timestamptz`);
  conditions.add(page.before, (place) => `l.id < ${place}::uuid`);
  const isOpen = 'l.revoked_at IS NULL AND l.expires_at > $2';
  const state = which === 'current' ? isOpen : `NOT (${isOpen})`;
  const rows = await tx.query<ShareRow>(
    `${SHARES} AND ${state}${conditions.toString()} ORDER BY l.id DESC LIMIT ${page.limit}`,
    conditions.parameters,
  );
  return rows.map(({ ownerId, ...row }) => ({ ...row, availableActions: actionsOn(actor, row, ownerId) }));
}

function actionsOn(actor: Actor, share: Omit<ShareRow, 'ownerId'>, ownerId: string): ShareLine['availableActions'] {
  if (share.state === 'REVOKED' || !share.canReadCase) return [];
  if (!may(actor, 'share:revoke', { hospitalId: actor.hospitalId, ownerId })) return [];
  return share.state === 'ACTIVE' ? ['revoke', 'change'] : ['change'];
}

/** Disclosures of the hospital's cases, newest first. */
export async function disclosureLines(tx: Transaction, filters: ShareFilters, page: Page): Promise<DisclosureLine[]> {
  const conditions = new Conditions([tx.actor.hospitalId]);
  filtered(conditions, filters);
  conditions.add(filters.from, (place) => `l.at >= ${place}::timestamptz`);
  conditions.add(filters.to, (place) => `l.at < ${place}::timestamptz`);
  conditions.add(page.before, (place) => `l.id < ${place}::uuid`);
  return tx.query<DisclosureLine>(
    `${DISCLOSURES}${conditions.toString()} ORDER BY l.id DESC LIMIT ${page.limit}`,
    conditions.parameters,
  );
}
