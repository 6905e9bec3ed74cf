import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A code that stands in for the one-time code once. Only its hash is kept. */
@Entity({ name: 'recovery_codes' })
export class RecoveryCode {
  @ForeignKey('Person', { name: 'fk_recovery_codes_person' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_recovery_codes' })
  personId: string;

  @PrimaryColumn({ name: 'code_hash', type: 'bytea', primaryKeyConstraintName: 'pk_recovery_codes' })
  codeHash: Buffer;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
