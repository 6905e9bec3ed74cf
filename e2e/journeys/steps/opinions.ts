import { boardColumns, opinionEndpoints, participationStates, questionAnswers, stances } from '@consilium/contracts';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { House } from './caller.js';
import type { Screen } from './screen.js';
import { speakerOf, type ToldCase } from './told-case.js';
import { atField, said } from './words.js';

const words = {
  composer: said('我科意见', 'Our opinion'),
  stance: said('总体立场', 'Overall stance'),
  text: said('意见', 'Opinion'),
  opposing: said('反对的理由', 'Reason for opposing'),
  needs: said('本科室需要', 'What the department needs'),
  submit: said('提交意见', 'Submit opinion'),
  revise: said('修订意见', 'Revise'),
};

/** The case's card in a column of the board that is open. */
export function cardIn(screen: Screen, caseNo: string, column: keyof typeof boardColumns.labels): Locator {
  return screen.page
    .getByRole('list', { name: screen.text(boardColumns.labels[column]), exact: true })
    .getByRole('link', { name: new RegExp(`^${caseNo}`) });
}

/** Waits until the card says this of a department's opinion. */
export async function seesDot(
  screen: Screen,
  card: Locator,
  department: string,
  state: keyof typeof participationStates.labels,
): Promise<void> {
  await expect
    .poll(() => card.textContent(), { timeout: 10_000 })
    .toContain(`${department} ${screen.text(participationStates.labels[state])}`);
}

/** Writes a department's opinion into the case's page: at first without a reason, which is refused at the field. */
export async function givesOpinion(screen: Screen, told: ToldCase, departmentCode: string): Promise<void> {
  const { stance, text } = told.opinionOf(departmentCode);
  await screen.go(`/cases/${told.caseNo}?tab=opinions`);
  const composer = screen.page.getByRole('form', { name: screen.text(words.composer), exact: true });
  await composer.waitFor();
  const choice = composer.getByRole('radiogroup', { name: screen.text(words.stance), exact: true });
  await screen.pick(choice, stances.labels.oppose);
  await screen.keyedButton(words.submit, composer).click();
  await screen.seesAtField(words.opposing, atField('reason-required'), composer);

  const [question] = told.clinical.questions;
  const answer = composer.getByRole('radiogroup', {
    name: screen.text(said(`回答：${question}`, `Answer: ${question}`)),
    exact: true,
  });
  await screen.pick(answer, questionAnswers.labels.AGREE);
  await screen.pick(choice, stances.labels[stance]);
  await screen.fill(words.text, text, composer);
  await screen.keyedButton(words.submit, composer).click();
  await screen.button(words.revise).waitFor();
}

/** Everybody else who was asked answers without a screen. */
export async function othersGiveOpinions(house: House, told: ToldCase, but: string): Promise<void> {
  for (const { code } of told.of.departments) {
    if (code === but) continue;
    const { stance, text } = told.opinionOf(code);
    const speaker = await house.as(speakerOf(code));
    await speaker.call(opinionEndpoints.submit, {
      params: { caseNo: told.caseNo, departmentId: (await house.department(code)).id },
      body: { stance, text, needs: '', answers: [], version: 0 },
    });
  }
}
