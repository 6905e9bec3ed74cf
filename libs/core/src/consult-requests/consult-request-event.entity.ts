import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What happened to a consult request, one act after another. */
@Entity({ name: 'consult_request_events' })
@Check(
  'ck_consult_request_events_kind',
  `(kind = ANY (ARRAY['SENT'::text, 'ACCEPTED'::text, 'REASSIGNED'::text, 'ARRIVED'::text, 'ANSWERED'::text, 'CLOSED'::text, 'DECLINED'::text, 'CANCELLED'::text]))`,
)
@Index('ix_consult_request_events_request', ['consultRequestId', 'id'])
export class ConsultRequestEvent {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_consult_request_events' })
  id: string;

  @ForeignKey('ConsultRequest', { name: 'fk_consult_request_events_request' })
  @Column({ name: 'consult_request_id', type: 'uuid' })
  consultRequestId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @ForeignKey('Person', { name: 'fk_consult_request_events_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @ForeignKey('Person', { name: 'fk_consult_request_events_to_person' })
  @Column({ name: 'to_person_id', type: 'uuid', nullable: true })
  toPersonId: string | null;

  @Column({ name: 'note', type: 'text', default: '' })
  note: string;
}
