import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** When somebody was last reminded of what they owe to a round, and of what. */
@Entity({ name: 'material_chases' })
@Unique('ux_material_chases_person', ['roundId', 'personId'])
export class MaterialChase {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_material_chases' })
  id: string;

  @ForeignKey('DiscussionRound', { name: 'fk_material_chases_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @ForeignKey('Person', { name: 'fk_material_chases_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'chased_at', type: 'timestamptz' })
  chasedAt: Date;

  @ForeignKey('Person', { name: 'fk_material_chases_chased_by' })
  @Column({ name: 'chased_by', type: 'uuid' })
  chasedBy: string;

  @Column({ name: 'codes', type: 'text', array: true })
  codes: string[];
}
