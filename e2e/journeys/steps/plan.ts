import { planEndpoints, planStates, type PlanView } from '@consilium/contracts';
import { expect } from 'vitest';
import type { House } from './caller.js';
import type { Screen } from './screen.js';
import { nameOf, speakerOf, type ToldCase } from './told-case.js';
import { atField, day, said } from './words.js';

const words = {
  start: said('开始手术方案', 'Start surgical plan'),
  name: said('方案名称', 'Title of the plan'),
  addStage: said('添加阶段', 'Add a stage'),
  theatre: said('手术间', 'Theatre'),
  startsAt: said('开始时间', 'Start'),
  department: said('科室', 'Department'),
  lead: said('阶段主刀', 'Stage lead'),
  after: said('前置阶段', 'After stages'),
  goal: said('目标', 'Goal'),
  minutes: said('时长（分）', 'Length (min)'),
  blood: said('备血（U）', 'Blood (U)'),
  structures: said('危及结构', 'Structures at risk'),
  handover: said('交接条件', 'Hand-over condition'),
  contingency: said('应急分支', 'Contingency branch'),
  save: said('保存', 'Save'),
  saveAndStage: said('保存并提交各科会签', 'Save and submit to the stage leads'),
  stage: said('提交各科会签', 'Submit to the stage leads'),
  nothingUnsaved: said('没有未保存的修改', 'Nothing unsaved'),
  signOff: said('会签', 'Confirmations'),
  confirm: said('确认', 'Confirm'),
};

const STAGES = 3;

/** The stages a journey writes: the first of the case that are done on the day of the operation. */
export function stagesOf({ of }: ToldCase) {
  const ofTheDay = of.surgicalPlan.stages.filter(({ dayOffset }) => dayOffset === 0).slice(0, STAGES);
  // The form gives the codes in the order of writing.
  return ofTheDay.map((stage, index) => ({ ...stage, code: `S${index + 1}` }));
}

/** The owner starts the plan from the case's page. */
export async function startsPlan(screen: Screen, told: ToldCase): Promise<void> {
  await screen.go(`/cases/${told.caseNo}`);
  await screen.button(words.start).click();
  const dialog = screen.dialog();
  await screen.button(words.start, dialog).click();
  await screen.seesAtField(words.name, atField('required'), dialog);
  await screen.fill(words.name, told.of.surgicalPlan.title, dialog);
  await screen.button(words.start, dialog).click();
  await screen.page.waitForURL(/\/plans\/[0-9a-f-]{36}\/edit/);
  told.planId = new URL(screen.page.url()).pathname.split('/')[2] ?? '';
}

/** Writes the stages and, at first, an order that runs in a circle, which is refused at the field. */
export async function writesStages(screen: Screen, told: ToldCase, house: House): Promise<void> {
  const stages = stagesOf(told);
  await screen.choose(words.theatre, screen.text(said('8 号手术间', 'Theatre 8')));
  await screen.date(words.startsAt, `${day(told.parts.ordinal - 70)} 08:00`);
  for (const [index, stage] of stages.entries()) {
    await screen.button(words.addStage).click();
    const place = stagePlace(screen, index);
    await screen.choose(words.department, screen.text((await house.department(stage.departmentCode)).name), place);
    await screen.choose(words.lead, screen.text(nameOf(speakerOf(stage.departmentCode))), place);
    await screen.fill(words.goal, stage.goal, place);
    await screen.fill(words.minutes, String(stage.minutes), place);
    await screen.fill(words.blood, String(stage.bloodUnits), place);
    for (const structure of stage.structuresAtRisk) {
      await screen.fill(words.structures, structure, place);
      await screen.field(words.structures, place).press('Enter');
    }
    await screen.page.keyboard.press('Escape');
    await screen.fill(words.handover, stage.handoverCondition.text, place);
    await screen.fill(words.contingency, stage.contingency, place);
  }
  await screen.picture(`${told.parts.key}-plan-editor`);
}

const stagePlace = (screen: Screen, index: number) =>
  screen.page.getByRole('listitem', {
    name: screen.text(said(`阶段 S${index + 1}`, `Stage S${index + 1}`)),
    exact: true,
  });

/** Chooses, or takes back, a stage that must be done before this one. A new stage waits for the one before it. */
async function waitsFor(screen: Screen, index: number, code: string): Promise<void> {
  await screen.choose(words.after, code, stagePlace(screen, index));
  await screen.page.keyboard.press('Escape');
}

/** A circle in the order of the stages is refused at the field, and nothing is kept. */
export async function isRefusedTheCircle(screen: Screen, told: ToldCase, house: House): Promise<void> {
  const before = await readPlan(house, told);
  await waitsFor(screen, 0, `S${STAGES}`);
  await screen.button(words.save).click();
  const loop = screen.page.getByText(
    screen.locale === 'en-US' ? /^The order of the stages runs in a circle: S/ : /^阶段顺序形成循环：S/,
  );
  await screen.page.locator('.ant-form-item').filter({ has: loop }).first().waitFor();
  await screen.picture(`${told.parts.key}-plan-circle`);
  expect(await readPlan(house, told)).toEqual(before);
  await waitsFor(screen, 0, `S${STAGES}`);
}

export async function savesPlan(screen: Screen): Promise<void> {
  await screen.button(words.save).click();
  await screen.page
    .getByText(screen.locale === 'en-US' ? /^Saved \d/ : /^\d\d:\d\d 已保存/)
    .first()
    .waitFor();
}

/** Asks the stage leads to confirm. */
export async function asksStageLeads(screen: Screen): Promise<void> {
  await screen.button(words.stage).click();
  await screen.page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
}

/** A stage lead confirms their stage on the plan's page. */
export async function confirmsStage(screen: Screen, told: ToldCase, code: string): Promise<void> {
  await screen.go(`/plans/${told.planId}`);
  const place = screen.page.getByRole('region', { name: screen.text(words.signOff), exact: true });
  await screen.button(said(`确认 ${code}`, `Confirm ${code}`), place).click();
  await screen.button(words.confirm, screen.page.getByRole('tooltip').filter({ visible: true })).click();
  await screen.button(said(`确认 ${code}`, `Confirm ${code}`), place).waitFor({ state: 'detached' });
}

/** The other stage leads confirm without a screen. */
export async function othersConfirm(house: House, told: ToldCase): Promise<void> {
  for (const { code, departmentCode } of stagesOf(told)) {
    const plan = await readPlan(house, told);
    const stage = plan.stages.find((one) => one.code === code);
    if (!stage || stage.confirmation !== 'WAITING') continue;
    await (
      await house.as(speakerOf(departmentCode))
    ).call(planEndpoints.confirmStage, {
      params: { id: told.planId, stageId: stage.id },
      body: { version: plan.version },
    });
  }
}

export async function seesConfirmed(screen: Screen): Promise<void> {
  await screen.page.getByText(screen.text(planStates.labels.CONFIRMED), { exact: true }).first().waitFor();
}

export async function readPlan(house: House, { planId }: ToldCase): Promise<PlanView> {
  return (await house.as('coordinator')).call(planEndpoints.read, { params: { id: planId } });
}
