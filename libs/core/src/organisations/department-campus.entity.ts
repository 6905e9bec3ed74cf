import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A campus at which a department works. */
@Entity({ name: 'department_campuses' })
@Index('ix_department_campuses_campus', ['campusId'])
export class DepartmentCampus {
  @ForeignKey('Department', { name: 'fk_department_campuses_department' })
  @PrimaryColumn({ name: 'department_id', type: 'uuid', primaryKeyConstraintName: 'pk_department_campuses' })
  departmentId: string;

  @ForeignKey('Campus', { name: 'fk_department_campuses_campus' })
  @PrimaryColumn({ name: 'campus_id', type: 'uuid', primaryKeyConstraintName: 'pk_department_campuses' })
  campusId: string;
}
