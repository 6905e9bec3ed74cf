import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A de-identified content exactly as people of another hospital received it; kept once for each share and never changed. */
@Entity({ name: 'disclosed_contents' })
@Unique('ux_disclosed_contents_sha256', ['shareId', 'kind', 'sha256'])
@Check('ck_disclosed_contents_kind', `(kind = ANY (ARRAY['LIST'::text, 'CASE'::text]))`)
export class DisclosedContent {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_disclosed_contents' })
  id: string;

  @ForeignKey('Share', { name: 'fk_disclosed_contents_share' })
  @Column({ name: 'share_id', type: 'uuid' })
  shareId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'sha256', type: 'text' })
  sha256: string;

  @Column({ name: 'content', type: 'jsonb' })
  content: unknown;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;
}
