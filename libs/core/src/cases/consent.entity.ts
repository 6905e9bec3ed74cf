import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A consent the patient gave. */
@Entity({ name: 'consents' })
@Check('ck_consents_kind', `(kind = 'TELEMEDICINE'::text)`)
@Check('ck_consents_signed_by', `(signed_by = ANY (ARRAY['PATIENT'::text, 'RELATIVE'::text, 'GUARDIAN'::text]))`)
@Check('ck_consents_form', `(form = ANY (ARRAY['PAPER'::text, 'ELECTRONIC'::text]))`)
@Check('ck_consents_period', `(ends_on >= signed_on)`)
@Index('ux_consents_one_in_force', ['caseId', 'kind'], {
  unique: true,
  where: `((withdrawn_at IS NULL) AND (replaced_at IS NULL))`,
})
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

  @Column({ name: 'form', type: 'text' })
  form: string;

  /** Of who signed for the patient, to the patient; empty where the patient signed. */
  @Column({ name: 'signer_relation', type: 'text' })
  signerRelation: string;

  /** Why the patient did not sign. */
  @Column({ name: 'signer_reason', type: 'text' })
  signerReason: string;

  /** Last day on which it holds; null where it holds until it is withdrawn. */
  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @ForeignKey('Person', { name: 'fk_consents_recorded_by' })
  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  @ForeignKey('Person', { name: 'fk_consents_withdrawn_by' })
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true })
  withdrawnBy: string | null;

  @Column({ name: 'withdraw_reason', type: 'text', nullable: true })
  withdrawReason: string | null;

  /** A newer consent took its place. */
  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  replacedAt: Date | null;
}
