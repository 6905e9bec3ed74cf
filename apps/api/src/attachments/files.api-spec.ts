import { ATTACHMENT_BYTES, importColumns } from '@consilium/contracts';
import { acceptedCase } from '@consilium/testing';
import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
const TITLE = "张示例's (MRI).pdf";

let api: ApiWorld;
let surgeon: TestAgent;
let caseNo: string;
let path: string;

beforeAll(async () => {
  api = await apiWorld();
  surgeon = await api.as('urology-2');
  ({ caseNo } = await acceptedCase(api.world, { ordinal: 330, required: ['urology'] }));
  path = `/api/cases/${caseNo}/attachments`;
});
afterAll(() => api.close());

const upload = (content: Buffer, title = TITLE, browser = surgeon) =>
  browser.post(path).field('kind', 'IMAGING').field('title', title).attach('file', content, 'any');
const idOf = (answer: Response): string => (answer.body as { id: string }).id;

describe('a file sent with a form', () => {
  it('is kept; its fields are checked like any other body', async () => {
    const { body } = await upload(PDF).expect(201);
    expect(body).toMatchObject({ title: TITLE, mediaType: 'application/pdf', bytes: PDF.length });
    const refused = await surgeon.post(path).field('kind', 'NOTHING').attach('file', PDF, 'any').expect(422);
    expect((refused.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      'kind',
      'title',
    ]);
    await surgeon.post(path).field('kind', 'LAB').field('title', 'a').expect(422);
    await surgeon.post(path).field('kind', 'LAB').attach('other', PDF, 'any').expect(400);
    await upload(Buffer.from('GIF89a'), 'a.gif').expect(415);
    await surgeon.post('/api/cases').field('a', 'b').expect(400);
  });

  it('that is too long is refused with its code, after which the browser can go on', async () => {
    const { body } = await upload(Buffer.alloc(ATTACHMENT_BYTES + 1, 'a'), 'long.txt').expect(413);
    expect(body).toMatchObject({ code: 'attachment/too-large' });
    await surgeon.get(path).expect(200);
  });

  it('by who may not add one is refused', async () => {
    await upload(PDF, TITLE, await api.as('director')).expect(403);
    await upload(PDF, TITLE, await api.as('nutrition-1')).expect(404);
  });
});

describe('a file that is given out', () => {
  it('is to be saved under its title; browsers neither guess what it is nor run it', async () => {
    const id = idOf(await upload(PDF).expect(201));
    const { headers } = await surgeon.get(`${path}/${id}/content`).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''%E5%BC%A0%E7%A4%BA%E4%BE%8B%27s%20%28MRI%29.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const text = idOf(await upload(Buffer.from('记录'), 'note.txt').expect(201));
    const shown = await surgeon.get(`${path}/${text}/content`).query({ show: '1' }).expect(200);
    expect(shown.headers['content-disposition']).toMatch(/^attachment/);
    expect(shown.headers['content-security-policy']).toMatch(/^sandbox;/);
  });

  it('is shown in our own pages where a browser can, and given in parts', async () => {
    const id = idOf(await upload(PDF).expect(201));
    const shown = await surgeon.get(`${path}/${id}/content`).query({ show: '1' }).expect(200);
    expect(shown.headers['content-disposition']).toMatch(/^inline/);
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const part = await surgeon.get(`${path}/${id}/content`).set('Range', 'bytes=0-3').expect(206);
    expect(part.headers['content-range']).toBe(`bytes 0-3/${PDF.length}`);
    expect((part.body as Buffer).toString()).toBe('%PDF');
  });
});

describe('a file of cases', () => {
  it('is checked and imported once', async () => {
    const template = await surgeon.get('/api/case-imports/template').query({ format: 'csv' }).expect(200);
    expect(template.headers['content-type']).toBe('text/csv; charset=utf-8');
    const row = {
      name: '张示例31',
      sex: 'FEMALE',
      birthDate: '1950-01-01',
      identityNo: '999999195001018831',
      phone: '10000000001',
      province: '示例省',
      tumourType: 'COLORECTAL',
      diagnosis: '直肠癌',
      presentation: 'PRIMARY',
      summary: '拟行讨论',
      wishes: '手术',
      ecog: '1',
      structures: 'bladder:INVADE',
      imaging: 'MRI|2026-10-01|肿块',
      questions: '能否手术',
    };
    const columns = importColumns.schema.options;
    const file = Buffer.from(
      [columns, columns.map((code) => (code in row ? row[code as keyof typeof row] : ''))]
        .map((cells) => cells.join(','))
        .join('\r\n'),
    );
    const preview = await surgeon.post('/api/case-imports/preview').attach('file', file, 'cases.csv').expect(200);
    expect(preview.body).toMatchObject({ bad: 0, rows: [{ row: 2, problems: [], isKnownPatient: false }] });
    const key = '01a20520-1e05-75ed-9c47-15a8e88c4830';
    const run = () => surgeon.post('/api/case-imports').field('key', key).attach('file', file, 'cases.csv').expect(201);
    const [first, second] = [await run(), await run()];
    expect(first.body).toEqual({ caseNos: [expect.stringMatching(/^[A-Z]\d{2}-\d{4}$/)] });
    expect(second.body).toEqual(first.body);
  });
});

describe('a copy of a case', () => {
  it('is a file: a PDF, or FHIR as JSON', async () => {
    const pdf = await surgeon.post(`/api/cases/${caseNo}/exports/pdf`).send({}).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const fhir = await surgeon.post(`/api/cases/${caseNo}/exports/fhir`).send({}).expect(200);
    expect(fhir.headers['content-disposition']).toMatch(/^attachment; filename="file.json"/);
    expect(fhir.body).toMatchObject({ resourceType: 'Bundle' });
  });
});
