import { newsSeverities, newsSources, newsStates } from '@consilium/contracts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, startApplication, type Application } from '../harness/index.js';
import { leavesNobodyNamed } from './secrecy/leaves-nobody-named.js';
import { House } from './steps/caller.js';
import { Cast } from './steps/cast.js';
import { accepted } from './steps/prepared.js';
import type { Screen } from './steps/screen.js';
import { ToldCase } from './steps/told-case.js';
import { exactly, said } from './steps/words.js';

const DAY_MS = 86_400_000;
const PHONE = { width: 390, height: 844 };
const FINGER = 44;
const HEARD = '家属来电：昨夜起血尿加重，伴低热';
const DONE = '已电话联系家属，安排今日急诊复查';

const words = {
  nav: said('反馈', 'News'),
  text: said('发生了什么', 'What happened'),
  severity: said('分级', 'Grade'),
  source: said('来源', 'From'),
  send: said('发送', 'Send'),
  sent: said('已发送，主管医师及其科室已收到。', 'Sent; the case owner and their department have it.'),
  acknowledge: said('已知悉', 'Acknowledge'),
  act: said('记录处理', 'Note what was done'),
  note: said('做了什么', 'What was done'),
  save: said('保存', 'Save'),
  mine: said('我反馈的', 'Written by me'),
};

let application: Application;
let browser: Browser;
let house: House;
let cast: Cast;
let told: ToldCase;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication({ demo: true }), launchBrowser()]);
  house = new House(application.url);
  cast = new Cast(browser, application.url, 'zh-CN');
  told = new ToldCase({
    key: '002',
    locale: 'zh-CN',
    ordinal: 91,
    surgeon: 'chair',
    hospital: 'beichen',
    expert: 'beichen-expert',
    writer: 'urology-2',
    writesFor: 'urology',
    watcher: 'bone-1',
    dissents: 'urology',
  });
  await accepted(house, told, new Date(Date.now() + DAY_MS));
});
beforeEach(() => {
  onTestFailed(() => cast.keepPictures('failed-news'));
});
afterAll(async () => {
  await cast?.leave();
  await browser?.close();
  await application?.stop();
});

const onPhone = async (account: string): Promise<Screen> => {
  const screen = await cast.screenOf(account);
  await screen.page.setViewportSize(PHONE);
  return screen;
};
const opened = (screen: Screen) => screen.dialog().filter({ hasText: HEARD });

describe('News of a patient, from one phone to another', () => {
  it('is written in six taps and comes back to its writer with what was done', async () => {
    const writer = await onPhone('urology-2');
    const owner = await onPhone('chair');
    await owner.go('/news');

    await writer.page.getByRole('link', { name: writer.text(words.nav) }).click();
    await writer.page.getByRole('button', { name: new RegExp(told.caseNo), pressed: false }).click();
    await writer.fill(words.text, HEARD);
    await writer.pick(writer.item(words.source), newsSources.labels.FAMILY);
    await writer.pick(writer.item(words.severity), newsSeverities.labels.RED);
    await writer.button(words.send).click();
    await writer.sees(words.sent);

    // The owner's open list changes by itself, and acknowledging is one tap of a finger's size.
    const row = owner.page.getByRole('listitem').filter({ hasText: HEARD });
    const acknowledge = row.getByRole('button', { name: exactly(owner.text(words.acknowledge)) });
    await acknowledge.waitFor();
    expect((await acknowledge.boundingBox())?.height).toBeGreaterThanOrEqual(FINGER);
    expect(await owner.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await owner.picture('news-phone');
    await acknowledge.click();
    await owner.sees(newsStates.labels.ACKNOWLEDGED, row);
    await row.getByRole('button').first().click();
    await owner.button(words.act, opened(owner)).click();
    await owner.fill(words.note, DONE);
    await owner.button(words.save).click();
    await owner.sees(newsStates.labels.ACTIONED, opened(owner));
    await owner.picture('news-detail-phone');

    await writer.go('/inbox');
    await writer.page.getByText(`${told.caseNo} 病情反馈有进展`).first().click();
    await writer.page.waitForURL(/\/news\?open=/);
    await opened(writer).getByText(DONE).waitFor();
  });
});

leavesNobodyNamed(() => ({ application, browser }));
