import { randomInt } from 'node:crypto';
import { personOf } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { accessUntil, PX_LENGTHS, pxCodeOf, remoteOpinionDueAt } from './sharing.rules.js';

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
}

/**
 * The agreement under which two hospitals may link on a day (YYYY-MM-DD): the one valid longest. Throws `partnership/invalid` naming the
 * hospital. Basis: remote consults need an agreement of the institutions (远程医疗服务管理规范（试行）).
 */
export async function agreementOn(
  tx: Transaction,
  hostHospitalId: string,
  hospitalId: string,
  day: string,
): Promise<string> {
  const row = await tx.one<{ zh: string; en: string; agreementId: string | null }>(
    `SELECT h.name_zh AS zh, h.name_en AS en,
       (SELECT a.id FROM partnerships a WHERE a.host_hospital_id = $1 AND a.partner_hospital_id = h.id
          AND a.valid_from <= $3::date AND a.valid_to >= $3::date ORDER BY a.valid_to DESC LIMIT 1) AS "agreementId"
     FROM hospitals h WHERE h.id = $2`,
    [hostHospitalId, hospitalId, day],
  );
  if (row.agreementId === null) throw new Problem('partnership/invalid', { hospital: { zh: row.zh, en: row.en } });
  return row.agreementId;
}

/**
 * Shares a case, de-identified, with another hospital for one session, under a new code, and asks that hospital for its opinion. Refused
 * without the patient's consent in force (`consent/missing`) and without an agreement valid both now and on the day of the session
 * (`partnership/invalid`). Happens in the caller's transaction; the caller refreshes the cards.
 */
export async function shareCase(tx: Transaction, share: NewShare): Promise<{ shareId: string; pxCode: string }> {
  const consent = await tx.maybeOne<{ id: string }>(
    `SELECT id FROM consents WHERE case_id = $1 AND kind = 'TELEMEDICINE' AND withdrawn_at IS NULL`,
    [share.caseId],
  );
  if (!consent) throw new Problem('consent/missing');
  const timeZone = await campusZone(tx, share.hostHospitalId);
  await agreementOn(tx, share.hostHospitalId, share.hospitalId, campusDay(tx.now, timeZone));
  const sessionDay = campusDay(share.session.startsAt, timeZone);
  const partnershipId = await agreementOn(tx, share.hostHospitalId, share.hospitalId, sessionDay);
  const opinionDueAt = remoteOpinionDueAt(tx.now, share.session.startsAt);
  const { shareId, pxCode } = await insertUnderNewCode(tx, share, {
    partnershipId,
    consentId: consent.id,
    opinionDueAt,
  });
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
      partnershipId,
    },
  });
  await askForOpinion(tx, { shareId, ...share, sessionId: share.session.id, opinionDueAt });
  await tx.announce('share', pxCode);
  return { shareId, pxCode };
}

async function insertUnderNewCode(
  tx: Transaction,
  share: NewShare,
  under: { partnershipId: string; consentId: string; opinionDueAt: Date },
): Promise<{ shareId: string; pxCode: string }> {
  for (let length = PX_LENGTHS.least; length <= PX_LENGTHS.most; length += 1) {
    for (let attempt = 0; attempt < TRIES_OF_ONE_LENGTH; attempt += 1) {
      const shareId = tx.newId();
      const pxCode = pxCodeOf(randomInt, length);
      const inserted = await tx.maybeOne<{ id: string }>(
        `INSERT INTO shares (id, case_id, round_id, session_id, hospital_id, partnership_id, consent_id, px_code, opinion_due_at, expires_at, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT ON CONSTRAINT ux_shares_px_code DO NOTHING RETURNING id`,
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
          accessUntil(share.session.endsAt),
          tx.now,
          personOf(tx.actor),
        ],
      );
      if (inserted) return { shareId, pxCode };
    }
  }
  throw new Error('no free share code was found');
}

function askForOpinion(
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
 * Withdraws shares still in force at once, all of a session, of a case in it, or a single one, and what was owed under them. Opinions given
 * stay with the round.
 */
export async function endShares(
  tx: Transaction,
  which: { sessionId?: string; caseId?: string; shareId?: string },
  reason: string,
): Promise<void> {
  if (!which.sessionId && !which.caseId && !which.shareId) throw new Error('ending shares needs to say which');
  const ended = await tx.query<{ id: string; pxCode: string; caseId: string; hospitalId: string }>(
    `UPDATE shares SET revoked_at = $1, revoked_by = $2, revoke_reason = $3
     WHERE revoked_at IS NULL AND ($4::uuid IS NULL OR session_id = $4) AND ($5::uuid IS NULL OR case_id = $5) AND ($6::uuid IS NULL OR id = $6)
     RETURNING id, px_code AS "pxCode", case_id AS "caseId", hospital_id AS "hospitalId"`,
    [tx.now, personOf(tx.actor), reason, which.sessionId ?? null, which.caseId ?? null, which.shareId ?? null],
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
}

/** Moves due times and access with a session that moved. Hospitals that have given their opinion owe none. */
export async function moveShares(
  tx: Transaction,
  session: { id: string; hostHospitalId: string; startsAt: Date; endsAt: Date },
): Promise<void> {
  const opinionDueAt = remoteOpinionDueAt(tx.now, session.startsAt);
  const moved = await tx.query<{ id: string; pxCode: string; caseId: string }>(
    `UPDATE shares SET opinion_due_at = $2, expires_at = $3 WHERE session_id = $1 AND revoked_at IS NULL
     RETURNING id, px_code AS "pxCode", case_id AS "caseId"`,
    [session.id, opinionDueAt, accessUntil(session.endsAt)],
  );
  const owed = await tx.query<{ shareId: string }>(
    `SELECT share_id AS "shareId" FROM obligations WHERE kind = 'REMOTE_OPINION' AND state = 'OPEN' AND subject_id = ANY ($1::uuid[])`,
    [moved.map(({ id }) => id)],
  );
  for (const share of moved.filter(({ id }) => owed.some(({ shareId }) => shareId === id))) {
    await askForOpinion(tx, {
      shareId: share.id,
      caseId: share.caseId,
      hostHospitalId: session.hostHospitalId,
      sessionId: session.id,
      opinionDueAt,
    });
  }
  await tx.announce('share', ...moved.map(({ pxCode }) => pxCode));
}
