import { questionAnswers, stances } from '@consilium/contracts';
import { expect } from 'vitest';
import { PASSWORD } from './caller.js';
import type { Cast } from './cast.js';
import type { Screen } from './screen.js';
import type { ToldCase } from './told-case.js';
import { refusal, said } from './words.js';

const words = {
  cases: said('共享病例', 'Shared cases'),
  mine: said('我的意见', 'My opinion'),
  stance: said('总体立场', 'Overall stance'),
  text: said('综合意见与理由', 'Opinion and reason'),
  submit: said('提交并签名', 'Submit and sign'),
  password: said('签名密码', 'Signature password'),
  sign: said('签名提交', 'Sign and submit'),
  others: said('其他意见', 'Other opinions'),
  answer: (question: string) => said(`回答：${question}`, `Answer: ${question}`),
};

/** The expert opens the shared case from the portal, the only place they are let in. */
export async function opensSharedCase(screen: Screen, { px }: ToldCase): Promise<void> {
  expect(new URL(screen.page.url()).pathname).toBe('/remote');
  await screen.page
    .getByRole('navigation', { name: screen.text(words.cases), exact: true })
    .getByRole('link', { name: new RegExp(px) })
    .click();
  await screen.page.waitForURL(new RegExp(`/remote/cases/${px}$`));
  await screen.page.getByRole('region', { name: screen.text(words.mine), exact: true }).waitFor();
}

/** Nothing the expert's browser has received or shows says who the patient is. */
export async function identifiesNobody(screen: Screen, told: ToldCase, cast: Cast): Promise<void> {
  const shown = await screen.page.locator('body').innerText();
  const answers = await cast.answersTo(screen.account);
  expect(answers.some(({ url, body }) => url.includes(told.px) && body.includes('ageBand'))).toBe(true);
  const received = answers.map(({ body }) => body).join('\n');
  for (const secret of [...told.secrets, told.patient.recordNo, told.caseNo, told.formerHospitals.other]) {
    expect(shown, 'what the page shows').not.toContain(secret);
    expect(received, 'what the page received').not.toContain(secret);
  }
  // The host is named as who invites, but never in the case.
  const ofCase = answers.filter(({ url }) => url.includes(`/api/remote/cases/${told.px}`));
  for (const { body } of ofCase) expect(body).not.toContain(told.formerHospitals.host);
}

/** The addresses of the host lead the expert back to the portal, and the API behind them refuses. */
export async function isKeptOut(screen: Screen, told: ToldCase): Promise<void> {
  const pages = [
    `/cases/${told.caseNo}`,
    '/cases',
    '/d/urology/board',
    `/sessions/${told.sessionId}`,
    '/plans',
    '/overdue',
  ];
  for (const path of pages) {
    await screen.go(path);
    await screen.page.waitForURL(/\/remote$/);
  }
  const answers = [
    `/api/cases/${told.caseNo}`,
    '/api/cases',
    '/api/directory',
    `/api/sessions/${told.sessionId}`,
    '/api/plans',
    '/api/overdue',
  ];
  for (const path of answers) {
    const response = await screen.ask(path);
    expect([403, 404], path).toContain(response.status());
    const body = await response.text();
    for (const secret of told.secrets) expect(body, path).not.toContain(secret);
  }
}

/** Gives the expert's opinion; a wrong signature is refused at the field and nothing is given. */
export async function givesRemoteOpinion(screen: Screen, told: ToldCase): Promise<void> {
  const composer = screen.page.getByRole('region', { name: screen.text(words.mine), exact: true });
  const [question = ''] = told.clinical.questions;
  await screen.pick(
    composer.getByRole('radiogroup', { name: screen.text(words.answer(question)), exact: true }),
    questionAnswers.labels.CONDITIONAL,
  );
  await screen.pick(
    composer.getByRole('radiogroup', { name: screen.text(words.stance), exact: true }),
    stances.labels.conditional,
  );
  await screen.fill(words.text, '同意手术方向；建议术前完善血管评估。', composer);
  await screen.keyedButton(words.submit, composer).click();
  const dialog = screen.dialog();
  await screen.fill(words.password, 'not-the-password', dialog);
  await screen.button(words.sign, dialog).click();
  await screen.seesAtField(words.password, refusal('signature/wrong-password', { zh: {}, en: {} }), dialog);
  await screen.picture(`${told.parts.key}-wrong-signature`);
  await screen.fill(words.password, PASSWORD, dialog);
  await screen.button(words.sign, dialog).click();
  await screen.page.getByRole('region', { name: screen.text(words.others), exact: true }).waitFor();
}
