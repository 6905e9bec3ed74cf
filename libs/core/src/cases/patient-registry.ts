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

/** Patients of a hospital, found by identity number without the number being readable anywhere. */
@Injectable()
export class PatientRegistry {
  constructor(private readonly seal: IdentitySeal) {}

  /**
   * The patient with this identity number, registered now if there is none. A known patient keeps the record; telephone, record number and
   * day of birth become those stated last. Throws `patient/identity-conflict` where the number belongs to somebody of another name.
   */
  async findOrRegister(tx: Transaction, hospitalId: string, identity: Identity): Promise<string> {
    const known = await tx.maybeOne<{ patientId: string; nameHash: Buffer }>(
      `SELECT patient_id AS "patientId", name_hash AS "nameHash" FROM patient_identities
       WHERE hospital_id = $1 AND identity_no_hash = $2 FOR UPDATE`,
      [hospitalId, this.seal.identityNoHash(identity.identityNo)],
    );
    if (!known) return this.register(tx, hospitalId, identity);
    if (!known.nameHash.equals(this.seal.nameHash(identity.name))) throw new Problem('patient/identity-conflict');
    await tx.query('UPDATE patient_identities SET sealed = $2, key_id = $3 WHERE patient_id = $1', [
      known.patientId,
      this.seal.seal(known.patientId, identity),
      this.seal.keyId,
    ]);
    return known.patientId;
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
