import { organisationEndpoints, sessionEndpoints, type SessionView } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { beichenId, directory, people, sessionId, shenshuiId } from '../testing/house-examples';
import { candidateOf, decisionOf, itemId, itemOf, sessionOf } from '../testing/session-examples';
import { SessionScreen } from './session';

const planned = (changes: Partial<SessionView> = {}) =>
  sessionOf({
    state: 'PLANNED',
    agenda: [itemOf(1, { maskedName: '张**', caseNo: 'P26-0187', availableActions: ['remove'] })],
    plannedMinutes: 15,
    availableActions: ['move', 'cancel', 'add-case', 'start'],
    ...changes,
  });

beforeEach(() => answer(organisationEndpoints.directory, directory));
const show = () => renderScreen(<SessionScreen />, { route: `/sessions/${sessionId}` });

test('the page tells time, place, linked hospitals and how full the agenda is', async () => {
  answer(sessionEndpoints.read, planned());
  await show();
  expect(await screen.findByRole('heading', { name: /2026年11月18日 周三 14:00–16:00/ })).toBeVisible();
  const facts = screen.getByRole('list', { name: '会议信息' });
  expect(facts).toHaveTextContent('会议室一 · 主院区');
  expect(facts).toHaveTextContent('北辰肿瘤医院、沈水肿瘤医院');
  expect(screen.getByText('已排 15 / 120 分钟')).toBeVisible();
});

test('buttons come from what the session allows and from nothing else', async () => {
  answer(sessionEndpoints.read, planned({ availableActions: ['move'] }));
  await show();
  expect(await screen.findByRole('button', { name: '改期' })).toBeVisible();
  for (const name of ['取消会议', '添加病例', '开始会议', '结束会议']) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  }
});

test('an empty agenda says so and offers to add a case', async () => {
  answer(sessionEndpoints.read, planned({ agenda: [], plannedMinutes: 0 }));
  await show();
  expect(await screen.findByText('议程中还没有病例。')).toBeVisible();
  expect(screen.getByRole('button', { name: '添加病例' })).toBeVisible();
});

test('while the session loads a placeholder stands in its place; a refusal is told with a retry', async () => {
  leaveWaiting(sessionEndpoints.read);
  const first = await show();
  expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
  first.unmount();
  refuse(sessionEndpoints.read, 'object/not-found');
  await show();
  expect(await screen.findByRole('alert')).toHaveTextContent('没有找到，或您无权查看。');
  expect(screen.getByRole('button', { name: '重试' })).toBeVisible();
});

test('a case with consent is shared de-identified with every linked hospital unless one is taken out', async () => {
  answer(sessionEndpoints.read, planned());
  answer(sessionEndpoints.candidates, { items: [candidateOf()] });
  answer(sessionEndpoints.addCase, planned({ version: 5 }));
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '添加病例' }));
  await user.click(await screen.findByRole('button', { name: /P26-0193/ }));
  expect(screen.getByText(/以去标识化形式共享/)).toBeVisible();
  expect(screen.getByRole('checkbox', { name: '北辰' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: '沈水' })).toBeChecked();
  await user.click(screen.getByRole('checkbox', { name: '沈水' }));
  expect(screen.getByRole('checkbox', { name: '诊断与摘要' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: '影像所见' }));
  await user.click(screen.getByRole('button', { name: '加入议程' }));
  await waitFor(() => expect(askedOf(sessionEndpoints.addCase)).toHaveLength(1));
  expect(askedOf(sessionEndpoints.addCase)[0]?.body).toEqual({
    version: 4,
    caseNo: 'P26-0193',
    minutes: 20,
    shareWithHospitalIds: [beichenId],
    shareSections: ['SUMMARY', 'QUESTIONS', 'PRIOR_TREATMENTS', 'PATHOLOGY', 'WISHES', 'OTHER_OPINIONS'],
  });
  expect(shenshuiId).not.toBe(beichenId);
});

test('a case without consent can be added but not shared, and the reason is told', async () => {
  answer(sessionEndpoints.read, planned());
  answer(sessionEndpoints.candidates, {
    items: [candidateOf({ consent: null, recordConsentOn: null, ready: false, opinionsGiven: 1, opinionsOwed: 5 })],
  });
  refuse(sessionEndpoints.addCase, problemOf('agenda/full', { parameters: { minutes: 120, planned: 115 } }));
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '添加病例' }));
  const candidate = await screen.findByRole('button', { name: /P26-0193/ });
  expect(candidate).toHaveTextContent('意见 1/5');
  expect(candidate).toHaveTextContent('未记录知情同意');
  await user.click(candidate);
  expect(screen.getByRole('checkbox', { name: '北辰' })).toBeDisabled();
  expect(screen.getByText(/只能在院内讨论，不能共享/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: '加入议程' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('议程已满：会议 120 分钟，已排 115 分钟。');
});

test('candidates can be searched by number, name and diagnosis', async () => {
  answer(sessionEndpoints.read, planned());
  answer(sessionEndpoints.candidates, {
    items: [candidateOf(), candidateOf({ caseNo: 'P26-0195', diagnosis: '膀胱癌 cT4b' })],
  });
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '添加病例' }));
  await screen.findByRole('button', { name: /P26-0193/ });
  await user.type(screen.getByRole('textbox', { name: '按编号、姓名或诊断查找' }), '膀胱癌');
  expect(screen.getByRole('button', { name: /P26-0195/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: /P26-0193/ })).not.toBeInTheDocument();
});

test('a case is taken off the agenda only after a second question', async () => {
  answer(sessionEndpoints.read, planned());
  answer(sessionEndpoints.removeCase, planned({ version: 5, agenda: [], plannedMinutes: 0 }));
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '将 P26-0187 移出议程' }));
  expect(askedOf(sessionEndpoints.removeCase)).toHaveLength(0);
  await user.click(await screen.findByRole('button', { name: '移出' }));
  expect(await screen.findByText('议程中还没有病例。')).toBeVisible();
  expect(askedOf(sessionEndpoints.removeCase)[0]?.params).toEqual({ id: sessionId, itemId: itemId(1) });
});

test('moving into a booked time names the clash and takes an alternative', async () => {
  answer(sessionEndpoints.read, planned());
  refuse(
    sessionEndpoints.move,
    problemOf('booking/clash', {
      clashes: [
        {
          resourceKind: 'PERSON',
          resourceId: people.chair.id,
          resourceName: '顾知衡',
          title: '手术 P26-0162',
          startsAt: '2026-11-18T05:00:00.000Z',
          endsAt: '2026-11-18T09:00:00.000Z',
        },
      ],
      alternatives: [{ startsAt: '2026-11-19T01:00:00.000Z', endsAt: '2026-11-19T03:00:00.000Z' }],
    }),
  );
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '改期' }));
  const dialog = await screen.findByRole('dialog', { name: '改期' });
  await user.click(within(dialog).getByRole('button', { name: '改期' }));
  const clash = await within(dialog).findByRole('alert', { name: '时间冲突，未保存' });
  expect(clash).toHaveTextContent('顾知衡');
  await user.click(within(clash).getByRole('button'));
  expect(within(dialog).getByLabelText('开始时间')).toHaveValue('2026-11-19 09:00');
});

test('cancelling needs a reason and says what becomes of the cases', async () => {
  answer(sessionEndpoints.read, planned());
  answer(
    sessionEndpoints.cancel,
    planned({ state: 'CANCELLED', cancelReason: '主持人出差', availableActions: [], version: 5 }),
  );
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '取消会议' }));
  const dialog = await screen.findByRole('dialog', { name: '取消会议' });
  expect(dialog).toHaveTextContent('议程中 1 例病例退回待排期');
  await user.click(within(dialog).getByRole('button', { name: '取消会议' }));
  expect(await within(dialog).findByText('此项必填。')).toBeVisible();
  expect(askedOf(sessionEndpoints.cancel)).toHaveLength(0);
  await user.type(within(dialog).getByLabelText('理由'), '主持人出差');
  await user.click(within(dialog).getByRole('button', { name: '取消会议' }));
  expect(await screen.findByText('已取消：主持人出差')).toBeVisible();
});

test('a session changed by somebody else is shown as it is now, with who changed it', async () => {
  answer(sessionEndpoints.read, planned());
  refuse(
    sessionEndpoints.start,
    problemOf('object/stale', { parameters: { who: '许棠', at: '09:40' }, currentVersion: 5 }),
  );
  const { user } = await show();
  const start = await screen.findByRole('button', { name: '开始会议' });
  answer(sessionEndpoints.read, planned({ version: 5, plannedMinutes: 30 }));
  await user.click(start);
  expect(await screen.findByRole('alert')).toHaveTextContent('许棠 09:40 已修改此项');
  expect(await screen.findByText('已排 30 / 120 分钟')).toBeVisible();
});

test('starting opens the live session', async () => {
  answer(sessionEndpoints.read, planned());
  answer(sessionEndpoints.start, sessionOf());
  const { user, address } = await show();
  await user.click(await screen.findByRole('button', { name: '开始会议' }));
  await waitFor(() => expect(address()).toBe(`/sessions/${sessionId}/live`));
});

test('a dissent is printed on the agenda', async () => {
  answer(
    sessionEndpoints.read,
    planned({ state: 'ENDED', agenda: [itemOf(1, { state: 'SIGNED', decision: decisionOf() })] }),
  );
  await show();
  expect(await screen.findByText(/简述之：距首程放疗 26 个月/)).toBeVisible();
});

test('presence is marked by name and kind', async () => {
  answer(sessionEndpoints.read, sessionOf());
  answer(sessionEndpoints.markAttendance, sessionOf());
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '方以蓝：未到' }));
  await user.click(await screen.findByRole('menuitem', { name: '代会' }));
  await waitFor(() => expect(askedOf(sessionEndpoints.markAttendance)).toHaveLength(1));
  expect(askedOf(sessionEndpoints.markAttendance)[0]).toMatchObject({
    params: { personId: people.transfusionist.id },
    body: { present: true, mode: 'PROXY' },
  });
});
