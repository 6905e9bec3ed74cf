import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One reminder of an obligation, at one time. PostgreSQL holds the truth; the queue only wakes it. */
@Entity({ name: 'reminders' })
@Check('ck_reminders_state', `(state = ANY (ARRAY['SCHEDULED'::text, 'DELIVERED'::text, 'CANCELLED'::text]))`)
@Unique('ux_reminders_step', ['obligationId', 'step', 'obligationVersion'])
@Index('ix_reminders_due', ['fireAt'], { where: `(state = 'SCHEDULED'::text)` })
export class Reminder {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_reminders' })
  id: string;

  @ForeignKey('Obligation', { name: 'fk_reminders_obligation' })
  @Column({ name: 'obligation_id', type: 'uuid' })
  obligationId: string;

  @Column({ name: 'step', type: 'text' })
  step: string;

  @Column({ name: 'audience', type: 'text' })
  audience: string;

  @Column({ name: 'fire_at', type: 'timestamptz' })
  fireAt: Date;

  @Column({ name: 'obligation_version', type: 'int' })
  obligationVersion: number;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;
}
