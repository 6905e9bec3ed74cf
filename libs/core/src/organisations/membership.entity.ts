import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A role of a person, at a hospital and perhaps in a department, for a period. */
@Entity({ name: 'memberships' })
@Check('ck_memberships_period', `((valid_to IS NULL) OR (valid_to >= valid_from))`)
@Index('ix_memberships_department_role', ['departmentId', 'role'])
@Index('ix_memberships_person', ['personId'])
export class Membership {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_memberships' })
  id: string;

  @ForeignKey('Person', { name: 'fk_memberships_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @ForeignKey('Hospital', { name: 'fk_memberships_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Department', { name: 'fk_memberships_department' })
  @Column({ name: 'department_id', type: 'uuid', nullable: true })
  departmentId: string | null;

  @Column({ name: 'role', type: 'text' })
  role: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;
}
