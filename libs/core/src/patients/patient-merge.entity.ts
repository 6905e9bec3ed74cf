import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Two records of one patient, joined, and perhaps parted again. */
@Entity({ name: 'patient_merges' })
@Check('ck_patient_merges_conflicts', `(conflicts <@ ARRAY['SEX'::text, 'BIRTH_DATE'::text, 'NAME'::text])`)
@Check('ck_patient_merges_reason', `(char_length(reason) > 0)`)
@Check('ck_patient_merges_two', `(kept_id <> merged_id)`)
@Check('ck_patient_merges_undone', `(num_nulls(undone_at, undone_by, undo_reason) = ANY (ARRAY[0, 3]))`)
@Index('ux_patient_merges_in_force', ['mergedId'], { unique: true, where: `(undone_at IS NULL)` })
@Index('ix_patient_merges_hospital', ['hospitalId', 'id'])
@Index('ix_patient_merges_kept', ['keptId'], { where: `(undone_at IS NULL)` })
export class PatientMergeRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_patient_merges' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_patient_merges_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Patient', { name: 'fk_patient_merges_kept' })
  @Column({ name: 'kept_id', type: 'uuid' })
  keptId: string;

  @ForeignKey('Patient', { name: 'fk_patient_merges_merged' })
  @Column({ name: 'merged_id', type: 'uuid' })
  mergedId: string;

  @Column({ name: 'case_ids', type: 'uuid', array: true })
  caseIds: string[];

  @Column({ name: 'conflicts', type: 'text', array: true })
  conflicts: string[];

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'merged_at', type: 'timestamptz' })
  mergedAt: Date;

  @ForeignKey('Person', { name: 'fk_patient_merges_merged_by' })
  @Column({ name: 'merged_by', type: 'uuid' })
  mergedBy: string;

  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true })
  undoneAt: Date | null;

  @ForeignKey('Person', { name: 'fk_patient_merges_undone_by' })
  @Column({ name: 'undone_by', type: 'uuid', nullable: true })
  undoneBy: string | null;

  @Column({ name: 'undo_reason', type: 'text', nullable: true })
  undoReason: string | null;
}
