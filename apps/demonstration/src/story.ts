import { demonstrationCases, lightCases, type DemonstrationCase, type DemonstrationReferral } from '@consilium/catalog';
import type { INestApplicationContext } from '@nestjs/common';
import { BetweenDiscussions } from './between-discussions.js';
import { Plans } from './plans.js';
import { Referrals, type ToldCase } from './referrals.js';
import { Sessions } from './sessions.js';
import type { Stage } from './stage.js';

const LIGHT_CASES = 25;
const MINUTE = 60_000;

/**
 * The story begins in the middle: on any day of loading every column of the boards, the sessions and the plans have something in them.
 * Times are days from the day of loading and hours in Shanghai.
 */
export async function tellStory(app: INestApplicationContext, stage: Stage, password: string): Promise<void> {
  const referrals = new Referrals(app, stage);
  const sessions = new Sessions(app, stage, password);
  const plans = new Plans(app, stage);
  const between = new BetweenDiscussions(app, stage);
  const full = (key: string): DemonstrationCase => {
    const found = demonstrationCases.find((entry) => entry.key === key);
    if (!found) throw new Error(`the catalogue has no case ${key}`);
    return found;
  };
  const light = lightCases(LIGHT_CASES);

  /** Referred, accepted and answered by all, ready for a session on `day`. */
  const prepare = async (of: DemonstrationReferral, day: number): Promise<ToldCase> => {
    const told = await referrals.refer(of, stage.instant(day - 9, '10:20'), day);
    await referrals.accept(told, stage.instant(day - 8, '09:10'), stage.instant(day - 2, '18:00'));
    await referrals.giveOpinions(told, stage.instant(day - 6, '08:30'));
    return told;
  };

  // Long ago: two patients who were operated on and are followed up.
  for (const [key, day] of [
    ['001', -75],
    ['010', -47],
  ] as const) {
    const told = await prepare(full(key), day);
    await sessions.hold([told], day, { title: '盆腔疑难肿瘤 MDT', room: 'MDT 第一会议室', time: '14:00' });
    await plans.operateAndFollowUp(told, full(key), day + full(key).surgicalPlan.operationDay);
  }
  const followed: ToldCase[] = [];
  for (const of of light.slice(20, 25)) followed.push(await prepare(of, -30));
  await sessions.hold(followed, -30, { title: '盆腔疑难肿瘤 MDT', room: 'MDT 第二会议室', time: '14:00' });
  for (const told of followed) await plans.startFollowUp(told);

  // Nine days ago: 007 was decided; its operation is in eight days, two stages still to confirm.
  const planned = await prepare(full('007'), -9);
  await sessions.hold([planned], -9, { title: '骨盆肿瘤 MDT', room: 'MDT 第一会议室', time: '14:00' });
  await plans.askStageLeads(planned, full('007'), 8, { unconfirmed: 2 });

  // Last week: 006 with a dissent, and light cases beside it.
  const lastWeek: ToldCase[] = [await prepare(full('006'), -6)];
  for (const of of light.slice(16, 20)) lastWeek.push(await prepare(of, -6));
  await sessions.hold(lastWeek, -6, { title: '盆腔疑难肿瘤 MDT', room: 'MDT 第一会议室', time: '14:00' });
  for (const told of lastWeek.slice(3)) await plans.begin(told, -4);

  // In two days: the linked session, its agenda half built.
  const linked: ToldCase[] = [];
  for (const key of ['002', '004', '005']) {
    const told = await referrals.refer(full(key), stage.instant(-7, '11:05'), 2);
    await referrals.accept(told, stage.instant(-6, '09:40'), stage.instant(1, '12:00'));
    await referrals.giveOpinions(told, stage.instant(-4, '09:00'), (_code, index) => key !== '005' || index < 9);
    await referrals.recordConsent(told, stage.instant(-3, '15:30'), -3);
    linked.push(told);
  }
  await sessions.scheduleLinked(linked, 2);

  // Later today: a regular session.
  const today: ToldCase[] = [];
  for (const of of light.slice(12, 15)) {
    const told = await referrals.refer(of, stage.instant(-6, '15:00'), 0);
    await referrals.accept(told, stage.instant(-5, '09:30'), stage.instant(-1, '17:00'));
    await referrals.giveOpinions(told, stage.instant(-3, '08:40'));
    today.push(told);
  }
  await sessions.scheduleToday(today);

  // In preparation: 003 due today, 009 overdue, light cases at every step.
  const dueToday = await referrals.refer(full('003'), stage.instant(-4, '09:50'), 5);
  await referrals.accept(dueToday, stage.instant(-3, '09:20'), sessions.laterToday(90));
  await referrals.giveOpinions(dueToday, stage.instant(-2, '09:00'), (_code, index) => index % 2 === 0);
  const overdue = await referrals.refer(full('009'), stage.instant(-6, '14:10'), 3);
  await referrals.accept(overdue, stage.instant(-5, '10:00'), stage.instant(-1, '17:30'));
  await referrals.giveOpinions(overdue, stage.instant(-3, '10:00'), (_code, index) => index % 3 === 1);
  for (const [index, of] of light.slice(3, 12).entries()) {
    const told = await referrals.refer(of, stage.instant(-5, '16:30'), 6);
    const due =
      index === 0
        ? stage.instant(-1, '20:00')
        : index < 3
          ? sessions.laterToday(150 + index * 30)
          : stage.instant(1 + (index % 4), '17:00');
    await referrals.accept(told, stage.instant(-4, '10:40'), due);
    await referrals.giveOpinions(told, stage.instant(-3, '09:15'), (_code, at) => index >= 6 || (at + index) % 3 === 0);
  }

  // Today: new referrals wait for triage.
  await referrals.takeIn(
    await referrals.refer(light[0] ?? full('011'), stage.instant(-1, '16:20'), 7),
    stage.instant(0, '00:05'),
  );
  for (const of of light.slice(1, 3)) await referrals.refer(of, stage.instant(-1, '17:45'), 7);
  await referrals.refer(full('011'), stage.instant(0, '00:10'), 7);

  // A few hours and a few minutes ago: a consult runs against its 24 hours, and a family has called.
  const ago = (minutes: number) => new Date(stage.today.getTime() - minutes * MINUTE);
  await between.askConsult(planned, ago(380), 'vascular-surgery');
  const [dissented] = lastWeek;
  if (dissented) await between.hearFromFamily(dissented, ago(40));
}
