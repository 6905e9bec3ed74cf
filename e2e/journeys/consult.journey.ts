import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, startApplication, type Application } from '../harness/index.js';
import { leavesNobodyNamed } from './secrecy/leaves-nobody-named.js';
import { Cast } from './steps/cast.js';
import { House } from './steps/caller.js';
import { Records } from './steps/records.js';
import * as discuss from './steps/discuss.js';
import * as opinions from './steps/opinions.js';
import * as plan from './steps/plan.js';
import * as refer from './steps/refer.js';
import * as reminders from './steps/reminders.js';
import * as remote from './steps/remote.js';
import * as schedule from './steps/schedule.js';
import { speakerOf, ToldCase, type Parts } from './steps/told-case.js';
import * as triage from './steps/triage.js';

const DAY_MS = 86_400_000;

const journeys: Parts[] = [
  {
    key: '002',
    locale: 'zh-CN',
    ordinal: 91,
    surgeon: 'urology-1',
    hospital: 'beichen',
    expert: 'beichen-expert',
    writer: 'gynaecology-1',
    writesFor: 'gynecologic-oncology',
    watcher: 'bone-1',
    dissents: 'head-neck-surgery',
  },
  {
    key: '010',
    locale: 'en-US',
    ordinal: 92,
    surgeon: 'gynaecology-1',
    hospital: 'shenshui',
    expert: 'shenshui-expert',
    writer: 'imaging-1',
    writesFor: 'diagnostic-radiology',
    watcher: 'chair',
    dissents: 'medical-oncology',
  },
  {
    key: '004',
    locale: 'zh-CN',
    ordinal: 93,
    surgeon: 'gynaecology-1',
    hospital: 'beichen',
    expert: 'beichen-expert',
    writer: 'urology-1',
    writesFor: 'urology',
    watcher: 'plastic-1',
    dissents: 'colorectal-surgery',
  },
];

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

describe.each(journeys.map((parts) => [parts.key, parts.locale, parts] as const))(
  'Case %s in %s',
  (_key, _locale, parts) => {
    const told = new ToldCase(parts);
    let cast: Cast;
    let failed = false;
    beforeAll(() => {
      cast = new Cast(browser, application.url, parts.locale);
    });
    beforeEach((context) => {
      // A step that failed leaves nothing for the next one to stand on.
      if (failed) context.skip();
      onTestFailed(async () => {
        failed = true;
        await cast.keepPictures(`failed-${parts.key}`);
      });
    });
    afterAll(() => cast?.leave());

    it('is referred by a surgeon, who is told at the field what is wrong', async () => {
      const surgeon = await cast.screenOf(parts.surgeon);
      const directory = await house.directory();
      await refer.fillReferral(surgeon, told, directory);
      const before = await records.count('cases');
      await refer.sendsWrong(surgeon, told);
      expect(await records.count('cases')).toBe(before);

      const proposed = await refer.proposedDepartments(surgeon);
      for (const { name, reasons } of proposed) expect(reasons, `reasons for ${name}`).not.toHaveLength(0);
      const removed = proposed.at(-1)?.name ?? '';
      const added = surgeon.text((await house.department('rehabilitation')).name);
      await refer.removesDepartment(surgeon, removed);
      await refer.addsDepartment(surgeon, added);
      await surgeon.picture(`${parts.key}-referral`);
      await refer.sendsRight(surgeon, told);

      expect(await records.count('cases')).toBe(before + 1);
      const { departments } = directory;
      const takePart = [...(await triage.participantsOf(house, told)).keys()].map((code) =>
        surgeon.text(departments.find((one) => one.code === code)?.name ?? { zh: code, en: code }),
      );
      expect(takePart).toContain(added);
      expect(takePart).not.toContain(removed);
      expect(takePart).toHaveLength(proposed.length);
    });

    it('is taken in and accepted by the coordinator, and only then waits on every department', async () => {
      const coordinator = await cast.screenOf('coordinator');
      await triage.opensFromWorklist(coordinator, told);
      await triage.takesIn(coordinator);
      await triage.correctsDepartments(coordinator, told, house);
      triage.expectDepartmentsOf(told, await triage.participantsOf(house, told));
      await triage.everyBoardHas(house, told, (column, code) => expect(column, code).not.toBe('WAITING_ON_US'));

      // Mail speaks the language its reader used last.
      const members = [await cast.screenOf(parts.writer), await cast.screenOf(parts.watcher)];
      await triage.accepts(coordinator, new Date(Date.now() + 2 * DAY_MS));
      await coordinator.picture(`${parts.key}-accepted`);
      await triage.everyBoardHas(house, told, (column, code) => expect(column, code).toBe('WAITING_ON_US'));
      for (const screen of members) await opinions.cardIn(screen, told.caseNo, 'WAITING_ON_US').waitFor();
    });

    it('is asked of a department member in inbox and mail, until the opinion is given', async () => {
      const writer = await cast.screenOf(parts.writer);
      await reminders.seesOwed(writer, told, 'OPINION');
      await reminders.seesNotified(writer, told, 'OPINION');
      await reminders.seesMail(writer, told, 'OPINION', `${parts.writer}@`);
      await writer.picture(`${parts.key}-mailbox`);
    });

    it('shows one department on its board, without reload, that another has answered', async () => {
      const [writer, watcher] = [await cast.screenOf(parts.writer), await cast.screenOf(parts.watcher)];
      const card = opinions.cardIn(watcher, told.caseNo, 'WAITING_ON_US');
      const name = watcher.text((await house.department(parts.writesFor)).name);
      await opinions.seesDot(watcher, card, name, 'OWED');
      expect(await reminders.waitingReminders(records, told, 'OPINION', parts.writesFor)).toContain('DUE');
      await opinions.givesOpinion(writer, told, parts.writesFor);
      await opinions.seesDot(watcher, card, name, 'GIVEN');
      await watcher.picture(`${parts.key}-board`);

      await reminders.owesNoMore(writer, told, 'OPINION');
      expect(await reminders.waitingReminders(records, told, 'OPINION', parts.writesFor)).toEqual([]);
      await opinions.othersGiveOpinions(house, told, parts.writesFor);
      await triage.everyBoardHas(house, told, (column, code) => expect(column, code).toBe('READY'));
    });

    it('is put on the agenda of a linked session, at a time the coordinator is offered in place of a taken one', async () => {
      const coordinator = await cast.screenOf('coordinator');
      await schedule.recordsConsent(coordinator, told);
      const taken = await schedule.linkedSession(house);
      await schedule.schedulesLinkedSession(coordinator, told, house, taken);
      await schedule.putsOnAgenda(coordinator, told);
      await coordinator.picture(`${parts.key}-agenda`);
      const { agenda, startsAt } = await schedule.readSession(house, told);
      told.itemId = agenda[0]?.id ?? '';
      expect(agenda.map(({ caseNo }) => caseNo)).toEqual([told.caseNo]);

      const before = await reminders.sessionReminders(records, told);
      await schedule.movesSession(coordinator);
      const moved = await schedule.readSession(house, told);
      expect(moved.startsAt).not.toBe(startsAt);
      const after = await reminders.sessionReminders(records, told);
      expect(after).not.toEqual(before);
      expect(after.get('BEFORE_30MIN')).toBe(Date.parse(moved.startsAt) - 30 * 60_000);
    });

    it('is seen by the expert of the other hospital without anything that identifies, and answered with a signature', async () => {
      const { clinical } = await schedule.readCase(house, told);
      for (const secret of told.secrets) expect(clinical.summary, 'what the host itself reads').toContain(secret);
      const expert = await cast.screenOf(parts.expert);
      await remote.opensSharedCase(expert, told);
      await expert.picture(`${parts.key}-portal`);
      await remote.identifiesNobody(expert, told, cast);
      await remote.isKeptOut(expert, told);
      await remote.opensSharedCase(expert, told);
      await remote.givesRemoteOpinion(expert, told);
      await remote.identifiesNobody(expert, told, cast);
    });

    it('is decided in the session once everybody needed is there, with a dissent on record, and signed by the chair', async () => {
      const [coordinator, recorder] = [await cast.screenOf('coordinator'), await cast.screenOf('recorder')];
      await discuss.opensDiscussion(coordinator, told);
      await discuss.cannotConcludeAlone(recorder, told, house);
      await discuss.marksEverybodyPresent(recorder, told, house);
      await discuss.recordsDecision(recorder, told, house);
      await recorder.picture(`${parts.key}-record`);
      await discuss.concludes(recorder);

      const chair = await cast.screenOf('chair');
      await discuss.signsDecision(chair, told);
      await chair.picture(`${parts.key}-signed`);
      const { decision } = await discuss.itemOf(house, told);
      expect(decision).toMatchObject({ state: 'SIGNED', direction: told.of.decision.direction, tally: { oppose: 1 } });
      expect(decision?.recommendations).toHaveLength(1);
      expect(decision?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('is planned stage by stage by its surgeon and confirmed by every stage lead', async () => {
      const surgeon = await cast.screenOf(parts.surgeon);
      await plan.startsPlan(surgeon, told);
      await plan.writesStages(surgeon, told, house);
      await plan.isRefusedTheCircle(surgeon, told, house);
      await plan.savesPlan(surgeon);
      const saved = await plan.readPlan(house, told);
      expect(saved.stages.map(({ code, after }) => [code, after])).toEqual([
        ['S1', []],
        ['S2', ['S1']],
        ['S3', ['S2']],
      ]);
      await plan.asksStageLeads(surgeon);

      const stages = plan.stagesOf(told);
      const leads = stages.map(({ departmentCode }) => speakerOf(departmentCode));
      const [first = '', second = ''] = new Set(leads);
      for (const account of [first, second])
        await plan.confirmsStage(await cast.screenOf(account), told, `S${leads.indexOf(account) + 1}`);
      await plan.othersConfirm(house, told);
      await plan.seesConfirmed(surgeon);
      await surgeon.picture(`${parts.key}-plan`);
    });
  },
);

leavesNobodyNamed(() => ({ application, browser }));
