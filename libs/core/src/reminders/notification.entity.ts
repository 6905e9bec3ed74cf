import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A reminder as one person received it. */
@Entity({ name: 'notifications' })
@Unique('ux_notifications_once', ['reminderId', 'personId'])
@Index('ix_notifications_person', ['personId', 'createdAt', 'id'])
@Index('ix_notifications_unread', ['personId'], { where: `(read_at IS NULL)` })
export class Notification {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_notifications' })
  id: string;

  @ForeignKey('Person', { name: 'fk_notifications_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @ForeignKey('Reminder', { name: 'fk_notifications_reminder' })
  @Column({ name: 'reminder_id', type: 'uuid' })
  reminderId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'step', type: 'text' })
  step: string;

  @Column({ name: 'parameters', type: 'jsonb' })
  parameters: unknown;

  @Column({ name: 'path', type: 'text' })
  path: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt: Date | null;
}
