import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What the clinical case may show of a patient without identifying them. */
@Entity({ name: 'patients' })
@Check('ck_patients_sex', `(sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text]))`)
export class Patient {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_patients' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_patients_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'masked_name', type: 'text' })
  maskedName: string;

  @Column({ name: 'sex', type: 'text' })
  sex: string;

  @Column({ name: 'province', type: 'text' })
  province: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
