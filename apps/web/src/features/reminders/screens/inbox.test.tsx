import { reminderEndpoints, type Notification, type Obligation } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, leaveWaiting, refuse, renderScreen, somebody } from '../../../testing/server';
import { InboxScreen } from './inbox';

const now = new Date('2026-11-18T09:42:00+08:00');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
const id = (number: number) => `00000000-0000-4000-8000-${String(Math.abs(number)).padStart(12, '0')}`;

const owed = (number: number, changes: Partial<Obligation> = {}): Obligation => ({
  id: id(number),
  kind: 'OPINION',
  caseNo: null,
  px: null,
  sessionId: null,
  planId: null,
  department: null,
  dueAt: inHours(number),
  path: '/inbox',
  ...changes,
});
const told = (number: number, changes: Partial<Notification> = {}): Notification => ({
  id: id(number),
  kind: 'OPINION',
  step: 'opened',
  text: { zh: `P26-018${number} 待您意见`, en: `P26-018${number} waits for your opinion` },
  path: `/cases/P26-018${number}`,
  createdAt: inHours(-number),
  readAt: null,
  ...changes,
});

function inboxWith({
  owes = [] as Obligation[],
  notifications = [] as Notification[],
  unread = notifications.filter(({ readAt }: Notification) => readAt === null).length,
  nextCursor = null as string | null,
} = {}) {
  answer(reminderEndpoints.owed, { items: owes });
  answer(reminderEndpoints.notifications, { items: notifications, unread, nextCursor });
  answer(reminderEndpoints.channels, { inApp: true, email: false, emailAddress: null, mailbox: false });
}
const show = () => renderScreen(<InboxScreen />, { route: '/inbox' });
const section = (name: RegExp) => screen.findByRole('region', { name });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(now);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what I owe', () => {
  it('is gathered by case, the soonest first, and leads to where it is done', async () => {
    inboxWith({
      owes: [
        owed(26, { kind: 'INFORMATION', caseNo: 'P26-0187', path: '/cases/P26-0187' }),
        owed(5, { kind: 'SESSION', sessionId: id(300), path: `/sessions/${id(300)}` }),
        owed(-15, {
          caseNo: 'P26-0187',
          department: { zh: '泌尿外科', en: 'Urology' },
          path: '/cases/P26-0187?tab=opinions',
        }),
      ],
    });
    await show();
    const list = within(await section(/^需我处理/));
    expect((await list.findAllByRole('heading', { level: 3 })).map((heading) => heading.textContent)).toEqual([
      'P26-0187',
      '会议',
    ]);
    const [first] = list.getAllByRole('link');
    expect(first).toHaveTextContent('逾期 15 小时待交意见代泌尿外科');
    expect(first).toHaveAttribute('href', '/cases/P26-0187?tab=opinions');
  });

  it('is said to be nothing when it is nothing', async () => {
    inboxWith();
    await show();
    expect(await screen.findByText('没有需要您处理的事项。')).toBeInTheDocument();
    expect(screen.getByText('没有通知。')).toBeInTheDocument();
  });

  it('says that it loads', async () => {
    inboxWith();
    leaveWaiting(reminderEndpoints.owed);
    await show();
    expect(within(await section(/^需我处理/)).getByRole('status', { name: '正在载入' })).toBeInTheDocument();
  });

  it('says what failed while the rest of the inbox keeps working', async () => {
    inboxWith({ notifications: [told(1)] });
    refuse(reminderEndpoints.owed, 'server/failed');
    const { user } = await show();
    const list = within(await section(/^需我处理/));
    expect(await list.findByRole('alert')).toHaveTextContent('待处理事项未能载入。');
    expect(screen.getByText('P26-0181 待您意见')).toBeInTheDocument();
    answer(reminderEndpoints.owed, { items: [] });
    await user.click(list.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('没有需要您处理的事项。')).toBeInTheDocument();
  });

  it('never leads to another site', async () => {
    inboxWith({ owes: [owed(1, { path: 'https://elsewhere.example' })] });
    await show();
    const list = within(await section(/^需我处理/));
    expect(await list.findByRole('link')).toHaveAttribute('href', '/');
  });
});

describe('what I was told', () => {
  it('marks the unread and marks one as read when it is opened', async () => {
    inboxWith({ notifications: [told(1), told(2, { readAt: inHours(-1) })] });
    answer(reminderEndpoints.read, { unread: 0 });
    const { user, address } = await show();
    const fresh = await screen.findByRole('link', { name: /^未读 P26-0181 待您意见/ });
    expect(screen.getByRole('link', { name: /^P26-0182 待您意见/ })).toBeInTheDocument();
    await user.click(fresh);
    await waitFor(() =>
      expect(askedOf(reminderEndpoints.read)).toEqual([{ params: { id: id(1) }, query: {}, body: {} }]),
    );
    expect(address()).toBe('/cases/P26-0181');
  });

  it('can be marked as read all at once', async () => {
    inboxWith({ notifications: [told(1), told(2)] });
    const { user } = await show();
    expect(await screen.findByText('2 条未读')).toBeInTheDocument();
    answer(reminderEndpoints.readAll, { unread: 0 });
    answer(reminderEndpoints.notifications, {
      items: [told(1, { readAt: inHours(0) }), told(2, { readAt: inHours(0) })],
      unread: 0,
      nextCursor: null,
    });
    await user.click(screen.getByRole('button', { name: '全部标为已读' }));
    await waitFor(() => expect(screen.queryByText('2 条未读')).not.toBeInTheDocument());
    expect(askedOf(reminderEndpoints.readAll)).toHaveLength(1);
  });

  it('says when it was not marked', async () => {
    inboxWith({ notifications: [told(1)] });
    refuse(reminderEndpoints.readAll, 'server/unavailable');
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '全部标为已读' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('未能标为已读。');
  });

  it('loads older ones on request', async () => {
    inboxWith({ notifications: [told(1)], nextCursor: 'older' });
    const { user } = await show();
    await screen.findByText('P26-0181 待您意见');
    answer(reminderEndpoints.notifications, { items: [told(2)], unread: 2, nextCursor: null });
    await user.click(await screen.findByRole('button', { name: '加载更多' }));
    expect(await screen.findByText('P26-0182 待您意见')).toBeInTheDocument();
    expect(askedOf(reminderEndpoints.notifications).at(-1)?.query).toMatchObject({ cursor: 'older' });
    await waitFor(() => expect(screen.queryByRole('button', { name: '加载更多' })).not.toBeInTheDocument());
  });

  it('is told in English to who reads English', async () => {
    await showLocale('en-US');
    inboxWith({ notifications: [told(1)] });
    await show();
    expect(await screen.findByText('P26-0181 waits for your opinion')).toBeInTheDocument();
  });
});

describe('how reminders arrive', () => {
  it('says plainly that e-mail is off', async () => {
    inboxWith();
    await show();
    expect(await screen.findByText('未开启：本院没有配置邮件服务器，提醒只在应用内显示。')).toBeInTheDocument();
    expect(screen.queryByText('查看演示邮件')).not.toBeInTheDocument();
  });

  it('says where e-mail goes, and that it carries nothing of a patient', async () => {
    inboxWith();
    answer(reminderEndpoints.channels, { inApp: true, email: true, emailAddress: 'xu@example.invalid', mailbox: true });
    await show();
    expect(await screen.findByText('已开启，发送至 xu@example.invalid')).toBeInTheDocument();
    expect(screen.getByText('邮件只写编号和时限，不含姓名、诊断和图像。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '查看演示邮件' })).toHaveAttribute('href', '/mailbox');
  });

  it('does not send somebody to a mailbox they may not read', async () => {
    inboxWith();
    answer(reminderEndpoints.channels, { inApp: true, email: true, emailAddress: null, mailbox: true });
    await renderScreen(<InboxScreen />, { route: '/inbox', me: somebody({ permissions: ['notification:read'] }) });
    expect(await screen.findByText(/您的账号没有邮箱地址/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '查看演示邮件' })).not.toBeInTheDocument();
  });
});
