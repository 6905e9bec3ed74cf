import { Injectable } from '@nestjs/common';
import type { AnswerOf, caseEndpoints } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { caseFacts, factsForPolicy } from './case-facts.js';
import { IdentitySeal, type SealedIdentity } from './identity-seal.js';

/** The one door to who a patient is. */
@Injectable()
export class PatientIdentityService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  /**
   * Shows the patient's identity, on record. The owner of the case needs no reason, everybody else states one; it is kept with the record
   * and must not itself name the patient.
   */
  async reveal(actor: Actor, caseNo: string, reason: string): Promise<AnswerOf<typeof caseEndpoints.revealIdentity>> {
    return this.database.write(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authorise(actor, 'identity:reveal', factsForPolicy(facts));
      const isOwner = facts.ownerId === actor.personId;
      if (!isOwner && reason === '') throw refuseFields({ field: 'reason', code: 'required' });
      const { sealed, keyId } = await tx.one<{ sealed: Buffer; keyId: string }>(
        'SELECT sealed, key_id AS "keyId" FROM patient_identities WHERE patient_id = $1',
        [facts.patientId],
      );
      const identity = this.seal.open(facts.patientId, sealed, keyId);
      if (names(reason, identity)) throw refuseFields({ field: 'reason', code: 'invalid' });
      await tx.audit({
        action: 'identity.revealed',
        objectKind: 'patient',
        objectId: facts.patientId,
        caseId: facts.id,
        detail: { as: isOwner ? 'OWNER' : 'OTHER', reason },
      });
      return identity;
    });
  }
}

const names = (text: string, { name, identityNo, phone, recordNo }: SealedIdentity): boolean =>
  [name, identityNo, phone, recordNo].some((part) => part !== '' && text.includes(part));
