import { Readable } from 'node:stream';
import { importColumns, IMPORT_ROWS, type ImportColumn } from '@consilium/contracts';
import { refusal, testWorld, type TestWorld } from '@consilium/testing';
import { v7 as newKey } from 'uuid';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { csvOf } from '../audit/index.js';
import { CaseImportsService } from './case-imports.service.js';
import { readImport } from './import-file.js';
import { importTemplate } from './import-template.js';

let world: TestWorld;
let imports: CaseImportsService;
let doctor: Actor;
let serial = 0;

beforeAll(async () => {
  world = await testWorld();
  imports = world.get(CaseImportsService);
  doctor = await world.actor('urology-2');
});
beforeEach(() => void (serial += 10));
afterAll(() => world.close());

type Row = Partial<Record<ImportColumn, string>>;
const identity = (place: number) => `99999919500101${String(1000 + serial + place)}`;
const good = (place = 0, change: Row = {}): Row => ({
  name: `张示例${serial + place}`,
  sex: '女',
  birthDate: '1950/1/1',
  identityNo: identity(place),
  phone: '10000000001',
  province: '示例省',
  urgency: '',
  tumourType: '结直肠癌',
  diagnosis: '直肠癌术后复发',
  presentation: '局部复发',
  recurrenceNumber: '1',
  summary: '术后两年骶前复发，拟行多学科讨论。',
  wishes: '希望手术',
  ecog: '1',
  comorbidities: '高血压；糖尿病',
  structures: '膀胱：受侵',
  priorTreatments: '手术 | 2024年3月5日 | 临川市人民医院 | 直肠前切除术',
  imaging: '盆腔增强 MRI | 2026-10-20 | 骶前肿块 4 cm',
  pathology: '腺癌',
  questions: '能否手术\n是否先放疗',
  departments: '',
  ...change,
});
const columns = importColumns.schema.options;
const csv = (...rows: Row[]) =>
  Buffer.from(
    csvOf([
      columns.map((code) => importColumns.labels[code].zh),
      ...rows.map((row) => columns.map((code) => row[code] ?? '')),
    ]),
  );
const preview = (content: Buffer, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
  imports.preview(doctor, Readable.from([content]), locale);
const run = (content: Buffer, key = newKey(), actor = doctor) => imports.run(actor, key, Readable.from([content]));
const codeOf = async (attempt: Promise<unknown>) => (await refusal(attempt)).code;
const cases = async () =>
  (await world.rows<{ count: number }>('SELECT count(*)::int AS count FROM cases'))[0]?.count ?? 0;

describe('checking a file of cases', () => {
  it('says of each cell what is wrong and puts those rows first, in the language of the reader', async () => {
    const seen = await preview(
      csv(
        good(0),
        good(1, { ecog: '7', structures: '肾：受侵', birthDate: '2026-13-01' }),
        good(2, { identityNo: identity(0), name: '' }),
        good(3, { imaging: 'MRI | 2027-01-01 | 将来' }),
      ),
    );
    expect(seen.rows.map(({ row }) => row)).toEqual([3, 4, 5, 2]);
    expect(seen.bad).toBe(3);
    const wrong = seen.rows.map(({ problems }) => problems.map(({ column }) => column).toSorted());
    expect(wrong).toEqual([['birthDate', 'ecog', 'structures'], ['identityNo', 'name'], ['imaging'], []]);
    expect(seen.rows[2]?.problems).toEqual([{ column: 'imaging', message: '不能晚于今天。' }]);
    const english = await preview(csv(good(4, { sex: '?' })), 'en-US');
    expect(english.rows[0]?.problems).toEqual([{ column: 'sex', message: 'There is no such entry.' }]);
  });

  it('tells whether a patient is known, and refuses a known number under another name', async () => {
    await run(csv(good(0)));
    const seen = await preview(csv(good(0), good(0, { name: '李示例' }), good(1)));
    expect(seen.rows.map(({ isKnownPatient, problems }) => [isKnownPatient, problems.length])).toEqual([
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    const [line] = await world.rows<{ detail: object; text: string }>(
      `SELECT detail, audit_events::text AS text FROM audit_events WHERE action = 'case.import-checked' ORDER BY id DESC LIMIT 1`,
    );
    expect(line?.detail).toEqual({ rows: 3, bad: 1 });
    expect(line?.text).not.toContain('示例');
  });

  it('reads what spreadsheets of Chinese systems write: GB18030, tabs, dates, and numbers that lost digits', async () => {
    const names = columns.map((code) => importColumns.labels[code].zh);
    const written = { ...good(0), birthDate: new Date(Date.UTC(1950, 0, 1)), ecog: 1 };
    const workbook = await writeXlsxFile([
      names.map((value) => ({ value, type: String })),
      columns.map((code) => {
        const value = written[code];
        if (value instanceof Date) return { value, type: Date, format: 'yyyy/mm/dd' };
        return typeof value === 'number' ? { value, type: Number } : { value: value ?? '', type: String };
      }),
      columns.map((code) =>
        code === 'identityNo'
          ? { value: 999999195001011000, type: Number }
          : { value: good(1)[code] ?? '', type: String },
      ),
    ]).toBuffer();
    const seen = await preview(workbook);
    expect(seen.rows.map(({ row, problems }) => [row, problems.map(({ column }) => column)])).toEqual([
      [3, ['identityNo']],
      [2, []],
    ]);
    expect(seen.rows[1]?.cells.birthDate).toBe('1950-01-01');
    // 姓名<tab>身份证号, then 张三<tab>1, in GB18030.
    const { rows, unknownHeadings } = await readImport(
      Readable.from([Buffer.from('d0d5c3fb09c9edb7ddd6a4bac509ceb4d6aa0ad5c5c8fd093109320a', 'hex')]),
    );
    expect(rows).toEqual([{ row: 2, cells: { name: '张三', identityNo: '1' } }]);
    expect(unknownHeadings).toEqual(['未知']);
  });

  it.each([
    ['no table at all', () => Buffer.from('89504e470d0a1a0a00ff', 'hex'), 'import/unreadable'],
    ['a broken workbook', () => Buffer.from('504b0304ffff', 'hex'), 'import/unreadable'],
    ['another table', () => Buffer.from('a,b\n1,2\n'), 'import/no-headings'],
    ['nobody in it', () => csv(), 'import/empty'],
    ['too many', () => csv(...Array.from({ length: IMPORT_ROWS + 1 }, () => good(0))), 'import/too-many'],
  ])('is refused where there is %s', async (_what, content, code) => {
    expect(await codeOf(preview(content()))).toBe(code);
  });

  it('takes the template as it is handed out, in both forms', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const { content } = await importTemplate(format);
      expect(await codeOf(preview(content as Buffer))).toBe('import/empty');
    }
  });
});

describe('importing a file of cases', () => {
  it('refers all of them by the rules of a referral, with the departments that the rules propose', async () => {
    const { caseNos } = await run(csv(good(0), good(1, { departments: '泌尿外科\n病理科：按需参加' })));
    const referred = await world.rows<{ caseNo: string; state: string; owner: string; departments: number }>(
      `SELECT c.case_no AS "caseNo", c.state, c.owner_id AS owner,
         (SELECT count(*)::int FROM participations p JOIN discussion_rounds r ON r.id = p.round_id WHERE r.case_id = c.id) AS departments
       FROM cases c WHERE c.case_no = ANY ($1) ORDER BY c.case_no`,
      [caseNos],
    );
    expect(referred).toMatchObject(caseNos.map((caseNo) => ({ caseNo, state: 'REFERRED', owner: doctor.personId })));
    expect(referred[0]?.departments).toBeGreaterThan(2);
    expect(referred[1]?.departments).toBe(2);
  });

  it('refers none where one row is wrong', async () => {
    const before = await cases();
    const attempt = await refusal(run(csv(good(0), good(1, { ecog: '9' }))));
    expect([attempt.code, attempt.parameters]).toEqual(['import/bad-rows', { count: 1 }]);
    expect(await cases()).toBe(before);
  });

  it('is done once for its key, also at the same moment, and for no other file or person', async () => {
    const before = await cases();
    const [key, file] = [newKey(), csv(good(0), good(1))];
    const answers = await Promise.all([run(file, key), run(file, key), run(file, key)]);
    expect(await cases()).toBe(before + 2);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await codeOf(run(csv(good(2)), key))).toBe('import/key-used');
    expect(await codeOf(run(csv(good(3)), key, await world.actor('coordinator')))).toBe('import/key-used');
    expect(await cases()).toBe(before + 2);
  });

  it('is for who may refer', async () => {
    expect(await codeOf(run(csv(good(0)), newKey(), await world.actor('recorder')))).toBe('access/denied');
  });
});
