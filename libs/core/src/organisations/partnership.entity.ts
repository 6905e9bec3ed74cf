import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An agreement between the host and another hospital; sharing needs one in force. */
@Entity({ name: 'partnerships' })
@Check('ck_partnerships_period', `(valid_to >= valid_from)`)
@Check('ck_partnerships_two_hospitals', `(host_hospital_id <> partner_hospital_id)`)
@Check(
  'ck_partnerships_scopes',
  `((cardinality(scopes) > 0) AND (scopes <@ ARRAY['REMOTE_CONSULT'::text, 'LINKED_MDT'::text, 'REFERRAL'::text, 'POSTING'::text]))`,
)
@Check(
  'ck_partnerships_ended',
  `(((ended_at IS NULL) = (end_reason IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))`,
)
@Unique('ux_partnerships_agreement_no', ['agreementNo'])
@Index('ix_partnerships_partner', ['partnerHospitalId'])
export class Partnership {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_partnerships' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_partnerships_host' })
  @Column({ name: 'host_hospital_id', type: 'uuid' })
  hostHospitalId: string;

  @ForeignKey('Hospital', { name: 'fk_partnerships_partner' })
  @Column({ name: 'partner_hospital_id', type: 'uuid' })
  partnerHospitalId: string;

  @Column({ name: 'agreement_no', type: 'text' })
  agreementNo: string;

  /** What it covers, in the words of the agreement. */
  @Column({ name: 'scope_note', type: 'text', default: '' })
  scopeNote: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'valid_to', type: 'date' })
  validTo: string;

  /** What it covers. */
  @Column({ name: 'scopes', type: 'text', array: true })
  scopes: string[];

  @Column({ name: 'liability_note', type: 'text', default: '' })
  liabilityNote: string;

  /** When it was ended before its time. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @ForeignKey('Person', { name: 'fk_partnerships_ended_by' })
  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason: string | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_partnerships_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
