import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An import of cases that was carried out, by the key its caller gave. Of the file it keeps the checksum alone. */
@Entity({ name: 'case_imports' })
@Check('ck_case_imports_case_nos', `((cardinality(case_nos) >= 1) AND (cardinality(case_nos) <= 200))`)
@Check('ck_case_imports_sha256', `(sha256 ~ '^[0-9a-f]{64}$'::text)`)
export class CaseImport {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_case_imports' })
  id: string;

  @ForeignKey('Hospital', { name: 'fk_case_imports_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @ForeignKey('Person', { name: 'fk_case_imports_imported_by' })
  @Column({ name: 'imported_by', type: 'uuid' })
  importedBy: string;

  @Column({ name: 'imported_at', type: 'timestamptz' })
  importedAt: Date;

  @Column({ name: 'sha256', type: 'text' })
  sha256: string;

  @Column({ name: 'case_nos', type: 'text', array: true })
  caseNos: string[];
}
