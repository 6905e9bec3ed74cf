import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { IMPORT_BYTES, IMPORT_ROWS, type ImportColumn } from '@consilium/contracts';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { Problem } from '../errors/index.js';
import { columnOfHeading, textOf, type Cell, type Cells } from './import-cells.rules.js';

export interface ImportFile {
  rows: { row: number; cells: Cells }[];
  unknownHeadings: string[];
  sha256: string;
}

/** What a workbook may unpack to: forty times what may be sent, far above any real one. */
const UNPACKED_BYTES = IMPORT_BYTES * 40;
const LONGEST_HEADING = 40;

/**
 * Reads a file of referrals in memory; nothing of it is kept. Takes XLSX, and CSV in UTF-8 or GB18030. Throws `request/too-large`,
 * `import/unreadable`, `import/no-headings`, `import/empty` and `import/too-many`.
 */
export async function readImport(file: Readable): Promise<ImportFile> {
  const content = await bytesOf(file);
  const [headings = [], ...rows] = await tableOf(content);
  const columns = headings.map((heading) => columnOfHeading(textOf(heading)));
  if (!columns.includes('identityNo') || !columns.includes('name')) throw new Problem('import/no-headings');
  const filled = rows
    .map((cells, place) => ({ row: place + 2, cells: cellsOf(columns, cells) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => textOf(cell) !== ''));
  if (filled.length === 0) throw new Problem('import/empty');
  if (filled.length > IMPORT_ROWS) throw new Problem('import/too-many', { max: IMPORT_ROWS });
  return {
    rows: filled,
    unknownHeadings: headings
      .map(textOf)
      .filter((heading, place) => heading !== '' && columns[place] === undefined && heading.length <= LONGEST_HEADING),
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

async function bytesOf(file: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > IMPORT_BYTES) throw new Problem('request/too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const isZip = (content: Buffer): boolean => content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));

async function tableOf(content: Buffer): Promise<Cell[][]> {
  try {
    if (!isZip(content)) return tableOfText(textIn(content));
    if (unpackedBytes(content) > UNPACKED_BYTES) throw new Problem('request/too-large');
    return (await readSheet(content)) as Cell[][];
  } catch (error) {
    if (error instanceof Problem) throw error;
    // What the readers say quotes what they were given.
    throw new Problem('import/unreadable');
  }
}

/** The columns may be parted by a tab: so spreadsheets save what is called Unicode text. */
function tableOfText(text: string): Cell[][] {
  if (text.includes('\u0000')) throw new Problem('import/unreadable');
  const firstLine = text.slice(0, Math.max(text.indexOf('\n'), 0));
  const delimiter = firstLine.includes('\t') ? '\t' : ',';
  return parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: false });
}

/** UTF-8, or else GB18030, in which spreadsheets of Chinese systems save. */
function textIn(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(content);
  }
}

/** What the entries of a workbook say they unpack to; nothing is unpacked for it. */
function unpackedBytes(content: Buffer): number {
  let bytes = 0;
  unzipSync(content, {
    filter: ({ originalSize }) => {
      bytes += originalSize;
      return false;
    },
  });
  return bytes;
}

function cellsOf(columns: readonly (ImportColumn | undefined)[], row: readonly Cell[]): Cells {
  const cells: Cells = {};
  columns.forEach((column, place) => {
    if (column !== undefined) cells[column] ??= row[place];
  });
  return cells;
}
