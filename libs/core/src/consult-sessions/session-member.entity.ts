import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person expected at a session, and whether they came. */
@Entity({ name: 'session_members' })
@Check('ck_session_members_mode', `(attendance_mode = ANY (ARRAY['IN_PERSON'::text, 'REMOTE'::text, 'PROXY'::text]))`)
@Check(
  'ck_session_members_role',
  `(role = ANY (ARRAY['CHAIR'::text, 'RECORDER'::text, 'MEMBER'::text, 'EXPERT'::text]))`,
)
@Index('ix_session_members_person', ['personId'])
export class SessionMember {
  @ForeignKey('ConsultSession', { name: 'fk_session_members_session' })
  @PrimaryColumn({ name: 'session_id', type: 'uuid', primaryKeyConstraintName: 'pk_session_members' })
  sessionId: string;

  @ForeignKey('Person', { name: 'fk_session_members_person' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_session_members' })
  personId: string;

  @Column({ name: 'role', type: 'text' })
  role: string;

  @ForeignKey('Department', { name: 'fk_session_members_department' })
  @Column({ name: 'department_id', type: 'uuid', nullable: true })
  departmentId: string | null;

  @ForeignKey('Hospital', { name: 'fk_session_members_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'attendance_mode', type: 'text', nullable: true })
  attendanceMode: string | null;

  @Column({ name: 'arrived_at', type: 'timestamptz', nullable: true })
  arrivedAt: Date | null;
}
