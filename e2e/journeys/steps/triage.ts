import { boardEndpoints, caseEndpoints, requirements, type BoardCard } from '@consilium/contracts';
import { expect } from 'vitest';
import type { House } from './caller.js';
import type { Screen } from './screen.js';
import { speakerOf, type ToldCase } from './told-case.js';
import { said, wallTime } from './words.js';

const words = {
  worklist: said('待分诊', 'To triage'),
  take: said('接收分诊', 'Take in triage'),
  correct: said('更正科室', 'Correct departments'),
  departments: said('参与科室', 'Departments'),
  departmentAdd: said('添加科室', 'Add a department'),
  save: said('保存更正', 'Save correction'),
  due: said('意见截止时间', 'Opinions due'),
  accept: said('受理病例', 'Accept case'),
  nothingLeft: said('目前没有需要您办理的事项。', 'Nothing here waits on you now.'),
};

/** The coordinator opens the case from the list of what waits for triage. */
export async function opensFromWorklist(screen: Screen, { caseNo }: ToldCase): Promise<void> {
  await screen.go('/cases');
  await screen.page
    .getByRole('table', { name: screen.text(words.worklist), exact: true })
    .getByRole('link', { name: caseNo, exact: true })
    .click();
  await screen.button(words.take).waitFor();
}

export async function takesIn(screen: Screen): Promise<void> {
  await screen.button(words.take).click();
  await screen.button(words.accept).waitFor();
}

/** Makes the departments exactly those of the case. */
export async function correctsDepartments(screen: Screen, told: ToldCase, house: House): Promise<void> {
  await screen.button(words.correct).click();
  const list = screen.page.getByRole('list', { name: screen.text(words.departments), exact: true });
  const wanted = await Promise.all(
    told.of.departments.map(async ({ code, requirement }) => ({
      name: screen.text((await house.department(code)).name),
      requirement,
    })),
  );
  const rows = list.locator('> li');
  await rows.first().waitFor();
  const held = await Promise.all(
    (await rows.all()).map((row) => row.locator('span:not([aria-hidden])').first().innerText()),
  );
  for (const name of held.filter((one) => !wanted.some((other) => other.name === one)))
    await screen.button(said(`移除 ${name}`, `Remove ${name}`)).click();
  for (const { name } of wanted.filter((one) => !held.includes(one.name)))
    await screen.choose(words.departmentAdd, name);
  for (const { name, requirement } of wanted) {
    const choice = screen.page.getByRole('radiogroup', {
      name: screen.text(said(`${name}是否必须参加`, `Is ${name} required`)),
      exact: true,
    });
    const option = choice.getByRole('radio', { name: screen.text(requirements.labels[requirement]) });
    if (!(await option.isChecked())) await screen.pick(choice, requirements.labels[requirement]);
  }
  await screen.button(words.save).click();
  await screen.button(words.correct).waitFor();
}

/** Accepts the case; opinions are due at this time. */
export async function accepts(screen: Screen, dueAt: Date): Promise<void> {
  await screen.date(words.due, wallTime(dueAt));
  await screen.button(words.accept).click();
  await screen.sees(words.nothingLeft);
}

/** The case as the board of a department shows it to the person who speaks for it. */
export async function cardFor(
  house: House,
  { caseNo }: Pick<ToldCase, 'caseNo'>,
  departmentCode: string,
  account: string,
): Promise<BoardCard | undefined> {
  const { id } = await house.department(departmentCode);
  const speaker = await house.as(account);
  const { cards } = await speaker.call(boardEndpoints.read, { params: { departmentId: id } });
  return cards.find((card) => card.caseNo === caseNo);
}

/** Checks what every department of the case sees of it on its board. */
export async function everyBoardHas(
  house: House,
  told: ToldCase,
  check: (column: BoardCard['column'] | undefined, departmentCode: string) => void,
): Promise<void> {
  for (const { code } of told.of.departments) check((await cardFor(house, told, code, speakerOf(code)))?.column, code);
}

/** What the case's page says of who takes part. */
export async function participantsOf(house: House, { caseNo }: ToldCase): Promise<Map<string, string>> {
  const view = await (await house.as('coordinator')).call(caseEndpoints.read, { params: { caseNo } });
  const { departments } = await house.directory();
  return new Map(
    view.round.participations.map(({ departmentId, requirement }) => [
      departments.find(({ id }) => id === departmentId)?.code ?? departmentId,
      requirement,
    ]),
  );
}

export function expectDepartmentsOf(told: ToldCase, found: Map<string, string>): void {
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(told.of.departments.map(({ code, requirement }) => [code, requirement])),
  );
}
