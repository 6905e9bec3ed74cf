import { identityEndpoints, ownSecurityEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { EnrolScreen } from './enrol';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uri = `otpauth://totp/Consilium:administrator?secret=${secret}&issuer=Consilium`;
const signIn = { method: 'PASSWORD' as const, mustEnrol: true, locksAfterMinutes: 10, endsAfterMinutes: 30 };
const administrator = somebody({ username: 'administrator', home: '/inbox', signIn });
const show = (route = '/enrol') => renderScreen(<EnrolScreen />, { route, me: administrator });
const recoveryCodes = ['abcd-efgh-jkmn-pqrs', 'tvwx-2345-6789-bcdf'];

async function confirm(user: Awaited<ReturnType<typeof show>>['user'], code = '123456') {
  await user.type(await screen.findByLabelText('动态码'), code);
  await user.click(screen.getByRole('button', { name: '启用动态码' }));
}

beforeEach(() => {
  answer(identityEndpoints.me, administrator);
  answer(ownSecurityEndpoints.beginCode, { secret, uri });
});

describe('setting up the one-time code at the first sign-in', () => {
  it('shows the secret as a QR code, in letters and as a link, without asking for the password again', async () => {
    await show();
    expect(await screen.findByRole('img', { name: '动态码二维码' })).toBeInTheDocument();
    expect(screen.getByText('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '在本机的验证器中打开' })).toHaveAttribute('href', uri);
    expect(askedOf(ownSecurityEndpoints.beginCode)[0]?.body).toEqual({ password: '' });
  });

  it('shows the recovery codes once, then goes on to where the person wanted to be', async () => {
    answer(ownSecurityEndpoints.confirmCode, { recoveryCodes });
    const { user, address } = await show('/enrol?next=%2Fcases');
    await confirm(user);
    const list = await screen.findByRole('list', { name: '恢复码' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(recoveryCodes);
    expect(address()).toBe('/enrol?next=%2Fcases');
    answer(identityEndpoints.me, { ...administrator, signIn: { ...signIn, mustEnrol: false } });
    await user.click(screen.getByRole('button', { name: '已妥善保存' }));
    await waitFor(() => expect(address()).toBe('/cases'));
  });

  it('says at the field that the code was not right and keeps the secret', async () => {
    refuse(
      ownSecurityEndpoints.confirmCode,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'code', code: 'wrong', message: '不正确。' }],
      }),
    );
    const { user } = await show();
    await confirm(user, '000000');
    expect(await screen.findByText('不正确。')).toBeInTheDocument();
    expect(screen.getByLabelText('动态码')).toHaveValue('');
    expect(askedOf(ownSecurityEndpoints.beginCode)).toHaveLength(1);
  });

  it('begins again with a new secret when it took too long', async () => {
    refuse(ownSecurityEndpoints.confirmCode, 'one-time-code/not-begun');
    const { user } = await show();
    await confirm(user);
    await user.click(await screen.findByRole('button', { name: '重试' }));
    await waitFor(() => expect(askedOf(ownSecurityEndpoints.beginCode)).toHaveLength(2));
  });

  it('says when it could not begin', async () => {
    refuse(ownSecurityEndpoints.beginCode, 'server/failed');
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('服务器出错');
    expect(screen.getByRole('button', { name: '重试' })).toBeInTheDocument();
  });
});
