import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a case is found by. Triggers of the database keep it, and no program reads it but through `cases_found`. */
@Entity({ name: 'case_search' })
@Index('ix_case_search_pieces', { synchronize: false })
@Index('ix_case_search_recent', ['hospitalId', 'referredAt', 'caseId'])
@Index('ix_case_search_patient', ['patientId'])
@Index('ix_case_search_owner', ['ownerId'])
export class CaseSearchRow {
  @ForeignKey('ClinicalCase', { name: 'fk_case_search_case', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'pk_case_search' })
  caseId: string;

  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId: string;

  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId: string;

  @Column({ name: 'case_no', type: 'text' })
  caseNo: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'tumour_type', type: 'text' })
  tumourType: string;

  @Column({ name: 'risk', type: 'text' })
  risk: string;

  @Column({ name: 'recurrence_number', type: 'int' })
  recurrenceNumber: number;

  @Column({ name: 'referred_at', type: 'timestamptz' })
  referredAt: Date;

  @Column({ name: 'diagnosis', type: 'text' })
  diagnosis: string;

  @Column({ name: 'pieces', type: 'text', array: true })
  pieces: string[];

  @Column({ name: 'department_ids', type: 'uuid', array: true, default: '{}' })
  departmentIds: string[];
}
