import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time link that makes the first administrator. */
@Entity({ name: 'setup_links' })
export class SetupLink {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'pk_setup_links' })
  tokenHash: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
