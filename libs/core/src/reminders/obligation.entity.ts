import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Something owed by a person, a department or a role, with a due time. */
@Entity({ name: 'obligations' })
@Check('ck_obligations_state', `(state = ANY (ARRAY['OPEN'::text, 'DONE'::text, 'CANCELLED'::text]))`)
@Unique('ux_obligations_subject', ['kind', 'subjectId'])
@Index('ix_obligations_case', ['caseId'], { where: `(state = 'OPEN'::text)` })
@Index('ix_obligations_department', ['departmentId'], { where: `(state = 'OPEN'::text)` })
@Index('ix_obligations_open_due', ['dueAt'], { where: `(state = 'OPEN'::text)` })
@Index('ix_obligations_person', ['personId'], { where: `(state = 'OPEN'::text)` })
export class Obligation {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_obligations' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId: string;

  @ForeignKey('Hospital', { name: 'fk_obligations_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('ClinicalCase', { name: 'fk_obligations_case' })
  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  caseId: string | null;

  @ForeignKey('ConsultSession', { name: 'fk_obligations_session' })
  @Column({ name: 'session_id', type: 'uuid', nullable: true })
  sessionId: string | null;

  @ForeignKey('SurgicalPlan', { name: 'fk_obligations_plan' })
  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId: string | null;

  @ForeignKey('Share', { name: 'fk_obligations_share' })
  @Column({ name: 'share_id', type: 'uuid', nullable: true })
  shareId: string | null;

  @ForeignKey('Department', { name: 'fk_obligations_department' })
  @Column({ name: 'department_id', type: 'uuid', nullable: true })
  departmentId: string | null;

  @ForeignKey('Person', { name: 'fk_obligations_person' })
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'role', type: 'text', nullable: true })
  role: string | null;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt: Date;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;
}
