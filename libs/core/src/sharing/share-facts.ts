import type { SessionState, ShareSection } from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';

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
  partnershipId: string;
  sections: ShareSection[];
  hospitalId: string;
  hostHospitalId: string;
  timeZone: string;
  opinionDueAt: Date;
  expiresAt: Date;
  session: { id: string; title: string; startsAt: Date; state: SessionState };
}

/**
 * The share behind a code, for someone of the hospital it was made for and as long as it is in force; to everyone else, and from the instant at
 * which it ends, it does not exist. Held until the transaction ends: what ends it meanwhile waits, or was first.
 */
export async function openShare(tx: Transaction, actor: Actor, px: string): Promise<ShareFacts> {
  const share = await tx.maybeOne<{ id: string; hospitalId: string; sessionId: string }>(
    `SELECT id, hospital_id AS "hospitalId", session_id AS "sessionId" FROM shares
     WHERE px_code = $1 AND revoked_at IS NULL AND expires_at > $2 FOR SHARE`,
    [px, tx.now],
  );
  if (!share) throw notFound();
  authoriseSight(actor, 'remote:read', { sharedHospitalIds: [share.hospitalId], sharedForSessionId: share.sessionId });
  const { sessionId, title, startsAt, state, ...facts } = await tx.one<
    Omit<ShareFacts, 'session'> & { sessionId: string; title: string; startsAt: Date; state: SessionState }
  >(
    `SELECT h.id, h.px_code AS px, h.case_id AS "caseId", c.patient_id AS "patientId", h.round_id AS "roundId", c.round_closed AS "roundClosed",
       cardinality(c.questions) AS questions, h.consent_id AS "consentId", h.partnership_id AS "partnershipId", h.sections,
       h.hospital_id AS "hospitalId", c.host_hospital_id AS "hostHospitalId", hospital_zone(c.host_hospital_id) AS "timeZone",
       h.opinion_due_at AS "opinionDueAt", h.expires_at AS "expiresAt", s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.state
     FROM shares h JOIN shared_records c ON c.share_id = h.id JOIN consult_sessions s ON s.id = h.session_id WHERE h.id = $1`,
    [share.id],
  );
  return { ...facts, session: { id: sessionId, title, startsAt, state } };
}
