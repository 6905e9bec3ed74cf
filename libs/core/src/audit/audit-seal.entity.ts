import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One link of the hash chain over the audit log. */
@Entity({ name: 'audit_seals' })
@Unique('ux_audit_seals_event', ['eventId'])
export class AuditSeal {
  /** Place in the chain, from 1 on without gaps. */
  @PrimaryColumn({ name: 'sequence', type: 'bigint', primaryKeyConstraintName: 'pk_audit_seals' })
  sequence: string;

  @Column({ name: 'event_id', type: 'bigint' })
  eventId: string;

  @Column({ name: 'batch', type: 'bigint' })
  batch: string;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;
}
