import { matrixEndpoints, organisationEndpoints, type MatrixCase, type ReadinessMatrix } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answer, refuse, renderScreen, somebody } from '../../../testing/server';
import {
  imaging,
  inHours,
  pathology,
  sampleCard,
  sampleDirectory,
  sampleDot,
  sampleId,
  sampleNow,
  urology,
} from '../../../testing/sample-board';
import { MatrixScreen } from './matrix';

const coordinator = somebody({ permissions: ['directory:read', 'case:read', 'matrix:read'] });
const session = { id: sampleId(300), title: '联合 MDT', startsAt: inHours(5), ordinal: 1 };

function caseRow(caseNo: string, changes: Partial<MatrixCase>): MatrixCase {
  const { column: _column, dueAt: _dueAt, dueKind: _dueKind, ...card } = sampleCard(caseNo);
  return { ...card, ...changes };
}
const late = caseRow('P26-0187', {
  session,
  dots: [sampleDot(imaging, { state: 'GIVEN' }), sampleDot(pathology, { dueAt: inHours(-15) })],
  opinionsGiven: 1,
  opinionsOwed: 2,
});
const ready = caseRow('P26-0174', {
  session,
  maskedName: '徐**',
  risk: 'HIGH',
  dots: [sampleDot(imaging, { state: 'GIVEN' })],
  opinionsGiven: 1,
  opinionsOwed: 1,
});
const waiting = caseRow('P26-0195', {
  maskedName: '吴**',
  dots: [sampleDot(urology, { dueAt: inHours(60) })],
  opinionsOwed: 1,
});

const matrix = (...cases: MatrixCase[]): ReadinessMatrix => ({
  serverTime: sampleNow.toISOString(),
  sessions: [
    {
      id: session.id,
      title: session.title,
      kind: 'LINKED',
      startsAt: session.startsAt,
      hospitals: [{ zh: '北辰', en: 'Beichen' }],
    },
  ],
  cases,
  isCut: false,
});
function show(held: ReadinessMatrix, search = '') {
  answer(organisationEndpoints.directory, sampleDirectory);
  answer(matrixEndpoints.read, held);
  return renderScreen(<MatrixScreen />, { route: `/matrix${search}`, me: coordinator });
}
const cell = (name: RegExp) => screen.findByRole('button', { name });

describe('the readiness matrix', () => {
  it('groups cases by session and says of each department where it stands', async () => {
    await show(matrix(late, ready, waiting));
    expect(await cell(/^病理科，P26-0187，逾期 15 小时$/)).toBeVisible();
    expect(await cell(/^影像科，P26-0187，已交$/)).toBeVisible();
    expect(await cell(/^泌尿外科，P26-0174，不需要$/)).toBeVisible();
    const groups = screen.getAllByRole('button', { expanded: true }).map((button) => button.textContent);
    expect(groups).toEqual([expect.stringContaining('联合 MDT'), '未排期']);
    expect(screen.getByText('1 例可上会')).toBeVisible();
    expect(screen.getByText('1 例受阻')).toBeVisible();
    // The higher risk stands first.
    const rows = screen.getAllByRole('row').map((row) => /P26-\d+/.exec(row.textContent ?? '')?.[0]);
    expect(rows.filter(Boolean)).toEqual(['P26-0174', 'P26-0187', 'P26-0195']);
  });

  it('opens what a cell means and keeps it in the address', async () => {
    const { address } = await show(matrix(late, waiting));
    await userEvent.click(await cell(/^病理科，P26-0187/));
    const inspector = screen.getByRole('complementary', { name: '病理科 · P26-0187' });
    expect(within(inspector).getByText('逾期 15 小时')).toBeVisible();
    expect(address()).toContain('cell=P26-0187%3Apathology');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('is walked with the arrows from one Tab stop, and N leads to what is late', async () => {
    await show(matrix(waiting, late));
    const first = await cell(/^影像科，P26-0187/);
    first.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await cell(/^病理科，P26-0187/)).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowDown}');
    expect(await cell(/^泌尿外科，P26-0195/)).toHaveFocus();
    await userEvent.keyboard('n');
    expect(await cell(/^病理科，P26-0187/)).toHaveFocus();
    const stops = screen.getAllByRole('button', { name: /，P26-/ }).filter((button) => button.tabIndex === 0);
    expect(stops).toHaveLength(1);
  });

  it('tells the same case by case and by department', async () => {
    await show(matrix(late, waiting), '?view=departments');
    const heading = await screen.findByRole('heading', { name: '病理科 1' });
    expect(within(heading.closest('section') as HTMLElement).getByRole('link', { name: 'P26-0187' })).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: '按病例' }));
    expect(await screen.findByText('逾期 15 小时')).toBeVisible();
  });

  it('leaves only blocked cases where that is asked', async () => {
    await show(matrix(late, ready, waiting), '?blocked=1');
    expect(await cell(/^病理科，P26-0187/)).toBeVisible();
    expect(screen.queryByText('P26-0174')).toBeNull();
  });

  it('says when nothing is being prepared, and what failed', async () => {
    await show(matrix());
    expect(await screen.findByText('没有准备中的病例。')).toBeVisible();
    answer(organisationEndpoints.directory, sampleDirectory);
    refuse(matrixEndpoints.read, 'server/unavailable');
    await renderScreen(<MatrixScreen />, { route: '/matrix', me: coordinator });
    expect(await screen.findByText(/就绪矩阵未能载入/)).toBeVisible();
  });
});
