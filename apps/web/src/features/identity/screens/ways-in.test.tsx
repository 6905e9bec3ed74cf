import { identityEndpoints } from '@consilium/contracts';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { SignInReturnScreen } from './sign-in-return';
import { SignInScreen } from './sign-in';

const show = (route = '/sign-in') => renderScreen(<SignInScreen />, { route, me: null });
type User = Awaited<ReturnType<typeof show>>['user'];

async function firstStep(user: User, account = 'beichen-expert') {
  await user.type(await screen.findByLabelText('工号'), account);
  await user.type(screen.getByLabelText('密码'), 'a-long-password');
  await user.click(screen.getByRole('button', { name: '登录' }));
}
const leave = vi.fn();

beforeEach(() => {
  answer(identityEndpoints.demonstrationPeople, { items: [] });
  answer(identityEndpoints.methods, { singleSignOn: null });
  leave.mockReset();
  const { href, origin, pathname, search, hash } = window.location;
  vi.stubGlobal('location', { href, origin, pathname, search, hash, assign: leave });
  return () => vi.unstubAllGlobals();
});

describe('the second step', () => {
  beforeEach(() => refuse(identityEndpoints.signIn, 'sign-in/code-required'));

  it('asks for the one-time code and sends all of it together', async () => {
    const { user, address } = await show();
    await firstStep(user);
    const field = await screen.findByLabelText('动态码');
    await waitFor(() => expect(field).toHaveFocus());
    // Being asked for the code is no refusal.
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByText('beichen-expert')).toBeInTheDocument();
    answer(identityEndpoints.signIn, somebody({ home: '/remote' }));
    await user.type(field, '123 456');
    await user.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() => expect(address()).toBe('/remote'));
    expect(askedOf(identityEndpoints.signIn)[1]?.body).toEqual({
      username: 'beichen-expert',
      password: 'a-long-password',
      code: '123 456',
    });
  });

  it('says that a code was wrong and asks for the next one alone', async () => {
    const { user } = await show();
    await firstStep(user);
    refuse(identityEndpoints.signIn, 'sign-in/code-wrong');
    await user.type(await screen.findByLabelText('动态码'), '000000');
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('动态码不正确或已用过');
    expect(screen.getByLabelText('动态码')).toHaveValue('');
    expect(screen.queryByLabelText('密码')).not.toBeInTheDocument();
  });

  it('goes back to the password when the account was locked meanwhile', async () => {
    const { user } = await show();
    await firstStep(user);
    refuse(identityEndpoints.signIn, problemOf('sign-in/locked', { parameters: { until: '10:05' } }));
    await user.type(await screen.findByLabelText('动态码'), '000000');
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('账号已锁定，10:05 后可再试。');
    expect(screen.getByLabelText('密码')).toHaveValue('');
  });

  it('can be left for another account', async () => {
    const { user } = await show();
    await firstStep(user);
    await user.click(await screen.findByRole('button', { name: '换一个账号' }));
    expect(screen.getByLabelText('密码')).toHaveValue('');
  });

  it('shows the present code in the demonstration, and fills it in', async () => {
    const label = { zh: '北辰', en: 'Beichen' };
    answer(identityEndpoints.demonstrationPeople, {
      items: [{ username: 'beichen-expert', name: label, role: label, hospital: label, needsCode: true }],
    });
    answer(identityEndpoints.demonstrationCode, { code: '246810', secondsLeft: 20 });
    const { user } = await show();
    await firstStep(user);
    expect(await screen.findByRole('status', { name: '演示动态码' })).toHaveTextContent('246810');
    expect(askedOf(identityEndpoints.demonstrationCode)[0]?.body).toEqual({ username: 'beichen-expert' });
    await user.click(screen.getByRole('button', { name: '填入' }));
    expect(screen.getByLabelText('动态码')).toHaveValue('246810');
  });

  it('asks for no code to show outside the demonstration', async () => {
    const { user } = await show();
    await firstStep(user);
    await screen.findByLabelText('动态码');
    expect(askedOf(identityEndpoints.demonstrationCode)).toEqual([]);
    expect(screen.queryByRole('status', { name: '演示动态码' })).not.toBeInTheDocument();
  });
});

describe('single sign-on', () => {
  const offered = () => answer(identityEndpoints.methods, { singleSignOn: { name: '云岭统一认证' } });

  it('has no tab where the hospital has none', async () => {
    await show();
    await screen.findByLabelText('工号');
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['工号密码', '远程专家']);
  });

  it('is the first tab under its own name and leads to the page of the hospital', async () => {
    offered();
    answer(identityEndpoints.beginSingleSignOn, { url: 'https://sso.hospital.example/auth?state=x' });
    const { user } = await show('/sign-in?next=%2Fcases');
    await user.click(await screen.findByRole('button', { name: '前往云岭统一认证' }));
    await waitFor(() => expect(leave).toHaveBeenCalledWith('https://sso.hospital.example/auth?state=x'));
  });

  it('opens the tab of the local account when it cannot be reached, and says why', async () => {
    offered();
    refuse(identityEndpoints.beginSingleSignOn, 'sign-in/provider-unavailable');
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '前往云岭统一认证' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('统一认证暂不可用，改用工号密码登录。');
    expect(screen.getByLabelText('工号')).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: '工号密码' })).toHaveAttribute('aria-selected', 'true');
  });

  it('goes in with what the page of the hospital sent back, and on to where the person wanted to be', async () => {
    sessionStorage.setItem('consilium.after-sign-on', '/cases');
    answer(identityEndpoints.completeSingleSignOn, somebody({ home: '/inbox' }));
    const { address } = await renderScreen(<SignInReturnScreen />, {
      route: '/sign-in/return?code=abc&state=xyz',
      me: null,
    });
    await waitFor(() => expect(address()).toBe('/cases'));
    expect(askedOf(identityEndpoints.completeSingleSignOn)[0]?.body).toEqual({ query: '?code=abc&state=xyz' });
  });

  it('says that the hospital knows the person and this house does not, and offers the other ways', async () => {
    refuse(identityEndpoints.completeSingleSignOn, 'sign-in/unknown-person');
    await renderScreen(<SignInReturnScreen />, { route: '/sign-in/return?code=abc&state=xyz', me: null });
    expect(await screen.findByRole('alert')).toHaveTextContent('统一认证已通过，但本系统没有您的账号');
    expect(screen.getByRole('link', { name: '其他登录方式' })).toHaveAttribute('href', '/sign-in');
  });
});

describe('experts of other hospitals', () => {
  it('paste their invitation, whose word stays behind the #', async () => {
    const { user, address } = await show();
    await user.click(screen.getByRole('tab', { name: '远程专家' }));
    await user.type(screen.getByLabelText('邀请链接'), 'https://consilium.example/join#aaaaaaaaaabbbbbbbbbbcccccccccc');
    await user.click(screen.getByRole('button', { name: '打开邀请' }));
    await waitFor(() => expect(address()).toBe('/join'));
  });

  it('are told when the link is not whole', async () => {
    const { user, address } = await show();
    await user.click(screen.getByRole('tab', { name: '远程专家' }));
    await user.type(screen.getByLabelText('邀请链接'), 'https://consilium.example/join');
    await user.click(screen.getByRole('button', { name: '打开邀请' }));
    expect(screen.getByText('粘贴完整的邀请链接。')).toBeInTheDocument();
    expect(address()).toBe('/sign-in');
  });

  it('find their own account from there; arrow keys go from way to way', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('tab', { name: '远程专家' }));
    await user.click(screen.getByRole('button', { name: '已有账号：用工号密码和动态码登录' }));
    expect(screen.getByLabelText('工号')).toBeInTheDocument();
    screen.getByRole('tab', { name: '工号密码' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: '远程专家' })).toHaveFocus();
    expect(screen.getByLabelText('邀请链接')).toBeInTheDocument();
  });
});
