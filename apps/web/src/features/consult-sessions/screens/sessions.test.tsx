import { sessionEndpoints } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { somebody } from '../../../testing/render-screen';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { sessionId } from '../testing/house-examples';
import { listItemOf } from '../testing/session-examples';
import { SessionsScreen } from './sessions';

const show = (route = '/sessions?view=week&date=2026-11-18', me = somebody()) =>
  renderScreen(<SessionsScreen />, { route, me });

test('the week asks for Monday to Monday in the hospital’s time', async () => {
  answer(sessionEndpoints.list, { items: [] });
  await show();
  await screen.findByText('本周没有会议。');
  expect(askedOf(sessionEndpoints.list)[0]?.query).toEqual({
    from: '2026-11-15T16:00:00.000Z',
    to: '2026-11-22T16:00:00.000Z',
  });
});

test('a session stands on its day with title, cases, readiness, linked hospitals and room', async () => {
  answer(sessionEndpoints.list, { items: [listItemOf()] });
  await show();
  const day = await screen.findByRole('list', { name: '11-18 周三的会议' });
  const block = within(day).getByRole('link');
  expect(block).toHaveAttribute('href', `/sessions/${sessionId}`);
  for (const text of [/联合 MDT/, /8 例 · 就绪 6/, /北辰肿瘤医院、沈水肿瘤医院/, /会议室一 · 多地联动MDT/]) {
    expect(block).toHaveTextContent(text);
  }
});

test('the list shows each session under its day', async () => {
  answer(sessionEndpoints.list, { items: [listItemOf()] });
  await show('/sessions?view=list&date=2026-11-18');
  const day = await screen.findByRole('list', { name: '11-18 周三的会议' });
  expect(within(day).getByText('14:00–16:00')).toBeVisible();
  expect(within(day).getByText('顾知衡')).toBeVisible();
});

test('while sessions load, a placeholder says so and no number is shown', async () => {
  leaveWaiting(sessionEndpoints.list);
  await show();
  expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
  expect(screen.getByText('–')).toBeVisible();
});

test('where sessions cannot be loaded the reason, the request and a retry are shown', async () => {
  refuse(sessionEndpoints.list, problemOf('server/unavailable', { requestId: 'req-77' }));
  const { user } = await show();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('数据库暂不可用');
  expect(alert).toHaveTextContent('req-77');
  answer(sessionEndpoints.list, { items: [listItemOf()] });
  await user.click(within(alert).getByRole('button', { name: '重试' }));
  expect(await screen.findByRole('link', { name: /联合 MDT/ })).toBeVisible();
});

test('keys change the view and the period, and N leads to scheduling', async () => {
  answer(sessionEndpoints.list, { items: [] });
  const { user, address } = await show();
  await screen.findByText('本周没有会议。');
  await user.keyboard('d');
  expect(address()).toBe('/sessions?view=list&date=2026-11-18');
  await user.keyboard('w');
  await screen.findByText('本周没有会议。');
  await user.click(screen.getByRole('button', { name: '下一周' }));
  expect(address()).toBe('/sessions?view=week&date=2026-11-23');
  await user.keyboard('n');
  expect(address()).toBe('/sessions/new');
});

test('who may not schedule is offered no way to do so', async () => {
  answer(sessionEndpoints.list, { items: [] });
  const { user, address } = await show(undefined, somebody({ permissions: ['session:read'] }));
  await screen.findByText('本周没有会议。');
  expect(screen.queryByRole('link', { name: '安排会议' })).not.toBeInTheDocument();
  await user.keyboard('n');
  expect(address()).toBe('/sessions?view=week&date=2026-11-18');
});
