import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A department on the roster of a centre. */
@Entity({ name: 'center_departments' })
@Check('ck_center_departments_role', `(role = ANY (ARRAY['CORE'::text, 'SUPPORTING'::text]))`)
export class CenterDepartment {
  @ForeignKey('Center', { name: 'fk_center_departments_center' })
  @PrimaryColumn({ name: 'center_id', type: 'uuid', primaryKeyConstraintName: 'pk_center_departments' })
  centerId: string;

  @ForeignKey('Department', { name: 'fk_center_departments_department' })
  @PrimaryColumn({ name: 'department_id', type: 'uuid', primaryKeyConstraintName: 'pk_center_departments' })
  departmentId: string;

  @Column({ name: 'role', type: 'text' })
  role: string;

  @Column({ name: 'position', type: 'int' })
  position: number;
}
