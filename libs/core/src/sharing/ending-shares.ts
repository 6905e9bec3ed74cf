import { authorise, personOf } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import type { Transaction } from '../database/index.js';
import { closeObligation } from '../reminders/index.js';

/** Which shares end: all of a session, of a case in it, of a consent, or a single one. */
export interface WhichShares {
  sessionId?: string;
  caseId?: string;
  consentId?: string;
  shareId?: string;
}

interface Ended {
  id: string;
  pxCode: string;
  caseId: string;
  sessionId: string;
  hospitalId: string;
}

/**
 * Withdraws shares that were not withdrawn yet, at once, and what was owed under them; says how many of them were in force. Opinions given
 * stay with the round. The caller refreshes the cards.
 */
export async function endShares(tx: Transaction, which: WhichShares, reason: string): Promise<number> {
  const { sessionId, caseId, consentId, shareId } = which;
  if (!sessionId && !caseId && !consentId && !shareId) throw new Error('ending shares needs to say which');
  const ended = await tx.query<Ended & { wasOpen: boolean }>(
    `UPDATE shares SET revoked_at = $1, revoked_by = $2, revoke_reason = $3, version = version + 1, updated_at = $1, updated_by = $2
     WHERE revoked_at IS NULL AND ($4::uuid IS NULL OR session_id = $4) AND ($5::uuid IS NULL OR case_id = $5)
       AND ($6::uuid IS NULL OR consent_id = $6) AND ($7::uuid IS NULL OR id = $7)
     RETURNING id, px_code AS "pxCode", case_id AS "caseId", session_id AS "sessionId", hospital_id AS "hospitalId", expires_at > $1 AS "wasOpen"`,
    [tx.now, personOf(tx.actor), reason, sessionId ?? null, caseId ?? null, consentId ?? null, shareId ?? null],
  );
  for (const share of ended) {
    await closeObligation(tx, 'REMOTE_OPINION', share.id, 'CANCELLED');
    await tx.audit({
      action: 'share.ended',
      objectKind: 'share',
      objectId: share.id,
      caseId: share.caseId,
      detail: { px: share.pxCode, hospitalId: share.hospitalId },
      before: { revokedAt: null },
      after: { revokedAt: tx.now, reason: fingerprint(reason) },
    });
  }
  await tx.announce('share', ...ended.map(({ pxCode }) => pxCode));
  await tx.announce('session', ...new Set(ended.map((share) => share.sessionId)));
  return ended.filter(({ wasOpen }) => wasOpen).length;
}

/**
 * Ends, at once, every share in force that was made under an agreement which ends; says how many. Where only its term was shortened, to
 * `termEnd`, those for sessions that begin later end, and the others last no longer than it does. For who manages agreements: they need no
 * sight of the cases, and are shown none; they must hold `share:list`, by which the shares are found.
 */
export async function endSharesUnder(
  tx: Transaction,
  partnershipId: string,
  reason: string,
  termEnd?: Date,
): Promise<number> {
  authorise(tx.actor, 'share:list', { hospitalId: tx.actor.hospitalId });
  const open = await tx.query<{ id: string; caseId: string; isOver: boolean }>(
    `SELECT id, case_id AS "caseId", $3::timestamptz IS NULL OR session_starts_at >= $3 AS "isOver" FROM share_lines
     WHERE partnership_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND ($3::timestamptz IS NULL OR expires_at > $3) ORDER BY id`,
    [partnershipId, tx.now, termEnd ?? null],
  );
  for (const { id, caseId, isOver } of open) {
    await tx.asCaseKeeper(caseId, async () => {
      if (isOver || termEnd === undefined || termEnd <= tx.now) await endShares(tx, { shareId: id }, reason);
      else await cutShare(tx, id, termEnd);
      await refreshCards(tx, caseId);
    });
  }
  return open.filter(({ isOver }) => isOver).length;
}

async function cutShare(tx: Transaction, shareId: string, until: Date): Promise<void> {
  const before = await tx.one<{ expiresAt: Date }>('SELECT expires_at AS "expiresAt" FROM shares WHERE id = $1', [
    shareId,
  ]);
  const share = await tx.one<{ pxCode: string; caseId: string }>(
    `UPDATE shares SET expires_at = $2, version = version + 1, updated_at = $3, updated_by = $4 WHERE id = $1
     RETURNING px_code AS "pxCode", case_id AS "caseId"`,
    [shareId, until, tx.now, tx.actor.personId],
  );
  await tx.audit({
    action: 'share.changed',
    objectKind: 'share',
    objectId: shareId,
    caseId: share.caseId,
    before: { ...before },
    after: { expiresAt: until },
  });
  await tx.announce('share', share.pxCode);
}
