import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What was done once to this database. */
@Entity({ name: 'installation' })
@Check('ck_installation_one_row', `(id = 1)`)
export class Installation {
  @PrimaryColumn({ name: 'id', type: 'int', primaryKeyConstraintName: 'pk_installation' })
  id: number;

  @Column({ name: 'demonstration_loaded_at', type: 'timestamptz', nullable: true })
  demonstrationLoadedAt: Date | null;
}
