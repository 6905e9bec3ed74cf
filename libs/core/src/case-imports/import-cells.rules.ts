import {
  importColumns,
  involvements,
  presentations,
  requirements,
  sexes,
  treatmentKinds,
  tumourTypes,
  urgencies,
  type Bilingual,
  type FieldProblemCode,
  type ImportColumn,
} from '@consilium/contracts';

/** What a spreadsheet holds in one cell. */
export type Cell = string | number | boolean | Date | null | undefined;
export type Cells = Partial<Record<ImportColumn, Cell>>;

export interface RefusedCell {
  column: ImportColumn;
  code: FieldProblemCode;
  parameters?: Record<string, string | number>;
}

/** Names by which structures and departments may be written, in the form of `folded`, each with what it stands for. */
export interface ImportNames {
  structures: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
}

/** Spellings that say the same: full width, spaces, case. */
export const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of spreadsheets, which count 1900 as a leap year. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);
/** 1910 to 2119: other numbers in a column of dates are no dates. */
const [FIRST_SERIAL, LAST_SERIAL] = [3_654, 80_354];

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** What a cell shows, on one line or more. Days are written YYYY-MM-DD. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : isoDay(cell);
  return String(cell).replaceAll(/\r\n?/g, '\n').trim();
}

/** A day as spreadsheets and people write it: a date, its serial number, 2026-3-5, 2026/03/05, 2026年3月5日, 20260305. Else the text itself. */
export function dayOf(cell: Cell): string {
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL)
    return isoDay(new Date(SHEET_EPOCH + Math.floor(cell) * DAY_MILLISECONDS));
  const text = textOf(cell).normalize('NFKC');
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/** Entries of a list: one each line, or parted by semicolons. */
const entriesOf = (cell: Cell): string[] =>
  textOf(cell)
    .split(/[\n;；]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Longer texts hold semicolons of their own: their entries stand on lines. */
const linesOf = (cell: Cell): string[] =>
  textOf(cell)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const partsOf = (line: string): string[] => line.split(/[|｜]/).map((part) => part.trim());

/** The code of a word, written as the code or as its label in either language. */
function codeOf(labels: Readonly<Record<string, Bilingual>>, text: string): string | undefined {
  const asked = folded(text);
  return Object.entries(labels).find(([code, { zh, en }]) =>
    [code, zh, en].some((written) => folded(written) === asked),
  )?.[0];
}

/** Reads one row of a template into what a referral is made of. What cannot be read is left out and named. */
export function readRow(cells: Cells, names: ImportNames): { referral: object; refused: RefusedCell[] } {
  const refused: RefusedCell[] = [];
  const refuse = (column: ImportColumn, code: FieldProblemCode): undefined => void refused.push({ column, code });
  const text = (column: ImportColumn): string => textOf(cells[column]);
  /** Absent and not empty, so that what is missing is called missing. */
  const needed = (column: ImportColumn): string | undefined => text(column) || undefined;
  const word = (column: ImportColumn, labels: Readonly<Record<string, Bilingual>>): string | undefined =>
    text(column) === '' ? undefined : (codeOf(labels, text(column)) ?? refuse(column, 'unknown'));
  const whole = (column: ImportColumn): number | undefined => {
    if (text(column) === '') return undefined;
    const value = Number(text(column).normalize('NFKC'));
    return Number.isInteger(value) ? value : refuse(column, 'invalid');
  };
  /** `名称：程度`, the name and the degree by code or label. */
  const graded = (
    column: ImportColumn,
    known: ReadonlyMap<string, string>,
    labels: Readonly<Record<string, Bilingual>>,
    usual?: string,
  ): { name: string; degree: string }[] =>
    entriesOf(cells[column]).flatMap((entry) => {
      const [name = '', degree] = entry.split(/[:：]/);
      const found = known.get(folded(name));
      const grade = degree === undefined ? usual : codeOf(labels, degree);
      if (found !== undefined && grade !== undefined) return [{ name: found, degree: grade }];
      refuse(column, 'unknown');
      return [];
    });

  return {
    referral: {
      patient: {
        name: needed('name'),
        sex: word('sex', sexes.labels),
        birthDate: text('birthDate') === '' ? undefined : dayOf(cells.birthDate),
        identityNo: identityNoOf(cells.identityNo, refuse),
        phone: needed('phone')?.normalize('NFKC'),
        recordNo: text('recordNo'),
        province: needed('province'),
      },
      clinical: {
        tumourType: word('tumourType', tumourTypes.labels),
        diagnosis: needed('diagnosis'),
        icd10Code: text('icd10Code').normalize('NFKC'),
        presentation: word('presentation', presentations.labels),
        recurrenceNumber: text('recurrenceNumber') === '' ? 0 : whole('recurrenceNumber'),
        summary: needed('summary'),
        wishes: needed('wishes'),
        ecog: whole('ecog'),
        comorbidities: entriesOf(cells.comorbidities),
        structures: graded('structures', names.structures, involvements.labels).map(({ name, degree }) => ({
          code: name,
          involvement: degree,
        })),
        priorTreatments: linesOf(cells.priorTreatments).map((line) => {
          const [kind = '', day = '', hospitalName = '', ...said] = partsOf(line);
          return {
            kind: codeOf(treatmentKinds.labels, kind) ?? refuse('priorTreatments', 'unknown'),
            happenedOn: dayOf(day),
            hospitalName,
            text: said.join(' | '),
          };
        }),
        imaging: linesOf(cells.imaging).map((line) => {
          const [modality = '', day = '', ...said] = partsOf(line);
          return { modality, examinedOn: dayOf(day), finding: said.join(' | ') };
        }),
        pathology: linesOf(cells.pathology).map((line) => {
          const [first = '', ...said] = partsOf(line);
          if (said.length === 0) return { reportedOn: null, text: first };
          return { reportedOn: first === '' ? null : dayOf(first), text: said.join(' | ') };
        }),
        questions: linesOf(cells.questions),
      },
      urgency: text('urgency') === '' ? 'ROUTINE' : word('urgency', urgencies.labels),
      // None named: the rules of the centre propose them.
      departments:
        text('departments') === ''
          ? undefined
          : graded('departments', names.departments, requirements.labels, 'REQUIRED').map(({ name, degree }) => ({
              departmentId: name,
              requirement: degree,
              reason: '',
            })),
    },
    refused,
  };
}

/** Fifteen digits are what a spreadsheet keeps of a number: the last three of an identity number would be noughts. */
function identityNoOf(
  cell: Cell,
  refuse: (column: ImportColumn, code: FieldProblemCode) => undefined,
): string | undefined {
  const text = folded(textOf(cell)).toUpperCase();
  if (typeof cell === 'number' || /^\d(\.\d+)?E\+?\d+$/.test(text)) return refuse('identityNo', 'number-lost');
  return text || undefined;
}

const COLUMNS: ReadonlySet<string> = new Set(importColumns.schema.options);

/** The column in which a refused field of a referral stands: `clinical.imaging.0.finding` stands in `imaging`. */
export function columnOf(field: string): ImportColumn {
  const [first = '', second = ''] = field.split('.');
  const column = COLUMNS.has(first) ? first : second;
  return importColumns.schema.parse(COLUMNS.has(column) ? column : 'diagnosis');
}

/** Which column a heading names: its code, its label in either language, or the template's `中文 code`. */
export function columnOfHeading(heading: string): ImportColumn | undefined {
  const asked = folded(heading);
  return importColumns.schema.options.find((code) => {
    const { zh, en } = importColumns.labels[code];
    return [code, zh, en, `${zh}${code}`].some((written) => folded(written) === asked);
  });
}
