import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A case opened in an emergency by somebody who may not read it otherwise: for whom, why, until when, and what its review found. */
@Entity({ name: 'emergency_accesses' })
@Check(
  'ck_emergency_accesses_ended',
  `(((ended_at IS NULL) = (ended_by IS NULL)) AND (ended_at >= opened_at) AND (ended_at <= ends_at))`,
)
@Check('ck_emergency_accesses_length', `((ends_at > opened_at) AND (ends_at <= (opened_at + '01:00:00'::interval)))`)
@Check('ck_emergency_accesses_reason', `(char_length(reason) >= 10)`)
@Check(
  'ck_emergency_accesses_reason_kind',
  `(reason_kind = ANY (ARRAY['RESCUE'::text, 'ON_CALL'::text, 'PERIOPERATIVE'::text, 'OTHER'::text]))`,
)
@Check(
  'ck_emergency_accesses_reviewed',
  `(num_nulls(reviewed_at, reviewed_by, verdict, review_note) = ANY (ARRAY[0, 4]))`,
)
@Check('ck_emergency_accesses_reviewed_by_another', `(reviewed_by <> person_id)`)
@Check('ck_emergency_accesses_verdict', `(verdict = ANY (ARRAY['JUSTIFIED'::text, 'NOT_JUSTIFIED'::text]))`)
@Exclusion(
  'ex_emergency_accesses_one_at_a_time',
  `USING gist (case_id WITH =, person_id WITH =, tstzrange(opened_at, COALESCE(ended_at, ends_at)) WITH &&)`,
)
@Index('ix_emergency_accesses_person', ['personId', 'endsAt'], { where: `(ended_at IS NULL)` })
@Index('ix_emergency_accesses_unreviewed', ['hospitalId', 'id'], { where: `(reviewed_at IS NULL)` })
export class EmergencyAccess {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_emergency_accesses' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_emergency_accesses_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('Hospital', { name: 'fk_emergency_accesses_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Person', { name: 'fk_emergency_accesses_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'reason_kind', type: 'text' })
  reasonKind: string;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @ForeignKey('Person', { name: 'fk_emergency_accesses_ended_by' })
  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ name: 'reviewed_at', type: 'timestamptz', nullable: true })
  reviewedAt: Date | null;

  @ForeignKey('Person', { name: 'fk_emergency_accesses_reviewed_by' })
  @Column({ name: 'reviewed_by', type: 'uuid', nullable: true })
  reviewedBy: string | null;

  @Column({ name: 'verdict', type: 'text', nullable: true })
  verdict: string | null;

  @Column({ name: 'review_note', type: 'text', nullable: true })
  reviewNote: string | null;
}
