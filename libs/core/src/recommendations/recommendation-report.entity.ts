import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What was told of a recommendation once; never edited. */
@Entity({ name: 'recommendation_reports' })
@Check(
  'ck_recommendation_reports_state',
  `(state = ANY (ARRAY['ADOPTED'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'PARTLY'::text, 'CHANGED'::text, 'NOT_DONE'::text, 'UNKNOWN'::text]))`,
)
@Check(
  'ck_recommendation_reports_reason',
  `(reason = ANY (ARRAY['PATIENT_WISH'::text, 'DEATH'::text, 'COMORBIDITY_OR_TOXICITY'::text, 'NEW_FINDING'::text, 'PHYSICIAN_DECISION'::text, 'NOT_DOCUMENTED'::text, 'LOST'::text, 'TREATED_ELSEWHERE'::text]))`,
)
@Check(
  'ck_recommendation_reports_deviation',
  `((state <> ALL (ARRAY['PARTLY'::text, 'CHANGED'::text, 'NOT_DONE'::text])) OR (reason IS NOT NULL))`,
)
@Index('ix_recommendation_reports_recommendation', ['recommendationId', 'reportedAt'])
export class RecommendationReport {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_recommendation_reports' })
  id: string;

  @ForeignKey('Recommendation', { name: 'fk_recommendation_reports_recommendation' })
  @Column({ name: 'recommendation_id', type: 'uuid' })
  recommendationId: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'note', type: 'text', default: '' })
  note: string;

  @ForeignKey('Person', { name: 'fk_recommendation_reports_reported_by' })
  @Column({ name: 'reported_by', type: 'uuid' })
  reportedBy: string;

  @Column({ name: 'reported_at', type: 'timestamptz' })
  reportedAt: Date;
}
