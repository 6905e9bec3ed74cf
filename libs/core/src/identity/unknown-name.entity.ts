import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A name typed at sign-in that no account has. It rests after failures as an account does, so that nobody learns which names exist. */
@Entity({ name: 'unknown_names' })
@Index('ix_unknown_names_failed_at', ['failedAt'])
export class UnknownName {
  /** Sealed one-way: somebody may have typed their password here. */
  @PrimaryColumn({ name: 'name_mark', type: 'bytea', primaryKeyConstraintName: 'pk_unknown_names' })
  nameMark: Buffer;

  @Column({ name: 'failed_attempts', type: 'int' })
  failedAttempts: number;

  @Column({ name: 'locked_until', type: 'timestamptz', nullable: true })
  lockedUntil: Date | null;

  @Column({ name: 'failed_at', type: 'timestamptz' })
  failedAt: Date;
}
