import { reminderEndpoints } from '@consilium/contracts';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, leaveWaiting, refuse, renderScreen } from '../../../testing/server';
import { MailboxScreen } from './mailbox';

const mail = (id: string) => ({
  id,
  to: 'urology-1@example.invalid',
  subject: `P26-0187 待您意见 ${id}`,
  text: 'P26-0187 待您意见，今日 12:00 截止。',
  receivedAt: '2026-11-18T01:00:00Z',
});
const show = () => renderScreen(<MailboxScreen />, { route: '/mailbox' });

describe('the mail of the demonstration', () => {
  it('shows to whom each went, and its text when it is opened', async () => {
    answer(reminderEndpoints.mailbox, { items: [mail('a')], nextCursor: null });
    const { user } = await show();
    expect(await screen.findByText('收件人 urology-1@example.invalid')).toBeInTheDocument();
    await user.click(screen.getByText('P26-0187 待您意见 a'));
    expect(screen.getByText('P26-0187 待您意见，今日 12:00 截止。')).toBeVisible();
    expect(screen.getByText('演示环境发出的邮件不会寄到任何人，只在这里显示。')).toBeInTheDocument();
  });

  it('loads older mail on request', async () => {
    answer(reminderEndpoints.mailbox, { items: [mail('a')], nextCursor: 'older' });
    const { user } = await show();
    await screen.findByText('P26-0187 待您意见 a');
    answer(reminderEndpoints.mailbox, { items: [mail('b')], nextCursor: null });
    await user.click(screen.getByRole('button', { name: '加载更多' }));
    expect(await screen.findByText('P26-0187 待您意见 b')).toBeInTheDocument();
    expect(askedOf(reminderEndpoints.mailbox).at(-1)?.query).toMatchObject({ cursor: 'older' });
  });

  it('says that none was sent', async () => {
    answer(reminderEndpoints.mailbox, { items: [], nextCursor: null });
    await show();
    expect(await screen.findByText('系统尚未发出邮件。')).toBeInTheDocument();
  });

  it('says that it loads', async () => {
    leaveWaiting(reminderEndpoints.mailbox);
    await show();
    expect(await screen.findByRole('status', { name: '正在载入' })).toBeInTheDocument();
  });

  it('says who may grant it to somebody who may not read it', async () => {
    refuse(reminderEndpoints.mailbox, 'access/denied');
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('邮件未能载入。您没有此项权限');
  });
});
