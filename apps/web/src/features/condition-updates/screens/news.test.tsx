import { conditionUpdateEndpoints as updates } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { exampleNews, exampleNewsView } from '../testing/example-news';
import { NewsScreen } from './news';

const doctor = somebody({
  permissions: ['case:list', 'case:read', 'condition-update:read', 'condition-update:write', 'condition-update:act'],
});
const { id } = exampleNews();
const recent = { caseNo: 'P26-0187', maskedName: '张**', sex: 'FEMALE', ageYears: 52, ownerName: '江听澜' };
const list = (...items: ReturnType<typeof exampleNews>[]) =>
  answer(updates.list, { items, waiting: items.length, nextCursor: null });
const show = (route = '/news', me = doctor) => renderScreen(<NewsScreen />, { route, me });

beforeEach(() => {
  list();
  answer(updates.recentCases, { items: [recent] });
});

describe('writing news of a patient', () => {
  it('takes a case, a sentence, a source and a grade, and says that it has arrived', async () => {
    answer(updates.write, { id, version: 1, state: 'TRIAGED' });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'P26-0187 张**' }));
    await user.type(screen.getByLabelText('发生了什么'), '血尿加重');
    await user.click(screen.getByText('护士'));
    await user.click(screen.getByText('黄色（尽快）'));
    await user.click(screen.getByRole('button', { name: '发送' }));
    expect(await screen.findByText('已发送，主管医师及其科室已收到。')).toBeInTheDocument();
    expect(askedOf(updates.write)[0]).toMatchObject({
      params: { caseNo: 'P26-0187' },
      body: { text: '血尿加重', source: 'NURSE', severity: 'AMBER' },
    });
    expect(screen.getByLabelText('发生了什么')).toHaveValue('');
  });

  it('asks for a case and a sentence before it sends anything, and leaves the grade open', async () => {
    answer(updates.write, { id, version: 1, state: 'NEW' });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '发送' }));
    expect(await screen.findByText('选择病例，或填写编号，如 P26-0187')).toBeInTheDocument();
    expect(screen.getByText('此项必填。')).toBeInTheDocument();
    expect(askedOf(updates.write)).toEqual([]);
    await user.type(screen.getByLabelText('病例编号'), 'p26-0187');
    await user.type(screen.getByLabelText('发生了什么'), '血尿加重');
    await user.click(screen.getByRole('button', { name: '发送' }));
    await waitFor(() => expect(askedOf(updates.write)[0]?.body).toMatchObject({ source: 'FAMILY', severity: null }));
  });

  it('says at the number that there is no such case, and keeps what was typed', async () => {
    refuse(updates.write, 'object/not-found');
    const { user } = await show('/news?case=P26-0999');
    await user.type(await screen.findByLabelText('发生了什么'), '血尿加重');
    await user.click(screen.getByRole('button', { name: '发送' }));
    expect(await screen.findByText('没有编号为 P26-0999 的病例，或您无权反馈。')).toBeInTheDocument();
    expect(screen.getByLabelText('发生了什么')).toHaveValue('血尿加重');
  });

  it('is not offered to who may only read it', async () => {
    await show('/news', somebody({ permissions: ['case:read', 'condition-update:read'] }));
    expect(await screen.findByText('没有待我处理的病情反馈。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '发送' })).toBeNull();
  });
});

describe('the inbox of news', () => {
  it('shows how grave it is in words, of whom, what and until when, and is acknowledged with one tap', async () => {
    list(exampleNews());
    answer(updates.acknowledge, { id, version: 2, state: 'ACKNOWLEDGED' });
    const { user } = await show();
    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent(/红色（紧急）.*P26-0187.*待知悉.*血尿加重.*家属 · 季清和.*主管 江听澜/);
    await user.click(within(row).getByRole('button', { name: '已知悉' }));
    await waitFor(() => expect(askedOf(updates.acknowledge)).toMatchObject([{ params: { id }, body: { version: 1 } }]));
  });

  it('says who was quicker, where somebody else has acknowledged it', async () => {
    list(exampleNews());
    refuse(
      updates.acknowledge,
      problemOf('object/stale', { parameters: { who: '陆怀舟', at: '2026-11-18T08:05:00+08:00' } }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '已知悉' }));
    expect(await screen.findByText(/陆怀舟.*已修改此项/)).toBeInTheDocument();
  });

  it('says why it could not be loaded', async () => {
    refuse(updates.list, 'server/unavailable');
    await show();
    expect(await screen.findByRole('button', { name: '重试' })).toBeInTheDocument();
  });
});

describe('one piece of news', () => {
  it('is graded, suggests an urgent consult where it is red, and tells its way', async () => {
    answer(updates.read, exampleNewsView({ suggestsConsult: true }));
    answer(updates.triage, { id, version: 2, state: 'TRIAGED' });
    const { user } = await show(`/news?open=${id}`);
    const drawer = within(await screen.findByRole('dialog', { name: '病情反馈 P26-0187' }));
    expect(drawer.getByRole('link', { name: '申请急会诊' })).toHaveAttribute(
      'href',
      '/consults/new?case=P26-0187&urgency=URGENT',
    );
    expect(drawer.getByRole('listitem')).toHaveTextContent(/反馈 红色（紧急） · 季清和/);
    await user.click(
      within(drawer.getByRole('group', { name: '更改分级' })).getByRole('button', { name: '绿色（常规）' }),
    );
    await waitFor(() => expect(askedOf(updates.triage)[0]?.body).toEqual({ version: 1, severity: 'GREEN' }));
  });

  it('is closed with its outcome, which its writer reads', async () => {
    answer(updates.read, exampleNewsView({ state: 'ACTIONED', availableActions: ['act', 'close'] }));
    answer(updates.close, { id, version: 2, state: 'CLOSED' });
    const { user } = await show(`/news?open=${id}`);
    await user.click(await screen.findByRole('button', { name: '办结' }));
    const dialog = within(await screen.findByRole('dialog', { name: '办结' }));
    expect(dialog.getByText('反馈人将收到通知并可查看。')).toBeInTheDocument();
    await user.type(dialog.getByLabelText('结果'), '冲洗后好转');
    await user.click(dialog.getByRole('button', { name: '办结' }));
    await waitFor(() => expect(askedOf(updates.close)[0]?.body).toEqual({ version: 1, outcome: '冲洗后好转' }));
  });

  it('that is not for this person says so', async () => {
    refuse(updates.read, 'object/not-found');
    await show(`/news?open=${id}`);
    expect(await screen.findByText('病情反馈不存在，或您无权查看。')).toBeInTheDocument();
  });
});
