import { caseFilters, type CaseFilters } from '@consilium/contracts';
import { acceptedCase, referralOf, referredCase, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmergencyOpeningService } from '../emergency-access/index.js';
import { CaseReadingService, ReferCaseService } from '../cases/index.js';
import { CaseSearchService } from './case-search.service.js';

let world: TestWorld;
let accepted: string;
let referred: string;
let urgent: string;
let ownedByChair: string;

/** A case of a patient of this name, with these words of diagnosis. */
async function caseOf(name: string, diagnosis: string, ordinal: number, owner = 'urology-2'): Promise<string> {
  const referral = await referralOf(world, '002', ordinal);
  const { caseNo } = await world.get(ReferCaseService).refer(await world.actor(owner), {
    ...referral,
    patient: { ...referral.patient, name },
    clinical: { ...referral.clinical, diagnosis, tumourType: 'COLORECTAL', icd10Code: 'C20' },
    departments: [{ departmentId: await world.departmentId('urology'), requirement: 'REQUIRED', reason: '' }],
  });
  return caseNo;
}

const search = async (account: string, q = '', filters: Partial<CaseFilters> = {}, page = {}) =>
  world.get(CaseSearchService).search(await world.actor(account), {
    q,
    filters: caseFilters.parse({ order: 'newest', ...filters }),
    limit: 50,
    ...page,
  });
const numbers = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).items.map(({ caseNo }) => caseNo).toSorted();
const identityLines = () =>
  world.rows<{ objectId: string; actor: string; text: string }>(
    `SELECT object_id AS "objectId", actor, e::text AS text FROM audit_events e WHERE action = 'search.identity' ORDER BY id`,
  );

let ouyang: string;
let shan: string;
let zhang: string;

beforeAll(async () => {
  world = await testWorld();
  accepted = (await acceptedCase(world, { ordinal: 40, required: ['urology', 'pathology'] })).caseNo;
  world.clock.advance(60_000);
  referred = await referredCase(world, { ordinal: 41, required: ['urology'] });
  urgent = await referredCase(world, { ordinal: 42, required: ['pathology'], urgency: 'URGENT' });
  ownedByChair = await referredCase(world, { ordinal: 43, required: ['icu'], owner: 'chair' });
  ouyang = await caseOf('欧阳示例', '直肠癌术后盆腔复发', 51);
  shan = await caseOf('单示乐', '乙状结肠癌侵犯膀胱', 52);
  zhang = await caseOf('章例', '骶前 GIST 复发，ＣＴ提示进展', 53, 'chair');
});
afterAll(() => world.close());

describe('finding a case', () => {
  it('goes by any part of its number', async () => {
    const serial = accepted.split('-')[1] ?? '';
    for (const q of [accepted, accepted.toLowerCase(), serial, serial.slice(1), `P26-${serial}`])
      expect([q, await numbers('coordinator', q)]).toEqual([q, [accepted]]);
    expect(await numbers('coordinator', '9999')).toEqual([]);
  });

  it.each([
    ['欧阳', 'ouyang'],
    ['欧阳', 'OY'],
    ['单', 'shan'],
    ['章', 'zhang'],
  ])('goes by the family name %s, in characters and as %s', async (surname, reading) => {
    const wanted = { 欧阳: ouyang, 单: shan, 章: zhang }[surname];
    // The others of these tests are called 张, which reads like 章.
    const other = surname === '欧阳' ? shan : ouyang;
    expect(await numbers('coordinator', surname)).toContain(wanted);
    expect(await numbers('coordinator', reading)).toContain(wanted);
    expect(await numbers('coordinator', reading)).not.toContain(other);
  });

  it('goes by the exact whole name and its pinyin, and by no part of a given name', async () => {
    for (const q of ['欧阳示例', ' 欧阳 示例', 'ouyangshili', 'Ōuyáng Shìlì'])
      expect([q, await numbers('coordinator', q)]).toEqual([q, [ouyang]]);
    // 乐 is read lè and yuè; both are likely in a name.
    for (const q of ['单示乐', 'shanshile', 'shan shi yue'])
      expect([q, await numbers('coordinator', q)]).toEqual([q, [shan]]);
    for (const q of ['示例', 'shili', '欧阳示', '示乐', 'danshile'])
      expect([q, (await numbers('coordinator', q)).filter((one) => [ouyang, zhang].includes(one))]).toEqual([q, []]);
  });

  it('is on record for each patient found by name, and for nobody otherwise, without what was typed', async () => {
    const before = await identityLines();
    await numbers('chair', '章例');
    await numbers('chair', '直肠');
    await numbers('chair', '没有此人');
    const lines = (await identityLines()).slice(before.length);
    const [patient] = await world.rows<{ id: string }>('SELECT patient_id AS id FROM cases WHERE case_no = $1', [
      zhang,
    ]);
    expect(lines.map(({ objectId }) => objectId)).toEqual([patient?.id]);
    const log = await world.rows<{ text: string }>('SELECT e::text AS text FROM audit_events e');
    expect(log.filter(({ text }) => /章例|欧阳示例|ouyangshili/.test(text))).toEqual([]);
  });

  it('goes by words of the diagnosis in Chinese and English, all of them together', async () => {
    expect(await numbers('coordinator', '直肠癌')).toContain(ouyang);
    expect(await numbers('coordinator', '直肠癌 盆腔')).toContain(ouyang);
    expect(await numbers('coordinator', '直肠癌 膀胱')).not.toContain(ouyang);
    const { translated } = await search('coordinator', 'rectal');
    expect(translated).toContain('直肠');
    expect(await numbers('coordinator', 'rectal')).toContain(ouyang);
    expect(await numbers('coordinator', 'bladder')).toContain(shan);
    expect(await numbers('coordinator', 'gist')).toEqual([zhang]);
    expect(await numbers('coordinator', 'ct提示')).toEqual([zhang]);
    expect(await numbers('coordinator', 'c20')).toEqual([ouyang, shan, zhang].toSorted());
  });

  it('takes signs literally', async () => {
    for (const q of ['%', '_', "'; DROP TABLE cases; --", '\\', '**', '{"a"}', '张**'])
      expect([q, await numbers('coordinator', q)]).toEqual([q, []]);
  });

  it('sees a changed diagnosis at once', async () => {
    await world.rows(`UPDATE cases SET diagnosis = '阴道残端复发' WHERE case_no = $1`, [referred]);
    expect(await numbers('coordinator', '阴道残端')).toEqual([referred]);
  });
});

describe('what is found', () => {
  it.each([
    'coordinator',
    'chair',
    'urology-1',
    'urology-2',
    'pathology-1',
    'icu-1',
    'bone-1',
    'director',
    'nutrition-1',
  ])('is for %s exactly what the list holds for them', async (account) => {
    const actor = await world.actor(account);
    const listed = (await world.get(CaseReadingService).list(actor, { limit: 50 })).items.map(({ caseNo }) => caseNo);
    expect(await numbers(account)).toEqual(listed.toSorted());
    const found = await numbers(account, 'P26');
    expect(found).toEqual(listed.toSorted());
  });

  it('holds a case opened in an emergency for as long as it is open', async () => {
    await world.get(EmergencyOpeningService).open(await world.actor('nutrition-1'), accepted, {
      reasonKind: 'ON_CALL',
      reason: '夜间值班接诊，需要既往治疗经过',
      password: 'lantern-harbour-42',
    });
    expect(await numbers('nutrition-1', 'P26')).toEqual([accepted]);
  });

  it('is nothing for who works with no cases', async () => {
    for (const account of ['administrator', 'auditor', 'beichen-expert'])
      expect((await refusal(search(account, 'P26'))).code).toBe('access/denied');
  });

  it('is narrowed by each filter', async () => {
    expect(await numbers('chair', '', { mine: true })).toEqual([ownedByChair, zhang].toSorted());
    expect(await numbers('coordinator', '', { states: ['PREPARING'] })).toEqual([accepted]);
    expect(await numbers('coordinator', '', { departmentId: await world.departmentId('icu') })).toEqual([ownedByChair]);
    expect(await numbers('coordinator', '', { tumourTypes: ['COLORECTAL'] })).toEqual(
      expect.arrayContaining([ouyang, shan, zhang]),
    );
    expect(await numbers('coordinator', '', { tumourTypes: ['ANAL'] })).toEqual([]);
    expect(await numbers('coordinator', '', { risks: ['MODERATE'], recurrent: true })).toEqual([]);
    expect(await numbers('coordinator', '', { overdue: true })).toEqual([]);
    expect(await numbers('coordinator', '', { from: '2026-11-18', to: '2026-11-18' })).toHaveLength(7);
    expect(await numbers('coordinator', '', { to: '2026-11-17' })).toEqual([]);
    expect(await numbers('coordinator', '', { from: '2026-11-19' })).toEqual([]);
  });

  it.each(['due', 'newest', 'oldest'] as const)('comes page by page in the order %s', async (order) => {
    const whole = (await search('coordinator', '', { order })).items.map(({ caseNo }) => caseNo);
    expect(whole).toHaveLength(7);
    expect(whole.indexOf(accepted) < whole.indexOf(zhang)).toBe(order !== 'newest' && order !== 'due');
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('coordinator', '', { order }, { limit: 2, ...(cursor ? { cursor } : {}) });
      pages.push(...page.items.map(({ caseNo }) => caseNo));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && pages.length <= whole.length);
    expect(pages).toEqual(whole);
  });

  it('refuses a place it did not give', async () => {
    expect((await refusal(search('coordinator', '', {}, { cursor: 'x' }))).extras.errors).toEqual([
      { field: 'cursor', code: 'invalid' },
    ]);
  });

  it('holds what is late', async () => {
    world.clock.advance(5 * 24 * 3_600_000);
    expect(await numbers('coordinator', '', { overdue: true })).toContain(urgent);
  });
});
