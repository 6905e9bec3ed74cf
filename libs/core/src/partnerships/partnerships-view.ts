import type { ManagedPartnership, ManagedPartnerships } from '@consilium/contracts';
import { may } from '../access/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { campusZone } from '../organisations/index.js';
import { partnershipState } from './partnership.rules.js';

type Row = Omit<ManagedPartnership, 'state' | 'ended'> & { ended: { at: Date; by: string; reason: string } | null };

const PARTNERSHIPS = `
  SELECT a.id, json_build_object('id', h.id, 'name', json_build_object('zh', h.name_zh, 'en', h.name_en)) AS hospital, a.agreement_no AS "agreementNo",
    a.scopes, a.scope_note AS "scopeNote", a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo", a.liability_note AS "liabilityNote",
    CASE WHEN a.ended_at IS NOT NULL THEN json_build_object('at', a.ended_at, 'by', p.name, 'reason', a.end_reason) END AS ended, a.version,
    (${sharesInForce('a.id', '$2')}) AS "sharesInForce"
  FROM partnerships a JOIN hospitals h ON h.id = a.partner_hospital_id LEFT JOIN people p ON p.id = a.ended_by
  WHERE a.host_hospital_id = $1 ORDER BY a.ended_at IS NOT NULL, h.name_en, a.valid_to DESC, a.id`;

const HOSPITALS = `
  SELECT id, json_build_object('zh', name_zh, 'en', name_en) AS name FROM hospitals WHERE NOT is_host ORDER BY name_en, id`;

/** In SQL, how many cases are shared under an agreement now, for who may list shares. */
export function sharesInForce(agreement: string, now: string): string {
  return `SELECT count(*)::int FROM share_lines s WHERE s.partnership_id = ${agreement} AND s.revoked_at IS NULL AND s.expires_at > ${now}`;
}

/** The day it is at the host. */
export async function todayAt(tx: Transaction, hostId: string): Promise<string> {
  return campusDay(tx.now, await campusZone(tx, hostId));
}

/** Agreements of the host, those in force before those that were ended. */
export async function partnershipsView(tx: Transaction, hostId: string): Promise<ManagedPartnerships> {
  const today = await todayAt(tx, hostId);
  const rows = await tx.query<Row>(PARTNERSHIPS, [hostId, tx.now]);
  return {
    items: rows.map(({ ended, ...row }) => ({
      ...row,
      state: partnershipState({ ...row, isEnded: ended !== null }, today),
      ended: ended && { ...ended, at: new Date(ended.at).toISOString() },
    })),
    hospitals: await tx.query(HOSPITALS),
    mayManage: may(tx.actor, 'organisation:manage', { hospitalId: hostId }),
  };
}
