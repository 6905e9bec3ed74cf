import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Identity of a patient, sealed with AES-256-GCM, found by keyed hash. */
@Entity({ name: 'patient_identities' })
@Unique('ux_patient_identities_no', ['hospitalId', 'identityNoHash'])
@Index('ix_patient_identities_name_hashes', { synchronize: false })
@Index('ix_patient_identities_unnamed', ['patientId'], { where: `(name_hashes = '{}'::bytea[])` })
export class PatientIdentity {
  @ForeignKey('Patient', { name: 'fk_patient_identities_patient' })
  @PrimaryColumn({ name: 'patient_id', type: 'uuid', primaryKeyConstraintName: 'pk_patient_identities' })
  patientId: string;

  @ForeignKey('Hospital', { name: 'fk_patient_identities_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'sealed', type: 'bytea' })
  sealed: Buffer;

  @Column({ name: 'key_id', type: 'text' })
  keyId: string;

  @Column({ name: 'identity_no_hash', type: 'bytea' })
  identityNoHash: Buffer;

  @Column({ name: 'name_hash', type: 'bytea' })
  nameHash: Buffer;

  /** Of the name, of its likely readings in pinyin, and of name and day of birth together. */
  @Column({ name: 'name_hashes', type: 'bytea', array: true, default: '{}' })
  nameHashes: Buffer[];
}
