import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A filter of the list of cases that a person keeps. */
@Entity({ name: 'saved_filters' })
@Check('ck_saved_filters_name', `((char_length(name) >= 1) AND (char_length(name) <= 40))`)
@Unique('ux_saved_filters_name', ['personId', 'name'])
@Index('ux_saved_filters_one_default', ['personId'], { unique: true, where: 'is_default' })
export class SavedFilterRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_saved_filters' })
  id: string;

  @ForeignKey('Person', { name: 'fk_saved_filters_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'filters', type: 'jsonb' })
  filters: unknown;

  @Column({ name: 'is_default', type: 'boolean', default: false })
  isDefault: boolean;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
