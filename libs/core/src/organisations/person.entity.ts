import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A member of staff. */
@Entity({ name: 'people' })
@Check('ck_people_locale', `(locale = ANY (ARRAY['zh-CN'::text, 'en-US'::text]))`)
@Index('ix_people_hospital', ['hospitalId'])
@Index('ix_people_name', ['nameEn', 'id'])
export class Person {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_people' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_people_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'email', type: 'text', nullable: true })
  email: string | null;

  @Column({ name: 'locale', type: 'text', default: 'zh-CN' })
  locale: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Of the person with memberships, privileges and account. */
  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_people_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
