import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A campus of a hospital, with its time zone. */
@Entity({ name: 'campuses' })
@Index('ix_campuses_hospital', ['hospitalId'])
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
}
