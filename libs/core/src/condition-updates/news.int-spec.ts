import { acceptedCase, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { NotificationsService, ReminderDeliveryService } from '../reminders/index.js';
import { NewsReadingService } from './news-reading.service.js';
import { NewsService } from './news.service.js';

const MINUTE = 60_000;
const TEXT = '家属来电：昨夜起血尿加重，伴发热';

let world: TestWorld;
let news: NewsService;
let reading: NewsReadingService;
let owner: Actor;
let pathologist: Actor;
let ordinal = 500;

beforeAll(async () => {
  world = await testWorld();
  news = world.get(NewsService);
  reading = world.get(NewsReadingService);
  owner = await world.actor('urology-2');
  pathologist = await world.actor('pathology-1');
});
afterAll(() => world.close());

const newCase = async (): Promise<string> => {
  ordinal += 1;
  return (await acceptedCase(world, { ordinal, required: ['urology', 'pathology'] })).caseNo;
};
const written = async (severity: 'RED' | 'AMBER' | 'GREEN' | null, caseNo?: string) =>
  (await news.write(pathologist, caseNo ?? (await newCase()), { text: TEXT, source: 'FAMILY', severity })).id;
const codeOf = async (act: Promise<unknown>) => (await refusal(act)).code;
const deliverAll = async () => {
  const delivery = world.get(ReminderDeliveryService);
  for (const { id } of await delivery.waiting(0)) await delivery.deliver(id);
};
const toldOf = async (actor: Actor, id: string) => {
  const { items } = await world.get(NotificationsService).list(actor, { limit: 100 });
  return items.filter(({ path }) => path === `/news?open=${id}`).toReversed();
};

describe('news of a patient', () => {
  it('reaches the owner and their department at once, without a word of what it says', async () => {
    const caseNo = await newCase();
    const id = await written('RED', caseNo);
    await deliverAll();
    for (const account of ['urology-2', 'urology-1', 'urology-3']) {
      const [told] = await toldOf(await world.actor(account), id);
      expect(told?.text.zh).toMatch(new RegExp(`^${caseNo} 泌尿外科 新的病情反馈待知悉，`));
    }
    expect(await toldOf(pathologist, id)).toEqual([]);
    const stored = await world.rows(`SELECT 1 AS one FROM notifications n WHERE n::text LIKE '%血尿%' UNION ALL
      SELECT 1 FROM outbox o WHERE o::text LIKE '%血尿%' UNION ALL SELECT 1 FROM audit_events e WHERE e::text LIKE '%血尿%'`);
    expect(stored).toEqual([]);
  });

  it('is graded, acknowledged, acted on and closed, and who wrote it hears each time what became of it', async () => {
    const id = await written(null);
    const [waiting] = (await reading.list(owner, { scope: 'todo', limit: 100 })).items.filter((item) => item.id === id);
    expect(waiting).toMatchObject({ state: 'NEW', availableActions: ['triage'] });
    await news.triage(owner, id, { version: 1, severity: 'AMBER' });
    await deliverAll();
    expect(await toldOf(pathologist, id)).toEqual([]);
    await news.acknowledge(owner, id, { version: 2 });
    await deliverAll();
    await news.act(owner, id, { version: 3, note: '已电话联系家属，安排急诊复查' });
    await deliverAll();
    await news.close(owner, id, { version: 4, outcome: '膀胱冲洗后好转' });
    await deliverAll();
    expect((await toldOf(pathologist, id)).map(({ text }) => text.zh.replace(/^P\S+ /, ''))).toEqual([
      '病情反馈有进展',
      '病情反馈有进展',
      '病情反馈有进展',
    ]);
    expect((await reading.read(pathologist, id)).trail.map(({ kind, note }) => [kind, note])).toEqual([
      ['WRITTEN', ''],
      ['TRIAGED', ''],
      ['ACKNOWLEDGED', ''],
      ['ACTIONED', '已电话联系家属，安排急诊复查'],
      ['CLOSED', '膀胱冲洗后好转'],
    ]);
    expect(
      (await world.get(NotificationsService).owed(pathologist)).items.filter(({ path }) => path.includes(id)),
    ).toEqual([]);
  });

  it('goes to the lead and then to the coordinator where nobody acknowledges it, red news by night too', async () => {
    world.clock.set(new Date('2026-11-21T17:00:00Z'));
    const id = await written('RED');
    const [lead, coordinator] = [await world.actor('urology-1'), await world.actor('coordinator')];
    world.clock.advance(15 * MINUTE);
    await deliverAll();
    expect((await toldOf(lead, id)).map(({ step }) => step)).toEqual(['OPENED', 'DUE']);
    expect(await toldOf(coordinator, id)).toEqual([]);
    world.clock.advance(30 * MINUTE);
    await deliverAll();
    expect((await toldOf(coordinator, id)).map(({ step }) => step)).toEqual(['AFTER_30MIN']);
    expect((await reading.list(coordinator, { scope: 'todo', limit: 100 })).items.map((item) => item.id)).toContain(id);
    await news.acknowledge(lead, id, { version: 1 });
    const open = await world.rows(
      `SELECT 1 AS one FROM obligations WHERE subject_id = $1 AND kind = 'CONDITION_UPDATE' AND state = 'OPEN'`,
      [id],
    );
    expect(open).toEqual([]);
  });

  it('is written by the team and acted on by the owner and their department, and is nothing to anybody else', async () => {
    const caseNo = await newCase();
    const id = await written('GREEN', caseNo);
    const stranger = await world.actor('cardiology-1');
    expect(await codeOf(news.write(stranger, caseNo, { text: TEXT, source: 'NURSE', severity: null }))).toBe(
      'object/not-found',
    );
    expect(await codeOf(reading.read(stranger, id))).toBe('object/not-found');
    expect(await codeOf(news.acknowledge(pathologist, id, { version: 1 }))).toBe('access/denied');
    expect(
      await codeOf(news.write(await world.actor('quality'), caseNo, { text: TEXT, source: 'CHIEF', severity: null })),
    ).toBe('access/denied');
    expect((await reading.read(await world.actor('quality'), id)).availableActions).toEqual([]);
    expect(await codeOf(news.acknowledge(owner, id, { version: 7 }))).toBe('object/stale');
    expect(await codeOf(news.close(owner, id, { version: 1, outcome: '好转' }))).toBe('condition-update/wrong-state');
  });

  it('suggests an urgent consult where it is red, to who may ask for one', async () => {
    const [red, amber] = [await written('RED'), await written('AMBER')];
    expect((await reading.read(owner, red)).suggestsConsult).toBe(true);
    expect((await reading.read(owner, amber)).suggestsConsult).toBe(false);
    expect((await reading.read(await world.actor('coordinator'), red)).suggestsConsult).toBe(false);
  });

  it('is listed with what waits first, counted, page after page, and offered for cases one may write of', async () => {
    const caseNo = await newCase();
    const [first, second] = [await written('GREEN', caseNo), await written('RED', caseNo)];
    await news.acknowledge(owner, second, { version: 1 });
    const page = await reading.list(owner, { scope: 'all', case: caseNo, limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([first]);
    expect(page.waiting).toBeGreaterThan(0);
    const next = await reading.list(owner, { scope: 'all', case: caseNo, limit: 1, cursor: page.nextCursor ?? '' });
    expect([next.items.map(({ id }) => id), next.nextCursor]).toEqual([[second], null]);
    expect((await reading.list(pathologist, { scope: 'mine', case: caseNo, limit: 10 })).items).toHaveLength(2);
    expect((await reading.recentCases(pathologist)).items.map((item) => item.caseNo)).toContain(caseNo);
    expect((await reading.recentCases(await world.actor('cardiology-1'))).items).toEqual([]);
  });
});
