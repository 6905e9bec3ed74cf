import { recordContents, type RecordContents, type RecordSection } from '@consilium/contracts';
import { personOf } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { readingFormOf, type ReadingForm } from './reading-form.rules.js';
import { emptyRecord, type KeptPart, type KeptRecord } from './record-facts.rules.js';
import { RecordRevision } from './record-revision.entity.js';
import type { PartToWrite } from './referred-record.rules.js';

export interface PartRow {
  section: RecordSection;
  revision: number;
  content: unknown;
  observedOn: string;
  source: string;
  sourceNote: string;
  author: string;
  recordedAt: Date;
  reason: string;
}

/** Everything about a writing; the table is called r. A day is read as text: it has no zone. */
export const PART_COLUMNS = `r.section, r.revision, r.content, to_char(r.observed_on, 'YYYY-MM-DD') AS "observedOn", r.source, r.source_note AS "sourceNote",
    p.name AS author, r.recorded_at AS "recordedAt", r.reason`;

const LATEST_PARTS = `
  SELECT DISTINCT ON (r.section) ${PART_COLUMNS} FROM record_revisions r JOIN people p ON p.id = r.author_id
  WHERE r.case_id = $1 ORDER BY r.section, r.revision DESC`;

/** The parts of a case's record as they stand, those that were written. */
export async function latestParts(tx: Transaction, caseId: string): Promise<PartRow[]> {
  return tx.query<PartRow>(LATEST_PARTS, [caseId]);
}

/** Content as the contract has it now: what a part gained since it was written is there with its default. */
export const contentOf = <Section extends RecordSection>(section: Section, content: unknown): RecordContents[Section] =>
  recordContents[section].parse(content) as RecordContents[Section];

/** The record of a case as it stands, part by part; null where nothing was written. The case must be in the actor's sight. */
export async function recordOf(tx: Transaction, caseId: string): Promise<KeptRecord> {
  const kept = (await latestParts(tx, caseId)).map(
    ({ section, content, observedOn, revision, recordedAt }): [RecordSection, KeptPart] => [
      section,
      { content: contentOf(section, content), observedOn, revision, recordedAt },
    ],
  );
  return { ...emptyRecord(), ...(Object.fromEntries(kept) as Partial<KeptRecord>) };
}

/** Where a writing comes from and why. */
export interface Writing {
  source: string;
  sourceNote?: string;
  reason?: string;
}

/** Adds the next revision of parts of a record. The caller holds the case, and brings its reading form up to date. */
export async function addRevisions(
  tx: Transaction,
  caseId: string,
  parts: readonly (PartToWrite & { revision: number })[],
  { source, sourceNote = '', reason = '' }: Writing,
): Promise<void> {
  const authorId = personOf(tx.actor);
  await tx.insert(
    RecordRevision,
    parts.map(({ section, revision, content, observedOn }) => ({
      caseId,
      section,
      revision,
      content,
      observedOn,
      source,
      sourceNote,
      authorId,
      recordedAt: tx.now,
      reason,
    })),
  );
}

/** What parts of a record say in the reading form. */
export const readingFormOfParts = (parts: readonly PartToWrite[]): Partial<ReadingForm> =>
  Object.assign({}, ...parts.map(({ section, content }) => readingFormOf(section, content))) as Partial<ReadingForm>;

const COLUMNS: Record<keyof ReadingForm, { name: string; json?: true }> = {
  diagnosis: { name: 'diagnosis' },
  icd10Code: { name: 'icd10_code' },
  presentation: { name: 'presentation' },
  recurrenceNumber: { name: 'recurrence_number' },
  summary: { name: 'summary' },
  wishes: { name: 'wishes' },
  ecog: { name: 'ecog' },
  comorbidities: { name: 'comorbidities' },
  structures: { name: 'structures', json: true },
  priorTreatments: { name: 'prior_treatments', json: true },
  imaging: { name: 'imaging', json: true },
  pathology: { name: 'pathology', json: true },
};

/** Brings the row of a case up to what parts of its record now say. */
export async function keepReadingForm(tx: Transaction, caseId: string, form: Partial<ReadingForm>): Promise<void> {
  const said = (Object.keys(form) as (keyof ReadingForm)[]).map((field) => ({ ...COLUMNS[field], value: form[field] }));
  if (said.length === 0) return;
  await tx.query(
    `UPDATE cases SET ${said.map(({ name }, place) => `${name} = $${place + 2}`).join(', ')} WHERE id = $1`,
    [caseId, ...said.map(({ json, value }) => (json ? JSON.stringify(value) : value))],
  );
}
