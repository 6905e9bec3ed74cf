import { Injectable } from '@nestjs/common';
import type { AnswerOf, caseEndpoints } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { caseFacts, emergencyBehind, factsForPolicy } from './case-facts.js';
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
      if (!isOwner && emergencyAccessId === undefined && reason === '')
        throw refuseFields({ field: 'reason', code: 'required' });
      const { sealed, keyId } = await tx.one<{ sealed: Buffer; keyId: string }>(
        'SELECT sealed, key_id AS "keyId" FROM patient_identities WHERE patient_id = $1',
        [facts.patientId],
      );
      const identity = this.seal.open(facts.patientId, sealed, keyId);
      if (namesPatient(reason, identity)) throw refuseFields({ field: 'reason', code: 'invalid' });
      await tx.audit({
        action: 'identity.revealed',
        objectKind: 'patient',
        objectId: facts.patientId,
        caseId: facts.id,
        detail: {
          as: isOwner ? 'OWNER' : emergencyAccessId === undefined ? 'OTHER' : 'EMERGENCY',
          reason,
          ...(emergencyAccessId !== undefined && { emergencyAccessId }),
        },
      });
      return identity;
    });
  }
}

/** Whether a text that is kept in the open names the patient. */
export const namesPatient = (text: string, { name, identityNo, phone, recordNo }: SealedIdentity): boolean =>
  [name, identityNo, phone, recordNo].some((part) => part !== '' && text.includes(part));
