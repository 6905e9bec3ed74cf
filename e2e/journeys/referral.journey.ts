import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, startApplication, type Application } from '../harness/index.js';
import { leavesNobodyNamed } from './secrecy/leaves-nobody-named.js';
import { House } from './steps/caller.js';
import { Cast } from './steps/cast.js';
import { Effort } from './steps/effort.js';
import { fillMandatory, sendsMandatory } from './steps/refer.js';
import { readCase } from './steps/schedule.js';
import { ToldCase, type Parts } from './steps/told-case.js';

/** Most that a person does at the form for a referral with everything mandatory. */
const MOST_INTERACTIONS = 40;

const parts: Omit<Parts, 'ordinal' | 'locale'> = {
  key: '002',
  surgeon: 'urology-2',
  hospital: 'beichen',
  expert: 'beichen-expert',
  writer: 'urology-1',
  writesFor: 'urology',
  watcher: 'bone-1',
  dissents: 'urology',
};

let application: Application;
let browser: Browser;
let house: House;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication({ demo: true }), launchBrowser()]);
  house = new House(application.url);
});
afterAll(async () => {
  await browser?.close();
  await application?.stop();
});

describe.each(['zh-CN', 'en-US'] as const)('A referral in %s', (locale) => {
  let cast: Cast;
  beforeAll(() => {
    cast = new Cast(browser, application.url, locale);
  });
  beforeEach(() => {
    onTestFailed(() => cast.keepPictures('failed-referral'));
  });
  afterAll(() => cast?.leave());

  it(`with everything mandatory takes at most ${MOST_INTERACTIONS} clicks, keys and filled fields`, async () => {
    const told = new ToldCase({ ...parts, locale, ordinal: locale === 'zh-CN' ? 61 : 62 });
    const surgeon = await cast.screenOf(parts.surgeon);
    const effort = new Effort(surgeon);
    const structures = await fillMandatory(surgeon, effort, told, await house.directory());
    await surgeon.picture('referral-mandatory');
    await sendsMandatory(surgeon, effort, told);
    const { clinical } = await readCase(house, told);
    expect(clinical).toMatchObject({
      diagnosis: told.clinical.diagnosis,
      tumourType: told.clinical.tumourType,
      presentation: told.clinical.presentation,
      structures,
      questions: told.clinical.questions.slice(0, 1),
    });
    console.log(`A referral with everything mandatory (${locale}): ${effort.count} interactions`);
    expect(effort.count).toBeLessThanOrEqual(MOST_INTERACTIONS);
  });
});

leavesNobodyNamed(() => ({ application, browser }));
