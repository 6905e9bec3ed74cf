import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One writing of one part of a clinical record; never edited. The part as it stands is its highest revision. */
@Entity({ name: 'record_revisions' })
@Check('ck_record_revisions_revision', `(revision >= 1)`)
@Check(
  'ck_record_revisions_section',
  `(section = ANY (ARRAY['diagnosis'::text, 'presentation'::text, 'summary'::text, 'wishes'::text, 'treatments'::text, 'staging'::text, 'status'::text, 'structures'::text, 'imaging'::text, 'pathology'::text, 'laboratory'::text, 'outcome'::text, 'follow-up'::text]))`,
)
@Check(
  'ck_record_revisions_source',
  `(source = ANY (ARRAY['OWN'::text, 'OUTSIDE'::text, 'REFERRAL'::text, 'PATIENT'::text]))`,
)
export class RecordRevision {
  @ForeignKey('ClinicalCase', { name: 'fk_record_revisions_case' })
  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'pk_record_revisions' })
  caseId: string;

  @PrimaryColumn({ name: 'section', type: 'text', primaryKeyConstraintName: 'pk_record_revisions' })
  section: string;

  @PrimaryColumn({ name: 'revision', type: 'int', primaryKeyConstraintName: 'pk_record_revisions' })
  revision: number;

  @Column({ name: 'content', type: 'jsonb' })
  content: unknown;

  @Column({ name: 'observed_on', type: 'date' })
  observedOn: string;

  @Column({ name: 'source', type: 'text' })
  source: string;

  @Column({ name: 'source_note', type: 'text' })
  sourceNote: string;

  @ForeignKey('Person', { name: 'fk_record_revisions_author' })
  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column({ name: 'reason', type: 'text' })
  reason: string;
}
