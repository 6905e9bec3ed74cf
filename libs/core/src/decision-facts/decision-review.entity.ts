import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A second look at a decision, called for by facts that changed or ran out. */
@Entity({ name: 'decision_reviews' })
@Check(
  'ck_decision_reviews_state',
  `(state = ANY (ARRAY['OPEN'::text, 'KEPT'::text, 'DISCUSSED_AGAIN'::text, 'LAPSED'::text]))`,
)
@Check('ck_decision_reviews_closed', `((state = 'OPEN'::text) = (closed_at IS NULL))`)
@Check(
  'ck_decision_reviews_kept_with_reason',
  `((state <> 'KEPT'::text) OR ((reason <> ''::text) AND (closed_by IS NOT NULL)))`,
)
@Index('ux_decision_reviews_open', ['decisionId'], { unique: true, where: `(state = 'OPEN'::text)` })
@Index('ix_decision_reviews_decision', ['decisionId', 'openedAt'])
@Index('ix_decision_reviews_case', ['caseId'])
export class DecisionReview {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_decision_reviews' })
  id: string;

  @ForeignKey('Decision', { name: 'fk_decision_reviews_decision' })
  @Column({ name: 'decision_id', type: 'uuid' })
  decisionId: string;

  @ForeignKey('ClinicalCase', { name: 'fk_decision_reviews_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  /** What was flagged: key, label and flag of each fact. */
  @Column({ name: 'changes', type: 'jsonb' })
  changes: unknown;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @ForeignKey('Person', { name: 'fk_decision_reviews_closed_by' })
  @Column({ name: 'closed_by', type: 'uuid', nullable: true })
  closedBy: string | null;

  @Column({ name: 'reason', type: 'text', default: '' })
  reason: string;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;
}
