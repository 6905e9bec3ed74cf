import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One version of a checklist. Written once. */
@Entity({ name: 'checklist_versions' })
@Check('ck_checklist_versions_number', `(number >= 1)`)
@Unique('ux_checklist_versions_number', ['checklistId', 'number'])
export class ChecklistVersion {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_checklist_versions' })
  id: string;

  @ForeignKey('Checklist', { name: 'fk_checklist_versions_checklist' })
  @Column({ name: 'checklist_id', type: 'uuid' })
  checklistId: string;

  @Column({ name: 'number', type: 'int' })
  number: number;

  @Column({ name: 'items', type: 'jsonb' })
  items: unknown;

  @Column({ name: 'note', type: 'text' })
  note: string;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;

  @ForeignKey('Person', { name: 'fk_checklist_versions_made_by' })
  @Column({ name: 'made_by', type: 'uuid', nullable: true })
  madeBy: string | null;
}
