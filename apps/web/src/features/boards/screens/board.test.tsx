import { boardEndpoints } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, leaveWaiting, refuse } from '../../../testing/server';
import { inHours, sampleBoard, sampleLate, sampleNow, urology } from '../../../testing/sample-board';
import { card, column, houseWith, inFollowUp, late, later, ready, scheduled, show } from '../testing/show-board';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(sampleNow);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the board of a department', () => {
  it('shows each case in its column, with what the card must say', async () => {
    houseWith(sampleBoard(late, later, ready, scheduled));
    await show();
    const ours = await column('待我科意见');
    const shown = within(ours).getByRole('link', { name: /^P26-0187，张\*\*，女 52 岁，逾期 15 小时，/ });
    expect(shown).toHaveTextContent('直肠癌术后骶前复发');
    expect(within(shown).getByText('高危')).toBeInTheDocument();
    expect(within(shown).getByText('复发 2')).toBeInTheDocument();
    expect(within(shown).getByText('3/9')).toBeInTheDocument();
    expect(within(shown).getByText('意见: 泌尿外科 逾期 15 小时')).toBeInTheDocument();
    expect(within(ours).getByText('逾期 1')).toBeInTheDocument();
    expect(within(await column('已就绪')).getByText('等待排期')).toBeInTheDocument();
    const slot = within(await column('已排期'));
    expect(slot.getByText('联合 MDT')).toBeInTheDocument();
    expect(slot.getByText('· 第 4 例')).toBeInTheDocument();
    expect(slot.getByText('今日 14:42')).toBeInTheDocument();
    expect(askedOf(boardEndpoints.read)[0]?.params).toEqual({ departmentId: urology.id });
  });

  it('says of an empty column when cases come into it', async () => {
    houseWith(sampleBoard());
    await show();
    expect(await screen.findByText('没有待我科意见的病例。')).toBeInTheDocument();
    expect(screen.getByText('意见全部交齐后自动进入。')).toBeInTheDocument();
  });

  it('shows dashes and not zeros while it loads', async () => {
    houseWith(sampleBoard());
    leaveWaiting(boardEndpoints.read);
    await show();
    expect(await screen.findByRole('region', { name: '正在载入看板' })).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('button', { name: '仅逾期 –' })).toBeInTheDocument();
  });

  it('says what failed with the request to report, and loads when asked again', async () => {
    houseWith(sampleBoard(late));
    refuse(boardEndpoints.read, 'server/unavailable');
    const { user } = await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('看板未能载入。数据库暂不可用');
    expect(screen.getByText('请求编号 req-1')).toBeInTheDocument();
    answer(boardEndpoints.read, sampleBoard(late));
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await card('P26-0187')).toBeInTheDocument();
  });

  it('tells somebody without the permission whom to ask', async () => {
    houseWith(sampleBoard());
    refuse(boardEndpoints.read, 'access/denied');
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('您没有此项权限');
  });

  it('offers the other departments at an address that is none', async () => {
    houseWith(sampleBoard());
    await show('', 'astrology');
    expect(await screen.findByText('没有这个科室，选择一个科室查看其看板。')).toBeInTheDocument();
    expect(askedOf(boardEndpoints.read)).toEqual([]);
  });

  it('goes to another department and keeps the filters', async () => {
    houseWith(sampleBoard(late));
    const { user, address } = await show('?overdue=1');
    await card('P26-0187');
    await user.selectOptions(screen.getByRole('combobox', { name: '科室' }), '病理科');
    expect(address()).toBe('/d/pathology/board?overdue=1');
  });

  it('is complete in English', async () => {
    await showLocale('en-US');
    houseWith(sampleBoard(late));
    await show();
    expect(await column('Waiting on us')).toHaveTextContent('15 h overdue');
    expect(screen.getByRole('button', { name: 'Overdue 1' })).toBeInTheDocument();
  });
});

describe('nothing overdue gets out of sight', () => {
  it('a folded column keeps its red count', async () => {
    houseWith(sampleBoard(inFollowUp));
    await show();
    expect(await screen.findByRole('button', { name: '展开随访中，1 例，逾期 1' })).toBeInTheDocument();
  });

  it('the ribbon lists what we are late with, also from the folded column, the longest first', async () => {
    houseWith(sampleBoard(late, inFollowUp), [
      sampleLate(1, { caseNo: 'P26-0131', kind: 'DECISION_SIGNATURE', dueAt: inHours(-50) }),
    ]);
    await show();
    const ribbon = within(await screen.findByRole('region', { name: '本科相关逾期' }));
    await ribbon.findByText('本科相关逾期 2');
    const [first, second] = ribbon.getAllByRole('listitem');
    expect(first).toHaveTextContent('逾期 2 天P26-0131决议待签发 · 陆怀舟（随访中列已折叠）');
    expect(second).toHaveTextContent('逾期 15 小时P26-0187待交意见 · 陆怀舟');
    expect(within(second as HTMLElement).getByRole('link', { name: /写意见/ })).toHaveAttribute(
      'href',
      '/cases/P26-0187?tab=opinions',
    );
  });

  it('a filter that hides something overdue says so, and a click clears it', async () => {
    houseWith(sampleBoard(late, { ...later, remoteHospitals: 1 }));
    const { user, address } = await show('?remote=1');
    await card('P26-0196');
    expect(screen.queryByRole('link', { name: /^P26-0187/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '已筛掉 1 项逾期' }));
    expect(await card('P26-0187')).toBeInTheDocument();
    expect(address()).toBe('/d/urology/board');
  });
});

describe('filters and views', () => {
  it('stand in the address, so that a colleague sees the same', async () => {
    houseWith(sampleBoard(late, later));
    const { user, address } = await show();
    await card('P26-0187');
    await user.click(screen.getByRole('button', { name: '我负责 1' }));
    expect(screen.getByRole('button', { name: '我负责 1' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByRole('link', { name: /^P26-0196/ })).not.toBeInTheDocument();
    await user.click(screen.getByText('列表'));
    expect(address()).toBe('/d/urology/board?mine=1&view=list');
    expect(await screen.findByRole('table', { name: '泌尿外科病例列表' })).toHaveTextContent('P26-0187');
  });

  it('finds by diagnosis without writing it into the address', async () => {
    houseWith(sampleBoard(late, { ...later, diagnosis: '膀胱癌' }));
    const { user, address } = await show();
    await card('P26-0187');
    await user.type(screen.getByRole('searchbox', { name: '按编号、诊断或主管医师查找病例' }), '膀胱');
    expect(screen.queryByRole('link', { name: /^P26-0187/ })).not.toBeInTheDocument();
    expect(screen.getByText('显示 1 / 2 例')).toBeInTheDocument();
    expect(address()).toBe('/d/urology/board');
  });

  it('lists the cases as a table with the overdue ones first', async () => {
    houseWith(sampleBoard(later, late));
    await show('?view=list');
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('P26-0187');
    expect(rows[2]).toHaveTextContent('P26-0196');
  });
});
