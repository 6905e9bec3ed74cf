import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A consult session. */
@Entity({ name: 'consult_sessions' })
@Check('ck_consult_sessions_kind', `(kind = ANY (ARRAY['REGULAR'::text, 'LINKED'::text]))`)
@Check('ck_consult_sessions_period', `(ends_at > starts_at)`)
@Check(
  'ck_consult_sessions_state',
  `(state = ANY (ARRAY['PLANNED'::text, 'IN_PROGRESS'::text, 'ENDED'::text, 'CANCELLED'::text]))`,
)
@Index('ix_consult_sessions_time', ['hospitalId', 'startsAt'])
export class ConsultSession {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_consult_sessions' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_consult_sessions_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Center', { name: 'fk_consult_sessions_center' })
  @Column({ name: 'center_id', type: 'uuid' })
  centerId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt: Date;

  @ForeignKey('Room', { name: 'fk_consult_sessions_room' })
  @Column({ name: 'room_id', type: 'uuid' })
  roomId: string;

  @ForeignKey('Person', { name: 'fk_consult_sessions_chair' })
  @Column({ name: 'chair_id', type: 'uuid' })
  chairId: string;

  @ForeignKey('Person', { name: 'fk_consult_sessions_recorder' })
  @Column({ name: 'recorder_id', type: 'uuid' })
  recorderId: string;

  @Column({ name: 'video_url', type: 'text', default: '' })
  videoUrl: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'cancel_reason', type: 'text', nullable: true })
  cancelReason: string | null;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('Person', { name: 'fk_consult_sessions_created_by' })
  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_consult_sessions_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
