import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The staged surgical plan of a case. */
@Entity({ name: 'surgical_plans' })
@Check(
  'ck_surgical_plans_staged_is_booked',
  `((state = 'DRAFT'::text) OR ((theatre_id IS NOT NULL) AND (starts_at IS NOT NULL)))`,
)
@Check('ck_surgical_plans_state', `(state = ANY (ARRAY['DRAFT'::text, 'STAGED'::text, 'CONFIRMED'::text]))`)
@Unique('ux_surgical_plans_number', ['caseId', 'number'])
export class SurgicalPlan {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_surgical_plans' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_surgical_plans_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('DiscussionRound', { name: 'fk_surgical_plans_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @Column({ name: 'number', type: 'int' })
  number: number;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @ForeignKey('Person', { name: 'fk_surgical_plans_lead' })
  @Column({ name: 'lead_id', type: 'uuid' })
  leadId: string;

  @ForeignKey('Room', { name: 'fk_surgical_plans_theatre' })
  @Column({ name: 'theatre_id', type: 'uuid', nullable: true })
  theatreId: string | null;

  @Column({ name: 'starts_at', type: 'timestamptz', nullable: true })
  startsAt: Date | null;

  @Column({ name: 'anaesthesia', type: 'text', default: '' })
  anaesthesia: string;

  @Column({ name: 'position', type: 'text', default: '' })
  position: string;

  @Column({ name: 'patient_agreed_on', type: 'date' })
  patientAgreedOn: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_surgical_plans_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;
}
