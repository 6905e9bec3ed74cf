import { caseEndpoints, caseFilters, findEndpoints, type SavedFilter } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { somebody } from '../../../testing/render-screen';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { exampleListItem } from '../testing/example-cases';
import { CaseListScreen } from './case-list';

const surgeon = somebody({ permissions: ['case:list', 'case:read', 'case:refer'] });
const referred = exampleListItem({ caseNo: 'P26-0211', state: 'REFERRED', maskedName: '高**' });

function answerCases(items = [exampleListItem()], translated: string[] = []) {
  answer(caseEndpoints.list, { items: [referred], nextCursor: null });
  answer(findEndpoints.search, { items, nextCursor: null, translated });
}
const lastSearch = () => askedOf(findEndpoints.search).at(-1)?.body;

const view = (changes: Partial<SavedFilter> = {}): SavedFilter => ({
  id: '00000000-0000-4000-8000-0000000000f1',
  version: 1,
  name: '我的逾期',
  filters: caseFilters.parse({ mine: true, overdue: true }),
  isDefault: false,
  ...changes,
});

beforeEach(() => answer(findEndpoints.savedFilters, { items: [] }));

describe('the list of cases', () => {
  it('shows the worklist for triage first to whoever sorts referrals', async () => {
    answerCases();
    await renderScreen(<CaseListScreen />, { route: '/cases' });
    await screen.findByRole('table', { name: '病例列表' });
    await screen.findByRole('table', { name: '待分诊' });
    const tables = screen.getAllByRole('table');
    expect(tables.map((table) => table.getAttribute('aria-label'))).toEqual(['待分诊', '病例列表']);
    const worklist = within(screen.getByRole('table', { name: '待分诊' }));
    expect(worklist.getByRole('link', { name: 'P26-0211' })).toHaveAttribute('href', '/cases/P26-0211?tab=departments');
  });

  it('shows no worklist to a surgeon, and the opinions given and owed', async () => {
    answerCases();
    await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    const row = await screen.findByRole('row', { name: /P26-0187/ });
    expect(within(row).getByText('应交 9 份意见，已交 3 份')).toBeInTheDocument();
    expect(screen.queryByRole('table', { name: '待分诊' })).toBeNull();
  });

  it('says that it is loading', async () => {
    leaveWaiting(findEndpoints.search);
    await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
  });

  it('says so where there is no case', async () => {
    answerCases([]);
    await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    expect(await screen.findByText('没有未结案的病例。')).toBeInTheDocument();
  });

  it('tells an empty filter from an empty house', async () => {
    answerCases([]);
    await renderScreen(<CaseListScreen />, { route: '/cases?state=DRAFT', me: surgeon });
    expect(await screen.findByText('没有符合筛选条件的病例。')).toBeInTheDocument();
    expect(askedOf(findEndpoints.search).map(({ body }) => body.filters.states)).toEqual([['DRAFT']]);
  });

  it('leaves out what an address names that is no state', async () => {
    answerCases([]);
    await renderScreen(<CaseListScreen />, {
      route: '/cases?state=READY,NONSENSE&risk=NONE&from=yesterday&dept=x',
      me: surgeon,
    });
    await screen.findByText('没有符合筛选条件的病例。');
    expect(askedOf(findEndpoints.search).map(({ body }) => body.filters.states)).toEqual([['READY']]);
  });

  it('shows what failed with the number to report, and asks again', async () => {
    refuse(findEndpoints.search, problemOf('server/failed', { parameters: { requestId: 'req-1' } }));
    const { user } = await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('req-1');
    answerCases();
    await user.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('link', { name: 'P26-0187' })).toBeInTheDocument();
  });

  it('moves through the rows with the arrow keys', async () => {
    answerCases([exampleListItem(), exampleListItem({ caseNo: 'P26-0188' })]);
    const { user } = await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    const first = await screen.findByRole('link', { name: 'P26-0187' });
    first.focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'P26-0188' })).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(first).toHaveFocus();
  });

  it('keeps what was searched for out of the address, and whose cases in it', async () => {
    answerCases();
    const { user, address } = await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    await user.type(screen.getByRole('textbox', { name: '查找病例' }), '张例');
    await waitFor(() => expect(lastSearch()?.q).toBe('张例'));
    // The newest stand first in what was searched for.
    expect(lastSearch()?.filters.order).toBe('newest');
    await user.click(screen.getByRole('button', { name: '我负责' }));
    await waitFor(() => expect(lastSearch()).toMatchObject({ q: '张例', filters: { mine: true } }));
    expect(address()).toBe('/cases?mine=1');
  });

  it('marks in the diagnosis what was looked for, and its Chinese words', async () => {
    answerCases([exampleListItem({ diagnosis: '直肠癌术后盆腔复发' })], ['直肠']);
    const { user } = await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    await user.type(screen.getByRole('textbox', { name: '查找病例' }), 'rectal 盆腔');
    expect(await screen.findByText('英文词按中文查找：直肠')).toBeInTheDocument();
    await waitFor(() =>
      expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['直肠', '盆腔']),
    );
  });

  it('shows each filter with a way to take it away', async () => {
    answerCases();
    const { user, address } = await renderScreen(<CaseListScreen />, {
      route: '/cases?state=READY&risk=HIGH&overdue=1&from=2026-11-01',
      me: surgeon,
    });
    const chips = within(await screen.findByRole('list', { name: '已选筛选条件' }));
    expect(chips.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '资料齐备',
      '高危',
      '有逾期',
      '2026-11-01 起提交',
      '清除筛选',
    ]);
    await user.click(chips.getByRole('button', { name: '去除条件：高危' }));
    await waitFor(() => expect(address()).toBe('/cases?state=READY&overdue=1&from=2026-11-01'));
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    await waitFor(() => expect(address()).toBe('/cases'));
  });

  it('begins with the filter that was made the default, and with the address where it names one', async () => {
    answerCases();
    answer(findEndpoints.savedFilters, { items: [view({ isDefault: true })] });
    const { user, address, unmount } = await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    await waitFor(() => expect(address()).toBe('/cases?mine=1&overdue=1'));
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    await waitFor(() => expect(address()).toBe('/cases'));
    expect(address()).toBe('/cases');
    unmount();
    const second = await renderScreen(<CaseListScreen />, { route: '/cases?rec=1', me: surgeon });
    await screen.findByRole('link', { name: 'P26-0187' });
    expect(second.address()).toBe('/cases?rec=1');
  });

  it('keeps the filters shown under a name and says at the field what is refused', async () => {
    answerCases();
    refuse(
      findEndpoints.saveFilter,
      problemOf('request/invalid', { errors: [{ field: 'name', code: 'taken', message: '已被使用，换一个。' }] }),
    );
    const { user } = await renderScreen(<CaseListScreen />, { route: '/cases?rec=1', me: surgeon });
    await user.click(screen.getByRole('button', { name: '常用筛选' }));
    expect(await screen.findByText('还没有常用筛选。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '保存当前筛选' }));
    await user.type(await screen.findByLabelText('名称'), '复发病例');
    await user.click(screen.getByRole('button', { name: /保\s?存$/ }));
    expect(await screen.findByText('已被使用，换一个。')).toBeInTheDocument();
    expect(askedOf(findEndpoints.saveFilter)[0]?.body).toMatchObject({
      name: '复发病例',
      filters: { recurrent: true },
    });
  });

  it('fetches the next page after the last one shown', async () => {
    answer(findEndpoints.search, ({ body }) =>
      body.cursor === 'after-187'
        ? { items: [exampleListItem({ caseNo: 'P26-0100' })], nextCursor: null, translated: [] }
        : { items: [exampleListItem()], nextCursor: 'after-187', translated: [] },
    );
    const { user } = await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    await user.click(await screen.findByRole('button', { name: '显示更多' }));
    expect(await screen.findByRole('link', { name: 'P26-0100' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'P26-0187' })).toBeInTheDocument();
    expect(screen.getByText('共 2 例')).toBeInTheDocument();
  });
});
