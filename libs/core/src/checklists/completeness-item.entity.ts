import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One item of the material of a round, and where it stands. */
@Entity({ name: 'completeness_items' })
@Check(
  'ck_completeness_items_state',
  `(state = ANY (ARRAY['MISSING'::text, 'REQUESTED'::text, 'RECEIVED'::text, 'RE_READ'::text, 'VERIFIED'::text, 'WAIVED'::text]))`,
)
@Check('ck_completeness_items_waived', `((state <> 'WAIVED'::text) OR ((reason <> ''::text) AND (set_by IS NOT NULL)))`)
@Unique('ux_completeness_items_code', ['roundId', 'code'])
export class CompletenessItem {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_completeness_items' })
  id: string;

  @ForeignKey('DiscussionRound', { name: 'fk_completeness_items_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @ForeignKey('ChecklistVersion', { name: 'fk_completeness_items_version' })
  @Column({ name: 'checklist_version_id', type: 'uuid' })
  checklistVersionId: string;

  @Column({ name: 'code', type: 'text' })
  code: string;

  @Column({ name: 'ordinal', type: 'int' })
  ordinal: number;

  @Column({ name: 'definition', type: 'jsonb' })
  definition: unknown;

  @Column({ name: 'mandatory', type: 'boolean' })
  mandatory: boolean;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'done', type: 'boolean' })
  done: boolean;

  @Column({ name: 'fact_on', type: 'date', nullable: true })
  factOn: string | null;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt: Date | null;

  @ForeignKey('Person', { name: 'fk_completeness_items_set_by' })
  @Column({ name: 'set_by', type: 'uuid', nullable: true })
  setBy: string | null;

  @Column({ name: 'set_at', type: 'timestamptz', nullable: true })
  setAt: Date | null;

  @Column({ name: 'reason', type: 'text', default: '' })
  reason: string;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;
}
