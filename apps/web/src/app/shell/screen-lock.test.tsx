import { identityEndpoints } from '@consilium/contracts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextField } from '../../components/text-field';
import { useKeptOpen } from '../../lib/idle';
import { announceScreenLocked, announceSessionLost } from '../../lib/session-lost';
import { answer, askedOf, refuse, renderScreen, somebody } from '../../testing/server';
import { ScreenLock } from './screen-lock';
import { SignInAgain } from './sign-in-again';

const NINE_MINUTES = 9 * 60_000;
const start = new Date('2026-11-18T01:00:00Z');

function Page({ running }: { running: boolean }) {
  const [draft, setDraft] = useState('');
  useKeptOpen(running);
  return (
    <>
      <TextField label="意见" value={draft} onValue={setDraft} />
      <ScreenLock />
      <SignInAgain />
    </>
  );
}
const show = (running = false, me = somebody()) => renderScreen(<Page running={running} />, { me });
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const lockedScreen = () => screen.queryByRole('dialog', { name: '屏幕已锁定' });

beforeEach(() => {
  vi.useFakeTimers({ now: start, shouldAdvanceTime: true });
  answer(identityEndpoints.me, somebody());
  answer(identityEndpoints.lock, () => ({ endsAt: new Date(Date.now() + 20 * 60_000).toISOString() }));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a screen that nobody touches', () => {
  it('locks after ten minutes, here and on the server, and says when it signs out', async () => {
    await show();
    await pass(NINE_MINUTES);
    expect(lockedScreen()).not.toBeInTheDocument();
    await pass(65_000);
    expect(lockedScreen()).toBeInTheDocument();
    expect(askedOf(identityEndpoints.lock)).toHaveLength(1);
    expect(screen.getByRole('timer')).toHaveTextContent(
      /09:30 自动退出登录（剩 19:\d\d）|09:30 自动退出登录（剩 20:00）/,
    );
  });

  it('stays open for as long as somebody touches it', async () => {
    await show();
    for (let touches = 0; touches < 4; touches++) {
      await pass(NINE_MINUTES);
      fireEvent.pointerDown(document.body);
    }
    expect(lockedScreen()).not.toBeInTheDocument();
    // Who reads and asks for nothing is not signed out by the server either.
    expect(askedOf(identityEndpoints.me).length).toBeGreaterThan(1);
  });

  it('stays open while a session is being held on it', async () => {
    await show(true);
    await pass(25 * 60_000);
    expect(lockedScreen()).not.toBeInTheDocument();
    expect(askedOf(identityEndpoints.lock)).toEqual([]);
  });

  it('opens with the password; what was typed is still there', async () => {
    answer(identityEndpoints.unlock, {});
    const { user } = await show();
    await user.type(screen.getByLabelText('意见'), '先栓塞再手术');
    await pass(10 * 60_000 + 5_000);
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'a-long-password' } });
    fireEvent.click(screen.getByRole('button', { name: '继续' }));
    await waitFor(() => expect(lockedScreen()).not.toBeInTheDocument());
    expect(askedOf(identityEndpoints.unlock)[0]?.body).toEqual({ password: 'a-long-password' });
    expect(screen.getByLabelText('意见')).toHaveValue('先栓塞再手术');
  });

  it('says that the password was wrong and stays locked', async () => {
    refuse(identityEndpoints.unlock, 'sign-in/wrong');
    await show();
    await pass(10 * 60_000 + 5_000);
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'something' } });
    fireEvent.click(screen.getByRole('button', { name: '继续' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('工号或密码不正确。');
    expect(lockedScreen()).toBeInTheDocument();
  });

  it('asks for the whole sign-in once the time is over', async () => {
    await show();
    await pass(10 * 60_000 + 5_000);
    await pass(20 * 60_000 + 2_000);
    expect(lockedScreen()).not.toBeInTheDocument();
    expect(screen.getByRole('dialog', { name: '登录已失效' })).toBeInTheDocument();
  });

  it('is locked together with the other tabs of the browser and opens with them', async () => {
    await show();
    act(announceScreenLocked);
    expect(lockedScreen()).toBeInTheDocument();
    expect(askedOf(identityEndpoints.lock)).toEqual([]);
    fireEvent(window, new StorageEvent('storage', { key: 'consilium.unlocked-at' }));
    await waitFor(() => expect(lockedScreen()).not.toBeInTheDocument());
  });

  it('of a guest by invitation does not lock: there is no password to open it with', async () => {
    const signIn = { method: 'INVITATION' as const, mustEnrol: false, locksAfterMinutes: null, endsAfterMinutes: 60 };
    await show(false, somebody({ signIn }));
    await pass(40 * 60_000);
    expect(lockedScreen()).not.toBeInTheDocument();
    expect(askedOf(identityEndpoints.me)).toEqual([]);
    fireEvent.pointerDown(document.body);
    await pass(5_000);
    expect(askedOf(identityEndpoints.me)).toHaveLength(1);
  });
});

describe('signing in again', () => {
  it('asks for the one-time code where the account has one', async () => {
    refuse(identityEndpoints.signIn, 'sign-in/code-required');
    await show();
    act(announceSessionLost);
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'a-long-password' } });
    fireEvent.click(screen.getByRole('button', { name: '继续' }));
    const code = await screen.findByLabelText('动态码');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    answer(identityEndpoints.signIn, somebody());
    fireEvent.change(code, { target: { value: '123456' } });
    fireEvent.click(screen.getByRole('button', { name: '继续' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(askedOf(identityEndpoints.signIn)[1]?.body).toEqual({
      username: 'coordinator',
      password: 'a-long-password',
      code: '123456',
    });
  });

  it('sends a guest whose invitation is over to the sign-in page', async () => {
    const signIn = { method: 'INVITATION' as const, mustEnrol: false, locksAfterMinutes: null, endsAfterMinutes: 60 };
    await show(false, somebody({ signIn }));
    act(announceSessionLost);
    expect(screen.getByText('本次登录已结束，需重新登录或由会议协调员重新邀请。')).toBeInTheDocument();
    expect(screen.queryByLabelText('密码')).not.toBeInTheDocument();
  });
});
