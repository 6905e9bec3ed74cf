import { Injectable } from '@nestjs/common';
import type { InputOf, AnswerOf, shareEndpoints, ShareSection } from '@consilium/contracts';
import { authorise, authoriseSight, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, Problem, refuseFields } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { agreementInForce } from './agreements.js';
import { endShares } from './ending-shares.js';
import { askForOpinion, consentInForce } from './shares.js';
import { inOrder, refusedExpiry, refusedSections, widening } from './sharing.rules.js';

interface Held {
  id: string;
  pxCode: string;
  caseId: string;
  sessionId: string;
  partnerId: string;
  hospitalId: string;
  ownerId: string;
  departmentIds: string[];
  sections: ShareSection[];
  expiresAt: Date;
  opinionDueAt: Date;
  owesOpinion: boolean;
  revokedAt: Date | null;
  consentId: string;
  partnershipId: string;
}

const HELD = `
  SELECT s.id, s.px_code AS "pxCode", s.case_id AS "caseId", s.session_id AS "sessionId", s.hospital_id AS "partnerId", c.hospital_id AS "hospitalId",
    c.owner_id AS "ownerId", s.sections, s.expires_at AS "expiresAt", s.opinion_due_at AS "opinionDueAt", s.revoked_at AS "revokedAt",
    s.consent_id AS "consentId", s.partnership_id AS "partnershipId",
    EXISTS (SELECT FROM obligations o WHERE o.kind = 'REMOTE_OPINION' AND o.state = 'OPEN' AND o.subject_id = s.id) AS "owesOpinion",
    coalesce((SELECT json_agg(DISTINCT p.department_id) FROM participations p JOIN discussion_rounds r ON r.id = p.round_id
      WHERE r.case_id = s.case_id), '[]') AS "departmentIds"
  FROM shares s JOIN cases c ON c.id = s.case_id WHERE s.id = $1 FOR NO KEY UPDATE OF s`;

type Change = InputOf<typeof shareEndpoints.change>['body'];

/** Withdrawing what was shared, and changing what of it is shared and until when. */
@Injectable()
export class ShareChangeService {
  constructor(private readonly database: Database) {}

  /** Withdraws a share at once, with a reason; the other hospital sees nothing of the case from then on. */
  async revoke(actor: Actor, shareId: string, reason: string): Promise<{ revokedAt: string }> {
    return this.database.write(actor, async (tx) => {
      const share = await heldShare(tx, shareId);
      await endShares(tx, { shareId }, reason);
      await refreshCards(tx, share.caseId);
      return { revokedAt: tx.now.toISOString() };
    });
  }

  /**
   * Changes what a share includes and until when. Less is given at once; more, only while the patient's consent holds and an agreement is in
   * force, on both of which the share stands from then on, and no longer than either lasts.
   */
  async change(actor: Actor, shareId: string, wanted: Change): Promise<AnswerOf<typeof shareEndpoints.change>> {
    return this.database.write(actor, async (tx) => {
      const share = await heldShare(tx, shareId);
      const version = await tx.raiseVersion('shares', shareId, wanted.version);
      const missing = refusedSections(wanted.sections);
      if (missing.length > 0) throw refuseFields(...missing);
      const after = { sections: inOrder(wanted.sections), expiresAt: new Date(wanted.expiresAt) };
      if (after.expiresAt <= tx.now) throw refuseFields({ field: 'expiresAt', code: 'in-the-past' });
      const grounds = await groundsFor(tx, share, after);
      const opinionDueAt = after.expiresAt < share.opinionDueAt ? after.expiresAt : share.opinionDueAt;
      const isMoved = after.expiresAt.getTime() !== share.expiresAt.getTime();
      await tx.query(
        `UPDATE shares SET sections = $2, expires_at = $3, expiry_by_hand = expiry_by_hand OR $4, opinion_due_at = $5, consent_id = $6, partnership_id = $7
         WHERE id = $1`,
        [shareId, after.sections, after.expiresAt, isMoved, opinionDueAt, grounds.consentId, grounds.partnershipId],
      );
      await tx.audit({
        action: 'share.changed',
        objectKind: 'share',
        objectId: shareId,
        caseId: share.caseId,
        detail: { px: share.pxCode, hospitalId: share.partnerId },
        before: termsOf(share),
        after: termsOf({ ...after, ...grounds }),
      });
      if (share.owesOpinion && opinionDueAt < share.opinionDueAt)
        await askForOpinion(tx, {
          shareId,
          caseId: share.caseId,
          hostHospitalId: share.hospitalId,
          sessionId: share.sessionId,
          opinionDueAt,
        });
      await refreshCards(tx, share.caseId);
      await tx.announce('share', share.pxCode);
      await tx.announce('session', share.sessionId);
      return { version, sections: after.sections, expiresAt: after.expiresAt.toISOString() };
    });
  }
}

/** A share that this actor may withdraw or change, held until the change is in. */
async function heldShare(tx: Transaction, shareId: string): Promise<Held> {
  const share = await tx.maybeOne<Held>(HELD, [shareId]);
  if (!share) {
    // Who lists shares may know of it without sight of the case.
    const listed = await tx.maybeOne<{ hospitalId: string; ownerId: string }>(
      'SELECT host_hospital_id AS "hospitalId", owner_id AS "ownerId" FROM share_lines WHERE id = $1',
      [shareId],
    );
    if (listed) authorise(tx.actor, 'share:revoke', listed);
    throw notFound();
  }
  authoriseSight(tx.actor, 'case:read', share);
  authorise(tx.actor, 'share:revoke', share);
  if (share.revokedAt !== null) throw new Problem('share/revoked');
  return share;
}

const termsOf = (share: Pick<Held, 'sections' | 'expiresAt' | 'consentId' | 'partnershipId'>) => ({
  sections: share.sections,
  expiresAt: share.expiresAt,
  consentId: share.consentId,
  partnershipId: share.partnershipId,
});

/** On what the share stands after the change; throws where it gives more than it may. */
async function groundsFor(
  tx: Transaction,
  share: Held,
  after: Pick<Held, 'sections' | 'expiresAt'>,
): Promise<{ consentId: string; partnershipId: string }> {
  const wider = widening(share, after);
  if (!wider.sections && !wider.expiry) return { consentId: share.consentId, partnershipId: share.partnershipId };
  const timeZone = await campusZone(tx, share.hospitalId);
  const today = campusDay(tx.now, timeZone);
  const consent = await consentInForce(tx, share.caseId, today, wider.sections ? 'sections' : 'expiresAt');
  const agreement = await agreementInForce(tx, share.hospitalId, share.partnerId, today);
  const refused = refusedExpiry(after.expiresAt, tx.now, {
    agreementNo: agreement.agreementNo,
    agreementEndsOn: agreement.endsOn,
    consentEndsOn: consent.endsOn,
    timeZone,
  });
  if (refused) throw refuseFields(refused);
  return { consentId: consent.id, partnershipId: agreement.id };
}
