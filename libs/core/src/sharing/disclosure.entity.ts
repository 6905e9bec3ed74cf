import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who of another hospital received what, when, on which consent. */
@Entity({ name: 'disclosures' })
@Check('ck_disclosures_kind', `(kind = ANY (ARRAY['LIST'::text, 'CASE'::text]))`)
@Index('ix_disclosures_share', ['shareId'])
@Index('ix_disclosures_at', ['at', 'id'])
export class Disclosure {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_disclosures' })
  id: string;

  @ForeignKey('Share', { name: 'fk_disclosures_share' })
  @Column({ name: 'share_id', type: 'uuid' })
  shareId: string;

  @ForeignKey('Person', { name: 'fk_disclosures_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @ForeignKey('Consent', { name: 'fk_disclosures_consent' })
  @Column({ name: 'consent_id', type: 'uuid' })
  consentId: string;

  /** The agreement under which it was shared; null in lines older than its record. */
  @ForeignKey('Partnership', { name: 'fk_disclosures_partnership' })
  @Column({ name: 'partnership_id', type: 'uuid', nullable: true })
  partnershipId: string | null;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'sections', type: 'text', array: true })
  sections: string[];

  /** What was received, word for word; null in lines older than its record. */
  @ForeignKey('DisclosedContent', { name: 'fk_disclosures_content' })
  @Column({ name: 'content_id', type: 'uuid', nullable: true })
  contentId: string | null;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
