import { Injectable } from '@nestjs/common';
import type { AnswerOf, caseEndpoints } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { caseFacts, emergencyBehind, factsForPolicy, type CaseFacts } from './case-facts.js';
import { IdentitySeal, type SealedIdentity } from './identity-seal.js';

/** The one door to who a patient is. */
@Injectable()
export class PatientIdentityService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  /**
   * Shows the patient's identity, on record. The owner of the case needs no reason and who opened it in an emergency has given one;
   * everybody else states one. It is kept with the record and must not itself name the patient.
   */
  async reveal(actor: Actor, caseNo: string, reason: string): Promise<AnswerOf<typeof caseEndpoints.revealIdentity>> {
    return this.database.write(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authorise(actor, 'identity:reveal', factsForPolicy(facts));
      const isOwner = facts.ownerId === actor.personId;
      const emergencyAccessId = await emergencyBehind(tx, 'identity:reveal', facts);
      return this.show(tx, facts, {
        as: isOwner ? 'OWNER' : emergencyAccessId === undefined ? 'OTHER' : 'EMERGENCY',
        reason,
        needsReason: !isOwner && emergencyAccessId === undefined,
        ...(emergencyAccessId !== undefined && { emergencyAccessId }),
      });
    });
  }

  /** Shows the identity for a copy that leaves the house. Everybody states a reason, the owner of the case too. */
  async revealForCopy(tx: Transaction, facts: CaseFacts, reason: string): Promise<SealedIdentity> {
    authorise(tx.actor, 'identity:reveal', factsForPolicy(facts));
    return this.show(tx, facts, { as: 'COPY', reason, needsReason: true });
  }

  /** Who the patient is, for taking it out of texts and for nothing else: nobody is shown it. */
  async wordsToHide(tx: Transaction, facts: CaseFacts): Promise<SealedIdentity> {
    authorise(tx.actor, 'identity:reveal', factsForPolicy(facts));
    return this.opened(tx, facts);
  }

  private async show(
    tx: Transaction,
    facts: CaseFacts,
    { needsReason, ...occasion }: Occasion & { needsReason: boolean },
  ): Promise<SealedIdentity> {
    if (needsReason && occasion.reason === '') throw refuseFields({ field: 'reason', code: 'required' });
    const identity = await this.opened(tx, facts);
    if (namesPatient(occasion.reason, identity)) throw refuseFields({ field: 'reason', code: 'invalid' });
    await tx.audit({
      action: 'identity.revealed',
      objectKind: 'patient',
      objectId: facts.patientId,
      caseId: facts.id,
      detail: { ...occasion },
    });
    return identity;
  }

  private async opened(tx: Transaction, { patientId }: CaseFacts): Promise<SealedIdentity> {
    const { sealed, keyId } = await tx.one<{ sealed: Buffer; keyId: string }>(
      'SELECT sealed, key_id AS "keyId" FROM patient_identities WHERE patient_id = $1',
      [patientId],
    );
    return this.seal.open(patientId, sealed, keyId);
  }
}

/** As whom and why somebody looks at an identity, as the log tells it. */
interface Occasion {
  as: 'OWNER' | 'OTHER' | 'EMERGENCY' | 'COPY';
  reason: string;
  emergencyAccessId?: string;
}

/** Whether a text that is kept in the open names the patient. */
export const namesPatient = (text: string, { name, identityNo, phone, recordNo }: SealedIdentity): boolean =>
  [name, identityNo, phone, recordNo].some((part) => part !== '' && text.includes(part));
