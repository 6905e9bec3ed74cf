import { boardEndpoints, organisationEndpoints } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, leaveWaiting, refuse, renderScreen } from '../../../testing/server';
import { inHours, pathology, sampleDirectory, sampleId, sampleLate, sampleNow } from '../../../testing/sample-board';
import { OverdueScreen } from './overdue';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(sampleNow);
  answer(organisationEndpoints.directory, sampleDirectory);
});
afterEach(() => {
  vi.useRealTimers();
});
const show = (search = '') => renderScreen(<OverdueScreen />, { route: `/overdue${search}` });

describe('the list of what is overdue in the house', () => {
  it('has the longest overdue first, each leading to where it is answered', async () => {
    answer(boardEndpoints.overdue, {
      items: [
        sampleLate(1, { caseNo: 'P26-0191' }),
        sampleLate(2, { caseNo: 'P26-0131', kind: 'STAGE_CONFIRMATION', planId: sampleId(400), dueAt: inHours(-50) }),
        sampleLate(3, { kind: 'SESSION', sessionId: sampleId(300), dueAt: inHours(-2) }),
      ],
      total: 3,
    });
    await show();
    const rows = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      '逾期 2 天手术阶段待会签P26-0131泌尿外科11-16 周一 07:42',
      '逾期 2 小时会议将至会议泌尿外科11-18 周三 07:42',
      '逾期 1 小时待交意见P26-0191泌尿外科11-18 周三 08:42',
    ]);
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual([`/plans/${sampleId(400)}`, `/sessions/${sampleId(300)}`, '/cases/P26-0191?tab=opinions']);
    expect(screen.getByRole('status')).toHaveTextContent('共 3 项');
  });

  it('says how many more there are than it shows', async () => {
    answer(boardEndpoints.overdue, { items: [sampleLate(1, { caseNo: 'P26-0191' })], total: 240 });
    await show();
    expect(await screen.findByText('显示最久的 1 项，共 240 项')).toBeInTheDocument();
  });

  it('shows one department’s by its address', async () => {
    answer(boardEndpoints.overdue, {
      items: [sampleLate(1, { caseNo: 'P26-0191' }), sampleLate(2, { caseNo: 'P26-0195', departmentId: pathology.id })],
      total: 2,
    });
    await show('?department=pathology');
    expect(await screen.findByText('P26-0195')).toBeInTheDocument();
    expect(screen.queryByText('P26-0191')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('共 1 项');
  });

  it('says plainly when nothing is', async () => {
    answer(boardEndpoints.overdue, { items: [], total: 0 });
    await show();
    expect(await screen.findByText('全院没有逾期事项。')).toBeInTheDocument();
  });

  it('says that it loads', async () => {
    leaveWaiting(boardEndpoints.overdue);
    await show();
    expect(await screen.findByRole('status', { name: '正在载入' })).toBeInTheDocument();
  });

  it('says what failed and asks again', async () => {
    refuse(boardEndpoints.overdue, 'server/failed');
    const { user } = await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('逾期清单未能载入。');
    answer(boardEndpoints.overdue, { items: [], total: 0 });
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('全院没有逾期事项。')).toBeInTheDocument();
  });
});
