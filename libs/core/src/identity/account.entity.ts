import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A local account. */
@Entity({ name: 'accounts' })
@Check('ck_accounts_username_lower', `(username = lower(username))`)
@Unique('ux_accounts_username', ['username'])
export class Account {
  @ForeignKey('Person', { name: 'fk_accounts_person' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_accounts' })
  personId: string;

  @Column({ name: 'username', type: 'text' })
  username: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  @Column({ name: 'failed_attempts', type: 'int', default: 0 })
  failedAttempts: number;

  @Column({ name: 'locked_until', type: 'timestamptz', nullable: true })
  lockedUntil: Date | null;
}
