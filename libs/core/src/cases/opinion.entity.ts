import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An opinion of a department or of a linked hospital. */
@Entity({ name: 'opinions' })
@Check('ck_opinions_one_giver', `((participation_id IS NULL) <> (share_id IS NULL))`)
@Check(
  'ck_opinions_resectability',
  `(resectability = ANY (ARRAY['RESECTABLE'::text, 'BORDERLINE'::text, 'UNRESECTABLE'::text, 'NOT_ASSESSED'::text]))`,
)
@Check(
  'ck_opinions_stance',
  `(stance = ANY (ARRAY['support'::text, 'conditional'::text, 'oppose'::text, 'information'::text, 'more-information'::text]))`,
)
@Check('ck_opinions_state', `(state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text]))`)
@Check(
  'ck_opinions_submitted_has_stance',
  `((state = 'DRAFT'::text) OR ((stance IS NOT NULL) AND (submitted_at IS NOT NULL) AND (text <> ''::text)))`,
)
@Unique('ux_opinions_participation', ['participationId'])
@Unique('ux_opinions_share', ['shareId'])
@Index('ix_opinions_round', ['roundId'])
export class Opinion {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_opinions' })
  id: string;

  @ForeignKey('DiscussionRound', { name: 'fk_opinions_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @ForeignKey('Participation', { name: 'fk_opinions_participation' })
  @Column({ name: 'participation_id', type: 'uuid', nullable: true })
  participationId: string | null;

  @ForeignKey('Share', { name: 'fk_opinions_share' })
  @Column({ name: 'share_id', type: 'uuid', nullable: true })
  shareId: string | null;

  @ForeignKey('Hospital', { name: 'fk_opinions_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Person', { name: 'fk_opinions_author' })
  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'stance', type: 'text', nullable: true })
  stance: string | null;

  @Column({ name: 'text', type: 'text', default: '' })
  text: string;

  @Column({ name: 'needs', type: 'text', default: '' })
  needs: string;

  @Column({ name: 'resectability', type: 'text', default: 'NOT_ASSESSED' })
  resectability: string;

  @Column({ name: 'risks', type: 'text', array: true, default: () => "'{}'" })
  risks: string[];

  @Column({ name: 'conditions', type: 'text', array: true, default: () => "'{}'" })
  conditions: string[];

  @Column({ name: 'answers', type: 'jsonb', default: () => "'[]'" })
  answers: unknown;

  @Column({ name: 'revision', type: 'int', default: 0 })
  revision: number;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
