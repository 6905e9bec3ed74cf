import { identityEndpoints } from '@consilium/contracts';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { FirstAdministratorScreen } from './first-administrator';

const token = 'one-time-word-of-the-first-start';
const show = (hash = `#token=${token}`) =>
  renderScreen(<FirstAdministratorScreen />, { route: `/setup${hash}`, me: null });

async function fillIn(user: Awaited<ReturnType<typeof show>>['user'], password = 'a-long-password') {
  await user.type(screen.getByLabelText('医院名称'), '云岭省肿瘤医院');
  await user.type(screen.getByLabelText('姓名'), '纪言');
  await user.type(screen.getByLabelText('工号'), 'admin');
  await user.type(screen.getByLabelText('密码'), password);
  await user.click(screen.getByRole('button', { name: '建立并登录' }));
}

describe('the first administrator', () => {
  it('is made with the one-time word of the link, which is in no address that a server sees', async () => {
    answer(identityEndpoints.createFirstAdministrator, somebody({ home: '/inbox' }));
    const { user, address } = await show();
    await fillIn(user);
    await waitFor(() => expect(address()).toBe('/inbox'));
    expect(askedOf(identityEndpoints.createFirstAdministrator)[0]).toMatchObject({
      params: {},
      query: {},
      body: { token, hospitalName: '云岭省肿瘤医院', name: '纪言', username: 'admin', password: 'a-long-password' },
    });
  });

  it('also takes a link that carries the bare word', async () => {
    answer(identityEndpoints.createFirstAdministrator, somebody());
    const { user } = await show(`#${token}`);
    await fillIn(user);
    await waitFor(() => expect(askedOf(identityEndpoints.createFirstAdministrator)[0]?.body).toMatchObject({ token }));
  });

  it('shows what is wrong at the field and keeps what was typed', async () => {
    refuse(
      identityEndpoints.createFirstAdministrator,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'password', code: 'weak', message: '密码须为 12–128 个字符，且不得常见或含姓名。' }],
      }),
    );
    const { user } = await show();
    await fillIn(user, 'password');
    expect(await screen.findByText('密码须为 12–128 个字符，且不得常见或含姓名。')).toBeInTheDocument();
    expect(screen.getByLabelText('医院名称')).toHaveValue('云岭省肿瘤医院');
    expect(screen.queryByRole('alert', { name: /有 1 处/ })).not.toBeInTheDocument();
  });

  it('says that a link was used already', async () => {
    refuse(identityEndpoints.createFirstAdministrator, 'setup/token-invalid');
    const { user } = await show();
    await fillIn(user);
    expect(await screen.findByText('链接无效或已使用。')).toBeInTheDocument();
  });

  it('cannot be changed while it is being sent', async () => {
    leaveWaiting(identityEndpoints.createFirstAdministrator);
    const { user } = await show();
    await fillIn(user);
    await waitFor(() => expect(screen.getByLabelText('姓名')).toBeDisabled());
  });

  it('asks for the whole link where the word is missing', async () => {
    await show('');
    expect(await screen.findByText('链接不完整。重新打开启动窗口中显示的完整链接。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '建立并登录' })).not.toBeInTheDocument();
  });
});
