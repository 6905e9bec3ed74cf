import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A hospital linked into a session, under an agreement. */
@Entity({ name: 'session_hospitals' })
export class SessionHospital {
  @ForeignKey('ConsultSession', { name: 'fk_session_hospitals_session' })
  @PrimaryColumn({ name: 'session_id', type: 'uuid', primaryKeyConstraintName: 'pk_session_hospitals' })
  sessionId: string;

  @ForeignKey('Hospital', { name: 'fk_session_hospitals_hospital' })
  @PrimaryColumn({ name: 'hospital_id', type: 'uuid', primaryKeyConstraintName: 'pk_session_hospitals' })
  hospitalId: string;

  @ForeignKey('Partnership', { name: 'fk_session_hospitals_partnership' })
  @Column({ name: 'partnership_id', type: 'uuid' })
  partnershipId: string;
}
