import { partnershipEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { sampleId, samplePartnerships } from '../testing/sample-organisation';
import { PartnershipsScreen } from './partnerships';

const show = (route = '/admin/partnerships') => renderScreen(<PartnershipsScreen />, { route });
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

describe('the agreements', () => {
  it('say where they stand, what they cover, and who ended them', async () => {
    answer(partnershipEndpoints.list, samplePartnerships());
    await show();
    await screen.findByRole('table', { name: '合作协议列表' });
    const [valid, expiring, ended] = rows();
    expect(valid).toHaveTextContent('有效2025-01-01 – 2027-12-31多地联动MDT诊疗责任由主管医院承担3');
    expect(expiring).toHaveTextContent('60 天内到期');
    expect(ended).toHaveTextContent(/提前终止.*钟礼 2024-03-01.*对方停止合作/);
    expect(within(ended as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
  });

  it('are filtered by state at an address that can be shared', async () => {
    answer(partnershipEndpoints.list, samplePartnerships());
    const { user, address } = await show('/admin/partnerships?state=EXPIRING');
    await screen.findByRole('table');
    expect(rows()).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: '按状态筛选' }), 'EXPIRED');
    expect(await screen.findByText('没有此状态的协议。')).toBeInTheDocument();
    expect(address()).toBe('/admin/partnerships?state=EXPIRED');
  });

  it('gain one; a number in use is said at its field', async () => {
    answer(partnershipEndpoints.list, samplePartnerships({ items: [] }));
    refuse(
      partnershipEndpoints.add,
      problemOf('request/invalid', {
        parameters: { count: 2 },
        errors: [
          { field: 'agreementNo', code: 'duplicate', message: '重复。' },
          { field: 'validTo', code: 'before-start', message: '须晚于开始时间。' },
        ],
      }),
    );
    const { user } = await show();
    expect(await screen.findByText(/还没有合作协议/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '新增协议' }));
    const dialog = within(await screen.findByRole('dialog', { name: '新增协议' }));
    await user.click(dialog.getByRole('combobox', { name: '医院' }));
    await user.click(await screen.findByTitle('北辰肿瘤医院'));
    await user.type(dialog.getByLabelText('协议编号'), 'YL-BC-02');
    await user.click(dialog.getByRole('checkbox', { name: '多地联动MDT' }));
    await user.click(dialog.getByRole('checkbox', { name: '转诊' }));
    await user.clear(dialog.getByLabelText('生效日期'));
    await user.type(dialog.getByLabelText('生效日期'), '2026-01-01{Enter}');
    await user.type(dialog.getByLabelText('到期日期'), '2025-12-31{Enter}');
    await user.click(dialog.getByRole('button', { name: '保存' }));
    expect(await dialog.findByText('重复。')).toBeInTheDocument();
    expect(dialog.getByText('须晚于开始时间。')).toBeInTheDocument();
    expect(askedOf(partnershipEndpoints.add)[0]?.body).toMatchObject({
      hospitalId: sampleId(2),
      scopes: ['LINKED_MDT', 'REFERRAL'],
      validFrom: '2026-01-01',
      validTo: '2025-12-31',
    });
  });

  it('warn, when changed, that what they do not cover any more is withdrawn', async () => {
    answer(partnershipEndpoints.list, samplePartnerships());
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '修改YL-BC-02' }));
    const dialog = within(await screen.findByRole('dialog', { name: '修改协议' }));
    expect(dialog.getByText(/目前按此协议共享 3 例/)).toBeInTheDocument();
    expect(dialog.getByRole('combobox', { name: '医院' })).toBeDisabled();
  });

  it('are ended with a reason after the shared cases were named', async () => {
    answer(partnershipEndpoints.list, samplePartnerships());
    answer(partnershipEndpoints.end, samplePartnerships());
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '提前终止协议 YL-BC-02' }));
    const dialog = within(await screen.findByRole('dialog', { name: '提前终止协议 YL-BC-02？' }));
    expect(dialog.getByText(/3 例立即撤回/)).toBeInTheDocument();
    await user.type(dialog.getByLabelText('理由'), '对方停止合作');
    await user.click(dialog.getByRole('button', { name: '提前终止' }));
    await waitFor(() =>
      expect(askedOf(partnershipEndpoints.end)[0]).toMatchObject({
        params: { id: sampleId(41) },
        body: { version: 4, sharesInForce: 3, reason: '对方停止合作' },
      }),
    );
  });
});
