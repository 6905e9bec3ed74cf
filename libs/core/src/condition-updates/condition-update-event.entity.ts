import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What happened to a piece of news, one act after another. */
@Entity({ name: 'condition_update_events' })
@Check(
  'ck_condition_update_events_kind',
  `(kind = ANY (ARRAY['WRITTEN'::text, 'TRIAGED'::text, 'ACKNOWLEDGED'::text, 'ACTIONED'::text, 'CLOSED'::text]))`,
)
@Check('ck_condition_update_events_severity', `(severity = ANY (ARRAY['RED'::text, 'AMBER'::text, 'GREEN'::text]))`)
@Index('ix_condition_update_events_update', ['conditionUpdateId', 'id'])
export class ConditionUpdateEvent {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_condition_update_events' })
  id: string;

  @ForeignKey('ConditionUpdate', { name: 'fk_condition_update_events_update' })
  @Column({ name: 'condition_update_id', type: 'uuid' })
  conditionUpdateId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @ForeignKey('Person', { name: 'fk_condition_update_events_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'severity', type: 'text', nullable: true })
  severity: string | null;

  @Column({ name: 'note', type: 'text', default: '' })
  note: string;
}
