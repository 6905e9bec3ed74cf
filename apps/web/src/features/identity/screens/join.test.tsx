import { identityEndpoints, invitationEndpoints } from '@consilium/contracts';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, cutOff, leaveWaiting, refuse, renderScreen, somebody } from '../../../testing/server';
import { JoinScreen } from './join';

const token = 'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeee';
const show = (hash = `#${token}`) => renderScreen(<JoinScreen />, { route: `/join${hash}`, me: null });
const invitation = {
  person: { zh: '沈知远', en: 'Shen Zhiyuan' },
  hospital: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
  host: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
  startsAt: '2026-11-20T06:00:00Z',
  expiresAt: '2026-11-20T08:00:00Z',
  needsCode: true,
};

beforeEach(() => {
  answer(identityEndpoints.demonstrationPeople, { items: [] });
  answer(invitationEndpoints.look, invitation);
});

describe('joining with an invitation', () => {
  it('shows whom it is for, asks for the one-time code, and leads to the portal', async () => {
    answer(invitationEndpoints.redeem, somebody({ home: '/remote' }));
    const { user, address } = await show();
    expect(await screen.findByText('沈知远 · 北辰肿瘤医院')).toBeInTheDocument();
    expect(screen.getByText('云岭省肿瘤医院')).toBeInTheDocument();
    expect(screen.getByText('2026年11月20日 周五 14:00')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '加入会议' })).toBeDisabled();
    await user.type(screen.getByLabelText('动态码'), '123456');
    await user.click(screen.getByRole('button', { name: '加入会议' }));
    await waitFor(() => expect(address()).toBe('/remote'));
    expect(askedOf(invitationEndpoints.redeem)[0]?.body).toEqual({ token, code: '123456' });
  });

  it('needs no code of an expert who has none', async () => {
    answer(invitationEndpoints.look, { ...invitation, needsCode: false });
    answer(invitationEndpoints.redeem, somebody({ home: '/remote' }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '加入会议' }));
    await waitFor(() => expect(askedOf(invitationEndpoints.redeem)[0]?.body).toEqual({ token }));
  });

  it.each([
    ['invitation/used', '邀请链接已使用。每个链接只能使用一次，联系会议协调员重新邀请。'],
    ['invitation/expired', '邀请链接已过期，联系会议协调员重新邀请。'],
    ['invitation/revoked', '邀请已撤回，联系会议协调员。'],
    ['invitation/unknown', '邀请链接无效，核对链接是否完整。'],
  ] as const)('says clearly why it does not work: %s', async (code, sentence) => {
    refuse(invitationEndpoints.look, code);
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(screen.queryByRole('button', { name: '加入会议' })).not.toBeInTheDocument();
  });

  it('says so too when it was used up between looking and joining', async () => {
    answer(invitationEndpoints.look, { ...invitation, needsCode: false });
    refuse(invitationEndpoints.redeem, 'invitation/used');
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '加入会议' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('邀请链接已使用');
  });

  it('asks for another code when one was wrong', async () => {
    refuse(invitationEndpoints.redeem, 'sign-in/code-wrong');
    const { user } = await show();
    await user.type(await screen.findByLabelText('动态码'), '000000');
    await user.click(screen.getByRole('button', { name: '加入会议' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('动态码不正确');
    expect(screen.getByLabelText('动态码')).toHaveValue('');
  });

  it('waits, and offers another try when the server cannot be reached', async () => {
    leaveWaiting(invitationEndpoints.look);
    const waiting = await show();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    waiting.unmount();
    cutOff(invitationEndpoints.look);
    await show();
    expect(await screen.findByRole('button', { name: '重试' })).toBeInTheDocument();
  });

  it('asks for the whole link where the word is missing', async () => {
    await show('');
    expect(await screen.findByText('链接不完整。打开协调员发来的完整链接。')).toBeInTheDocument();
    expect(askedOf(invitationEndpoints.look)).toEqual([]);
  });
});
