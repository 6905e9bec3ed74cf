import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who of another hospital received what, when, on which consent. */
@Entity({ name: 'disclosures' })
@Index('ix_disclosures_share', ['shareId'])
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

  @Column({ name: 'what', type: 'text' })
  what: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
