import { invitationEndpoints, type Invitation } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, askedOf, refuse, renderScreen } from '../../testing/server';
import { InvitationDialog } from './invitation-dialog';

const sessionId = '00000000-0000-4000-8000-000000000c01';
const personId = '00000000-0000-4000-8000-000000000c02';
const invitation = (changes: Partial<Invitation> = {}): Invitation => ({
  id: '00000000-0000-4000-8000-000000000c03',
  personId,
  person: '沈知远',
  hospital: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
  state: 'OPEN',
  invitedBy: '许棠',
  createdAt: '2026-11-18T01:00:00Z',
  expiresAt: '2026-11-20T08:00:00Z',
  usedAt: null,
  ...changes,
});
const onClose = vi.fn();
const show = () =>
  renderScreen(<InvitationDialog sessionId={sessionId} person={{ id: personId, name: '沈知远' }} onClose={onClose} />);

beforeEach(() => answer(invitationEndpoints.list, { items: [] }));

describe('inviting an expert', () => {
  it('makes a link to copy, shown this one time', async () => {
    answer(invitationEndpoints.issue, { invitation: invitation(), path: '/join#aaaaaaaaaabbbbbbbbbbcccccccccc' });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '生成邀请链接' }));
    const link = await screen.findByLabelText('邀请链接');
    expect(link).toHaveValue(`${window.location.origin}/join#aaaaaaaaaabbbbbbbbbbcccccccccc`);
    expect(screen.getByText(/链接只显示这一次/)).toBeInTheDocument();
    expect(askedOf(invitationEndpoints.issue)[0]).toMatchObject({ params: { id: sessionId }, body: { personId } });
    await user.click(screen.getByRole('button', { name: '复制链接' }));
    expect(await screen.findByRole('button', { name: '已复制' })).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toContain('/join#aaaaaaaaaabbbbbbbbbbcccccccccc');
  });

  it('lists the invitations of this expert alone, with what became of each', async () => {
    answer(invitationEndpoints.list, {
      items: [
        invitation(),
        invitation({ id: '00000000-0000-4000-8000-000000000c04', state: 'USED', usedAt: '2026-11-18T02:00:00Z' }),
        invitation({ id: '00000000-0000-4000-8000-000000000c05', state: 'EXPIRED' }),
        invitation({ id: '00000000-0000-4000-8000-000000000c06', personId: sessionId }),
      ],
    });
    await show();
    const rows = within(await screen.findByRole('list', { name: '邀请记录' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getByText(/待使用|已加入|已过期/).textContent)).toEqual([
      '待使用',
      '已加入',
      '已过期',
    ]);
    expect(within(rows[2] as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
  });

  it('withdraws one', async () => {
    answer(invitationEndpoints.list, { items: [invitation()] });
    answer(invitationEndpoints.revoke, { items: [invitation({ state: 'REVOKED' })] });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '撤回' }));
    expect(await screen.findByText('已撤回')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤回' })).not.toBeInTheDocument());
  });

  it('says why a link was refused', async () => {
    refuse(invitationEndpoints.issue, 'access/denied');
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '生成邀请链接' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('您没有此项权限');
  });
});
