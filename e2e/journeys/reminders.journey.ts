import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, startApplication, type Application } from '../harness/index.js';
import { leavesNobodyNamed } from './secrecy/leaves-nobody-named.js';
import { House } from './steps/caller.js';
import { Cast } from './steps/cast.js';
import { accepted } from './steps/prepared.js';
import { emptyRedis, Records } from './steps/records.js';
import * as reminders from './steps/reminders.js';
import { ToldCase, type Parts } from './steps/told-case.js';

/** Long enough to end the worker before, short enough to wait for. */
const UNTIL_DUE_MS = 10_000;
const DAY_MS = 86_400_000;
const MEMBER = 'urology-2';

const parts: Omit<Parts, 'ordinal'> = {
  key: '002',
  locale: 'zh-CN',
  surgeon: 'chair',
  hospital: 'beichen',
  expert: 'beichen-expert',
  writer: MEMBER,
  writesFor: 'urology',
  watcher: 'bone-1',
  dissents: 'urology',
};

const troubles: [string, { ordinal: number; happens: (application: Application) => Promise<void> }][] = [
  ['the worker is killed', { ordinal: 81, happens: async ({ worker }) => worker.kill() }],
  [
    'the worker is killed and Redis loses everything',
    {
      ordinal: 83,
      happens: async ({ worker, redisUrl }) => {
        await worker.kill();
        await emptyRedis(redisUrl);
      },
    },
  ],
];

let application: Application;
let browser: Browser;
let house: House;
let records: Records;
let cast: Cast;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication({ demo: true }), launchBrowser()]);
  house = new House(application.url);
  records = await new Records(application.databaseUrl).open();
  cast = new Cast(browser, application.url, 'zh-CN');
});
beforeEach(() => {
  onTestFailed(() => cast.keepPictures('failed-reminders'));
});
afterAll(async () => {
  await cast?.leave();
  await browser?.close();
  await records?.close();
  await application?.stop();
});

describe('A reminder', () => {
  it.each(troubles)('that falls due while %s reaches everybody once', async (_trouble, { ordinal, happens }) => {
    const member = await cast.screenOf(MEMBER);
    const told = new ToldCase({ ...parts, ordinal });
    const dueAt = new Date(Date.now() + UNTIL_DUE_MS);
    await accepted(house, told, dueAt);
    const members = await reminders.membersOf(records, 'urology');
    expect(members.length).toBeGreaterThan(1);
    await expect
      .poll(() => reminders.deliveries(records, told, 'OPENED', 'urology'), { timeout: UNTIL_DUE_MS })
      .toEqual(members.map((account) => ({ account, notifications: 1, mails: 1 })));
    await happens(application);
    expect(Date.now(), 'the trouble came before the reminder').toBeLessThan(dueAt.getTime());

    await expect.poll(() => Date.now(), { timeout: 2 * UNTIL_DUE_MS }).toBeGreaterThan(dueAt.getTime());
    expect(await reminders.deliveries(records, told, 'DUE', 'urology')).toEqual([]);

    await application.worker.start();
    const once = members.map((account) => ({ account, notifications: 1, mails: 1 }));
    await expect.poll(() => reminders.deliveries(records, told, 'DUE', 'urology'), { timeout: 30_000 }).toEqual(once);

    // Whatever would still speak a second time has spoken when something younger has arrived.
    const younger = new ToldCase({ ...parts, ordinal: ordinal + 1 });
    await accepted(house, younger, new Date(Date.now() + DAY_MS));
    await expect
      .poll(() => reminders.deliveries(records, younger, 'OPENED', 'urology'), { timeout: 30_000 })
      .toHaveLength(members.length);
    expect(await reminders.deliveries(records, told, 'DUE', 'urology')).toEqual(once);
    expect(await reminders.deliveries(records, told, 'OPENED', 'urology')).toEqual(once);

    await member.go('/inbox');
    expect(await reminders.notificationsShown(member, told, 'DUE')).toBe(1);
  });
});

leavesNobodyNamed(() => ({ application, browser }));
