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
  /** How many questions the round asks. */
  questions: number;
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
  const share = await tx.maybeOne<
    Pick<ShareFacts, 'id' | 'hospitalId' | 'expiresAt' | 'revokedAt'> & { sessionId: string }
  >(
    `SELECT id, hospital_id AS "hospitalId", session_id AS "sessionId", expires_at AS "expiresAt", revoked_at AS "revokedAt" FROM shares WHERE px_code = $1`,
    [px],
  );
  if (!share) throw notFound();
  authoriseSight(actor, 'remote:read', { sharedHospitalIds: [share.hospitalId], sharedForSessionId: share.sessionId });
  if (share.revokedAt !== null) throw new Problem('share/revoked');
  if (share.expiresAt <= tx.now) throw new Problem('share/expired');
  const { sessionId, title, startsAt, state, ...facts } = await tx.one<
    Omit<ShareFacts, 'session'> & { sessionId: string; title: string; startsAt: Date; state: SessionState }
  >(
    `SELECT h.id, h.px_code AS px, h.case_id AS "caseId", c.patient_id AS "patientId", h.round_id AS "roundId", c.round_closed AS "roundClosed",
       cardinality(c.questions) AS questions, h.consent_id AS "consentId", h.hospital_id AS "hospitalId", c.host_hospital_id AS "hostHospitalId",
       coalesce((SELECT k.time_zone FROM campuses k WHERE k.hospital_id = c.host_hospital_id ORDER BY k.id LIMIT 1), 'Asia/Shanghai') AS "timeZone",
       h.opinion_due_at AS "opinionDueAt", h.expires_at AS "expiresAt", h.revoked_at AS "revokedAt",
       s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.state
     FROM shares h JOIN shared_records c ON c.share_id = h.id JOIN consult_sessions s ON s.id = h.session_id WHERE h.id = $1`,
    [share.id],
  );
  return { ...facts, session: { id: sessionId, title, startsAt, state } };
}
