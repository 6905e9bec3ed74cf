import {
  caseEndpoints,
  consentSigners,
  sessionEndpoints,
  type SessionListItem,
  type SessionView,
} from '@consilium/contracts';
import { expect } from 'vitest';
import type { House } from './caller.js';
import type { Screen } from './screen.js';
import { nameOf, speakerOf, type ToldCase } from './told-case.js';
import { said, wallTime } from './words.js';

const words = {
  steps: said('科室与办理', 'Departments and steps'),
  consentRecord: said('记录同意', 'Record consent'),
  consentSave: said('记录', 'Record'),
  title: said('会议名称', 'Title'),
  startsAt: said('开始时间', 'Starts at'),
  length: said('时长', 'Length'),
  room: said('会议室', 'Room'),
  chair: said('主持人', 'Chair'),
  recorder: said('记录员', 'Recorder'),
  members: said('成员', 'Members'),
  schedule: said('安排会议', 'Schedule session'),
  clash: said('时间冲突，未保存', 'Double booking: nothing was saved'),
  instead: said('可改为以下时间', 'Free instead'),
  addCase: said('添加病例', 'Add case'),
  search: said('按编号、姓名或诊断查找', 'Search by number, name or diagnosis'),
  candidates: said('可加入的病例', 'Cases that can be added'),
  addToAgenda: said('加入议程', 'Add to agenda'),
  agenda: said('议程', 'Agenda'),
  sharedWith: said('已共享的医院', 'Shared with'),
  move: said('改期', 'Move'),
  moveAct: said('改期', 'Move session'),
  findFree: said('查找空闲时间', 'Find free times'),
  free: said('空闲时间', 'Free times'),
};

const MINUTES = 60;

/** Records that the patient signed the consent to a remote consult. */
export async function recordsConsent(screen: Screen, { caseNo }: ToldCase): Promise<void> {
  await screen.go(`/cases/${caseNo}?tab=departments`);
  await screen.button(words.consentRecord).click();
  await screen.button(words.consentSave, screen.dialog()).click();
  const patient = consentSigners.labels.PATIENT;
  await screen.page.getByText(screen.locale === 'en-US' ? `Signed by ${patient.en}` : `${patient.zh}于`).waitFor();
}

/** The session with other hospitals that the demonstration has scheduled. */
export async function linkedSession(house: House): Promise<SessionListItem> {
  const coordinator = await house.as('coordinator');
  const { items } = await coordinator.call(sessionEndpoints.list, {
    query: { from: new Date().toISOString(), to: new Date(Date.now() + 7 * 86_400_000).toISOString() },
  });
  const found = items.find(
    ({ kind, state, title }) => kind === 'LINKED' && state === 'PLANNED' && title.includes('盆腔'),
  );
  if (!found) throw new Error('the demonstration has no linked session');
  return found;
}

/** Schedules a session for the case at a time that is taken: is told by what, and takes one of the free times offered. */
export async function schedulesLinkedSession(
  screen: Screen,
  told: ToldCase,
  house: House,
  taken: SessionListItem,
): Promise<void> {
  await screen.go('/sessions/new');
  await screen.fill(words.title, `${told.parts.key} 多地联动 MDT`);
  await screen.date(words.startsAt, wallTime(taken.startsAt));
  await screen.fill(words.length, String(MINUTES));
  await screen.choose(words.room, screen.text(taken.room));
  await screen.choose(words.chair, screen.text(nameOf('chair')));
  await screen.choose(words.recorder, screen.text(nameOf('recorder')));
  for (const account of membersOf(told)) await screen.choose(words.members, screen.text(nameOf(account)));
  await screen.page.keyboard.press('Escape');
  const partner = (await house.directory()).partners.find(
    ({ shortName }) => shortName.en.toLowerCase() === told.parts.hospital,
  );
  if (!partner) throw new Error(`no partner ${told.parts.hospital}`);
  await screen.page.getByRole('checkbox', { name: screen.text(partner.name) }).check();

  await screen.button(words.schedule).click();
  const clash = screen.page.getByRole('alert', { name: screen.text(words.clash), exact: true });
  await clash.waitFor();
  expect(await clash.innerText()).toContain(taken.title);
  await screen.picture(`${told.parts.key}-clash`);
  await screen.page
    .getByRole('list', { name: screen.text(words.instead), exact: true })
    .getByRole('button')
    .first()
    .click();
  await screen.button(words.schedule).click();
  await screen.page.waitForURL(/\/sessions\/[0-9a-f-]{36}$/);
  told.sessionId = new URL(screen.page.url()).pathname.split('/').at(-1) ?? '';
}

/** Everybody of the host whose presence the discussion needs, beside chair and recorder. */
export function membersOf({ of, parts }: ToldCase): string[] {
  const required = of.departments
    .filter(({ requirement }) => requirement === 'REQUIRED')
    .map(({ code }) => speakerOf(code));
  return [...new Set([parts.surgeon, ...required])].filter((account) => account !== 'chair');
}

/** Puts the case on the agenda; it is shared with the linked hospital. */
export async function putsOnAgenda(screen: Screen, told: ToldCase): Promise<void> {
  await screen.button(words.addCase).click();
  const drawer = screen.dialog();
  await screen.fill(words.search, told.caseNo, drawer);
  await drawer
    .getByRole('list', { name: screen.text(words.candidates), exact: true })
    .getByRole('button', { name: new RegExp(told.caseNo) })
    .click();
  await screen.button(words.addToAgenda, drawer).click();
  const agenda = screen.page.getByRole('list', { name: screen.text(words.agenda), exact: true });
  await agenda.getByRole('link', { name: told.caseNo, exact: true }).waitFor();
  await drawer.getByRole('button', { name: /Close|关闭/ }).click();
  const shares = agenda.getByRole('list', { name: screen.text(words.sharedWith), exact: true });
  told.px = /PX-\w+/.exec(await shares.innerText())?.[0] ?? '';
  expect(told.px).not.toBe('');
}

/** Moves the session to the first other time at which everybody is free. */
export async function movesSession(screen: Screen): Promise<void> {
  await screen.button(words.move).click();
  const dialog = screen.dialog();
  await screen.button(words.findFree, dialog).click();
  const free = dialog.getByRole('list', { name: screen.text(words.free), exact: true }).getByRole('button');
  await free.last().click();
  await screen.button(words.moveAct, dialog).click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function readSession(house: House, { sessionId }: ToldCase): Promise<SessionView> {
  return (await house.as('coordinator')).call(sessionEndpoints.read, { params: { id: sessionId } });
}

export async function readCase(house: House, { caseNo }: ToldCase) {
  return (await house.as('coordinator')).call(caseEndpoints.read, { params: { caseNo } });
}
