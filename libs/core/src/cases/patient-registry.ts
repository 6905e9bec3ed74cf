import { Injectable } from '@nestjs/common';
import type { PatientIdentity as Identity } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { ConstraintViolation, Problem } from '../errors/index.js';
import { IdentitySeal } from './identity-seal.js';
import { maskedName } from './masked-name.rules.js';
import { PatientIdentity } from './patient-identity.entity.js';
import { Patient } from './patient.entity.js';

/** Constraint that two registrations of one identity number at the same moment run into. */
const ONE_PATIENT_PER_NUMBER = 'ux_patient_identities_no';

/** Runs what registers patients, once more where somebody registered the same patient at the same moment: by then the patient is known. */
export async function registeredOnce<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof ConstraintViolation && error.constraint === ONE_PATIENT_PER_NUMBER) return attempt();
    throw error;
  }
}

export interface FoundPatient {
  id: string;
  isNew: boolean;
  /** The number was found on a record that has been joined to this one, which keeps what it holds. */
  byJoinedRecord: boolean;
}

/**
 * Holds the patients of a hospital until the transaction ends: referrals beside each other, a joining of two records alone, so that no case is
 * opened on a record at the moment in which it is joined to another.
 */
export async function holdPatients(tx: Transaction, hospitalId: string, how: 'together' | 'alone'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`SELECT ${lock}(hashtextextended('patients ' || $1::text, 0))`, [hospitalId]);
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
    await holdPatients(tx, hospitalId, 'together');
    const known = await this.withNumber(tx, hospitalId, identity.identityNo);
    if (!known) return { id: await this.register(tx, hospitalId, identity), isNew: true, byJoinedRecord: false };
    if (!known.isNamed(identity.name)) throw new Problem('patient/identity-conflict');
    return { id: known.keptId, isNew: false, byJoinedRecord: known.keptId !== known.patientId };
  }

  /** The record with this identity number and the one it was joined to, where there is one; whether somebody's name is the one on it. */
  async withNumber(tx: Transaction, hospitalId: string, identityNo: string) {
    const known = await tx.maybeOne<{ patientId: string; keptId: string; nameHash: Buffer; keyId: string }>(
      `SELECT patient_id AS "patientId", kept_id AS "keptId", name_hash AS "nameHash", key_id AS "keyId" FROM patient_with_number($1, $2)`,
      [hospitalId, this.seal.identityNoHashes(identityNo)],
    );
    return (
      known && {
        patientId: known.patientId,
        keptId: known.keptId,
        isNamed: (name: string) => known.nameHash.equals(this.seal.nameHash(name, known.keyId)),
      }
    );
  }

  /** A known patient keeps the record; telephone, record number and day of birth become those stated last. */
  async renew(tx: Transaction, patientId: string, identity: Identity): Promise<void> {
    await tx.query(
      'UPDATE patient_identities SET sealed = $2, key_id = $3, identity_no_hash = $4, name_hash = $5, name_hashes = $6 WHERE patient_id = $1',
      [
        patientId,
        this.seal.seal(patientId, identity),
        this.seal.keyId,
        this.seal.identityNoHash(identity.identityNo),
        this.seal.nameHash(identity.name),
        this.seal.nameHashes(identity),
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
      nameHashes: this.seal.nameHashes(identity),
    });
    await tx.audit({ action: 'patient.registered', objectKind: 'patient', objectId: id });
    return id;
  }
}
