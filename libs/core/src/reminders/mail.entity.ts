import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The e-mail of a notification and how far it is. */
@Entity({ name: 'mails' })
@Check('ck_mails_state', `(state = ANY (ARRAY['PENDING'::text, 'SENDING'::text, 'SENT'::text, 'FAILED'::text]))`)
@Unique('ux_mails_notification', ['notificationId'])
@Index('ix_mails_pending', ['createdAt'], { where: `(state = ANY (ARRAY['PENDING'::text, 'SENDING'::text]))` })
export class Mail {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_mails' })
  id: string;

  @ForeignKey('Notification', { name: 'fk_mails_notification' })
  @Column({ name: 'notification_id', type: 'uuid' })
  notificationId: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'attempts', type: 'int', default: 0 })
  attempts: number;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt: Date | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt: Date | null;
}
