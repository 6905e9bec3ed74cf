import { randomInt } from 'node:crypto';
import type { ShareSection } from '@consilium/contracts';
import { personOf } from '../access/index.js';
import { latestConsent, type ConsentFacts } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { Problem, type FieldRefusal } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { openObligation } from '../reminders/index.js';
import { agreementInForce } from './agreements.js';
import { accessUntil, expiryWithin, inOrder, PX_LENGTHS, pxCodeOf, remoteOpinionDueAt } from './sharing.rules.js';

/** Codes tried of one length before a longer one is taken: with four characters there are 810,000. */
const TRIES_OF_ONE_LENGTH = 8;

export interface NewShare {
  caseId: string;
  roundId: string;
  /** Hospital of the case. */
  hostHospitalId: string;
  /** Hospital that is to see it. */
  hospitalId: string;
  session: { id: string; startsAt: Date; endsAt: Date };
  /** What goes with it. */
  sections: readonly ShareSection[];
  /** Where the hospital stands in what was asked, for refusals. */
  field: string;
}

/** Why a case may not be shared for want of the patient's consent. */
const NO_CONSENT = {
  EXPIRED: ['consent/expired', 'consent-expired'],
  WITHDRAWN: ['consent/withdrawn', 'consent-withdrawn'],
  MISSING: ['consent/missing', 'consent-missing'],
} as const;

/** The consent in force; throws `consent/missing`, `consent/expired` or `consent/withdrawn`, naming the field. */
export async function consentInForce(
  tx: Transaction,
  caseId: string,
  today: string,
  field: string,
): Promise<ConsentFacts> {
  const consent = await latestConsent(tx, caseId, today);
  if (consent?.state === 'IN_FORCE') return consent;
  const [problem, code] = NO_CONSENT[consent?.state ?? 'MISSING'];
  const errors: FieldRefusal[] = [{ field, code }];
  throw new Problem(problem, {}, { errors });
}

/**
 * Shares a case, de-identified, with another hospital for one session, under a new code, and asks that hospital for its opinion. Refused
 * without the patient's consent in force and without an agreement valid both now and on the day of the session (`partnership/invalid`).
 * It lasts until two days after the session, or as long as agreement and consent do. Happens in the caller's transaction; the caller
 * refreshes the cards.
 */
export async function shareCase(tx: Transaction, share: NewShare): Promise<{ shareId: string; pxCode: string }> {
  const timeZone = await campusZone(tx, share.hostHospitalId);
  const today = campusDay(tx.now, timeZone);
  const consent = await consentInForce(tx, share.caseId, today, share.field);
  await agreementInForce(tx, share.hostHospitalId, share.hospitalId, today);
  const sessionDay = campusDay(share.session.startsAt, timeZone);
  const agreement = await agreementInForce(tx, share.hostHospitalId, share.hospitalId, sessionDay);
  const opinionDueAt = remoteOpinionDueAt(tx.now, share.session.startsAt);
  const expiresAt = expiryWithin(accessUntil(share.session.endsAt), {
    agreementNo: agreement.agreementNo,
    agreementEndsOn: agreement.endsOn,
    consentEndsOn: consent.endsOn,
    timeZone,
  });
  const sections = inOrder(share.sections);
  const under = { partnershipId: agreement.id, consentId: consent.id, opinionDueAt, expiresAt, sections };
  const { shareId, pxCode } = await insertUnderNewCode(tx, share, under);
  await tx.audit({
    action: 'case.shared',
    objectKind: 'share',
    objectId: shareId,
    caseId: share.caseId,
    detail: {
      px: pxCode,
      hospitalId: share.hospitalId,
      sessionId: share.session.id,
      consentId: consent.id,
      partnershipId: agreement.id,
    },
    after: { sections, expiresAt },
  });
  await askForOpinion(tx, { shareId, ...share, sessionId: share.session.id, opinionDueAt });
  await tx.announce('share', pxCode);
  return { shareId, pxCode };
}

interface Terms {
  partnershipId: string;
  consentId: string;
  opinionDueAt: Date;
  expiresAt: Date;
  sections: ShareSection[];
}

async function insertUnderNewCode(
  tx: Transaction,
  share: NewShare,
  under: Terms,
): Promise<{ shareId: string; pxCode: string }> {
  for (let length = PX_LENGTHS.least; length <= PX_LENGTHS.most; length += 1) {
    for (let attempt = 0; attempt < TRIES_OF_ONE_LENGTH; attempt += 1) {
      const shareId = tx.newId();
      const pxCode = pxCodeOf(randomInt, length);
      const inserted = await tx.maybeOne<{ id: string }>(
        `INSERT INTO shares (id, case_id, round_id, session_id, hospital_id, partnership_id, consent_id, px_code, opinion_due_at, expires_at, created_at, created_by, sections, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $11) ON CONFLICT ON CONSTRAINT ux_shares_px_code DO NOTHING RETURNING id`,
        [
          shareId,
          share.caseId,
          share.roundId,
          share.session.id,
          share.hospitalId,
          under.partnershipId,
          under.consentId,
          pxCode,
          under.opinionDueAt,
          under.expiresAt,
          tx.now,
          personOf(tx.actor),
          under.sections,
        ],
      );
      if (inserted) return { shareId, pxCode };
    }
  }
  throw new Error('no free share code was found');
}

/** Opens what the other hospital owes, or moves it. */
export function askForOpinion(
  tx: Transaction,
  of: { shareId: string; caseId: string; hostHospitalId: string; sessionId: string; opinionDueAt: Date },
): Promise<void> {
  return openObligation(tx, {
    kind: 'REMOTE_OPINION',
    subjectId: of.shareId,
    hospitalId: of.hostHospitalId,
    dueAt: of.opinionDueAt,
    caseId: of.caseId,
    sessionId: of.sessionId,
    shareId: of.shareId,
  });
}

/**
 * Moves due times and access with a session that moved, under the agreement of its new day. An end that somebody set stays, as far as agreement
 * and consent reach. Hospitals that have given their opinion owe none.
 */
export async function moveShares(
  tx: Transaction,
  session: { id: string; hostHospitalId: string; startsAt: Date; endsAt: Date },
): Promise<void> {
  const timeZone = await campusZone(tx, session.hostHospitalId);
  const opinionDueAt = remoteOpinionDueAt(tx.now, session.startsAt);
  const shares = await tx.query<Movable>(
    `SELECT s.id, s.px_code AS "pxCode", s.case_id AS "caseId", s.expires_at AS "expiresAt", s.expiry_by_hand AS "expiryByHand",
       a.id AS "partnershipId", a.agreement_no AS "agreementNo", a.valid_to::text AS "agreementEndsOn", n.ends_on::text AS "consentEndsOn",
       EXISTS (SELECT FROM obligations o WHERE o.kind = 'REMOTE_OPINION' AND o.state = 'OPEN' AND o.subject_id = s.id) AS "owesOpinion"
     FROM shares s JOIN session_hospitals l ON l.session_id = s.session_id AND l.hospital_id = s.hospital_id
       JOIN partnerships a ON a.id = l.partnership_id JOIN consents n ON n.id = s.consent_id
     WHERE s.session_id = $1 AND s.revoked_at IS NULL FOR NO KEY UPDATE OF s`,
    [session.id],
  );
  for (const share of shares) {
    const usual = share.expiryByHand ? share.expiresAt : accessUntil(session.endsAt);
    const expiresAt = expiryWithin(usual, { ...share, timeZone });
    await tx.query(
      `UPDATE shares SET opinion_due_at = $2, expires_at = $3, partnership_id = $4, version = version + 1, updated_at = $5, updated_by = $6 WHERE id = $1`,
      [share.id, opinionDueAt, expiresAt, share.partnershipId, tx.now, tx.actor.personId],
    );
    if (share.owesOpinion)
      await askForOpinion(tx, {
        shareId: share.id,
        caseId: share.caseId,
        hostHospitalId: session.hostHospitalId,
        sessionId: session.id,
        opinionDueAt,
      });
  }
  await tx.announce('share', ...shares.map(({ pxCode }) => pxCode));
}

interface Movable {
  id: string;
  pxCode: string;
  caseId: string;
  expiresAt: Date;
  expiryByHand: boolean;
  partnershipId: string;
  agreementNo: string;
  agreementEndsOn: string;
  consentEndsOn: string | null;
  owesOpinion: boolean;
}
