import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A department that takes part in a round, and where its opinion stands. */
@Entity({ name: 'participations' })
@Check('ck_participations_requirement', `(requirement = ANY (ARRAY['REQUIRED'::text, 'OPTIONAL'::text]))`)
@Check(
  'ck_participations_state',
  `(state = ANY (ARRAY['PROPOSED'::text, 'OWED'::text, 'DRAFTING'::text, 'GIVEN'::text, 'STALE'::text, 'WAIVED'::text]))`,
)
@Check(
  'ck_participations_waived_with_reason',
  `((state <> 'WAIVED'::text) OR ((waived_by IS NOT NULL) AND (waive_reason IS NOT NULL)))`,
)
@Unique('ux_participations_department', ['roundId', 'departmentId'])
@Index('ix_participations_department', ['departmentId', 'state'])
export class Participation {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_participations' })
  id: string;

  @ForeignKey('DiscussionRound', { name: 'fk_participations_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @ForeignKey('Department', { name: 'fk_participations_department' })
  @Column({ name: 'department_id', type: 'uuid' })
  departmentId: string;

  @Column({ name: 'requirement', type: 'text' })
  requirement: string;

  @Column({ name: 'reasons', type: 'jsonb' })
  reasons: unknown;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt: Date | null;

  @Column({ name: 'given_at', type: 'timestamptz', nullable: true })
  givenAt: Date | null;

  @ForeignKey('Person', { name: 'fk_participations_waived_by' })
  @Column({ name: 'waived_by', type: 'uuid', nullable: true })
  waivedBy: string | null;

  @Column({ name: 'waive_reason', type: 'text', nullable: true })
  waiveReason: string | null;
}
