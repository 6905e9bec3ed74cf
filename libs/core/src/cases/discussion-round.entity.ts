import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One round of discussion of a case. */
@Entity({ name: 'discussion_rounds' })
@Check('ck_discussion_rounds_questions', `((cardinality(questions) >= 1) AND (cardinality(questions) <= 3))`)
@Check(
  'ck_discussion_rounds_reason',
  `(reason = ANY (ARRAY['RECURRENCE'::text, 'PROGRESSION'::text, 'COMPLICATION'::text, 'RESPONSE_CHECK'::text, 'NEW_FACT'::text]))`,
)
@Unique('ux_discussion_rounds_ordinal', ['caseId', 'ordinal'])
export class DiscussionRound {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_discussion_rounds' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_discussion_rounds_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ name: 'ordinal', type: 'int' })
  ordinal: number;

  @Column({ name: 'questions', type: 'text', array: true })
  questions: string[];

  @Column({ name: 'blind', type: 'boolean', default: false })
  blind: boolean;

  @Column({ name: 'opinion_due_at', type: 'timestamptz', nullable: true })
  opinionDueAt: Date | null;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  /** Why it was opened; null for the round of the referral. */
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'note', type: 'text', default: '' })
  note: string;

  @ForeignKey('Person', { name: 'fk_discussion_rounds_opened_by' })
  @Column({ name: 'opened_by', type: 'uuid', nullable: true })
  openedBy: string | null;
}
