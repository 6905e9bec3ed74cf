import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One verification of the chain and what it found. */
@Entity({ name: 'audit_checks' })
@Check('ck_audit_checks_outcome', `(outcome = ANY (ARRAY['PASSED'::text, 'BROKEN'::text]))`)
@Check('ck_audit_checks_broken_is_named', `((outcome = 'BROKEN'::text) = (broken IS NOT NULL))`)
export class AuditCheck {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_audit_checks',
  })
  id: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'checked_by', type: 'text' })
  checkedBy: string;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'sealed_rows', type: 'bigint' })
  sealedRows: string;

  @Column({ name: 'head_hash', type: 'bytea' })
  headHash: Buffer;

  @Column({ name: 'unsealed_rows', type: 'bigint' })
  unsealedRows: string;

  @Column({ name: 'broken', type: 'jsonb', nullable: true })
  broken: unknown;

  @Column({ name: 'took_milliseconds', type: 'int' })
  tookMilliseconds: number;
}
