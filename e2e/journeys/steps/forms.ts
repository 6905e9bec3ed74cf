import { planEndpoints, type PlanView } from '@consilium/contracts';
import { demonstrationCentre } from '@consilium/catalog';
import { expect } from 'vitest';
import type { House } from './caller.js';
import type { Screen } from './screen.js';
import { atField, day, said } from './words.js';

const words = {
  due: said('意见截止时间', 'Opinions due'),
  accept: said('受理病例', 'Accept case'),
  missing: said('缺少什么', 'What is missing'),
  request: said('要求补充', 'Ask for information'),
  requestForm: said('要求补充资料', 'Ask for information'),
  conflict: said('保存前请比较', 'Compare before saving'),
  keepMine: said('仍按我的提交', 'Submit mine anyway'),
  nothingLeft: said('目前没有需要您办理的事项。', 'Nothing here waits on you now.'),
  title: said('会议名称', 'Title'),
  startsAt: said('开始时间', 'Starts at'),
  room: said('会议室', 'Room'),
  chair: said('主持人', 'Chair'),
  recorder: said('记录员', 'Recorder'),
  schedule: said('安排会议', 'Schedule session'),
  cancelSession: said('取消会议', 'Cancel session'),
  keepSession: said('保留会议', 'Keep session'),
  reason: said('理由', 'Reason'),
  planTitle: said('方案标题', 'Title of the plan'),
  addStage: said('添加阶段', 'Add a stage'),
  stage: said('阶段 S1', 'Stage S1'),
  department: said('科室', 'Department'),
  goal: said('目标', 'Goal'),
  minutes: said('时长（分）', 'Length (min)'),
  contingency: said('应急分支', 'Contingency branch'),
  save: said('保存', 'Save'),
};

/** The coordinator accepts with a time that has passed. */
export async function acceptsInThePast(screen: Screen, caseNo: string): Promise<void> {
  await screen.go(`/cases/${caseNo}?tab=departments`);
  await screen.date(words.due, `${day(0)} 00:00`);
  await screen.button(words.accept).click();
  await screen.seesAtField(words.due, atField('in-the-past'));
}

/** The coordinator asks for information without saying which. */
export async function asksForNothing(screen: Screen): Promise<void> {
  const form = screen.page.getByRole('form', { name: screen.text(words.requestForm), exact: true });
  await screen.button(words.request, form).click();
  await screen.seesAtField(words.missing, atField('required'), form);
}

/** One coordinator types; the other is faster; the first is asked to compare, and nothing typed is lost. */
export async function isAskedToCompare(
  first: Screen,
  caseNo: string,
  dueAt: string,
  theOther: () => Promise<void>,
): Promise<void> {
  await first.go(`/cases/${caseNo}?tab=departments`);
  await first.date(words.due, dueAt);
  await theOther();
  await first.button(words.accept).click();
  const panel = first.page.getByRole('alert', { name: first.text(words.conflict), exact: true });
  await panel.waitFor();
  await first.picture('stale');
  expect(await first.field(words.due).inputValue()).toBe(dueAt);
}

export async function keepsMine(screen: Screen): Promise<void> {
  await screen.button(words.keepMine).click();
  await screen.sees(words.nothingLeft);
}

/** An empty session, then one that has begun before it is scheduled. */
export async function schedulesWrongly(
  screen: Screen,
  room: string,
  people: { chair: string; recorder: string },
): Promise<void> {
  await screen.go('/sessions/new');
  await screen.button(words.schedule).click();
  for (const field of [words.title, words.startsAt, words.room, words.chair, words.recorder])
    await screen.seesAtField(field, atField('required'));
  await screen.fill(words.title, '盆腔疑难肿瘤 MDT');
  await screen.date(words.startsAt, `${day(-1)} 09:00`);
  await screen.choose(words.room, room);
  await screen.choose(words.chair, people.chair);
  await screen.choose(words.recorder, people.recorder);
  await screen.button(words.schedule).click();
  await screen.seesAtField(words.startsAt, atField('in-the-past'));
  expect(await screen.field(words.title).inputValue(), 'what was typed stays').toBe('盆腔疑难肿瘤 MDT');
}

/** Cancels a session without a reason, and keeps it after all. */
export async function cancelsWithoutReason(screen: Screen, sessionId: string): Promise<void> {
  await screen.go(`/sessions/${sessionId}`);
  await screen.button(words.cancelSession).click();
  const dialog = screen.dialog();
  await screen.button(words.cancelSession, dialog).click();
  await screen.seesAtField(words.reason, atField('required'), dialog);
  await screen.button(words.keepSession, dialog).click();
}

/** A plan of the demonstration that has no stages yet, and the account of who leads it. */
export async function emptyPlan(house: House): Promise<{ plan: PlanView; lead: string }> {
  const coordinator = await house.as('coordinator');
  const { items } = await coordinator.call(planEndpoints.list);
  const item = items.find(({ state, stages }) => state === 'DRAFT' && stages === 0);
  if (!item) throw new Error('the demonstration has no plan without stages');
  const plan = await coordinator.call(planEndpoints.read, { params: { id: item.id } });
  const name = (await house.directory()).people.find(({ id }) => id === plan.leadId)?.name;
  const lead = demonstrationCentre.people.find((person) => person.name.zh === name)?.account;
  if (lead === undefined) throw new Error('nobody of the demonstration leads the plan');
  return { plan, lead };
}

/** A stage with nothing in it but a length that cannot be. */
export async function writesEmptyStage(screen: Screen, planId: string): Promise<void> {
  await screen.go(`/plans/${planId}/edit`);
  await screen.button(words.addStage).click();
  const stage = screen.page.getByRole('listitem', { name: screen.text(words.stage), exact: true });
  await screen.fill(words.minutes, '2', stage);
  await screen.button(words.save).click();
  await screen.seesAtField(words.minutes, atField('too-small', { min: 5 }), stage);
  for (const field of [words.department, words.goal, words.contingency])
    await screen.seesAtField(field, atField('required'), stage);
}

/** Two browsers change the title of one plan: who saves second compares first. */
export async function savesSecond(
  [first, firstTitle]: [Screen, string],
  [second, secondTitle]: [Screen, string],
  planId: string,
): Promise<void> {
  for (const [screen, title] of [
    [first, firstTitle],
    [second, secondTitle],
  ] as const) {
    await screen.go(`/plans/${planId}/edit`);
    await screen.fill(words.planTitle, title);
  }
  await first.button(words.save).click();
  await first.page
    .getByText(first.locale === 'en-US' ? /^Saved \d/ : /^\d\d:\d\d 已保存/)
    .first()
    .waitFor();
  await second.button(words.save).click();
  await second.page
    .getByRole('alert')
    .filter({ hasText: second.locale === 'en-US' ? /Compare before saving/ : /请比较后再保存/ })
    .waitFor();
  expect(await second.field(words.planTitle).inputValue(), 'what was typed stays').toBe(secondTitle);
}
