import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** An agreement between the host and another hospital; sharing needs one in force. */
@Entity({ name: 'partnerships' })
@Check('ck_partnerships_period', `(valid_to >= valid_from)`)
@Check('ck_partnerships_two_hospitals', `(host_hospital_id <> partner_hospital_id)`)
@Unique('ux_partnerships_agreement_no', ['agreementNo'])
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

  @Column({ name: 'scope', type: 'text' })
  scope: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'valid_to', type: 'date' })
  validTo: string;
}
