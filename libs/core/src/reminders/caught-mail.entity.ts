import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A mail caught by the mail catcher of the demonstration. */
@Entity({ name: 'caught_mails' })
@Index('ux_caught_mails_once', ['messageId', 'recipient'], { unique: true, where: `(message_id <> ''::text)` })
export class CaughtMail {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_caught_mails',
  })
  id: string;

  @Column({ name: 'message_id', type: 'text' })
  messageId: string;

  @Column({ name: 'recipient', type: 'text' })
  recipient: string;

  @Column({ name: 'subject', type: 'text' })
  subject: string;

  @Column({ name: 'body', type: 'text' })
  body: string;

  @Column({ name: 'received_at', type: 'timestamptz', default: () => 'now()' })
  receivedAt: Date;
}
