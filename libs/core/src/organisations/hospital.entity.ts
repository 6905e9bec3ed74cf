import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A hospital: the host, a linked expert hospital, or one that refers cases. */
@Entity({ name: 'hospitals' })
@Unique('ux_hospitals_code', ['code'])
@Index('ux_hospitals_one_host', ['isHost'], { unique: true, where: `is_host` })
export class Hospital {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_hospitals' })
  id: string;

  @Column({ name: 'code', type: 'text' })
  code: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'short_name_zh', type: 'text' })
  shortNameZh: string;

  @Column({ name: 'short_name_en', type: 'text' })
  shortNameEn: string;

  @Column({ name: 'is_host', type: 'boolean' })
  isHost: boolean;

  @Column({ name: 'province', type: 'text', default: '' })
  province: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_hospitals_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
