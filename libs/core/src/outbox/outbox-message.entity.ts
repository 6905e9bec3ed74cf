import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A change to announce, written in the transaction that made it. */
@Entity({ name: 'outbox' })
@Index('ix_outbox_unpublished', ['id'], { where: `(published_at IS NULL)` })
export class OutboxMessage {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_outbox',
  })
  id: string;

  @Column({ name: 'topic', type: 'text' })
  topic: string;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: Date | null;
}
