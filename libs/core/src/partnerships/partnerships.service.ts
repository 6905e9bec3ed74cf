import { Injectable } from '@nestjs/common';
import type { ManagedPartnerships, PartnershipPlan, PartnershipScope } from '@consilium/contracts';
import { DateTime } from 'luxon';
import { personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { ConstraintViolation, Problem, refuseFields } from '../errors/index.js';
import { campusZone, holdRow, hostFor, Partnership } from '../organisations/index.js';
import { endSharesUnder } from '../sharing/index.js';
import { coversSharing } from './partnership.rules.js';
import { partnershipsView, sharesInForce, todayAt } from './partnerships-view.js';

type Terms = Omit<PartnershipPlan, 'hospitalId'>;
interface PartnershipRow extends Omit<Terms, 'scopes'> {
  scopes: PartnershipScope[];
  agreementNo: string;
  endedAt: Date | null;
}

const PARTNERSHIP = `agreement_no AS "agreementNo", scopes, scope_note AS "scopeNote", valid_from::text AS "validFrom", valid_to::text AS "validTo",
  liability_note AS "liabilityNote", ended_at AS "endedAt"`;

/** What the log keeps of an agreement: its notes as fingerprints. */
const onRecord = ({ agreementNo, scopes, validFrom, validTo, scopeNote, liabilityNote }: Terms) => ({
  agreementNo,
  scopes,
  validFrom,
  validTo,
  scopeNote: fingerprint(scopeNote),
  liabilityNote: fingerprint(liabilityNote),
});

/** Agreements between the host and other hospitals; sharing and linked sessions need one in force that covers them. */
@Injectable()
export class PartnershipsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<ManagedPartnerships> {
    return this.database.list(actor, { action: 'partnership.listed', objectKind: 'partnership' }, async (tx) =>
      partnershipsView(tx, await hostFor(tx, actor, 'organisation:read')),
    );
  }

  /** Adds an agreement with another hospital. A number in use, a hospital that is none, and an end before the beginning are refused. */
  async add(actor: Actor, plan: PartnershipPlan): Promise<ManagedPartnerships> {
    return this.changing(actor, async (tx, hostId) => {
      const partner = await tx.maybeOne('SELECT 1 AS one FROM hospitals WHERE id = $1 AND NOT is_host', [
        plan.hospitalId,
      ]);
      if (!partner) throw refuseFields({ field: 'hospitalId', code: 'unknown' });
      const terms = checkedTerms(plan);
      const id = tx.newId();
      await tx.insert(Partnership, {
        id,
        hostHospitalId: hostId,
        partnerHospitalId: plan.hospitalId,
        ...terms,
        updatedAt: tx.now,
        updatedBy: personOf(actor),
      });
      await tx.audit({
        action: 'partnership.added',
        objectKind: 'partnership',
        objectId: id,
        after: { hospitalId: plan.hospitalId, ...onRecord(terms) },
      });
    });
  }

  /**
   * Changes an agreement that was not ended (`partnership/ended`). What is shared under it and not covered any more — it is not valid today, has
   * lost linked sessions, or ends before the session — ends at once.
   */
  async change(actor: Actor, id: string, plan: Terms & { version: number }): Promise<ManagedPartnerships> {
    return this.changing(actor, async (tx, hostId) => {
      const before = await holdRow<PartnershipRow>(tx, 'partnerships', { id, version: plan.version }, PARTNERSHIP);
      if (before.endedAt !== null) throw new Problem('partnership/ended');
      const terms = checkedTerms(plan);
      await tx.query(
        `UPDATE partnerships SET agreement_no = $2, scopes = $3, scope_note = $4, valid_from = $5, valid_to = $6, liability_note = $7 WHERE id = $1`,
        [id, terms.agreementNo, terms.scopes, terms.scopeNote, terms.validFrom, terms.validTo, terms.liabilityNote],
      );
      const sharesEnded = await this.endUncovered(tx, hostId, id, terms);
      await tx.audit({
        action: 'partnership.changed',
        objectKind: 'partnership',
        objectId: id,
        before: onRecord(before),
        after: onRecord(terms),
        detail: { sharesEnded },
      });
    });
  }

  /**
   * Ends an agreement before its time, and everything shared under it, at once and for good. The person must have been told how much is shared
   * (`organisation/in-use` where it is more by now).
   */
  async end(
    actor: Actor,
    id: string,
    { version, reason, ...told }: { version: number; reason: string; sharesInForce: number },
  ): Promise<ManagedPartnerships> {
    return this.changing(actor, async (tx) => {
      const before = await holdRow<PartnershipRow>(tx, 'partnerships', { id, version }, PARTNERSHIP);
      if (before.endedAt !== null) throw new Problem('partnership/ended');
      const { count } = await tx.one<{ count: number }>(sharesInForce('$1', '$2'), [id, tx.now]);
      if (count > told.sharesInForce)
        throw new Problem('organisation/in-use', {
          what: { zh: `现有 ${count} 例共享`, en: `${count} cases are shared` },
        });
      await tx.query('UPDATE partnerships SET ended_at = $2, ended_by = $3, end_reason = $4 WHERE id = $1', [
        id,
        tx.now,
        personOf(actor),
        reason,
      ]);
      const sharesEnded = await endSharesUnder(tx, id, reason);
      await tx.audit({
        action: 'partnership.ended',
        objectKind: 'partnership',
        objectId: id,
        before: { endedAt: null },
        after: { endedAt: tx.now, reason: fingerprint(reason) },
        detail: { sharesEnded },
      });
    });
  }

  private async endUncovered(tx: Transaction, hostId: string, id: string, terms: Terms): Promise<number> {
    const reason = `合作协议 ${terms.agreementNo} 变更，不再涵盖此共享 / No longer covered by agreement ${terms.agreementNo}`;
    if (!coversSharing({ ...terms, isEnded: false }, await todayAt(tx, hostId))) return endSharesUnder(tx, id, reason);
    const zone = await campusZone(tx, hostId);
    const dayAfter = DateTime.fromISO(terms.validTo, { zone }).plus({ days: 1 }).toJSDate();
    return endSharesUnder(tx, id, reason, dayAfter);
  }

  private async changing(
    actor: Actor,
    work: (tx: Transaction, hostId: string) => Promise<void>,
  ): Promise<ManagedPartnerships> {
    try {
      return await this.database.write(actor, async (tx) => {
        const hostId = await hostFor(tx, actor, 'organisation:manage');
        await work(tx, hostId);
        await tx.announce('directory', hostId);
        return partnershipsView(tx, hostId);
      });
    } catch (error) {
      if (error instanceof ConstraintViolation && error.constraint === 'ux_partnerships_agreement_no')
        throw refuseFields({ field: 'agreementNo', code: 'duplicate' });
      throw error;
    }
  }
}

function checkedTerms({ agreementNo, scopes, scopeNote, validFrom, validTo, liabilityNote }: Terms): Terms {
  if (validTo < validFrom) throw refuseFields({ field: 'validTo', code: 'before-start' });
  return { agreementNo, scopes: [...new Set(scopes)], scopeNote, validFrom, validTo, liabilityNote };
}
