import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A campus of a hospital, with its time zone. */
@Entity({ name: 'campuses' })
@Index('ix_campuses_hospital', ['hospitalId'])
@Index('ux_campuses_one_default', ['hospitalId'], { unique: true, where: `is_default` })
export class Campus {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_campuses' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_campuses_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'time_zone', type: 'text', default: 'Asia/Shanghai' })
  timeZone: string;

  /** The campus whose zone counts the hospital's days. */
  @Column({ name: 'is_default', type: 'boolean', default: false })
  isDefault: boolean;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_campuses_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
