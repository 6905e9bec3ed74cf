import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** News of a patient, as somebody of the team heard it. */
@Entity({ name: 'condition_updates' })
@Check(
  'ck_condition_updates_acknowledged',
  `((state = ANY (ARRAY['ACKNOWLEDGED'::text, 'ACTIONED'::text, 'CLOSED'::text])) = (acknowledged_at IS NOT NULL))`,
)
@Check('ck_condition_updates_closed', `((state = 'CLOSED'::text) = (closed_at IS NOT NULL))`)
@Check('ck_condition_updates_severity', `(severity = ANY (ARRAY['RED'::text, 'AMBER'::text, 'GREEN'::text]))`)
@Check(
  'ck_condition_updates_source',
  `(source = ANY (ARRAY['PATIENT'::text, 'FAMILY'::text, 'NURSE'::text, 'CHIEF'::text, 'LAB'::text, 'PARTNER'::text]))`,
)
@Check(
  'ck_condition_updates_state',
  `(state = ANY (ARRAY['NEW'::text, 'TRIAGED'::text, 'ACKNOWLEDGED'::text, 'ACTIONED'::text, 'CLOSED'::text]))`,
)
@Check('ck_condition_updates_text', `((char_length(text) >= 1) AND (char_length(text) <= 300))`)
@Check('ck_condition_updates_triaged', `((state = 'NEW'::text) = (severity IS NULL))`)
@Index('ix_condition_updates_author', ['authorId'])
@Index('ix_condition_updates_case', ['caseId', 'id'])
@Index('ix_condition_updates_open', ['hospitalId', 'dueAt'], { where: `(state <> 'CLOSED'::text)` })
export class ConditionUpdate {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_condition_updates' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_condition_updates_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('Hospital', { name: 'fk_condition_updates_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Person', { name: 'fk_condition_updates_author' })
  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'source', type: 'text' })
  source: string;

  @Column({ name: 'severity', type: 'text', nullable: true })
  severity: string | null;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'reported_at', type: 'timestamptz' })
  reportedAt: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt: Date;

  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true })
  acknowledgedAt: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_condition_updates_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;
}
