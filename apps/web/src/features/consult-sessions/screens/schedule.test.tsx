import { organisationEndpoints, sessionEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { beichenId, directory, experts, people, roomId, sessionId } from '../testing/house-examples';
import { ScheduleScreen } from './schedule';

// Filling in a whole form takes a while in a simulated browser, above all beside other work.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => answer(organisationEndpoints.directory, directory));
const show = () => renderScreen(<ScheduleScreen />, { route: '/sessions/new' });

/** Lists that were opened before stay in the document; the one opened last is at its end. */
async function choose(user: UserEvent, name: string, option: RegExp) {
  await user.click(screen.getByLabelText(name));
  const found = await screen.findAllByText(option, { selector: '.ant-select-item-option-content' });
  const last = found.at(-1);
  if (last !== undefined) await user.click(last);
}

async function typeTime(user: UserEvent, text: string) {
  const field = screen.getByLabelText('开始时间');
  await user.clear(field);
  await user.paste(text);
  await user.tab();
}

/** Fills in what every session needs. */
async function fillIn(user: UserEvent) {
  await screen.findByText('北辰肿瘤医院');
  await user.click(screen.getByLabelText('会议名称'));
  await user.paste('联合 MDT');
  await typeTime(user, '2026-11-20 14:00');
  await choose(user, '会议室', /会议室一/);
  await choose(user, '主持人', /顾知衡/);
  await choose(user, '记录员', /柏知微/);
}
const submit = (user: UserEvent) => user.click(screen.getByRole('button', { name: '安排会议' }));

test('a session is scheduled at the typed time of the hospital, and its page opens', async () => {
  answer(sessionEndpoints.schedule, { id: sessionId });
  const { user, address } = await show();
  await fillIn(user);
  await user.click(screen.getByRole('checkbox', { name: '沈水肿瘤医院' }));
  await submit(user);
  await waitFor(() => expect(address()).toBe(`/sessions/${sessionId}`));
  expect(askedOf(sessionEndpoints.schedule)[0]?.body).toEqual({
    title: '联合 MDT',
    startsAt: '2026-11-20T06:00:00.000Z',
    minutes: 120,
    roomId,
    chairId: people.chair.id,
    recorderId: people.recorder.id,
    memberIds: [],
    linkedHospitals: [{ hospitalId: expect.any(String) as string, expertIds: [experts.shenshui.id] }],
    videoUrl: '',
  });
});

test('a clash says what is booked and until when, and an alternative fills in the time', async () => {
  refuse(
    sessionEndpoints.schedule,
    problemOf('booking/clash', {
      clashes: [
        {
          resourceKind: 'ROOM',
          resourceId: roomId,
          resourceName: '会议室一',
          title: '院内 MDT · 结直肠',
          startsAt: '2026-11-20T06:00:00.000Z',
          endsAt: '2026-11-20T07:30:00.000Z',
        },
        {
          resourceKind: 'PERSON',
          resourceId: people.chair.id,
          resourceName: '顾知衡',
          title: '手术 P26-0162',
          startsAt: '2026-11-20T05:00:00.000Z',
          endsAt: '2026-11-20T09:00:00.000Z',
        },
      ],
      alternatives: [{ startsAt: '2026-11-23T01:00:00.000Z', endsAt: '2026-11-23T03:00:00.000Z' }],
    }),
  );
  const { user } = await show();
  await fillIn(user);
  await submit(user);
  const clash = await screen.findByRole('alert', { name: '时间冲突，未保存' });
  expect(clash).toHaveTextContent(/会议室一 .*11-20 周五 14:00–15:30 已被“院内 MDT · 结直肠”占用/);
  expect(clash).toHaveTextContent(/顾知衡 .*11-20 周五 13:00–17:00 已有“手术 P26-0162”/);
  await user.click(within(clash).getByRole('button', { name: /09:00–11:00/ }));
  expect(screen.getByLabelText('开始时间')).toHaveValue('2026-11-23 09:00');
  expect(screen.queryByRole('alert', { name: '时间冲突，未保存' })).not.toBeInTheDocument();

  answer(sessionEndpoints.schedule, { id: sessionId });
  await submit(user);
  await waitFor(() => expect(askedOf(sessionEndpoints.schedule)).toHaveLength(2));
  expect(askedOf(sessionEndpoints.schedule)[1]?.body).toMatchObject({
    startsAt: '2026-11-23T01:00:00.000Z',
    minutes: 120,
  });
});

test('a time that has passed is refused at its field, and nothing typed is lost', async () => {
  const message = '时间已过，选择以后的时间。';
  refuse(
    sessionEndpoints.schedule,
    problemOf('request/invalid', {
      parameters: { count: 1 },
      errors: [{ field: 'startsAt', code: 'in-the-past', message }],
    }),
  );
  const { user } = await show();
  await fillIn(user);
  await submit(user);
  const error = await screen.findByText(message);
  expect(error.closest('.ant-form-item')).toContainElement(screen.getByLabelText('开始时间'));
  expect(screen.getByLabelText('会议名称')).toHaveValue('联合 MDT');
});

test('a hospital whose agreement has expired is shown, closed, with the reason', async () => {
  await show();
  const closed = await screen.findByRole('checkbox', { name: '临川市人民医院' });
  expect(closed).toBeDisabled();
  expect(closed).toHaveAccessibleDescription('协议已于 2025-12-31 到期，不能联动');
  expect(screen.getByRole('checkbox', { name: '北辰肿瘤医院' })).toBeEnabled();
});

test('a linked hospital needs an expert before anything is sent', async () => {
  const { user } = await show();
  await user.click(await screen.findByRole('checkbox', { name: '北辰肿瘤医院' }));
  await submit(user);
  await screen.findByText('每家联动医院至少选择一名专家。');
  expect(askedOf(sessionEndpoints.schedule)).toHaveLength(0);
});

test('free times are looked for with the room, the length and everybody chosen, and one fills in the time', async () => {
  answer(sessionEndpoints.findSlots, {
    items: [{ startsAt: '2030-05-06T01:00:00.000Z', endsAt: '2030-05-06T03:00:00.000Z' }],
  });
  const { user } = await show();
  await fillIn(user);
  await typeTime(user, '2030-05-06 14:00');
  await user.click(screen.getByRole('checkbox', { name: '北辰肿瘤医院' }));
  await choose(user, '北辰肿瘤医院的专家', /闻人朔/);
  await user.click(screen.getByRole('button', { name: '查找空闲时间' }));
  const slots = await screen.findByRole('list', { name: '空闲时间' });
  expect(askedOf(sessionEndpoints.findSlots)[0]?.body).toEqual({
    from: '2030-05-05T16:00:00.000Z',
    minutes: 120,
    roomId,
    personIds: [people.chair.id, people.recorder.id, experts.beichen.id],
  });
  await user.click(within(slots).getByRole('button'));
  expect(screen.getByLabelText('开始时间')).toHaveValue('2030-05-06 09:00');
});

test('an agreement that ended meanwhile is told in words', async () => {
  refuse(sessionEndpoints.schedule, problemOf('partnership/invalid', { parameters: { hospital: '北辰肿瘤医院' } }));
  const { user } = await show();
  await fillIn(user);
  await submit(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('与 北辰肿瘤医院 没有有效的协作协议');
  expect(directory.partners[0]?.id).toBe(beichenId);
});
