import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A case shown, de-identified, to another hospital for one session. */
@Entity({ name: 'shares' })
@Unique('ux_shares_px_code', ['pxCode'])
@Check(
  'ck_shares_sections',
  `((sections <@ ARRAY['SUMMARY'::text, 'QUESTIONS'::text, 'PRIOR_TREATMENTS'::text, 'IMAGING'::text, 'PATHOLOGY'::text, 'WISHES'::text, 'OTHER_OPINIONS'::text]) AND (sections @> ARRAY['SUMMARY'::text, 'QUESTIONS'::text]))`,
)
@Index('ix_shares_hospital', ['hospitalId'])
@Index('ix_shares_partnership', ['partnershipId'], { where: `(revoked_at IS NULL)` })
@Index('ix_shares_consent', ['consentId'], { where: `(revoked_at IS NULL)` })
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

  /** Set by somebody: it does not move with the session. */
  @Column({ name: 'expiry_by_hand', type: 'boolean', default: false })
  expiryByHand: boolean;

  @Column({ name: 'sections', type: 'text', array: true })
  sections: string[];

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

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_shares_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;
}
