import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A consent the patient gave. */
@Entity({ name: 'consents' })
@Check('ck_consents_kind', `(kind = 'TELEMEDICINE'::text)`)
@Check('ck_consents_signed_by', `(signed_by = ANY (ARRAY['PATIENT'::text, 'RELATIVE'::text, 'GUARDIAN'::text]))`)
@Index('ux_consents_one_in_force', ['caseId', 'kind'], { unique: true, where: `(withdrawn_at IS NULL)` })
export class Consent {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_consents' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_consents_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'signed_by', type: 'text' })
  signedBy: string;

  @Column({ name: 'signed_on', type: 'date' })
  signedOn: string;

  @ForeignKey('Person', { name: 'fk_consents_recorded_by' })
  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
