import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A local account. It begins without a password, which its person sets by a link. */
@Entity({ name: 'accounts' })
@Check('ck_accounts_username_lower', `(username = lower(username))`)
@Unique('ux_accounts_username', ['username'])
export class Account {
  @ForeignKey('Person', { name: 'fk_accounts_person' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_accounts' })
  personId: string;

  @Column({ name: 'username', type: 'text' })
  username: string;

  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ name: 'failed_attempts', type: 'int', default: 0 })
  failedAttempts: number;

  @Column({ name: 'locked_until', type: 'timestamptz', nullable: true })
  lockedUntil: Date | null;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt: Date | null;

  @ForeignKey('Person', { name: 'fk_accounts_disabled_by' })
  @Column({ name: 'disabled_by', type: 'uuid', nullable: true })
  disabledBy: string | null;
  /** Wrong passwords in a row of somebody signed in, who was asked for it again. */
  @Column({ name: 'failed_confirmations', type: 'int', default: 0 })
  failedConfirmations: number;

  @Column({ name: 'confirmations_rest_until', type: 'timestamptz', nullable: true })
  confirmationsRestUntil: Date | null;
}
