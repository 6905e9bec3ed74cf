import {
  caseEndpoints,
  fieldProblems,
  fill,
  planEndpoints,
  sessionEndpoints,
  type FieldProblemCode,
  type Locale,
} from '@consilium/contracts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, startApplication, type Application } from '../harness/index.js';
import { leavesNobodyNamed } from './secrecy/leaves-nobody-named.js';
import { House, type Refused } from './steps/caller.js';
import { Cast } from './steps/cast.js';
import * as forms from './steps/forms.js';
import { inTriage, referralOf } from './steps/prepared.js';
import { Records } from './steps/records.js';
import { linkedSession } from './steps/schedule.js';
import { nameOf, ToldCase, type Parts } from './steps/told-case.js';
import { day } from './steps/words.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const parts: Omit<Parts, 'ordinal' | 'locale'> = {
  key: '002',
  surgeon: 'urology-1',
  hospital: 'beichen',
  expert: 'beichen-expert',
  writer: 'urology-2',
  writesFor: 'urology',
  watcher: 'bone-1',
  dissents: 'urology',
};

let application: Application;
let browser: Browser;
let house: House;
let records: Records;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication({ demo: true }), launchBrowser()]);
  house = new House(application.url);
  records = await new Records(application.databaseUrl).open();
});
afterAll(async () => {
  await browser?.close();
  await records?.close();
  await application?.stop();
});

/** What the API says at which field. */
function expectFields(
  { status, problem }: Refused,
  fields: Record<string, [FieldProblemCode, Record<string, number>?]>,
): void {
  expect(status).toBe(422);
  expect(problem.errors?.map(({ field, message }) => [field, message])).toEqual(
    Object.entries(fields).map(([field, [code, parameters]]) => [field, fill(fieldProblems[code].zh, parameters)]),
  );
}

describe.each(['zh-CN', 'en-US'] as const)('Wrong input on a form in %s', (locale: Locale) => {
  let cast: Cast;
  beforeAll(() => {
    cast = new Cast(browser, application.url, locale);
  });
  beforeEach(() => {
    onTestFailed(() => cast.keepPictures('failed-forms'));
  });
  afterAll(() => cast?.leave());

  it('leaves a case in triage as it is and says at the field why', async () => {
    const told = new ToldCase({ ...parts, locale, ordinal: locale === 'zh-CN' ? 71 : 72 });
    const { version } = await inTriage(house, told);
    const coordinator = await cast.screenOf('coordinator');
    await forms.acceptsInThePast(coordinator, told.caseNo);
    await forms.asksForNothing(coordinator);
    const now = await (await house.as('coordinator')).call(caseEndpoints.read, { params: { caseNo: told.caseNo } });
    expect([now.version, now.state]).toEqual([version, 'TRIAGE']);
  });

  it('lets who was slower compare, where two coordinators work on one case', async () => {
    const told = new ToldCase({ ...parts, locale, ordinal: locale === 'zh-CN' ? 73 : 74 });
    const { version, round } = await inTriage(house, told);
    const caller = await house.as('coordinator');
    const read = () => caller.call(caseEndpoints.read, { params: { caseNo: told.caseNo } });
    const coordinator = await cast.screenOf('coordinator');
    await forms.isAskedToCompare(coordinator, told.caseNo, `${day(3)} 17:00`, async () => {
      const departments = round.participations.slice(1).map(({ departmentId, requirement }) => ({
        departmentId,
        requirement,
        reason: '',
      }));
      await caller.call(caseEndpoints.changeDepartments, {
        params: { caseNo: told.caseNo },
        body: { version, departments },
      });
    });
    expect((await read()).state).toBe('TRIAGE');
    await forms.keepsMine(coordinator);
    expect((await read()).state).toBe('PREPARING');
  });

  it('schedules no session and cancels none', async () => {
    const coordinator = await cast.screenOf('coordinator');
    const { id, room } = await linkedSession(house);
    const before = await records.count('consult_sessions');
    await forms.schedulesWrongly(coordinator, coordinator.text(room), {
      chair: coordinator.text(nameOf('chair')),
      recorder: coordinator.text(nameOf('recorder')),
    });
    expect(await records.count('consult_sessions')).toBe(before);
    await forms.cancelsWithoutReason(coordinator, id);
    const session = await (await house.as('coordinator')).call(sessionEndpoints.read, { params: { id } });
    expect(session.state).toBe('PLANNED');
  });

  it('saves no stage of a plan, and of two titles not the second unseen', async () => {
    const { plan, lead } = await forms.emptyPlan(house);
    const read = async () => (await house.as('coordinator')).call(planEndpoints.read, { params: { id: plan.id } });
    const screen = await cast.screenOf(lead);
    await forms.writesEmptyStage(screen, plan.id);
    expect(await read()).toEqual(plan);

    screen.page.on('dialog', (dialog) => void dialog.accept());
    const second = await cast.second(lead);
    await forms.savesSecond([screen, `手术方案 ${locale} 甲`], [second, `手术方案 ${locale} 乙`], plan.id);
    expect((await read()).title).toBe(`手术方案 ${locale} 甲`);
  });
});

describe('Wrong input past the forms', () => {
  it('is refused by the API at the field, and no case is made of it', async () => {
    const told = new ToldCase({ ...parts, locale: 'zh-CN', ordinal: 75 });
    const referral = await referralOf(house, told);
    const surgeon = await house.as(parts.surgeon);
    const before = await records.count('cases');
    const departments = [
      ...referral.departments,
      { departmentId: NOBODY, requirement: 'REQUIRED' as const, reason: '' },
    ];
    expectFields(await surgeon.refused(caseEndpoints.refer, { body: { ...referral, departments } }), {
      [`departments.${departments.length - 1}.departmentId`]: ['unknown'],
    });
    const clinical = {
      ...referral.clinical,
      diagnosis: '长'.repeat(301),
      wishes: ' ',
      imaging: referral.clinical.imaging.map((one, index) => (index === 0 ? { ...one, modality: '' } : one)),
    };
    expectFields(await surgeon.refused(caseEndpoints.refer, { body: { ...referral, clinical } }), {
      'clinical.diagnosis': ['too-long', { max: 300 }],
      'clinical.wishes': ['required'],
      'clinical.imaging.0.modality': ['required'],
    });
    const treatments = referral.clinical.priorTreatments.map((one) => ({ ...one, happenedOn: day(1) })).slice(0, 1);
    expectFields(
      await surgeon.refused(caseEndpoints.refer, {
        body: { ...referral, clinical: { ...referral.clinical, priorTreatments: treatments } },
      }),
      { 'clinical.priorTreatments.0.happenedOn': ['in-the-future'] },
    );
    expect(await records.count('cases')).toBe(before);
  });
});

leavesNobodyNamed(() => ({ application, browser }));
