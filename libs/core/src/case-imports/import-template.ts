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
  type ImportColumn,
} from '@consilium/contracts';
import writeXlsxFile from 'write-excel-file/node';
import { csvOf } from '../audit/index.js';
import type { ServedFile } from '../files/index.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const words = (labels: Readonly<Record<string, Bilingual>>): Bilingual => ({
  zh: Object.values(labels)
    .map(({ zh }) => zh)
    .join('、'),
  en: Object.values(labels)
    .map(({ en }) => en)
    .join(', '),
});

const oneOf = (labels: Readonly<Record<string, Bilingual>>): Bilingual => ({
  zh: `选填其一：${words(labels).zh}`,
  en: `One of: ${words(labels).en}`,
});
const free = (zh: string, en: string): Bilingual => ({ zh, en });
const DAY = '2026-10-08、2026/10/8、2026年10月8日';

/** What each column takes, and whether a row may leave it empty. */
const COLUMNS: Record<ImportColumn, { how: Bilingual; optional?: true }> = {
  name: { how: free('患者姓名', 'Name of the patient') },
  sex: { how: oneOf(sexes.labels) },
  birthDate: { how: free(`日期，如 ${DAY}`, `A date such as ${DAY}`) },
  identityNo: { how: free('18 位，单元格须为文本', '18 characters; the cell must be text') },
  phone: { how: free('电话号码', 'Telephone number') },
  recordNo: { how: free('本院病案号', 'Record number of this hospital'), optional: true },
  province: { how: free('省份或直辖市', 'Province or municipality') },
  urgency: {
    how: { zh: `${oneOf(urgencies.labels).zh}；空为常规`, en: `${oneOf(urgencies.labels).en}; empty is routine` },
    optional: true,
  },
  tumourType: { how: oneOf(tumourTypes.labels) },
  diagnosis: { how: free('诊断，一行', 'Diagnosis, one line') },
  icd10Code: { how: free('如 C20、C78.5、C20.x00', 'Such as C20, C78.5, C20.x00'), optional: true },
  presentation: { how: oneOf(presentations.labels) },
  recurrenceNumber: { how: free('未复发为 0，首次复发为 1', '0 where none, 1 for the first'), optional: true },
  summary: { how: free('病情摘要', 'Summary of the case') },
  wishes: { how: free('患者与家属的意愿', 'What the patient and family wish') },
  ecog: { how: free('0 至 5', '0 to 5') },
  comorbidities: { how: free('每行一项，或以分号分隔', 'One each line, or parted by semicolons'), optional: true },
  structures: {
    how: {
      zh: `结构：程度，每行一项。程度：${words(involvements.labels).zh}。如 膀胱：${involvements.labels.INVADE.zh}`,
      en: `structure: degree, one each line. Degrees: ${words(involvements.labels).en}. Such as bladder: ${involvements.labels.INVADE.en}`,
    },
  },
  priorTreatments: {
    how: {
      zh: `类别 | 日期 | 医院 | 内容，每行一次。类别：${words(treatmentKinds.labels).zh}`,
      en: `kind | date | hospital | what, one each line. Kinds: ${words(treatmentKinds.labels).en}`,
    },
    optional: true,
  },
  imaging: { how: free('检查 | 日期 | 所见，每行一次', 'examination | date | finding, one each line') },
  pathology: {
    how: free(
      '日期 | 内容，每行一份；日期不详可只写内容',
      'date | text, one each line; the text alone where the day is unknown',
    ),
    optional: true,
  },
  questions: { how: free('每行一问，一至三问', 'One each line, one to three') },
  departments: {
    how: {
      zh: `科室，每行一个，可加“：${requirements.labels.OPTIONAL.zh}”；空则按规则推荐`,
      en: `Departments, one each line, with “: ${requirements.labels.OPTIONAL.en}” where so; empty takes the proposal of the rules`,
    },
    optional: true,
  },
};

const headings = importColumns.schema.options.map((code) => `${importColumns.labels[code].zh} ${code}`);

/** The template by which cases are imported: XLSX with a sheet that explains every column, or the headings alone as CSV. */
export async function importTemplate(format: 'xlsx' | 'csv'): Promise<ServedFile> {
  const content = format === 'csv' ? Buffer.from(csvOf([headings]), 'utf8') : await workbook();
  return {
    content,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
    bytes: content.length,
    fileName: `病例导入模板.${format}`,
    isShown: false,
    hasRanges: false,
  };
}

async function workbook(): Promise<Buffer> {
  const cases = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  // Cells below are text, so that no spreadsheet makes numbers of identity numbers.
  const blank = headings.map(() => ({ value: '', type: String, format: '@' }));
  const title = ['列', 'Column', '必填 / Required', '填写方法', 'How to fill it in'];
  const lines = importColumns.schema.options.map((code) => {
    const { zh, en } = importColumns.labels[code];
    const { how, optional } = COLUMNS[code];
    return [`${zh} ${code}`, en, optional ? '—' : '必填 / yes', how.zh, how.en];
  });
  return writeXlsxFile([
    {
      sheet: '病例',
      data: [cases, ...Array.from({ length: 20 }, () => blank)],
      columns: headings.map(() => ({ width: 22 })),
      stickyRowsCount: 1,
    },
    {
      sheet: '说明',
      data: [title, ...lines].map((row, place) =>
        row.map((value) => ({ value, type: String, wrap: true, ...(place === 0 && { fontWeight: 'bold' as const }) })),
      ),
      columns: [22, 22, 16, 60, 60].map((width) => ({ width })),
    },
  ]).toBuffer();
}
