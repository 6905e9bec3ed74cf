import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A consult asked of a department: the request, the signed opinion, and how it was carried out. */
@Entity({ name: 'consult_requests' })
@Check(
  'ck_consult_requests_answered',
  `((state = ANY (ARRAY['ANSWERED'::text, 'CLOSED'::text])) = (signed_at IS NOT NULL))`,
)
@Check('ck_consult_requests_declined', `((state = 'DECLINED'::text) = (alternative_department_id IS NOT NULL))`)
@Check('ck_consult_requests_due', `(due_at > sent_at)`)
@Check(
  'ck_consult_requests_ended',
  `((state = ANY (ARRAY['CLOSED'::text, 'DECLINED'::text, 'CANCELLED'::text])) = (ended_at IS NOT NULL))`,
)
@Check('ck_consult_requests_executed', `((state = 'CLOSED'::text) = (execution_note IS NOT NULL))`)
@Check(
  'ck_consult_requests_on_site',
  `((urgency <> 'URGENT'::text) OR (signed_at IS NULL) OR (arrived_at IS NOT NULL))`,
)
@Check('ck_consult_requests_signed', `(num_nulls(opinion, signed_by, signed_at, content_hash) = ANY (ARRAY[0, 4]))`)
@Check(
  'ck_consult_requests_state',
  `(state = ANY (ARRAY['SENT'::text, 'ACCEPTED'::text, 'ARRIVED'::text, 'ANSWERED'::text, 'CLOSED'::text, 'DECLINED'::text, 'CANCELLED'::text]))`,
)
@Check(
  'ck_consult_requests_taken',
  `((state <> ALL (ARRAY['ACCEPTED'::text, 'ARRIVED'::text, 'ANSWERED'::text, 'CLOSED'::text])) OR (consultant_id IS NOT NULL))`,
)
@Check('ck_consult_requests_urgency', `(urgency = ANY (ARRAY['URGENT'::text, 'ROUTINE'::text]))`)
@Index('ix_consult_requests_case', ['caseId', 'departmentId'])
@Index('ix_consult_requests_department', ['departmentId', 'state'])
@Index('ix_consult_requests_requester', ['requesterId'])
@Index('ux_consult_requests_open', ['caseId', 'departmentId'], {
  unique: true,
  where: `(state = ANY (ARRAY['SENT'::text, 'ACCEPTED'::text, 'ARRIVED'::text]))`,
})
export class ConsultRequest {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_consult_requests' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_consult_requests_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('Hospital', { name: 'fk_consult_requests_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Person', { name: 'fk_consult_requests_requester' })
  @Column({ name: 'requester_id', type: 'uuid' })
  requesterId: string;

  @ForeignKey('Department', { name: 'fk_consult_requests_requester_department' })
  @Column({ name: 'requester_department_id', type: 'uuid', nullable: true })
  requesterDepartmentId: string | null;

  @ForeignKey('Department', { name: 'fk_consult_requests_department' })
  @Column({ name: 'department_id', type: 'uuid' })
  departmentId: string;

  @ForeignKey('Person', { name: 'fk_consult_requests_consultant' })
  @Column({ name: 'consultant_id', type: 'uuid', nullable: true })
  consultantId: string | null;

  @Column({ name: 'urgency', type: 'text' })
  urgency: string;

  @Column({ name: 'condition', type: 'text' })
  condition: string;

  @Column({ name: 'treatment', type: 'text' })
  treatment: string;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'purpose', type: 'text' })
  purpose: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt: Date;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt: Date | null;

  @Column({ name: 'arrived_at', type: 'timestamptz', nullable: true })
  arrivedAt: Date | null;

  @Column({ name: 'accompanied_by', type: 'text', nullable: true })
  accompaniedBy: string | null;

  @Column({ name: 'opinion', type: 'text', nullable: true })
  opinion: string | null;

  @ForeignKey('Person', { name: 'fk_consult_requests_signed_by' })
  @Column({ name: 'signed_by', type: 'uuid', nullable: true })
  signedBy: string | null;

  @Column({ name: 'signed_at', type: 'timestamptz', nullable: true })
  signedAt: Date | null;

  @Column({ name: 'content_hash', type: 'text', nullable: true })
  contentHash: string | null;

  @Column({ name: 'execution_note', type: 'text', nullable: true })
  executionNote: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @ForeignKey('Department', { name: 'fk_consult_requests_alternative' })
  @Column({ name: 'alternative_department_id', type: 'uuid', nullable: true })
  alternativeDepartmentId: string | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_consult_requests_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;
}
