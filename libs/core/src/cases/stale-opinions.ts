import type { RecordSection, ShareSection } from '@consilium/contracts';
import { refreshCards } from '../boards/index.js';
import type { Transaction } from '../database/index.js';
import { openObligation } from '../reminders/index.js';
import { caseFacts, type CaseFacts } from './case-facts.js';
import { settleReadiness } from './case-state.js';
import { isEvidence, mayTurnStale, reconfirmDueAt, sharedUnder, type EvidenceSection } from './stale-opinions.rules.js';

interface GivenOpinion {
  id: string;
  revision: number;
  departmentId: string | null;
  participationId: string | null;
  shareId: string | null;
  sessionId: string | null;
  sections: ShareSection[] | null;
  /** Something came after it already, so that it is owed anew. */
  isStale: boolean;
}

// An opinion under a share counts as long as the share is open: nobody else may answer again.
const GIVEN = `
  SELECT o.id, o.revision, p.department_id AS "departmentId", o.participation_id AS "participationId", o.share_id AS "shareId", s.session_id AS "sessionId",
    s.sections, EXISTS (SELECT FROM opinion_evidence e WHERE e.opinion_id = o.id AND e.after_revision = o.revision) AS "isStale"
  FROM opinions o LEFT JOIN participations p ON p.id = o.participation_id LEFT JOIN shares s ON s.id = o.share_id
  WHERE o.round_id = $1 AND o.revision > 0
    AND (p.state IN ('GIVEN', 'STALE') OR (s.revoked_at IS NULL AND s.expires_at > $2)) ORDER BY o.id`;

/**
 * To be called in the transaction in which a part of the record comes to say something new, not where the same is written again. Every opinion
 * given in the present round is then to be confirmed again or revised: it counts as owed, and its people are told which part changed. Parts on which opinions do not
 * rest change nothing. Returns how many opinions it concerned.
 */
export async function markOpinionsStale(tx: Transaction, caseId: string, section: RecordSection): Promise<number> {
  if (!isEvidence(section)) return 0;
  const facts = await caseFacts(tx, { id: caseId });
  if (!mayTurnStale(facts)) return 0;
  const given = (await tx.query<GivenOpinion>(GIVEN, [facts.roundId, tx.now])).filter(
    ({ sections }) => sections === null || sections.includes(sharedUnder[section]),
  );
  if (given.length === 0) return 0;
  const dueAt = reconfirmDueAt(tx.now, await sessionStart(tx, facts.roundId));
  for (const opinion of given) await markStale(tx, facts, opinion, section, dueAt);
  await settleReadiness(tx, caseId);
  await refreshCards(tx, caseId);
  return given.length;
}

async function sessionStart(tx: Transaction, roundId: string): Promise<Date | null> {
  const session = await tx.maybeOne<{ startsAt: Date }>(
    `SELECT s.starts_at AS "startsAt" FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id
     WHERE i.round_id = $1 AND i.state <> 'DEFERRED' AND s.state <> 'CANCELLED' LIMIT 1`,
    [roundId],
  );
  return session?.startsAt ?? null;
}

async function markStale(
  tx: Transaction,
  facts: CaseFacts,
  opinion: GivenOpinion,
  section: EvidenceSection,
  dueAt: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO opinion_evidence (id, opinion_id, after_revision, section, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [tx.newId(), opinion.id, opinion.revision, section, tx.now, tx.actor.personId],
  );
  await tx.audit({
    action: 'opinion.stale',
    objectKind: 'opinion',
    objectId: opinion.id,
    caseId: facts.id,
    detail: { section, revision: opinion.revision },
  });
  // What is owed already keeps its time: more news is no reason for more of it.
  if (opinion.isStale) return;
  const owed = { hospitalId: facts.hospitalId, caseId: facts.id, dueAt };
  if (opinion.participationId !== null && opinion.departmentId !== null) {
    await tx.query(`UPDATE participations SET state = 'STALE', due_at = $2 WHERE id = $1`, [
      opinion.participationId,
      dueAt,
    ]);
    await openObligation(tx, {
      ...owed,
      kind: 'OPINION',
      subjectId: opinion.participationId,
      departmentId: opinion.departmentId,
    });
  } else if (opinion.shareId !== null) {
    await openObligation(tx, {
      ...owed,
      kind: 'REMOTE_OPINION',
      subjectId: opinion.shareId,
      shareId: opinion.shareId,
      ...(opinion.sessionId !== null && { sessionId: opinion.sessionId }),
    });
  }
}
