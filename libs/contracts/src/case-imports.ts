import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { caseNo, id } from './fields.js';
import { importColumns } from './vocabulary-files.js';

/** Most cases imported at once: more than a coordinator can check by eye is not imported in one go. The centre's own setting. */
export const IMPORT_ROWS = 200;
/** Largest import file in bytes: two hundred full referrals are well below. */
export const IMPORT_BYTES = 4_194_304;

export const importProblem = z.object({
  column: importColumns.schema,
  /** Why the cell is refused, in the reader's language. */
  message: z.string(),
});

export const importRow = z.object({
  /** Row of the sheet, counted as the spreadsheet counts; the header is above. */
  row: z.int(),
  /** What was read, by column; empty cells are left out. */
  cells: z.partialRecord(importColumns.schema, z.string()),
  problems: z.array(importProblem),
  /** Whether the patient is registered at this hospital already. Of whom is not told. */
  isKnownPatient: z.boolean(),
});
export type ImportRow = z.infer<typeof importRow>;

export const importPreview = z.object({
  /** Rows that cannot be imported first, each in the order of the sheet. */
  rows: z.array(importRow),
  bad: z.int(),
  /** Headings that are not in the template, as far as they are short enough to print; they are not read. */
  unknownHeadings: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importEndpoints = {
  template: endpoint({
    method: 'GET',
    path: '/api/case-imports/template',
    permission: 'case:refer',
    summary: 'An empty template for importing cases, with what each column takes',
    query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    givesFile: true,
  }),
  preview: endpoint({
    method: 'POST',
    path: '/api/case-imports/preview',
    permission: 'case:refer',
    summary: 'Reads a file and says of every row whether it can be imported; nothing of it is kept',
    fileBytes: IMPORT_BYTES,
    out: importPreview,
  }),
  run: endpoint({
    method: 'POST',
    path: '/api/case-imports',
    permission: 'case:refer',
    summary: 'Refers every case of a file, or none; the same key again answers what was done the first time',
    status: 201,
    body: z.object({
      /** Made by the caller, new for every import. */
      key: id,
    }),
    fileBytes: IMPORT_BYTES,
    out: z.object({ caseNos: z.array(caseNo) }),
  }),
};
