import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One line of the audit log; only ever added. */
@Entity({ name: 'audit_events' })
@Check('ck_audit_events_outcome', `(outcome = ANY (ARRAY['DONE'::text, 'REFUSED'::text]))`)
@Index('ix_audit_events_actor', ['actorId', 'id'])
@Index('ix_audit_events_case', ['caseId', 'id'])
@Index('ix_audit_events_at', ['at', 'id'])
@Index('ix_audit_events_action', ['action', 'id'])
@Index('ix_audit_events_object', ['objectId', 'id'])
export class AuditEvent {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_audit_events',
  })
  id: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId: string | null;

  @Column({ name: 'actor', type: 'text' })
  actor: string;

  @Column({ name: 'action', type: 'text' })
  action: string;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'object_kind', type: 'text' })
  objectKind: string;

  @Column({ name: 'object_id', type: 'text', nullable: true })
  objectId: string | null;

  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  caseId: string | null;

  @Column({ name: 'hospital_id', type: 'uuid', nullable: true })
  hospitalId: string | null;

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId: string | null;

  @Column({ name: 'detail', type: 'jsonb', default: () => "'{}'" })
  detail: unknown;

  /** Roles the actor held then. */
  @Column({ name: 'roles', type: 'text', array: true, default: '{}' })
  roles: string[];

  /** Network address the request came from; null for named processes of the product. */
  @Column({ name: 'source', type: 'text', nullable: true })
  source: string | null;

  /** What the change replaced: ids, codes, states; free text by length and hash alone. */
  @Column({ name: 'before', type: 'jsonb', nullable: true })
  before: unknown;

  @Column({ name: 'after', type: 'jsonb', nullable: true })
  after: unknown;
}
