import { emergencyEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, refuse, renderScreen, somebody } from '../../testing/server';
import { EmergencyList } from './emergency-list';
import { exampleEmergency } from './testing/example-emergencies';

const auditor = somebody({ permissions: ['audit:read', 'emergency-access:read', 'emergency-access:review'] });
const show = () => renderScreen(<EmergencyList />, { route: '/audit', me: auditor });
const reviewed = exampleEmergency({
  id: '00000000-0000-7000-8009-000000000002',
  availableActions: [],
  review: { verdict: 'NOT_JUSTIFIED', note: '当日无抢救记录', by: '卫明远', at: '2026-11-18T09:00:00+08:00' },
});

describe('emergency accesses before the auditor', () => {
  it('say how many wait for review, and each who, which case, why and what was found', async () => {
    answer(emergencyEndpoints.list, { items: [exampleEmergency(), reviewed], unreviewed: 1, nextCursor: null });
    await show();
    expect(await screen.findByText('待复核 1 项')).toBeInTheDocument();
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(/待复核.*严守拙 · 心内科.*P26-0187.*主管医师 陆怀舟.*抢救.*急诊抢救/);
    expect(second).toHaveTextContent(/不合理.*卫明远.*当日无抢救记录/);
    expect(within(first as HTMLElement).getByRole('link', { name: '期间操作' })).toHaveAttribute(
      'href',
      '/audit?case=P26-0187&actor=00000000-0000-4000-8005-000000000009',
    );
    expect(within(second as HTMLElement).queryByRole('button')).toBeNull();
  });

  it('are reviewed once, with a finding and a note', async () => {
    answer(emergencyEndpoints.list, { items: [exampleEmergency()], unreviewed: 1, nextCursor: null });
    answer(emergencyEndpoints.review, reviewed);
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '复核 严守拙 P26-0187' }));
    const dialog = within(screen.getByRole('dialog', { name: '复核紧急授权调阅' }));
    await user.click(dialog.getByRole('button', { name: '提交结论' }));
    expect(await dialog.findAllByText('此项必填。')).toHaveLength(2);
    await user.click(dialog.getByRole('radio', { name: '不合理' }));
    await user.type(dialog.getByLabelText('说明'), '当日无抢救记录');
    await user.click(dialog.getByRole('button', { name: '提交结论' }));
    await waitFor(() =>
      expect(askedOf(emergencyEndpoints.review)[0]?.body).toEqual({ verdict: 'NOT_JUSTIFIED', note: '当日无抢救记录' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('say that somebody else has reviewed meanwhile', async () => {
    answer(emergencyEndpoints.list, { items: [exampleEmergency()], unreviewed: 1, nextCursor: null });
    refuse(emergencyEndpoints.review, 'emergency-access/reviewed');
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '复核 严守拙 P26-0187' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('radio', { name: '合理' }));
    await user.type(dialog.getByLabelText('说明'), '抢救记录相符');
    await user.click(dialog.getByRole('button', { name: '提交结论' }));
    expect(await dialog.findByText(/已复核，结论不能更改/)).toBeInTheDocument();
  });

  it('say so where there are none, and where they could not be loaded', async () => {
    answer(emergencyEndpoints.list, { items: [], unreviewed: 0, nextCursor: null });
    const { unmount } = await show();
    expect(await screen.findByText('没有紧急授权调阅记录。')).toBeInTheDocument();
    unmount();
    refuse(emergencyEndpoints.list, 'server/unavailable');
    await show();
    expect(await screen.findByRole('button', { name: '重试' })).toBeInTheDocument();
  });
});
