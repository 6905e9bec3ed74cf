import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What a centre asks for before a case of one tumour type is discussed. */
@Entity({ name: 'checklists' })
@Unique('ux_checklists_type', ['centerId', 'tumourType'])
export class Checklist {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_checklists' })
  id: string;

  @ForeignKey('Center', { name: 'fk_checklists_center' })
  @Column({ name: 'center_id', type: 'uuid' })
  centerId: string;

  @Column({ name: 'tumour_type', type: 'text' })
  tumourType: string;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_checklists_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
