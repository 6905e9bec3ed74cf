import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One recommendation of a signed decision, and how far it is carried out. */
@Entity({ name: 'recommendations' })
@Check(
  'ck_recommendations_kind',
  `(kind = ANY (ARRAY['MORE_TESTS'::text, 'NEOADJUVANT'::text, 'SYSTEMIC'::text, 'SURGERY_CURATIVE'::text, 'SURGERY_PALLIATIVE'::text, 'EMBOLISATION_ABLATION'::text, 'BRIDGE'::text, 'TRIAL'::text, 'TRANSFER'::text, 'SUPPORTIVE'::text, 'OBSERVE'::text, 'NO_CONSENSUS'::text, 'OTHER'::text]))`,
)
@Check('ck_recommendations_strength', `(strength = ANY (ARRAY['STRONG'::text, 'WEAK'::text]))`)
@Check(
  'ck_recommendations_state',
  `(state = ANY (ARRAY['PROPOSED'::text, 'ADOPTED'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'PARTLY'::text, 'CHANGED'::text, 'NOT_DONE'::text, 'UNKNOWN'::text]))`,
)
@Unique('ux_recommendations_ordinal', ['decisionId', 'ordinal'])
@Index('ix_recommendations_owner', ['ownerId', 'dueOn'])
@Index('ix_recommendations_hospital', ['hospitalId', 'dueOn'])
@Index('ix_recommendations_case', ['caseId'])
export class Recommendation {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_recommendations' })
  id: string;

  @ForeignKey('Decision', { name: 'fk_recommendations_decision' })
  @Column({ name: 'decision_id', type: 'uuid' })
  decisionId: string;

  @ForeignKey('ClinicalCase', { name: 'fk_recommendations_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  /** For who answers for it and has no sight of the case. */
  @Column({ name: 'case_no', type: 'text' })
  caseNo: string;

  @ForeignKey('Hospital', { name: 'fk_recommendations_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'ordinal', type: 'int' })
  ordinal: number;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'strength', type: 'text', nullable: true })
  strength: string | null;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'alternatives', type: 'jsonb', default: () => "'[]'" })
  alternatives: unknown;

  @ForeignKey('Person', { name: 'fk_recommendations_owner' })
  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_recommendations_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
