import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseParams, date, instant, optionalLine } from './fields.js';
import { recordContents, type RecordContents } from './record-sections.js';
import { factSources, recordSections, stagingSystems, type RecordSection } from './vocabulary-record.js';

/** When and from where a part of the record is known. */
export const provenance = z.object({
  /** Day on which it was so: of the examination, the assessment, the conversation. */
  observedOn: date,
  source: factSources.schema,
  /** Which hospital or document, where the source is not this hospital. */
  sourceNote: optionalLine,
});

const written = provenance.extend({
  /** 1 for the first writing. */
  revision: z.int().min(1),
  author: z.string(),
  recordedAt: instant,
  reason: z.string(),
});

/** One part of the record as it stands: its content, since when, from where and by whom. */
const part = <Section extends RecordSection>(section: Section) =>
  written.extend({ content: recordContents[section] as (typeof recordContents)[Section] });

/** Every part that has been written; null where nothing was. */
const parts = Object.fromEntries(
  recordSections.schema.options.map((section) => [section, part(section).nullable()]),
) as unknown as { [Section in RecordSection]: z.ZodNullable<ReturnType<typeof part<Section>>> };
export const fullRecord = z.object({
  sections: z.object(parts),
  /** Parts this person may write now. */
  writable: z.array(recordSections.schema),
});
export type FullRecord = z.infer<typeof fullRecord>;
export type RecordPart<Section extends RecordSection> = NonNullable<FullRecord['sections'][Section]>;

const sectionParams = caseParams.extend({ section: recordSections.schema });

export const stagingChoice = z.object({
  system: stagingSystems.schema,
  edition: z.string(),
  /** What to choose for each component, in the order of the form. */
  components: z.array(
    z.object({
      key: z.string(),
      label: bilingual,
      choices: z.array(z.object({ value: z.string(), label: bilingual })),
    }),
  ),
  source: z.string(),
});

export const codeItem = z.object({ code: z.string(), label: bilingual, verified: z.boolean() });

/** The content is checked against the schema of the section it is for; the problem's fields are paths inside `content`. */
export const recordChange = z.object({
  /** Revision the writer saw; 0 where the part was empty. */
  revision: z.int().min(0),
  ...provenance.shape,
  /** Why it changes; asked for where a written part changes its meaning. */
  reason: optionalLine,
  content: z.record(z.string(), z.unknown()),
});

export const recordEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/record',
    permission: 'case:read',
    summary: 'The clinical record of a case, part by part, each with its date, source and author',
    params: caseParams,
    out: fullRecord,
  }),
  write: endpoint({
    method: 'PUT',
    path: '/api/cases/:caseNo/record/:section',
    permission: 'record:write',
    summary: 'Writes one part of the record; refused with the present part where somebody wrote it meanwhile',
    params: sectionParams,
    body: recordChange,
    out: fullRecord,
  }),
  history: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/record/:section/history',
    permission: 'case:read',
    summary: 'Every writing of one part, latest first',
    params: sectionParams,
    out: z.object({ items: z.array(written.extend({ content: z.record(z.string(), z.unknown()) })) }),
  }),
  stagings: endpoint({
    method: 'GET',
    path: '/api/staging-systems',
    permission: 'directory:read',
    summary: 'Staging systems with their components and choices',
    out: z.object({ items: z.array(stagingChoice) }),
  }),
  deriveStage: endpoint({
    method: 'POST',
    path: '/api/stage-groups',
    permission: 'directory:read',
    summary: 'Stage group that follows from components',
    body: z.object({
      system: stagingSystems.schema,
      components: z.record(z.string().max(20), z.string().max(40)),
    }),
    out: z.object({ group: z.string().nullable(), basis: z.string() }),
  }),
  codes: endpoint({
    method: 'GET',
    path: '/api/codes/:list',
    permission: 'directory:read',
    summary: 'Codes of a shipped list that match words or the beginning of a code',
    params: z.object({ list: z.enum(['icd10', 'icdo3', 'analytes']) }),
    query: z.object({ q: z.string().trim().max(60).default('') }),
    out: z.object({ items: z.array(codeItem.extend({ unit: z.string().optional() })) }),
  }),
};

export type { RecordContents };
