import { Entity, PrimaryColumn } from 'typeorm';

/** A line of the audit log that waits for its seal; laid down by a trigger in the transaction that writes the line. */
@Entity({ name: 'audit_unsealed' })
export class AuditUnsealed {
  @PrimaryColumn({ name: 'event_id', type: 'bigint', primaryKeyConstraintName: 'pk_audit_unsealed' })
  eventId: string;
}
