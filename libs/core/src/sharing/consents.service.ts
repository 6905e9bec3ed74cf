import { Injectable } from '@nestjs/common';
import type { caseEndpoints, CaseView, InputOf } from '@consilium/contracts';
import { personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { beginChange, latestConsent, refusedConsent, viewCase, type CaseFacts } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { consentChanged } from '../decision-facts/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { endShares } from './ending-shares.js';
import { endOfDay } from './sharing.rules.js';

/**
 * The patient's consent to a remote consult, without which nothing of a case leaves the hospital.
 * Basis: rules on remote medical services (国卫医发〔2018〕25号, annex 3).
 */
@Injectable()
export class ConsentsService {
  constructor(private readonly database: Database) {}

  /**
   * Records a consent. One that has expired, or has a last day, is replaced by it, and shares in force stand on the new one from then on; one
   * that holds until it is withdrawn is not recorded twice (`signedOn`: duplicate).
   */
  async record(
    actor: Actor,
    caseNo: string,
    { version, ...consent }: InputOf<typeof caseEndpoints.recordConsent>['body'],
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'record-consent', version);
      const today = campusDay(tx.now, facts.timeZone);
      const refused = refusedConsent(consent, today);
      if (refused.length > 0) throw refuseFields(...refused);
      const before = await latestConsent(tx, facts.id, today);
      if (before?.state === 'IN_FORCE' && before.endsOn === null)
        throw refuseFields({ field: 'signedOn', code: 'duplicate' });
      const replaced = before?.state === 'WITHDRAWN' ? undefined : before;
      if (replaced) await tx.query('UPDATE consents SET replaced_at = $2 WHERE id = $1', [replaced.id, tx.now]);
      const id = await insertConsent(tx, facts, consent, replaced);
      if (replaced) await moveToConsent(tx, facts, replaced.id, { id, endsOn: consent.endsOn });
      await consentChanged(tx, facts.id);
      return seen(tx, facts);
    });
  }

  /** Records that the patient withdrew the consent: every share that stands on it ends at once. */
  async withdraw(
    actor: Actor,
    caseNo: string,
    { version, reason }: InputOf<typeof caseEndpoints.withdrawConsent>['body'],
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'withdraw-consent', version);
      const consent = await latestConsent(tx, facts.id, campusDay(tx.now, facts.timeZone));
      if (consent === undefined) throw new Problem('consent/missing');
      if (consent.state === 'WITHDRAWN') throw new Problem('consent/withdrawn');
      await tx.query('UPDATE consents SET withdrawn_at = $2, withdrawn_by = $3, withdraw_reason = $4 WHERE id = $1', [
        consent.id,
        tx.now,
        personOf(actor),
        reason,
      ]);
      const ended = await endShares(tx, { consentId: consent.id }, reason);
      await consentChanged(tx, facts.id);
      await tx.audit({
        action: 'consent.withdrawn',
        objectKind: 'consent',
        objectId: consent.id,
        caseId: facts.id,
        detail: { endedShares: ended },
        before: { withdrawnAt: null },
        after: { withdrawnAt: tx.now, reason: fingerprint(reason) },
      });
      return seen(tx, facts);
    });
  }
}

async function insertConsent(
  tx: Transaction,
  facts: CaseFacts,
  consent: Omit<InputOf<typeof caseEndpoints.recordConsent>['body'], 'version'>,
  replaced: { id: string; endsOn: string | null } | undefined,
): Promise<string> {
  const { kind, form, signedBy, signedOn, endsOn } = consent;
  const [relation, reason] = signedBy === 'PATIENT' ? ['', ''] : [consent.relation, consent.reason];
  const id = tx.newId();
  await tx.query(
    `INSERT INTO consents (id, case_id, kind, form, signed_by, signer_relation, signer_reason, signed_on, ends_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, facts.id, kind, form, signedBy, relation, reason, signedOn, endsOn, personOf(tx.actor), tx.now],
  );
  await tx.audit({
    action: 'consent.recorded',
    objectKind: 'consent',
    objectId: id,
    caseId: facts.id,
    ...(replaced && { before: { id: replaced.id, endsOn: replaced.endsOn } }),
    after: {
      id,
      kind,
      form,
      signedBy,
      relation: fingerprint(relation),
      reason: fingerprint(reason),
      signedOn,
      endsOn,
    },
  });
  return id;
}

/** Shares that stood on a consent stand on the one that replaced it, and last no longer than it does. */
async function moveToConsent(
  tx: Transaction,
  facts: CaseFacts,
  replacedId: string,
  to: { id: string; endsOn: string | null },
): Promise<void> {
  const latest = to.endsOn === null ? null : endOfDay(to.endsOn, facts.timeZone);
  const moved = await tx.query<{ id: string; pxCode: string; expiresAt: Date }>(
    `UPDATE shares SET consent_id = $2, expires_at = LEAST(expires_at, $3::timestamptz), version = version + 1, updated_at = $4, updated_by = $5
     WHERE consent_id = $1 AND revoked_at IS NULL AND expires_at > $4 RETURNING id, px_code AS "pxCode", expires_at AS "expiresAt"`,
    [replacedId, to.id, latest, tx.now, tx.actor.personId],
  );
  for (const { id, expiresAt } of moved) {
    await tx.audit({
      action: 'share.changed',
      objectKind: 'share',
      objectId: id,
      caseId: facts.id,
      before: { consentId: replacedId },
      after: { consentId: to.id, expiresAt },
    });
  }
  await tx.announce('share', ...moved.map(({ pxCode }) => pxCode));
}

async function seen(tx: Transaction, { id, caseNo }: CaseFacts): Promise<CaseView> {
  await refreshCards(tx, id);
  return viewCase(tx, caseNo);
}
