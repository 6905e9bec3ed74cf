import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One stage of an operation, by one department. */
@Entity({ name: 'surgical_stages' })
@Check('ck_surgical_stages_blood_units', `((blood_units >= 0) AND (blood_units <= 60))`)
@Check(
  'ck_surgical_stages_confirmation',
  `(confirmation = ANY (ARRAY['WAITING'::text, 'CONFIRMED'::text, 'DECLINED'::text]))`,
)
@Check('ck_surgical_stages_day_offset', `((day_offset >= '-14'::integer) AND (day_offset <= 0))`)
@Check('ck_surgical_stages_minutes', `((minutes >= 5) AND (minutes <= 960))`)
@Unique('ux_surgical_stages_code', ['planId', 'code'])
@Index('ix_surgical_stages_lead', ['leadId'])
export class SurgicalStage {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_surgical_stages' })
  id: string;

  @ForeignKey('SurgicalPlan', { name: 'fk_surgical_stages_plan' })
  @Column({ name: 'plan_id', type: 'uuid' })
  planId: string;

  @Column({ name: 'ordinal', type: 'int' })
  ordinal: number;

  @Column({ name: 'code', type: 'text' })
  code: string;

  @ForeignKey('Department', { name: 'fk_surgical_stages_department' })
  @Column({ name: 'department_id', type: 'uuid' })
  departmentId: string;

  @ForeignKey('Person', { name: 'fk_surgical_stages_lead' })
  @Column({ name: 'lead_id', type: 'uuid' })
  leadId: string;

  @Column({ name: 'goal', type: 'text' })
  goal: string;

  @Column({ name: 'structures_at_risk', type: 'text', array: true, default: '{}' })
  structuresAtRisk: string[];

  @Column({ name: 'entry_condition', type: 'text', default: '' })
  entryCondition: string;

  @Column({ name: 'handover_condition', type: 'text' })
  handoverCondition: string;

  @Column({ name: 'contingency', type: 'text' })
  contingency: string;

  @Column({ name: 'minutes', type: 'int' })
  minutes: number;

  @Column({ name: 'blood_units', type: 'int' })
  bloodUnits: number;

  @Column({ name: 'day_offset', type: 'int', default: 0 })
  dayOffset: number;

  @Column({ name: 'after_codes', type: 'text', array: true, default: '{}' })
  afterCodes: string[];

  @Column({ name: 'confirmation', type: 'text' })
  confirmation: string;

  @Column({ name: 'confirm_due_at', type: 'timestamptz', nullable: true })
  confirmDueAt: Date | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  @Column({ name: 'decline_reason', type: 'text', nullable: true })
  declineReason: string | null;
}
