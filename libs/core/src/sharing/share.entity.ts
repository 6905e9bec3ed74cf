import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A case shown, de-identified, to another hospital for one session. */
@Entity({ name: 'shares' })
@Unique('ux_shares_px_code', ['pxCode'])
@Index('ix_shares_hospital', ['hospitalId'])
@Index('ux_shares_in_force', ['caseId', 'sessionId', 'hospitalId'], { unique: true, where: `(revoked_at IS NULL)` })
export class Share {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_shares' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_shares_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('DiscussionRound', { name: 'fk_shares_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @ForeignKey('ConsultSession', { name: 'fk_shares_session' })
  @Column({ name: 'session_id', type: 'uuid' })
  sessionId: string;

  @ForeignKey('Hospital', { name: 'fk_shares_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Partnership', { name: 'fk_shares_partnership' })
  @Column({ name: 'partnership_id', type: 'uuid' })
  partnershipId: string;

  @ForeignKey('Consent', { name: 'fk_shares_consent' })
  @Column({ name: 'consent_id', type: 'uuid' })
  consentId: string;

  @Column({ name: 'px_code', type: 'text' })
  pxCode: string;

  @Column({ name: 'opinion_due_at', type: 'timestamptz' })
  opinionDueAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @ForeignKey('Person', { name: 'fk_shares_revoked_by' })
  @Column({ name: 'revoked_by', type: 'uuid', nullable: true })
  revokedBy: string | null;

  @Column({ name: 'revoke_reason', type: 'text', nullable: true })
  revokeReason: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('Person', { name: 'fk_shares_created_by' })
  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;
}
