import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A department of a hospital. */
@Entity({ name: 'departments' })
@Check('ck_departments_label_short', `((char_length(label) >= 1) AND (char_length(label) <= 2))`)
@Unique('ux_departments_code', ['hospitalId', 'code'])
export class Department {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_departments' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_departments_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'code', type: 'text' })
  code: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'label', type: 'text' })
  label: string;

  @Column({ name: 'aliases', type: 'text', array: true, default: '{}' })
  aliases: string[];

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  /** Since when it is chosen no more; what refers to it stays. */
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt: Date | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_departments_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
