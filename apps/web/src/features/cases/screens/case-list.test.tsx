import { caseEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { somebody } from '../../../testing/render-screen';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { exampleListItem } from '../testing/example-cases';
import { CaseListScreen } from './case-list';

const surgeon = somebody({ permissions: ['case:list', 'case:read', 'case:refer'] });
const referred = exampleListItem({ caseNo: 'P26-0211', state: 'REFERRED', maskedName: '高**' });

function answerCases(items = [exampleListItem()]) {
  answer(caseEndpoints.list, ({ query }) => ({
    items: String(query.state).includes('REFERRED') ? [referred] : items,
    nextCursor: null,
  }));
}

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
    leaveWaiting(caseEndpoints.list);
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
    expect(askedOf(caseEndpoints.list).map(({ query }) => query.state)).toEqual(['DRAFT']);
  });

  it('leaves out what an address names that is no state', async () => {
    answerCases([]);
    await renderScreen(<CaseListScreen />, { route: '/cases?state=READY,NONSENSE', me: surgeon });
    await screen.findByText('没有符合筛选条件的病例。');
    expect(askedOf(caseEndpoints.list).map(({ query }) => query.state)).toEqual(['READY']);
  });

  it('shows what failed with the number to report, and asks again', async () => {
    refuse(caseEndpoints.list, problemOf('server/failed', { parameters: { requestId: 'req-1' } }));
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
    await user.type(screen.getByRole('textbox', { name: '查找病例' }), '张');
    await waitFor(() => expect(askedOf(caseEndpoints.list).at(-1)?.query.q).toBe('张'));
    await user.click(screen.getByRole('button', { name: '我负责' }));
    await waitFor(() => expect(askedOf(caseEndpoints.list).at(-1)?.query).toMatchObject({ q: '张', owner: 'me' }));
    expect(address()).toBe('/cases?mine=1');
  });

  it('fetches the next page after the last one shown', async () => {
    answer(caseEndpoints.list, ({ query }) =>
      query.cursor === 'after-187'
        ? { items: [exampleListItem({ caseNo: 'P26-0100' })], nextCursor: null }
        : { items: [exampleListItem()], nextCursor: 'after-187' },
    );
    const { user } = await renderScreen(<CaseListScreen />, { route: '/cases', me: surgeon });
    await user.click(await screen.findByRole('button', { name: '显示更多' }));
    expect(await screen.findByRole('link', { name: 'P26-0100' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'P26-0187' })).toBeInTheDocument();
    expect(screen.getByText('共 2 例')).toBeInTheDocument();
  });
});
