import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A role of a person, at a hospital and perhaps in a department, for a period. It is ended and never deleted. */
@Entity({ name: 'memberships' })
@Check('ck_memberships_period', `((valid_to IS NULL) OR (valid_to >= (valid_from - 1)))`)
@Check('ck_memberships_posting', `(posting = ANY (ARRAY['LONG'::text, 'SHORT'::text, 'AD_HOC'::text]))`)
@Check('ck_memberships_posting_ends', `((posting IS NULL) OR (valid_to IS NOT NULL))`)
@Exclusion(
  'ex_memberships_no_overlap',
  `USING gist (person_id WITH =, hospital_id WITH =, role WITH =, COALESCE(department_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(valid_from, (valid_to + 1), '[)'::text) WITH &&)`,
)
@Index('ix_memberships_role', ['role', 'hospitalId'])
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

  /** How a person of another hospital comes to hold it at the host. */
  @Column({ name: 'posting', type: 'text', nullable: true })
  posting: string | null;
}
