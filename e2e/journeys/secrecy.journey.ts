import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, startApplication, trafficOf, type Application } from '../harness/index.js';
import { exportsAuditLog, hearsOfOneMore, searchHouse, type SearchedPlace } from './secrecy/leaves-nobody-named.js';
import { plantInBrowser, plantInDatabase, plantInLogs, plantInMail, plantInRedis } from './secrecy/plants.js';
import { Cast } from './steps/cast.js';

let application: Application;
let browser: Browser;
/** What the search finds in the same house before and after a patient was named in every place. */
let before: SearchedPlace[];
let after: SearchedPlace[];

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication({ demo: true }), launchBrowser()]);
  const cast = new Cast(browser, application.url, 'zh-CN');
  const member = await cast.screenOf('urology-2');
  const { patient } = await hearsOfOneMore(application);
  await exportsAuditLog(browser, application.url);
  before = (await searchHouse(application)).places;
  plantInLogs(application, patient);
  await plantInRedis(application, patient);
  await plantInMail(application, patient);
  await plantInDatabase(application, patient);
  await plantInBrowser(member, patient);
  await trafficOf(application.url).settled();
  after = (await searchHouse(application)).places;
  await cast.leave();
});
afterAll(async () => {
  await browser?.close();
  await application?.stop();
});

const found = (places: SearchedPlace[], name: string) =>
  places.filter((place) => place.name === name).flatMap(({ findings }) => findings);

describe('The search for patients', () => {
  it.each([
    ['log of the API', 'the name of a patient', 'already exists'],
    ['log of the worker', 'the phone of a patient', '"phone"'],
    ['log of the mail catcher', 'the record number of a patient', '"record"'],
    ['log of the launcher', 'the date of birth of a patient', 'born'],
    ['log of PostgreSQL', 'the phone of a patient', 'Failing row'],
    ['commands to Redis', 'the name of a patient', 'planted:gone'],
    ['queued jobs', 'the name of a patient', '"patient"'],
    ['keys of Redis', 'the name of a patient', 'planted:string'],
    ['keys of Redis', 'the phone of a patient', 'planted:hash'],
    ['keys of Redis', 'the name of a patient', 'planted:list'],
    ['keys of Redis', 'the phone of a patient', 'planted:set'],
    ['keys of Redis', 'the name of a patient', 'planted:ordered'],
    ['keys of Redis', 'the phone of a patient', 'planted:stream'],
    ['keys of Redis', 'the name of a patient', 'planted:key'],
    ['mails on the line', 'the name of a patient', '会诊'],
    ['mails on the line', 'the phone of a patient', 'SUMMARY'],
    ['caught mails', 'the name of a patient', '会诊'],
    ['mails to be sent', 'the name of a patient', 'last_error'],
    ['notifications', 'the name of a patient', '"patient"'],
    ['outbox', 'the name of a patient', '"key"'],
    ['audit lines', 'the name of a patient', '"before"'],
    ['board cards', 'the name of a patient', '"patient"'],
    ['all other tables', 'the name of a patient', '"browser"'],
    ['addresses', 'the name of a patient', '/cases?q='],
    ['socket frames', 'the name of a patient', '40['],
    ['error answers', 'the phone of a patient', '422'],
    ['browser consoles', 'the record number of a patient', ''],
    ['saved files', 'the name of a patient', 'planted.csv'],
  ])('finds one named in the %s, where nobody was named before: %s beside %s', (place, what, beside) => {
    expect(found(before, place)).toEqual([]);
    const findings = found(after, place).filter((finding) => finding.what === what);
    expect(findings.map(({ around }) => around)).toContainEqual(expect.stringContaining(beside));
  });

  it('has been shown to see in every place that it searches', () => {
    expect(before.length).toBeGreaterThan(20);
    expect(after.filter(({ findings }) => findings.length === 0)).toEqual([]);
  });
});
