import { Injectable } from '@nestjs/common';
import type { PatientIdentity as Identity } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { IdentitySeal } from './identity-seal.js';
import { maskedName } from './masked-name.rules.js';
import { PatientIdentity } from './patient-identity.entity.js';
import { Patient } from './patient.entity.js';

/** Constraint that two registrations of one identity number at the same moment run into. */
export const ONE_PATIENT_PER_NUMBER = 'ux_patient_identities_no';

export interface FoundPatient {
  id: string;
  isNew: boolean;
}

/** Patients of a hospital, found by identity number without the number being readable anywhere. */
@Injectable()
export class PatientRegistry {
  constructor(private readonly seal: IdentitySeal) {}

  /**
   * The patient with this identity number, registered now if there is none. Throws `patient/identity-conflict` where the number belongs to
   * somebody of another name. Of a known patient only this is told, by hash: `renew` is for who has opened a case of theirs.
   */
  async findOrRegister(tx: Transaction, hospitalId: string, identity: Identity): Promise<FoundPatient> {
    const known = await tx.maybeOne<{ patientId: string; nameHash: Buffer; keyId: string }>(
      `SELECT patient_id AS "patientId", name_hash AS "nameHash", key_id AS "keyId" FROM patient_with_number($1, $2)`,
      [hospitalId, this.seal.identityNoHashes(identity.identityNo)],
    );
    if (!known) return { id: await this.register(tx, hospitalId, identity), isNew: true };
    if (!known.nameHash.equals(this.seal.nameHash(identity.name, known.keyId)))
      throw new Problem('patient/identity-conflict');
    return { id: known.patientId, isNew: false };
  }

  /** A known patient keeps the record; telephone, record number and day of birth become those stated last. */
  async renew(tx: Transaction, patientId: string, identity: Identity): Promise<void> {
    await tx.query(
      'UPDATE patient_identities SET sealed = $2, key_id = $3, identity_no_hash = $4, name_hash = $5 WHERE patient_id = $1',
      [
        patientId,
        this.seal.seal(patientId, identity),
        this.seal.keyId,
        this.seal.identityNoHash(identity.identityNo),
        this.seal.nameHash(identity.name),
      ],
    );
    await tx.audit({ action: 'patient.updated', objectKind: 'patient', objectId: patientId });
  }

  private async register(tx: Transaction, hospitalId: string, identity: Identity): Promise<string> {
    const id = tx.newId();
    await tx.insert(Patient, {
      id,
      hospitalId,
      maskedName: maskedName(identity.name),
      sex: identity.sex,
      province: identity.province,
      createdAt: tx.now,
    });
    await tx.insert(PatientIdentity, {
      patientId: id,
      hospitalId,
      sealed: this.seal.seal(id, identity),
      keyId: this.seal.keyId,
      identityNoHash: this.seal.identityNoHash(identity.identityNo),
      nameHash: this.seal.nameHash(identity.name),
    });
    await tx.audit({ action: 'patient.registered', objectKind: 'patient', objectId: id });
    return id;
  }
}
