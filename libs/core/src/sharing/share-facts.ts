import type { SessionState } from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';

/** A share as the services decide on it. */
export interface ShareFacts {
  id: string;
  px: string;
  caseId: string;
  patientId: string;
  roundId: string;
  roundClosed: boolean;
  consentId: string;
  hospitalId: string;
  hostHospitalId: string;
  timeZone: string;
  opinionDueAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  session: { id: string; title: string; startsAt: Date; state: SessionState };
}

/**
 * The share behind a code, for someone of the hospital it was made for. To everyone else it does not exist; withdrawn it is
 * `share/revoked`, past its term `share/expired`.
 */
export async function openShare(tx: Transaction, actor: Actor, px: string): Promise<ShareFacts> {
  const row = await tx.maybeOne<
    Omit<ShareFacts, 'session'> & { sessionId: string; title: string; startsAt: Date; state: SessionState }
  >(
    `SELECT h.id, h.px_code AS px, h.case_id AS "caseId", c.patient_id AS "patientId", h.round_id AS "roundId", r.closed_at IS NOT NULL AS "roundClosed",
       h.consent_id AS "consentId", h.hospital_id AS "hospitalId", c.hospital_id AS "hostHospitalId",
       coalesce((SELECT k.time_zone FROM campuses k WHERE k.hospital_id = c.hospital_id ORDER BY k.id LIMIT 1), 'Asia/Shanghai') AS "timeZone",
       h.opinion_due_at AS "opinionDueAt", h.expires_at AS "expiresAt", h.revoked_at AS "revokedAt",
       s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.state
     FROM shares h JOIN cases c ON c.id = h.case_id JOIN discussion_rounds r ON r.id = h.round_id JOIN consult_sessions s ON s.id = h.session_id
     WHERE h.px_code = $1`,
    [px],
  );
  if (!row) throw notFound();
  authoriseSight(actor, 'remote:read', { sharedHospitalIds: [row.hospitalId] });
  if (row.revokedAt !== null) throw new Problem('share/revoked');
  if (row.expiresAt <= tx.now) throw new Problem('share/expired');
  const { sessionId, title, startsAt, state, ...facts } = row;
  return { ...facts, session: { id: sessionId, title, startsAt, state } };
}
