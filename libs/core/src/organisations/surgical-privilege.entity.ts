import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a surgeon may operate on at one hospital: a level, for one operation or for all of it. Withdrawn, never deleted. */
@Entity({ name: 'surgical_privileges' })
@Check('ck_surgical_privileges_level', `((level >= 1) AND (level <= 4))`)
@Check('ck_surgical_privileges_period', `(valid_to >= valid_from)`)
@Check(
  'ck_surgical_privileges_withdrawn',
  `(((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdraw_reason IS NULL)))`,
)
@Index('ix_surgical_privileges_person', ['personId'])
@Index('ix_surgical_privileges_hospital', ['hospitalId', 'validTo'])
export class SurgicalPrivilege {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_surgical_privileges' })
  id: string;

  @ForeignKey('Person', { name: 'fk_surgical_privileges_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @ForeignKey('Hospital', { name: 'fk_surgical_privileges_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  /** Of the catalogue; null where it is for all operations of the level, or for one that the catalogue does not have. */
  @Column({ name: 'procedure_code', type: 'text', nullable: true })
  procedureCode: string | null;

  @Column({ name: 'procedure_name', type: 'text', default: '' })
  procedureName: string;

  @Column({ name: 'level', type: 'int' })
  level: number;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'valid_to', type: 'date' })
  validTo: string;

  @Column({ name: 'granted_at', type: 'timestamptz' })
  grantedAt: Date;

  @ForeignKey('Person', { name: 'fk_surgical_privileges_granted_by' })
  @Column({ name: 'granted_by', type: 'uuid' })
  grantedBy: string;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  @ForeignKey('Person', { name: 'fk_surgical_privileges_withdrawn_by' })
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true })
  withdrawnBy: string | null;

  @Column({ name: 'withdraw_reason', type: 'text', nullable: true })
  withdrawReason: string | null;
}
