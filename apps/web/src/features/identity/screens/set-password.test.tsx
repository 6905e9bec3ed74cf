import { peopleEndpoints } from '@consilium/contracts';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { SetPasswordScreen } from './set-password';

const WORD = 'w'.repeat(43);
const show = (word = WORD) => renderScreen(<SetPasswordScreen />, { route: `/set-password#${word}`, me: null });

beforeEach(async () => {
  await showLocale('zh-CN');
  answer(peopleEndpoints.lookAtLink, {
    person: { zh: '岑一', en: 'Cen Yi' },
    hospital: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
    username: 'cen.yi',
    expiresAt: '2026-11-21T01:00:00.000Z',
  });
});

describe('setting a password by a link', () => {
  it('says whose it is, sends the word and the password, and leads to sign-in', async () => {
    answer(peopleEndpoints.setPassword, {});
    const { user } = await show();
    expect(await screen.findByText('cen.yi')).toBeInTheDocument();
    await user.type(screen.getByLabelText('新密码'), 'copper-meadow-71');
    await user.type(screen.getByLabelText('再次输入新密码'), 'copper-meadow-71');
    await user.click(screen.getByRole('button', { name: '设置密码' }));
    expect(await screen.findByText('密码已设置，用工号和新密码登录。')).toBeInTheDocument();
    expect(askedOf(peopleEndpoints.setPassword)[0]?.body).toEqual({ token: WORD, password: 'copper-meadow-71' });
    expect(screen.getByRole('link', { name: '前往登录' })).toHaveAttribute('href', '/sign-in');
  });

  it('sends nothing while the two differ', async () => {
    const { user } = await show();
    await user.type(await screen.findByLabelText('新密码'), 'copper-meadow-71');
    await user.type(screen.getByLabelText('再次输入新密码'), 'something else');
    await user.click(screen.getByRole('button', { name: '设置密码' }));
    expect(screen.getByText('两次输入的新密码不一致。')).toBeInTheDocument();
    expect(askedOf(peopleEndpoints.setPassword)).toEqual([]);
  });

  it('keeps the form where the password is too weak', async () => {
    refuse(
      peopleEndpoints.setPassword,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'password', code: 'weak', message: '密码过弱。' }],
      }),
    );
    const { user } = await show();
    await user.type(await screen.findByLabelText('新密码'), '123456789012');
    await user.type(screen.getByLabelText('再次输入新密码'), '123456789012');
    await user.click(screen.getByRole('button', { name: '设置密码' }));
    expect(await screen.findByText('密码过弱。')).toBeInTheDocument();
  });

  it('says why a link works no more, and that it is not whole', async () => {
    refuse(peopleEndpoints.lookAtLink, problemOf('password-link/used'));
    const { unmount } = await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('链接已使用');
    unmount();
    await show('short');
    expect(await screen.findByText('链接不完整，核对后重新打开。')).toBeInTheDocument();
  });
});
