import { acceptedCase, PASSWORD, refusal, testConfig, testWorld, type TestWorld } from '@consilium/testing';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { BoardsService } from '../boards/index.js';
import { CaseReadingService } from '../cases/index.js';
import { CoreModule } from '../core.module.js';
import { EmergencyOpeningService } from '../emergency-access/index.js';
import { RestrictedKeysService } from './restricted-keys.service.js';
import { RestrictedReadingService } from './restricted-reading.service.js';
import { RestrictedWritingService } from './restricted-writing.service.js';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const RESULT = '抗体确证阳性，病毒载量低于检测下限';
const SOURCE = '省疾控中心确证实验室';
const content = { kind: 'HIV', result: RESULT, examinedOn: '2026-11-01', source: SOURCE } as const;

let world: TestWorld;
let reading: RestrictedReadingService;
let writing: RestrictedWritingService;
let owner: Actor;
let pathologist: Actor;
let radiologist: Actor;
let pathology: string;
let caseNo: string;
let id: string;

beforeAll(async () => {
  world = await testWorld({ environment: { DATA_KEY: keyOf(1) } });
  reading = world.get(RestrictedReadingService);
  writing = world.get(RestrictedWritingService);
  [owner, pathologist, radiologist] = (await Promise.all(
    ['urology-2', 'pathology-1', 'imaging-1'].map((account) => world.actor(account)),
  )) as [Actor, Actor, Actor];
  pathology = await world.departmentId('pathology');
  ({ caseNo } = await acceptedCase(world, {
    ordinal: 301,
    required: ['urology', 'pathology', 'diagnostic-radiology'],
  }));
  const { items } = await writing.record(owner, caseNo, { ...content, departmentIds: [pathology] });
  id = items[0]?.id ?? '';
});
afterAll(() => world.close());

const codeOf = async (act: Promise<unknown>) => (await refusal(act)).code;
const fieldsOf = async (act: Promise<unknown>) => (await refusal(act)).extras.errors;
const actionsOf = async (actor: Actor) =>
  (await world.get(CaseReadingService).read(actor, caseNo)).availableActions.filter((one) => one === 'show-restricted');
const unscoped = (actor: Actor) =>
  world.database.read(actor, (tx) => tx.query<{ id: string }>('SELECT id FROM restricted_facts'));

describe('a fact of level 5', () => {
  it('is shown to the owner of the case, and for a reason to the departments the owner listed', async () => {
    expect(await reading.reveal(owner, caseNo, id, '')).toEqual(content);
    expect(await fieldsOf(reading.reveal(pathologist, caseNo, id, ''))).toEqual([
      { field: 'reason', code: 'required' },
    ]);
    expect(await reading.reveal(pathologist, caseNo, id, '取材防护')).toEqual(content);
    expect(await actionsOf(owner)).toEqual(['show-restricted']);
    expect(await actionsOf(pathologist)).toEqual(['show-restricted']);
  });

  it('does not exist for colleagues on the same case who were not listed, nor for who coordinates, directs or audits', async () => {
    expect(await actionsOf(radiologist)).toEqual([]);
    for (const account of ['imaging-1', 'urology-1', 'coordinator', 'director', 'auditor', 'quality', 'cardiology-1']) {
      const actor = await world.actor(account);
      expect([account, await codeOf(reading.list(actor, caseNo))]).toEqual([account, 'object/not-found']);
      expect([account, await codeOf(reading.reveal(actor, caseNo, id, '好奇'))]).toEqual([account, 'object/not-found']);
      expect([account, await unscoped(actor)]).toEqual([account, []]);
    }
    expect(await unscoped(owner)).toEqual([{ id }]);
    expect(await unscoped(pathologist)).toEqual([{ id }]);
  });

  it('is not shown in an emergency either', async () => {
    const doctor = await world.actor('cardiology-1');
    await world.get(EmergencyOpeningService).open(doctor, caseNo, {
      reasonKind: 'RESCUE',
      reason: '夜间大出血，急诊抢救',
      password: PASSWORD,
    });
    expect((await world.get(CaseReadingService).read(doctor, caseNo)).availableActions).toEqual([
      'reveal-identity',
      'show-files',
    ]);
    expect(await codeOf(reading.list(doctor, caseNo))).toBe('object/not-found');
    expect(await unscoped(doctor)).toEqual([]);
  });

  it('stands masked: the list says that it is there, and neither what it says nor of what kind it is', async () => {
    const list = await reading.list(pathologist, caseNo);
    expect(list).toMatchObject({
      items: [{ id, departmentIds: null, isRetired: false }],
      departmentIds: [],
      mayWrite: false,
    });
    expect(JSON.stringify(list)).not.toMatch(/HIV|抗体|疾控/);
  });

  it('is written by the owner of the case alone, for departments that take part in it', async () => {
    for (const account of ['pathology-1', 'urology-1', 'coordinator'])
      expect([
        account,
        await codeOf(writing.record(await world.actor(account), caseNo, { ...content, departmentIds: [] })),
      ]).toEqual([account, 'access/denied']);
    const cardiology = await world.departmentId('cardiology');
    expect(
      await fieldsOf(
        writing.record(owner, caseNo, {
          ...content,
          examinedOn: '2026-11-19',
          departmentIds: [pathology, cardiology, pathology],
        }),
      ),
    ).toEqual([
      { field: 'departmentIds.1', code: 'unknown' },
      { field: 'departmentIds.2', code: 'duplicate' },
      { field: 'examinedOn', code: 'in-the-future' },
    ]);
    await expect(
      world.database.write(pathologist, (tx) =>
        tx.query(
          `INSERT INTO restricted_facts (id, case_id, hospital_id, sealed, key_id, department_ids, recorded_at, recorded_by, updated_at, updated_by)
           SELECT gen_random_uuid(), case_id, hospital_id, sealed, key_id, department_ids, now(), $1, now(), $1 FROM restricted_facts`,
          [pathologist.personId],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('is sealed in its table, the kind too, and does not open in another row', async () => {
    const [row] = await world.rows<{ all: string; sealed: Buffer }>(
      'SELECT f::text AS all, sealed FROM restricted_facts f WHERE id = $1',
      [id],
    );
    expect(row?.all).not.toContain('HIV');
    for (const part of ['HIV', RESULT, SOURCE]) expect(row?.sealed.includes(Buffer.from(part))).toBe(false);
    const { items } = await writing.record(owner, caseNo, { ...content, kind: 'GERMLINE', departmentIds: [] });
    const other = items.find((item) => item.id !== id)?.id ?? '';
    await world.rows('UPDATE restricted_facts SET sealed = $2 WHERE id = $1', [other, row?.sealed]);
    await expect(reading.reveal(owner, caseNo, other, '')).rejects.toThrow(/authenticate/);
    await world.rows('DELETE FROM restricted_facts WHERE id = $1', [other]);
  });

  it('is corrected and opened to other departments on the version seen, else the change is refused', async () => {
    const imaging = await world.departmentId('diagnostic-radiology');
    const changed = { ...content, result: '复查阴性', departmentIds: [imaging], version: 1 };
    const { items } = await writing.change(owner, caseNo, id, changed);
    expect(items).toMatchObject([{ id, version: 2, departmentIds: [imaging] }]);
    expect((await reading.reveal(radiologist, caseNo, id, '增强扫描前')).result).toBe('复查阴性');
    expect(await codeOf(reading.reveal(pathologist, caseNo, id, '取材防护'))).toBe('object/not-found');
    expect(await codeOf(writing.change(owner, caseNo, id, changed))).toBe('object/stale');
    await writing.change(owner, caseNo, id, { ...content, departmentIds: [pathology], version: 2 });
  });

  it('is retired and brought back, never deleted; retired only its owner knows of it', async () => {
    expect((await writing.retire(owner, caseNo, id, 3)).items).toMatchObject([{ isRetired: true, version: 4 }]);
    expect(await codeOf(writing.retire(owner, caseNo, id, 4))).toBe('restricted/wrong-state');
    expect(await codeOf(writing.change(owner, caseNo, id, { ...content, departmentIds: [], version: 4 }))).toBe(
      'restricted/wrong-state',
    );
    expect(await codeOf(reading.list(pathologist, caseNo))).toBe('object/not-found');
    expect(await actionsOf(pathologist)).toEqual([]);
    await expect(
      world.database.write(owner, (tx) => tx.query('DELETE FROM restricted_facts RETURNING id')),
    ).rejects.toThrow(/permission denied/);
    expect((await writing.restore(owner, caseNo, id, 4)).items).toMatchObject([{ isRetired: false }]);
    expect((await reading.list(pathologist, caseNo)).items).toHaveLength(1);
  });

  it('leaves nothing of itself in lists, boards, messages, queues and the audit log', async () => {
    const seen = [
      await world.get(CaseReadingService).read(owner, caseNo),
      await world.get(CaseReadingService).list(owner, { limit: 100 }),
      await world.get(BoardsService).read(owner, await world.departmentId('urology')),
    ];
    const kept = await world.rows<{ text: string }>(
      `SELECT e::text AS text FROM audit_events e UNION ALL SELECT o::text FROM outbox o UNION ALL SELECT b.card::text FROM board_cards b
       UNION ALL SELECT r::text FROM obligations r UNION ALL SELECT c::text FROM cases c`,
    );
    for (const secret of ['HIV', RESULT, '复查阴性', SOURCE]) {
      expect(JSON.stringify(seen)).not.toContain(secret);
      expect(kept.filter(({ text }) => text.includes(secret))).toEqual([]);
    }
    expect(await fieldsOf(reading.reveal(pathologist, caseNo, id, `因${RESULT}`))).toEqual([
      { field: 'reason', code: 'invalid' },
    ]);
  });

  it('has every act and every look on record', async () => {
    const lines = await world.rows<{ action: string }>(
      `SELECT action FROM audit_events WHERE object_kind = 'restricted-fact' AND object_id = $1 AND outcome = 'DONE' ORDER BY id`,
      [id],
    );
    expect(lines.map(({ action }) => action.replace('restricted-fact.', ''))).toEqual([
      'recorded',
      'revealed',
      'revealed',
      'changed',
      'revealed',
      'changed',
      'retired',
      'restored',
    ]);
  });

  it('gets the new key with the identities', async () => {
    const config = testConfig(world.config.DATABASE_URL, { DATA_KEY: keyOf(2), DATA_KEY_PREVIOUS: keyOf(1) });
    const app = await NestFactory.createApplicationContext(
      CoreModule.forRoot({ config, applicationName: 'consilium-tests', clock: world.clock }),
      { logger: ['error'] },
    );
    expect(await app.get(RestrictedKeysService).rotate(1)).toEqual({ resealed: 1, foreign: 0 });
    expect(await app.get(RestrictedKeysService).rotate(1)).toEqual({ resealed: 0, foreign: 0 });
    expect(await app.get(RestrictedReadingService).reveal(owner, caseNo, id, '')).toEqual(content);
    await app.close();
    await expect(reading.reveal(owner, caseNo, id, '')).rejects.toThrow('another key');
  });
});
