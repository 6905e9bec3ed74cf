import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file kept with a case: what is known of it. Its bytes lie in the file store under its id. */
@Entity({ name: 'attachments' })
@Check('ck_attachments_bytes', `((bytes >= 1) AND (bytes <= 209715200))`)
@Check(
  'ck_attachments_kind',
  `(kind = ANY (ARRAY['IMAGING'::text, 'PATHOLOGY'::text, 'LAB'::text, 'CONSENT'::text, 'LETTER'::text, 'PHOTO'::text, 'OTHER'::text]))`,
)
@Check(
  'ck_attachments_removed',
  `(num_nulls(removed_at, removed_by, remove_reason) =
CASE
    WHEN (state = 'REMOVED'::text) THEN 0
    ELSE 3
END)`,
)
@Check('ck_attachments_sha256', `(sha256 ~ '^[0-9a-f]{64}$'::text)`)
@Check('ck_attachments_state', `(state = ANY (ARRAY['ACTIVE'::text, 'REMOVED'::text]))`)
@Check('ck_attachments_title', `((char_length(title) >= 1) AND (char_length(title) <= 200))`)
@Index('ix_attachments_case', ['caseId', 'sha256'])
export class Attachment {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_attachments' })
  id: string;

  @ForeignKey('ClinicalCase', { name: 'fk_attachments_case' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('DiscussionRound', { name: 'fk_attachments_round' })
  @Column({ name: 'round_id', type: 'uuid' })
  roundId: string;

  @ForeignKey('Hospital', { name: 'fk_attachments_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ name: 'bytes', type: 'int' })
  bytes: number;

  @Column({ name: 'sha256', type: 'text' })
  sha256: string;

  @Column({ name: 'state', type: 'text', default: 'ACTIVE' })
  state: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz' })
  uploadedAt: Date;

  @ForeignKey('Person', { name: 'fk_attachments_uploaded_by' })
  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy: string;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;

  @ForeignKey('Person', { name: 'fk_attachments_removed_by' })
  @Column({ name: 'removed_by', type: 'uuid', nullable: true })
  removedBy: string | null;

  @Column({ name: 'remove_reason', type: 'text', nullable: true })
  removeReason: string | null;

  @Column({ name: 'version', type: 'int', default: 1 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('Person', { name: 'fk_attachments_updated_by' })
  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;
}
