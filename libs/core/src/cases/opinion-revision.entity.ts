import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A submitted revision of an opinion; never edited. */
@Entity({ name: 'opinion_revisions' })
@Check(
  'ck_opinion_revisions_resectability',
  `(resectability = ANY (ARRAY['RESECTABLE'::text, 'BORDERLINE'::text, 'UNRESECTABLE'::text, 'NOT_ASSESSED'::text]))`,
)
export class OpinionRevision {
  @ForeignKey('Opinion', { name: 'fk_opinion_revisions_opinion' })
  @PrimaryColumn({ name: 'opinion_id', type: 'uuid', primaryKeyConstraintName: 'pk_opinion_revisions' })
  opinionId: string;

  @PrimaryColumn({ name: 'revision', type: 'int', primaryKeyConstraintName: 'pk_opinion_revisions' })
  revision: number;

  @ForeignKey('Person', { name: 'fk_opinion_revisions_author' })
  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ name: 'stance', type: 'text' })
  stance: string;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'needs', type: 'text' })
  needs: string;

  @Column({ name: 'resectability', type: 'text', default: 'NOT_ASSESSED' })
  resectability: string;

  @Column({ name: 'risks', type: 'text', array: true, default: () => "'{}'" })
  risks: string[];

  @Column({ name: 'conditions', type: 'text', array: true, default: () => "'{}'" })
  conditions: string[];

  @Column({ name: 'answers', type: 'jsonb' })
  answers: unknown;

  /** Confirmed again after the record changed, without a change of words. */
  @Column({ name: 'reconfirms', type: 'boolean', default: false })
  reconfirms: boolean;

  @Column({ name: 'submitted_at', type: 'timestamptz' })
  submittedAt: Date;
}
