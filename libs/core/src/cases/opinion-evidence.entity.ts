import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A part of the record that said something new after an opinion. */
@Entity({ name: 'opinion_evidence' })
@Check(
  'ck_opinion_evidence_section',
  `(section = ANY (ARRAY['imaging'::text, 'pathology'::text, 'staging'::text, 'structures'::text]))`,
)
@Index('ix_opinion_evidence_opinion', ['opinionId', 'afterRevision'])
export class OpinionEvidence {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_opinion_evidence' })
  id: string;

  @ForeignKey('Opinion', { name: 'fk_opinion_evidence_opinion' })
  @Column({ name: 'opinion_id', type: 'uuid' })
  opinionId: string;

  /** The revision that was in force when the record changed. */
  @Column({ name: 'after_revision', type: 'int' })
  afterRevision: number;

  @Column({ name: 'section', type: 'text' })
  section: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  @ForeignKey('Person', { name: 'fk_opinion_evidence_changed_by' })
  @Column({ name: 'changed_by', type: 'uuid', nullable: true })
  changedBy: string | null;
}
