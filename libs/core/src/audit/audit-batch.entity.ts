import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Rows sealed in one go; its hash is itself a link of the chain. */
@Entity({ name: 'audit_batches' })
@Check('ck_audit_batches_not_empty', `(row_count > 0)`)
@Unique('ux_audit_batches_last_sequence', ['lastSequence'])
export class AuditBatch {
  @PrimaryColumn({ name: 'number', type: 'bigint', primaryKeyConstraintName: 'pk_audit_batches' })
  number: string;

  @Column({ name: 'last_sequence', type: 'bigint' })
  lastSequence: string;

  @Column({ name: 'row_count', type: 'int' })
  rowCount: number;

  @Column({ name: 'previous_hash', type: 'bytea' })
  previousHash: Buffer;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;

  @Column({ name: 'sealed_at', type: 'timestamptz' })
  sealedAt: Date;
}
