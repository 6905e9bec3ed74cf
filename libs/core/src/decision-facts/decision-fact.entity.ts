import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A fact a decision stands on, as it was when the decision was concluded, and what became of it since. */
@Entity({ name: 'decision_facts' })
@Check('ck_decision_facts_valid_days', `(valid_days > 0)`)
@Check('ck_decision_facts_flag', `(flag = ANY (ARRAY['CHANGED'::text, 'EXPIRED'::text]))`)
@Check('ck_decision_facts_flagged', `((flag IS NULL) = (flagged_at IS NULL))`)
@Unique('ux_decision_facts_key', ['decisionId', 'recommendation', 'factKey'])
@Index('ix_decision_facts_case', ['caseId'])
@Index('ix_decision_facts_expiry', ['expiresAt'], { where: '((flag IS NULL) AND (expires_at IS NOT NULL))' })
export class DecisionFact {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_decision_facts' })
  id: string;

  @ForeignKey('Decision', { name: 'fk_decision_facts_decision' })
  @Column({ name: 'decision_id', type: 'uuid' })
  decisionId: string;

  @ForeignKey('ClinicalCase', { name: 'fk_decision_facts_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  /** Place of the recommendation that stands on it, from 0; null where the decision does. */
  @Column({ name: 'recommendation', type: 'int', nullable: true })
  recommendation: number | null;

  @Column({ name: 'fact_key', type: 'text' })
  factKey: string;

  @Column({ name: 'label_zh', type: 'text' })
  labelZh: string;

  @Column({ name: 'label_en', type: 'text' })
  labelEn: string;

  @Column({ name: 'value', type: 'text' })
  value: string;

  @Column({ name: 'observed_on', type: 'date', nullable: true })
  observedOn: string | null;

  /** Revision of the part of the record it was read in. */
  @Column({ name: 'source_revision', type: 'int', nullable: true })
  sourceRevision: number | null;

  @Column({ name: 'valid_days', type: 'int', nullable: true })
  validDays: number | null;

  /** The latest day on which the same was found again. */
  @Column({ name: 'confirmed_on', type: 'date', nullable: true })
  confirmedOn: string | null;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  /** What the record says, where it differs. */
  @Column({ name: 'present_value', type: 'text', nullable: true })
  presentValue: string | null;

  @Column({ name: 'flag', type: 'text', nullable: true })
  flag: string | null;

  @Column({ name: 'flagged_at', type: 'timestamptz', nullable: true })
  flaggedAt: Date | null;

  /** What the decision was kept with although it differs; null also where the fact was gone then. */
  @Column({ name: 'kept_value', type: 'text', nullable: true })
  keptValue: string | null;

  @Column({ name: 'kept_at', type: 'timestamptz', nullable: true })
  keptAt: Date | null;
}
