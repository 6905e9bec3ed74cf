import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A case: one long-lived record with many rounds of discussion. */
@Entity({ name: 'cases' })
@Check('ck_cases_age', `((age_years >= 0) AND (age_years <= 130))`)
@Check('ck_cases_ecog', `((ecog >= 0) AND (ecog <= 5))`)
@Check('ck_cases_risk', `(risk = ANY (ARRAY['EXTREME'::text, 'HIGH'::text, 'MODERATE'::text]))`)
@Check(
  'ck_cases_state',
  `(state = ANY (ARRAY['DRAFT'::text, 'REFERRED'::text, 'TRIAGE'::text, 'NEEDS_INFO'::text, 'REJECTED'::text, 'PREPARING'::text, 'READY'::text, 'SCHEDULED'::text, 'IN_DISCUSSION'::text, 'DEFERRED'::text, 'DECISION_PENDING'::text, 'DECIDED'::text, 'PLAN_IN_PREPARATION'::text, 'PLAN_APPROVED'::text, 'IN_TREATMENT'::text, 'FOLLOW_UP'::text, 'CLOSED'::text, 'ON_HOLD'::text, 'WITHDRAWN'::text, 'DECEASED'::text]))`,
)
@Check('ck_cases_urgency', `(urgency = ANY (ARRAY['ROUTINE'::text, 'URGENT'::text]))`)
@Unique('ux_cases_case_no', ['caseNo'])
@Index('ix_cases_open', ['hospitalId', 'state'], {
  where: `(state <> ALL (ARRAY['CLOSED'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'DECEASED'::text]))`,
})
@Index('ix_cases_owner', ['ownerId'])
@Index('ix_cases_patient', ['patientId'])
export class ClinicalCase {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_cases' })
  id: string;

  @Column({ name: 'case_no', type: 'text' })
  caseNo: string;

  @ForeignKey('Hospital', { name: 'fk_cases_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Center', { name: 'fk_cases_center' })
  @Column({ name: 'center_id', type: 'uuid' })
  centerId: string;

  @ForeignKey('Patient', { name: 'fk_cases_patient' })
  @Column({ name: 'patient_id', type: 'uuid' })
  patientId: string;

  @ForeignKey('Person', { name: 'fk_cases_owner' })
  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId: string;

  @ForeignKey('Department', { name: 'fk_cases_owner_department' })
  @Column({ name: 'owner_department_id', type: 'uuid', nullable: true })
  ownerDepartmentId: string | null;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'urgency', type: 'text' })
  urgency: string;

  @Column({ name: 'age_years', type: 'int' })
  ageYears: number;

  @Column({ name: 'tumour_type', type: 'text' })
  tumourType: string;

  @Column({ name: 'diagnosis', type: 'text' })
  diagnosis: string;

  @Column({ name: 'icd10_code', type: 'text', default: '' })
  icd10Code: string;

  @Column({ name: 'presentation', type: 'text' })
  presentation: string;

  @Column({ name: 'recurrence_number', type: 'int' })
  recurrenceNumber: number;

  @Column({ name: 'summary', type: 'text' })
  summary: string;

  @Column({ name: 'wishes', type: 'text' })
  wishes: string;

  @Column({ name: 'ecog', type: 'int' })
  ecog: number;

  @Column({ name: 'comorbidities', type: 'text', array: true, default: '{}' })
  comorbidities: string[];

  @Column({ name: 'structures', type: 'jsonb', default: () => "'[]'" })
  structures: unknown;

  @Column({ name: 'prior_treatments', type: 'jsonb', default: () => "'[]'" })
  priorTreatments: unknown;

  @Column({ name: 'imaging', type: 'jsonb', default: () => "'[]'" })
  imaging: unknown;

  @Column({ name: 'pathology', type: 'jsonb', default: () => "'[]'" })
  pathology: unknown;

  @Column({ name: 'risk', type: 'text' })
  risk: string;

  @Column({ name: 'risk_reasons', type: 'jsonb', default: () => "'[]'" })
  riskReasons: unknown;

  @Column({ name: 'missing_information', type: 'text', nullable: true })
  missingInformation: string | null;

  @Column({ name: 'referred_at', type: 'timestamptz' })
  referredAt: Date;

  @Column({ name: 'state_since', type: 'timestamptz' })
  stateSince: Date;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_cases_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
