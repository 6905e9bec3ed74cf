import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a session decided on a case; final once signed. */
@Entity({ name: 'decisions' })
@Check(
  'ck_decisions_consensus',
  `(consensus = ANY (ARRAY['UNANIMOUS'::text, 'MAJORITY'::text, 'CHAIR_DECISION'::text, 'NONE'::text]))`,
)
@Check(
  'ck_decisions_signed',
  `((state <> 'SIGNED'::text) OR ((signed_by IS NOT NULL) AND (signed_at IS NOT NULL) AND (content_hash IS NOT NULL)))`,
)
@Check('ck_decisions_state', `(state = ANY (ARRAY['DRAFT'::text, 'PENDING'::text, 'SIGNED'::text]))`)
@Unique('ux_decisions_agenda_item', ['agendaItemId'])
@Index('ix_decisions_round', ['roundId'])
export class Decision {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_decisions' })
  id: string;

  @ForeignKey('DiscussionRound', { name: 'fk_decisions_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @ForeignKey('AgendaItem', { name: 'fk_decisions_agenda_item' })
  @Column({ name: 'agenda_item_id', type: 'uuid' })
  agendaItemId: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'direction', type: 'text' })
  direction: string;

  @Column({ name: 'summary', type: 'text', default: '' })
  summary: string;

  @Column({ name: 'stances', type: 'jsonb', default: () => "'[]'" })
  stances: unknown;

  @Column({ name: 'recommendations', type: 'jsonb', default: () => "'[]'" })
  recommendations: unknown;

  @Column({ name: 'patient_preference_considered', type: 'boolean', default: false })
  patientPreferenceConsidered: boolean;

  /** Facts the recorder chose; null where the rules propose. */
  @Column({ name: 'facts', type: 'jsonb', nullable: true })
  facts: unknown;

  @Column({ name: 'consensus', type: 'text', nullable: true })
  consensus: string | null;

  @Column({ name: 'consensus_override', type: 'jsonb', nullable: true })
  consensusOverride: unknown;

  @Column({ name: 'quorum', type: 'jsonb', nullable: true })
  quorum: unknown;

  @ForeignKey('Person', { name: 'fk_decisions_recorded_by' })
  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @ForeignKey('Person', { name: 'fk_decisions_signed_by' })
  @Column({ name: 'signed_by', type: 'uuid', nullable: true })
  signedBy: string | null;

  @Column({ name: 'signed_at', type: 'timestamptz', nullable: true })
  signedAt: Date | null;

  @Column({ name: 'content_hash', type: 'text', nullable: true })
  contentHash: string | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
