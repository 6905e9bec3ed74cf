import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A fact of level 5 about a case, sealed with AES-256-GCM, and the departments that may read it beside the owner of the case. */
@Entity({ name: 'restricted_facts' })
@Index('ix_restricted_facts_case', ['caseId'])
export class RestrictedFact {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_restricted_facts' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_restricted_facts_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('Hospital', { name: 'fk_restricted_facts_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'sealed', type: 'bytea' })
  sealed: Buffer;

  @Column({ name: 'key_id', type: 'text' })
  keyId: string;

  @Column({ name: 'department_ids', type: 'uuid', array: true })
  departmentIds: string[];

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @ForeignKey('Person', { name: 'fk_restricted_facts_recorded_by' })
  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_restricted_facts_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;

  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt: Date | null;
}
