import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ATTACHMENT_BYTES } from '@consilium/contracts';
import { acceptedCase, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { AttachmentOpeningService } from './attachment-opening.service.js';
import { AttachmentsService } from './attachments.service.js';
import { StudyViewer } from './study-viewer.js';

const VIEWER = 'https://pacs.yunling.example/view?study={uid}';
const TITLE = '张示例01-盆腔MRI.pdf';

let world: TestWorld;
let files: AttachmentsService;
let opening: AttachmentOpeningService;
let owner: Actor;
let pathologist: Actor;
let caseNo: string;

beforeAll(async () => {
  world = await testWorld({ environment: { DICOM_VIEWER_URL: VIEWER } });
  files = world.get(AttachmentsService);
  opening = world.get(AttachmentOpeningService);
  ({ caseNo } = await acceptedCase(world, { ordinal: 310, required: ['urology', 'pathology'] }));
  owner = await world.actor('urology-2');
  pathologist = await world.actor('pathology-1');
});
afterAll(() => world.close());

const pdf = (words = 'one') => Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${words}\n%%EOF\n`);
const office = (contentType: string) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
      ),
      'word/document.xml': strToU8('<w:document/>'),
    }),
  );
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const add = (content: Buffer | Readable, title = TITLE, actor = owner) =>
  files.add(actor, caseNo, { kind: 'IMAGING', title }, Buffer.isBuffer(content) ? Readable.from([content]) : content);
const codeOf = async (attempt: Promise<unknown>) => (await refusal(attempt)).code;
const bytesOf = async (content: Readable | Buffer) =>
  Buffer.isBuffer(content) ? content : Buffer.concat((await content.toArray()) as Buffer[]);
const lying = async (folder = 'attachments'): Promise<string[]> => {
  const found = await readdir(join(world.config.DATA_DIR, folder), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
};
const lines = (action: string) =>
  world.rows<{ objectId: string; detail: Record<string, unknown>; after: Record<string, unknown> | null }>(
    `SELECT object_id AS "objectId", detail, after FROM audit_events WHERE action = $1 ORDER BY id`,
    [action],
  );

describe('a file of a case', () => {
  it('is kept under an id of its own and given back as it came, to the care team', async () => {
    const kept = await add(pdf());
    expect(kept).toMatchObject({ title: TITLE, mediaType: 'application/pdf', bytes: pdf().length, round: 1 });
    expect(await lying()).toEqual([kept.id]);
    const served = await opening.open(pathologist, caseNo, kept.id, { range: undefined, show: true });
    expect(served).toMatchObject({ fileName: TITLE, isShown: true, mediaType: 'application/pdf' });
    expect(await bytesOf(served.content)).toEqual(pdf());
    const part = await opening.open(pathologist, caseNo, kept.id, { range: 'bytes=1-3', show: true });
    expect(part.part).toEqual({ from: 1, to: 3, of: pdf().length });
    expect((await bytesOf(part.content)).toString()).toBe('PDF');
    // A reader that goes on from the middle has opened the file already.
    expect((await lines('attachment.opened')).map(({ objectId }) => objectId)).toEqual([kept.id]);
  });

  it('is named nowhere but in its own row: no log, message or address tells what it is called', async () => {
    await add(pdf('named'));
    const told = await world.rows(
      `SELECT detail::text || coalesce(before::text, '') || coalesce(after::text, '') AS text FROM audit_events
       UNION ALL SELECT topic || key FROM outbox UNION ALL SELECT path || parameters::text FROM notifications`,
    );
    expect(JSON.stringify(told)).not.toContain('张示例');
    expect((await lines('attachment.added')).at(-1)?.after).toMatchObject({
      kind: 'IMAGING',
      mediaType: 'application/pdf',
      title: { characters: Array.from(TITLE).length },
    });
    expect((await lying()).join()).not.toContain('MRI');
  });

  it.each([
    [
      'a Word document',
      office(WORD),
      'summary.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a table in GB18030', Buffer.from('d0d5c3fb2cbde1b9fb0d0a', 'hex'), 'labs.csv', 'text/csv'],
    ['a text', Buffer.from('会诊记录\n'), 'note', 'text/plain'],
    ['a PDF called a picture', pdf('called'), 'picture.png', 'application/pdf'],
  ])('is what its content says: %s', async (_what, content, title, mediaType) => {
    const kept = await add(content, title);
    expect(kept.mediaType).toBe(mediaType);
    const { fileName } = await opening.open(owner, caseNo, kept.id, { range: undefined, show: false });
    expect(fileName).toMatch(/\.(docx|csv|txt|pdf)$/);
  });

  it.each([
    ['Word with macros', office('application/vnd.ms-word.document.macroEnabled.main+xml'), 'summary.docx'],
    ['a program', Buffer.from('7f454c460201010000000000000000000200', 'hex'), 'scan.pdf'],
    ['an archive', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'files.docx'],
    ['a page of the web', Buffer.from('<!doctype html><script>1</script>'), 'note.txt'],
    ['a drawing that runs scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'drawing.png'],
    ['bytes that are no text', Buffer.from('00010203040506', 'hex'), 'note.txt'],
  ])('is refused and leaves nothing where it is %s', async (_what, content, title) => {
    const before = await lying();
    expect(await codeOf(add(content, title))).toBe('attachment/type-refused');
    expect(await lying()).toEqual(before);
  });

  it('is refused while it arrives once it is too long, and what had arrived is gone', async () => {
    const before = await lying();
    const block = Buffer.alloc(4_194_304, 'a');
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += block.length;
        this.push(block);
      },
    });
    expect(await codeOf(add(endless, 'long.txt'))).toBe('attachment/too-large');
    expect(sent).toBeLessThan(ATTACHMENT_BYTES + 8 * block.length);
    expect(await lying()).toEqual(before);
  });

  it('that broke off, or is empty, leaves nothing', async () => {
    const before = [await lying(), (await files.list(owner, caseNo)).items.length];
    const broken = Readable.from(
      (function* () {
        yield pdf();
        throw new Error('the line went dead');
      })(),
    );
    await expect(add(broken)).rejects.toThrow('the line went dead');
    expect(await codeOf(add(Readable.from([])))).toBe('attachment/empty');
    expect(await codeOf(files.add(owner, caseNo, { kind: 'LAB', title: 'a' }, undefined))).toBe('request/invalid');
    expect([await lying(), (await files.list(owner, caseNo)).items.length]).toEqual(before);
  });

  it('that is there already says so', async () => {
    const first = await add(pdf('twice'), 'first.pdf');
    const second = await add(pdf('twice'), 'second.pdf');
    expect(first.sameAsId).toBeNull();
    expect(second.sameAsId).toBe(first.id);
    const { items } = await files.remove(owner, caseNo, first.id, { version: 1, reason: '重复上传' });
    expect(items.find(({ id }) => id === second.id)?.sameAsId).toBeNull();
  });
});

describe('removing a file', () => {
  it('keeps it, says who and why, and can be undone; an old version is refused', async () => {
    const { id } = await add(pdf('removed'));
    const removed = await files.remove(pathologist, caseNo, id, { version: 1, reason: '传错了病例' });
    expect(removed.items.find((item) => item.id === id)).toMatchObject({
      removed: { by: pathologist.name, reason: '传错了病例' },
      availableActions: ['restore'],
    });
    expect(await codeOf(files.remove(owner, caseNo, id, { version: 1, reason: '再移除' }))).toBe('object/stale');
    expect(await codeOf(files.remove(owner, caseNo, id, { version: 2, reason: '再移除' }))).toBe(
      'attachment/wrong-state',
    );
    expect(await lying()).toContain(id);
    const { items } = await files.restore(owner, caseNo, id, 2);
    expect(items.find((item) => item.id === id)).toMatchObject({ removed: null, availableActions: ['remove'] });
    expect((await lines('attachment.removed')).at(-1)?.detail).toEqual({
      reason: expect.objectContaining({ characters: 5 }) as unknown,
    });
  });
});

describe('who sees the files of a case', () => {
  it('is its care team: for oversight, for other departments and for other hospitals there is none', async () => {
    const { id } = await add(pdf('sight'));
    for (const account of ['coordinator', 'chair', 'pathology-1'])
      expect((await files.list(await world.actor(account), caseNo)).items.map((item) => item.id)).toContain(id);
    for (const account of ['director', 'medical-affairs', 'quality', 'nutrition-1', 'recorder', 'beichen-expert']) {
      const actor = await world.actor(account);
      const asked = { range: undefined, show: false };
      expect([account, await codeOf(files.list(actor, caseNo))]).toEqual([account, 'object/not-found']);
      expect([account, await codeOf(opening.open(actor, caseNo, id, asked))]).toEqual([account, 'object/not-found']);
      expect(['access/denied', 'object/not-found']).toContain(await codeOf(add(pdf(), TITLE, actor)));
    }
  });
});

describe('an imaging study', () => {
  it('is opened in the viewer where the record names it, on record', async () => {
    const viewer = world.get(StudyViewer);
    await world.rows(
      `UPDATE record_revisions SET content = jsonb_set(content, '{entries,0,studyUid}', '"1.2.840.1"')
       WHERE section = 'imaging' AND case_id = (SELECT id FROM cases WHERE case_no = $1)`,
      [caseNo],
    );
    expect((await files.list(owner, caseNo)).studies).toMatchObject([{ studyUid: '1.2.840.1' }]);
    expect(await viewer.open(pathologist, caseNo, '1.2.840.1')).toEqual({ url: VIEWER.replace('{uid}', '1.2.840.1') });
    expect(await codeOf(viewer.open(owner, caseNo, '1.2.840.2'))).toBe('request/invalid');
    expect((await lines('study.opened')).map(({ detail }) => detail)).toEqual([{ studyUid: '1.2.840.1' }]);
  });
});
