import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A link with which a person sets the password of their account, once. Only the hash of its word is kept. */
@Entity({ name: 'password_links' })
@Check('ck_password_links_period', `(expires_at > created_at)`)
@Unique('ux_password_links_token', ['tokenHash'])
@Index('ux_password_links_open', ['personId'], {
  unique: true,
  where: `((used_at IS NULL) AND (withdrawn_at IS NULL))`,
})
export class PasswordLink {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_password_links' })
  id: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @ForeignKey('Person', { name: 'fk_password_links_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('Person', { name: 'fk_password_links_created_by' })
  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
