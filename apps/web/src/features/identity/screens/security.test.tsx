import { ownSecurityEndpoints, type OwnSecurity } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { SecurityScreen } from './security';

const here = '00000000-0000-4000-8000-000000000b01';
const there = '00000000-0000-4000-8000-000000000b02';
const browser = (
  id: string,
  changes: Partial<OwnSecurity['browsers'][number]> = {},
): OwnSecurity['browsers'][number] => ({
  id,
  current: id === here,
  method: 'PASSWORD',
  browser:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36',
  address: '10.20.30.40',
  signedInAt: '2026-11-18T00:10:00Z',
  lastSeenAt: '2026-11-18T01:00:00Z',
  ...changes,
});
const security = (changes: Partial<OwnSecurity> = {}): OwnSecurity => ({
  hasPassword: true,
  oneTimeCode: { since: null, required: false, recoveryCodesLeft: 0 },
  browsers: [browser(here), browser(there, { browser: 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Safari/604.1' })],
  ...changes,
});
const show = (me = somebody()) => renderScreen(<SecurityScreen />, { route: '/settings/security', me });
const section = (name: string) => screen.findByRole('region', { name });

beforeEach(() => answer(ownSecurityEndpoints.read, security()));

describe('the own password', () => {
  const change = async (user: Awaited<ReturnType<typeof show>>['user'], repeated = 'lantern-on-the-pier') => {
    const part = within(await section('修改密码'));
    await user.type(part.getByLabelText('原密码'), 'old-password-1');
    await user.type(part.getByLabelText('新密码'), 'lantern-on-the-pier');
    await user.type(part.getByLabelText('再次输入新密码'), repeated);
    await user.click(part.getByRole('button', { name: '修改密码' }));
  };

  it('is changed, and it is said that all other browsers are signed out', async () => {
    answer(ownSecurityEndpoints.changePassword, {});
    const { user } = await show();
    await change(user);
    expect(await screen.findByText('密码已修改，其他浏览器已退出登录。')).toBeInTheDocument();
    expect(askedOf(ownSecurityEndpoints.changePassword)[0]?.body).toEqual({
      oldPassword: 'old-password-1',
      newPassword: 'lantern-on-the-pier',
    });
    expect(screen.getByLabelText('原密码')).toHaveValue('');
  });

  it('is not sent when the new one was typed in two ways', async () => {
    const { user } = await show();
    await change(user, 'lantern-on-the-peer');
    expect(screen.getByText('两次输入的新密码不一致。')).toBeInTheDocument();
    expect(askedOf(ownSecurityEndpoints.changePassword)).toEqual([]);
  });

  it('shows what is wrong at the field and keeps what was typed', async () => {
    refuse(
      ownSecurityEndpoints.changePassword,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'oldPassword', code: 'wrong', message: '不正确。' }],
      }),
    );
    const { user } = await show();
    await change(user);
    expect(await screen.findByText('不正确。')).toBeInTheDocument();
    expect(screen.getByLabelText('新密码')).toHaveValue('lantern-on-the-pier');
  });
});

describe('the own one-time code', () => {
  const begun = { secret: 'GEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/Consilium:a?secret=GEZDGNBVGY3TQOJQ' };

  it('is turned on with the password, a QR code and a first code', async () => {
    answer(ownSecurityEndpoints.beginCode, begun);
    answer(ownSecurityEndpoints.confirmCode, { recoveryCodes: ['abcd-efgh-jkmn-pqrs'] });
    const { user } = await show();
    await user.click(within(await section('动态码')).getByRole('button', { name: '启用动态码' }));
    const dialog = within(screen.getByRole('dialog', { name: '启用动态码' }));
    await user.type(dialog.getByLabelText('密码'), 'a-long-password');
    await user.click(dialog.getByRole('button', { name: '继续' }));
    expect(await screen.findByRole('img', { name: '动态码二维码' })).toBeInTheDocument();
    expect(askedOf(ownSecurityEndpoints.beginCode)[0]?.body).toEqual({ password: 'a-long-password' });
    await user.type(screen.getByRole('textbox', { name: '动态码' }), '123456');
    await user.click(screen.getByRole('button', { name: '启用动态码' }));
    expect(await screen.findByText('abcd-efgh-jkmn-pqrs')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '已妥善保存' }));
    expect(screen.queryByText('abcd-efgh-jkmn-pqrs')).not.toBeInTheDocument();
  });

  it('cannot be turned off where a role needs it', async () => {
    const oneTimeCode = { since: '2026-11-01T01:00:00Z', required: true, recoveryCodesLeft: 7 };
    answer(ownSecurityEndpoints.read, security({ oneTimeCode }));
    await show();
    const part = within(await section('动态码'));
    expect(part.getByText(/剩余恢复码 7 个。 您的角色必须使用动态码。/)).toBeInTheDocument();
    expect(part.getByRole('button', { name: '更换验证器' })).toBeInTheDocument();
    expect(part.queryByRole('button', { name: '关闭动态码' })).not.toBeInTheDocument();
  });

  it('is turned off with the password where nobody asks for it', async () => {
    const oneTimeCode = { since: '2026-11-01T01:00:00Z', required: false, recoveryCodesLeft: 7 };
    answer(ownSecurityEndpoints.read, security({ oneTimeCode }));
    refuse(
      ownSecurityEndpoints.removeCode,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'password', code: 'wrong', message: '不正确。' }],
      }),
    );
    const { user } = await show();
    await user.click(within(await section('动态码')).getByRole('button', { name: '关闭动态码' }));
    const dialog = within(screen.getByRole('dialog', { name: '关闭动态码' }));
    await user.type(dialog.getByLabelText('密码'), 'wrong-password');
    await user.click(dialog.getByRole('button', { name: '关闭动态码' }));
    expect(await dialog.findByText('不正确。')).toBeInTheDocument();
    answer(ownSecurityEndpoints.removeCode, {});
    await user.type(dialog.getByLabelText('密码'), 'a-long-password');
    await user.click(dialog.getByRole('button', { name: '关闭动态码' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });
});

describe('the own signed-in browsers', () => {
  it('are listed by program and system, the present one marked and not to be ended here', async () => {
    await show();
    const rows = within(await screen.findByRole('list', { name: '已登录的浏览器' })).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Chrome · Windows当前浏览器10.20.30.40 · 工号密码');
    expect(rows[1]).toHaveTextContent('Safari · iPad');
    expect(within(rows[0] as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
  });

  it('are ended one by one or all but this', async () => {
    answer(ownSecurityEndpoints.endBrowser, security({ browsers: [browser(here)] }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '结束登录：Safari · iPad' }));
    await waitFor(() => expect(screen.queryByText('Safari · iPad')).not.toBeInTheDocument());
    expect(askedOf(ownSecurityEndpoints.endBrowser)[0]?.params).toEqual({ id: there });
    expect(screen.queryByRole('button', { name: '结束其他全部登录' })).not.toBeInTheDocument();
  });

  it('are all ended but this with one button', async () => {
    answer(ownSecurityEndpoints.endOtherBrowsers, security({ browsers: [browser(here)] }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '结束其他全部登录' }));
    await waitFor(() => expect(screen.queryByText('Safari · iPad')).not.toBeInTheDocument());
  });
});

describe('the page', () => {
  it('tells a guest by invitation that there is nothing to change, and asks for nothing', async () => {
    const guest = { method: 'INVITATION' as const, mustEnrol: false, locksAfterMinutes: null, endsAfterMinutes: 60 };
    await show(somebody({ signIn: guest }));
    expect(await screen.findByText('受邀参会期间没有可更改的登录设置。')).toBeInTheDocument();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(askedOf(ownSecurityEndpoints.read)).toEqual([]);
  });

  it('waits, and says when it could not be loaded', async () => {
    leaveWaiting(ownSecurityEndpoints.read);
    const waiting = await show();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    waiting.unmount();
    refuse(ownSecurityEndpoints.read, 'server/failed');
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('登录与安全设置未能载入');
  });
});
