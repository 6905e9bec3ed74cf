import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A meeting room or an operating theatre. */
@Entity({ name: 'rooms' })
@Check('ck_rooms_kind', `(kind = ANY (ARRAY['MEETING_ROOM'::text, 'THEATRE'::text]))`)
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
}
