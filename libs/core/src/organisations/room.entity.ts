import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A meeting room or an operating theatre. */
@Entity({ name: 'rooms' })
@Check('ck_rooms_kind', `(kind = ANY (ARRAY['MEETING_ROOM'::text, 'THEATRE'::text]))`)
@Index('ix_rooms_campus', ['campusId'])
export class Room {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_rooms' })
  id: string;

  @ForeignKey('Campus', { name: 'fk_rooms_campus' })
  @Column({ name: 'campus_id', type: 'uuid' })
  campusId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  /** Since when it is chosen no more; what refers to it stays. */
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt: Date | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_rooms_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
