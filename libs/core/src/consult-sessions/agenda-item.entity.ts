import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A case on the agenda of a session. */
@Entity({ name: 'agenda_items' })
@Check('ck_agenda_items_minutes', `((minutes >= 5) AND (minutes <= 120))`)
@Check(
  'ck_agenda_items_state',
  `(state = ANY (ARRAY['QUEUED'::text, 'OPEN'::text, 'CONCLUDED'::text, 'SIGNED'::text, 'DEFERRED'::text]))`,
)
@Unique('ux_agenda_items_case', ['sessionId', 'caseId'])
@Index('ix_agenda_items_case', ['caseId'])
@Index('ux_agenda_items_one_open', ['sessionId'], { unique: true, where: `(state = 'OPEN'::text)` })
@Index('ux_agenda_items_round_once', ['roundId'], { unique: true, where: `(state <> 'DEFERRED'::text)` })
export class AgendaItem {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_agenda_items' })
  id: string;

  @ForeignKey('ConsultSession', { name: 'fk_agenda_items_session' })
  @Column({ name: 'session_id', type: 'uuid' })
  sessionId: string;

  @ForeignKey('ClinicalCase', { name: 'fk_agenda_items_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('DiscussionRound', { name: 'fk_agenda_items_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @Column({ name: 'ordinal', type: 'int' })
  ordinal: number;

  @Column({ name: 'minutes', type: 'int' })
  minutes: number;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'defer_reason', type: 'text', nullable: true })
  deferReason: string | null;

  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;
}
