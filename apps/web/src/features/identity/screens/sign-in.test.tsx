import { identityEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  askedOf,
  cutOff,
  leaveWaiting,
  problemOf,
  refuse,
  renderScreen,
  somebody,
} from '../../../testing/server';
import { SignInScreen } from './sign-in';

const person = (username: string, zh: string, en: string) => ({
  username,
  name: { zh, en },
  role: { zh: '科室成员', en: 'Department member' },
  hospital: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
  needsCode: false,
});

const show = (route = '/sign-in') => renderScreen(<SignInScreen />, { route, me: null });

async function signIn(user: Awaited<ReturnType<typeof show>>['user']) {
  await user.type(screen.getByLabelText('工号'), 'urology-1');
  await user.type(screen.getByLabelText('密码'), 'a-long-password');
  await user.click(screen.getByRole('button', { name: '登录' }));
}

beforeEach(() => {
  answer(identityEndpoints.demonstrationPeople, { items: [] });
  answer(identityEndpoints.methods, { singleSignOn: null });
});

describe('signing in', () => {
  it('leads to where this person starts', async () => {
    answer(identityEndpoints.signIn, somebody({ home: '/d/urology/board' }));
    const { user, address } = await show();
    await signIn(user);
    await waitFor(() => expect(address()).toBe('/d/urology/board'));
    expect(askedOf(identityEndpoints.signIn)[0]?.body).toEqual({ username: 'urology-1', password: 'a-long-password' });
  });

  it('leads on to the address that was asked for', async () => {
    answer(identityEndpoints.signIn, somebody());
    const { user, address } = await show('/sign-in?next=%2Fcases%2FP26-0187%3Ftab%3Dopinions');
    await signIn(user);
    await waitFor(() => expect(address()).toBe('/cases/P26-0187?tab=opinions'));
  });

  it('never leads to another site', async () => {
    answer(identityEndpoints.signIn, somebody({ home: '/inbox' }));
    const { user, address } = await show('/sign-in?next=%2F%2Felsewhere.example');
    await signIn(user);
    await waitFor(() => expect(address()).toBe('/inbox'));
  });

  it('says that account or password is wrong, keeps the account and asks for the password again', async () => {
    refuse(identityEndpoints.signIn, 'sign-in/wrong');
    const { user, address } = await show();
    await signIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('工号或密码不正确。');
    expect(screen.getByLabelText('工号')).toHaveValue('urology-1');
    expect(screen.getByLabelText('密码')).toHaveValue('');
    await waitFor(() => expect(screen.getByLabelText('密码')).toHaveFocus());
    expect(address()).toBe('/sign-in');
  });

  it('says until when an account is locked', async () => {
    refuse(identityEndpoints.signIn, problemOf('sign-in/locked', { parameters: { until: '10:05' } }));
    const { user } = await show();
    await signIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('账号已锁定，10:05 后可再试。');
  });

  it('asks for what is missing before it asks the server', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByText('填写工号。')).toBeInTheDocument();
    expect(screen.getByText('填写密码。')).toBeInTheDocument();
    expect(askedOf(identityEndpoints.signIn)).toEqual([]);
  });

  it('cannot be sent twice', async () => {
    leaveWaiting(identityEndpoints.signIn);
    const { user } = await show();
    await signIn(user);
    await waitFor(() => expect(screen.getByLabelText('密码')).toBeDisabled());
    await user.click(screen.getByRole('button', { name: /登录/ }));
    expect(askedOf(identityEndpoints.signIn)).toHaveLength(1);
  });

  it('says when the server cannot be reached', async () => {
    cutOff(identityEndpoints.signIn);
    const { user } = await show();
    await signIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('连接不到服务器');
  });

  it('shows the language switch and keeps the choice for the person', async () => {
    answer(identityEndpoints.signIn, somebody({ locale: 'zh-CN' }));
    answer(identityEndpoints.setLocale, somebody({ locale: 'en-US' }));
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'English' }));
    await user.type(await screen.findByLabelText('Account'), 'urology-1');
    await user.type(screen.getByLabelText('Password'), 'a-long-password');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(askedOf(identityEndpoints.setLocale)[0]?.body).toEqual({ locale: 'en-US' }));
  });
});

describe('the language of the person', () => {
  it('is shown once they have signed in', async () => {
    answer(identityEndpoints.signIn, somebody({ locale: 'en-US', home: '/inbox' }));
    const { user, address } = await show();
    await signIn(user);
    await waitFor(() => expect(address()).toBe('/inbox'));
    expect(document.documentElement.lang).toBe('en-US');
    expect(askedOf(identityEndpoints.setLocale)).toEqual([]);
  });
});

describe('in the demonstration', () => {
  beforeEach(() => {
    answer(identityEndpoints.demonstrationPeople, {
      items: [person('urology-1', '陆怀舟', 'Lu Huaizhou'), person('pathology-1', '季清和', 'Ji Qinghe')],
    });
  });

  it('a click on a person fills in the account and goes to the password', async () => {
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: /季清和/ }));
    expect(screen.getByLabelText('工号')).toHaveValue('pathology-1');
    expect(screen.getByLabelText('密码')).toHaveFocus();
    expect(screen.getByText('演示环境 · 合成数据')).toBeInTheDocument();
  });

  it('lists everybody with role and hospital', async () => {
    await show();
    const list = within(await screen.findByRole('region', { name: '演示人员' })).getByRole('list');
    expect(list).toHaveTextContent('陆怀舟科室成员云岭省肿瘤医院');
  });

  it('finds somebody among many by name or role', async () => {
    answer(identityEndpoints.demonstrationPeople, {
      items: Array.from({ length: 12 }, (_, index) => person(`somebody-${index}`, `人员${index}`, `Person ${index}`)),
    });
    const { user } = await show();
    await user.type(await screen.findByLabelText('按姓名、角色或医院筛选'), '人员11');
    expect(screen.getByRole('button', { name: /人员11/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /人员3/ })).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('按姓名、角色或医院筛选'), 'x');
    expect(screen.getByText('没有符合的人员。')).toBeInTheDocument();
  });

  it('still lets people sign in when the list cannot be loaded', async () => {
    refuse(identityEndpoints.demonstrationPeople, 'server/failed');
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('演示人员未能载入');
    expect(screen.getByRole('button', { name: '登录' })).toBeEnabled();
  });
});

describe('elsewhere', () => {
  it('nobody is listed, and the way to regain access is said', async () => {
    await show();
    expect(await screen.findByText(/忘记密码或账号被锁定/)).toBeInTheDocument();
    expect(screen.queryByText('演示人员')).not.toBeInTheDocument();
  });
});
