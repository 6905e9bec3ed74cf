import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What turned the course of a case, in the words of who recorded it. Written once. */
@Entity({ name: 'case_turns' })
@Check(
  'ck_case_turns_act',
  `(act = ANY (ARRAY['reject'::text, 'hold'::text, 'resume'::text, 'withdraw'::text, 'record-death'::text, 'file-death-discussion'::text, 'start-treatment'::text, 'start-operation'::text, 'enter-follow-up'::text, 'propose-closing'::text, 'close'::text, 'reopen-round'::text]))`,
)
@Index('ix_case_turns_case', ['caseId', 'recordedAt'])
export class CaseTurn {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_case_turns' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_case_turns_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('DiscussionRound', { name: 'fk_case_turns_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @Column({ name: 'act', type: 'text' })
  act: string;

  @Column({ name: 'from_state', type: 'text' })
  fromState: string;

  @Column({ name: 'to_state', type: 'text' })
  toState: string;

  @Column({ name: 'reason_code', type: 'text', nullable: true })
  reasonCode: string | null;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'advice', type: 'text' })
  advice: string;

  @Column({ name: 'happened_on', type: 'date', nullable: true })
  happenedOn: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @ForeignKey('Person', { name: 'fk_case_turns_recorded_by' })
  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;
}
