import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A standing centre with its roster of departments. */
@Entity({ name: 'centers' })
@Check('ck_centers_case_letter', `(case_letter ~ '^[A-Z]$'::text)`)
export class Center {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_centers' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_centers_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'case_letter', type: 'text' })
  caseLetter: string;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_centers_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
