import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A submitted revision of an opinion; never edited. */
@Entity({ name: 'opinion_revisions' })
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

  @Column({ name: 'answers', type: 'jsonb' })
  answers: unknown;

  @Column({ name: 'submitted_at', type: 'timestamptz' })
  submittedAt: Date;
}
