import {
  agendaItemStates,
  attendanceModes,
  directions,
  problems,
  sessionEndpoints,
  stances,
} from '@consilium/contracts';
import { expect } from 'vitest';
import { PASSWORD, type House } from './caller.js';
import { readSession } from './schedule.js';
import { typeDate, type Screen } from './screen.js';
import { nameOf, type ToldCase } from './told-case.js';
import { atField, day, refusal, said } from './words.js';

const words = {
  start: said('开始会议', 'Start session'),
  openItem: said('开始讨论', 'Start discussion'),
  record: said('会议记录', 'Record'),
  conclude: said('形成决议，下一例', 'Conclude, next'),
  quorumMet: said('法定人数已满', 'Quorum met'),
  consensus: said('共识', 'Consensus'),
  dissent: said('保留意见', 'Dissent'),
  actionText: said('内容', 'What is to be done'),
  actionOwner: said('责任人', 'Owner'),
  actionDue: said('日期', 'Due'),
  add: said('添加', 'Add'),
  actions: said('行动项', 'Actions'),
  considered: said('讨论已考虑患者意愿', "The patient's wishes were considered"),
  sign: said('签发决议', 'Sign decision'),
  signAct: said('签发', 'Sign'),
  signPassword: said('签名密码', 'Password to sign'),
};

/** The coordinator opens the session and the discussion of the case. */
export async function opensDiscussion(screen: Screen, told: ToldCase): Promise<void> {
  await screen.go(`/sessions/${told.sessionId}`);
  await screen.button(words.start).click();
  await screen.page.waitForURL(/\/live/);
  await screen.button(words.openItem).click();
  await screen.button(words.openItem).waitFor({ state: 'hidden' });
}

/** Nobody is there yet: the recorder reads who is missing and cannot conclude; nor does the API let anybody. */
export async function cannotConcludeAlone(screen: Screen, told: ToldCase, house: House): Promise<void> {
  await screen.go(`/sessions/${told.sessionId}/live`);
  await screen.page.getByRole('region', { name: screen.text(words.record), exact: true }).waitFor();
  const { quorum } = await itemOf(house, told);
  const missing = quorum.lines.filter(({ met }) => !met).map(({ label }) => screen.text(label));
  expect(missing.length).toBeGreaterThan(5);
  const sentence = screen.text(
    refusal('quorum/missing', { zh: { missing: missing.join('、') }, en: { missing: missing.join(', ') } }),
  );
  await screen.page.getByRole('alert').filter({ hasText: sentence }).waitFor();
  expect(await screen.keyedButton(words.conclude).isDisabled()).toBe(true);
  await screen.picture(`${told.parts.key}-no-quorum`);

  const { version } = await itemOf(house, told);
  const { status, problem } = await (
    await house.as('recorder')
  ).refused(sessionEndpoints.conclude, {
    params: { id: told.sessionId, itemId: told.itemId },
    body: { version },
  });
  expect([status, problem.code]).toEqual([problems['quorum/missing'].status, 'quorum/missing']);
}

/** Marks everybody as there: by video who is of another hospital, in the room who is not. */
export async function marksEverybodyPresent(screen: Screen, told: ToldCase, house: House): Promise<void> {
  const { members, linkedHospitals } = await readSession(house, told);
  const { people, partners } = await house.directory();
  const known = [...people, ...partners.flatMap(({ experts }) => experts)];
  for (const { personId, hospitalId } of members) {
    const person = known.find(({ id }) => id === personId);
    const isRemote = linkedHospitals.some((hospital) => hospital.hospitalId === hospitalId);
    await marksPresent(screen, screen.text(said(person?.name ?? '', person?.nameEn ?? '')), isRemote);
  }
  await screen.page.getByText(screen.text(words.quorumMet)).first().waitFor();
}

async function marksPresent(screen: Screen, name: string, isRemote: boolean): Promise<void> {
  const mode = screen.text(attendanceModes.labels[isRemote ? 'REMOTE' : 'IN_PERSON']);
  const chip = (state: string) => screen.button(said(`${name}：${state}`, `${name}: ${state}`));
  await chip(screen.text(said('未到', 'Absent'))).click();
  await screen.page.getByRole('menuitem', { name: mode, exact: true }).filter({ visible: true }).click();
  await chip(mode).waitFor();
}

/** Records what was decided: direction, consensus, everybody's stance, one dissent, who does what until when. */
export async function recordsDecision(screen: Screen, told: ToldCase, house: House): Promise<void> {
  const { decision, departments } = told.of;
  await screen.pick(screen.page.locator('#record-direction'), directions.labels[decision.direction]);
  // The key that leads to it is part of the field's label.
  await screen.page
    .getByRole('textbox', { name: new RegExp(`^${screen.text(words.consensus)}`) })
    .fill(screen.text(decision.summary));
  await screen.page.getByRole('button', { name: screen.locale === 'en-US' ? /^Take over/ : /^按书面意见填入/ }).click();
  for (const { code } of departments) {
    const seat = screen.text((await house.department(code)).name);
    const row = screen.page.getByRole('group', {
      name: screen.text(said(`${seat}的表态`, `Stance of ${seat}`)),
      exact: true,
    });
    if (code === told.parts.dissents) await row.getByTitle(screen.text(stances.labels.oppose)).click();
  }
  await dissents(screen, screen.text((await house.department(told.parts.dissents)).name));
  await addsAction(screen, told);
  await screen.page.getByRole('checkbox', { name: screen.text(words.considered) }).check();
}

async function dissents(screen: Screen, seat: string): Promise<void> {
  const place = screen.page.getByRole('region', { name: screen.text(words.dissent), exact: true });
  const reason = said(`${seat}的保留理由`, `Reason of dissent of ${seat}`);
  await screen.fill(reason, '', place);
  await place.getByText(screen.text(atField('reason-required'))).waitFor();
  await screen.fill(reason, '出血风险高于获益，建议先行系统治疗后再评估。', place);
}

async function addsAction(screen: Screen, told: ToldCase): Promise<void> {
  const place = screen.page.getByRole('region', { name: screen.text(words.actions), exact: true });
  await screen.fill(words.actionText, '向患者说明方案', place);
  await screen.choose(words.actionOwner, screen.text(nameOf(told.parts.surgeon)), place);
  await typeDate(screen.field(words.actionDue, place), day(3));
  await screen.button(words.add, place).click();
  await place
    .getByRole('list', { name: screen.text(words.actions), exact: true })
    .getByText('向患者说明方案')
    .waitFor();
}

export async function concludes(screen: Screen): Promise<void> {
  await screen.keyedButton(words.conclude).click();
  await screen.page.getByText(screen.text(agendaItemStates.labels.CONCLUDED)).first().waitFor();
}

/** The chair signs: a wrong password is refused at the field, the right one ends it. */
export async function signsDecision(screen: Screen, told: ToldCase): Promise<void> {
  await screen.go(`/sessions/${told.sessionId}/live`);
  await screen.button(words.sign).click();
  const dialog = screen.dialog();
  await screen.fill(words.signPassword, 'not-the-password', dialog);
  await screen.button(words.signAct, dialog).click();
  await screen.seesAtField(words.signPassword, refusal('signature/wrong-password', { zh: {}, en: {} }), dialog);
  await screen.fill(words.signPassword, PASSWORD, dialog);
  await screen.button(words.signAct, dialog).click();
  const chair = screen.text(nameOf('chair'));
  await screen.page
    .getByText(screen.locale === 'en-US' ? `Signed by ${chair}` : new RegExp(`${chair} .* 签发`))
    .first()
    .waitFor();
}

export async function itemOf(house: House, told: ToldCase) {
  const item = (await readSession(house, told)).agenda.find(({ id }) => id === told.itemId);
  if (!item) throw new Error('the case is not on the agenda');
  return item;
}
