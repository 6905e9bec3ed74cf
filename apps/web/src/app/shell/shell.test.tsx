import {
  boardEndpoints,
  identityEndpoints,
  organisationEndpoints,
  reminderEndpoints,
  type Me,
} from '@consilium/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageTitle } from '../../components/page-title';
import { announceSessionLost } from '../../lib/session-lost';
import { answer, askedOf, leaveWaiting, refuse, renderScreen, somebody } from '../../testing/server';
import { Shell } from './shell';
import { SignInAgain } from './sign-in-again';

const departmentId = '00000000-0000-4000-8000-000000000105';
const urology = { zh: '泌尿外科', en: 'Urology' };

function house({ overdue = 7, unread = 2 } = {}) {
  answer(organisationEndpoints.directory, {
    hospital: {
      id: departmentId,
      name: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
      shortName: { zh: '云岭', en: 'Yunling' },
      timeZone: 'Asia/Shanghai',
    },
    centre: { id: departmentId, name: { zh: '盆腔中心', en: 'Pelvic centre' } },
    departments: [
      {
        id: departmentId,
        code: 'urology',
        name: urology,
        label: '泌',
        centreRole: 'CORE',
        position: 1,
        isRetired: false,
      },
    ],
    people: [],
    rooms: [],
    partners: [],
    structures: [],
    tumourTypes: [],
  });
  answer(boardEndpoints.overdue, { items: [], total: overdue });
  answer(reminderEndpoints.notifications, { items: [], unread, nextCursor: null });
}
const show = (changes: Partial<Me> = {}) => renderScreen(<Shell />, { route: '/cases', me: somebody(changes) });

beforeEach(() => house());
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the shell', () => {
  it('shows on every screen what is overdue in the house and leads to the list', async () => {
    const { user, address } = await show();
    await user.click(await screen.findByRole('link', { name: '全院逾期 7' }));
    expect(address()).toBe('/overdue');
  });

  it('shows a dash and not a zero while it does not know', async () => {
    leaveWaiting(boardEndpoints.overdue);
    await show();
    expect(await screen.findByRole('link', { name: '全院逾期 –' })).toBeInTheDocument();
  });

  it('says how many notifications are unread', async () => {
    await show();
    expect(await screen.findByRole('link', { name: '收件箱，2 条未读' })).toHaveAttribute('href', '/inbox');
  });

  it('leads to what this person may see, and marks where they are', async () => {
    await show({ permissions: ['case:list', 'board:read'], home: '/cases' });
    const rail = within(screen.getByRole('navigation', { name: '主导航' }));
    expect(await rail.findByRole('link', { name: '看板' })).toHaveAttribute('href', '/d/urology/board');
    expect(rail.getByRole('link', { name: '病例' })).toHaveAttribute('aria-current', 'page');
    expect(rail.queryByRole('link', { name: '会议' })).not.toBeInTheDocument();
    expect(rail.queryByRole('link', { name: '邮件' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /全院逾期/ })).not.toBeInTheDocument();
  });

  it('marks the demonstration as one', async () => {
    await show();
    expect(screen.getByText('演示环境 · 合成数据')).toBeInTheDocument();
  });

  it('switches the language without reload and keeps it for the person', async () => {
    answer(identityEndpoints.setLocale, somebody({ locale: 'en-US' }));
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('link', { name: 'Cases' })).toBeInTheDocument();
    expect(askedOf(identityEndpoints.setLocale)[0]?.body).toEqual({ locale: 'en-US' });
  });

  it('says that the data may be old while changes cannot arrive', async () => {
    await show();
    expect(screen.getByText(/^数据截至 \d\d:\d\d，正在重连$/)).toBeInTheDocument();
  });

  it('signs out and says so when it could not', async () => {
    refuse(identityEndpoints.signOut, 'server/unavailable');
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: '许棠，个人菜单' }));
    await user.click(await screen.findByRole('button', { name: '退出登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('未能退出登录。数据库暂不可用');
    expect(askedOf(identityEndpoints.signOut)).toHaveLength(1);
  });
});

describe('the title of a screen', () => {
  it('stands on the page without a shell and in the title of the tab', async () => {
    await renderScreen(<PageTitle title="科室看板" subtitle="泌尿外科" />);
    expect(screen.getByRole('heading', { name: '科室看板' })).toBeInTheDocument();
    expect(document.title).toBe('科室看板 · 合议');
  });
});

describe('a session that has ended', () => {
  it('asks for the password over the page and goes on', async () => {
    answer(identityEndpoints.signIn, somebody());
    const { user } = await renderScreen(<SignInAgain />);
    act(announceSessionLost);
    const dialog = within(await screen.findByRole('dialog', { name: '登录已失效' }));
    await user.type(dialog.getByLabelText('密码'), 'a-long-password');
    await user.click(dialog.getByRole('button', { name: '继续' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(askedOf(identityEndpoints.signIn)[0]?.body).toEqual({
      username: 'coordinator',
      password: 'a-long-password',
    });
  });

  it('says when the password is wrong and stays', async () => {
    refuse(identityEndpoints.signIn, 'sign-in/wrong');
    const { user } = await renderScreen(<SignInAgain />);
    act(announceSessionLost);
    const dialog = within(await screen.findByRole('dialog', { name: '登录已失效' }));
    await user.type(dialog.getByLabelText('密码'), 'wrong');
    await user.click(dialog.getByRole('button', { name: '继续' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('工号或密码不正确。');
    expect(dialog.getByLabelText('密码')).toHaveValue('');
  });
});
