import { caseEndpoints, completenessEndpoints, courseEndpoints, organisationEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { CaseScreen } from '../screens/case';
import { exampleCase } from '../testing/example-cases';
import { exampleCompleteness } from '../testing/example-completeness';
import { exampleDirectory } from '../../../testing/example-house';

beforeEach(() => {
  answer(organisationEndpoints.directory, exampleDirectory);
  answer(completenessEndpoints.read, exampleCompleteness());
});

async function show(changes: Parameters<typeof exampleCase>[0] = {}) {
  answer(caseEndpoints.read, exampleCase(changes));
  const rendered = await renderScreen(<CaseScreen />, { route: '/cases/P26-0187' });
  await screen.findByRole('heading', { name: '张**' });
  return rendered;
}
const openMenu = async (user: Awaited<ReturnType<typeof show>>['user']) => {
  await user.click(screen.getByRole('button', { name: '更多操作' }));
  return within(await screen.findByRole('menu'));
};

describe('the menu of what turns a case', () => {
  it('offers exactly what the answer names, and says what a blocked act waits for', async () => {
    const { user } = await show({
      availableActions: ['hold'],
      blockedActions: [{ action: 'start-operation', reason: { zh: '手术方案尚未会签。', en: 'Not confirmed.' } }],
    });
    const menu = await openMenu(user);
    expect(menu.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      '登记手术开始暂不可用：手术方案尚未会签。',
      '暂停',
    ]);
    expect(menu.getByRole('menuitem', { name: /登记手术开始/ })).toHaveAttribute('aria-disabled', 'true');
  });

  it('says what follows, and shows a refusal at its field', async () => {
    refuse(
      courseEndpoints.recordDeath,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'source', code: 'required', message: '此项必填。' }],
      }),
    );
    const { user } = await show({ availableActions: ['record-death'] });
    await user.click((await openMenu(user)).getByRole('menuitem', { name: '登记身故' }));
    const dialog = within(await screen.findByRole('dialog', { name: '登记身故' }));
    expect(dialog.getByText(/此操作不能撤销/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '登记身故' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
  });

  it('sends what is asked for, and shows the case as it then stands', async () => {
    answer(courseEndpoints.recordDeath, exampleCase({ state: 'DECEASED', version: 8 }));
    const { user } = await show({ availableActions: ['record-death'] });
    await user.click((await openMenu(user)).getByRole('menuitem', { name: '登记身故' }));
    const dialog = within(await screen.findByRole('dialog', { name: '登记身故' }));
    await user.click(dialog.getByRole('radio', { name: '家属告知' }));
    await user.click(dialog.getByRole('checkbox', { name: '在本院住院期间' }));
    await user.click(dialog.getByRole('button', { name: '登记身故' }));
    await waitFor(() =>
      expect(askedOf(courseEndpoints.recordDeath)[0]?.body).toMatchObject({
        version: 7,
        source: 'FAMILY',
        inpatient: true,
      }),
    );
    expect(await screen.findByText('病例已故，提醒已停止。')).toBeInTheDocument();
  });

  it('opens a new round with the reasons that fit and one to three questions', async () => {
    answer(courseEndpoints.reopenRound, exampleCase({ state: 'TRIAGE', version: 8 }));
    const { user } = await show({ availableActions: ['reopen-round'], nextRoundReasons: ['PROGRESSION', 'NEW_FACT'] });
    await user.click((await openMenu(user)).getByRole('menuitem', { name: '发起新一轮讨论' }));
    const dialog = within(await screen.findByRole('dialog', { name: '发起新一轮讨论' }));
    expect(dialog.getAllByRole('radio')).toHaveLength(2);
    await user.click(dialog.getByRole('radio', { name: '新情况' }));
    await user.type(dialog.getByLabelText('问题 1'), '能否再次手术？');
    await user.click(dialog.getByRole('button', { name: '发起新一轮讨论' }));
    await waitFor(() =>
      expect(askedOf(courseEndpoints.reopenRound)[0]?.body).toEqual({
        version: 7,
        reason: 'NEW_FACT',
        questions: ['能否再次手术？'],
        note: '',
      }),
    );
  });
});

describe('a case on hold', () => {
  it('says calmly why, since when and by whom', async () => {
    await show({
      state: 'ON_HOLD',
      turn: {
        act: 'hold',
        reason: '患者外出',
        reasonLabel: null,
        advice: '',
        happenedOn: null,
        by: '陆怀舟',
        at: '2025-11-17T08:00:00Z',
      },
    });
    const banner = screen.getByText('患者外出').closest('output');
    expect(banner).toHaveTextContent('暂停');
    expect(banner).toHaveTextContent('陆怀舟 2025-11-17');
  });
});

describe('the rounds of a case', () => {
  it('are switched between; an earlier one is read only, with its decision and opinions', async () => {
    answer(courseEndpoints.round, {
      ordinal: 1,
      questions: ['能否达到 R0？'],
      reason: null,
      note: '',
      openedAt: '2025-06-01T01:00:00Z',
      openedBy: null,
      closedAt: '2025-06-10T01:00:00Z',
      participations: [],
      opinions: [],
      hiddenOpinions: 0,
      decision: {
        direction: 'SURGERY',
        consensus: 'UNANIMOUS',
        summary: '同意手术切除',
        stances: [],
        recommendations: [],
        signedBy: '顾知衡',
        signedAt: '2025-06-10T01:00:00Z',
      },
    });
    const { user } = await show({
      rounds: [
        { ordinal: 1, reason: null, openedAt: '2025-06-01T01:00:00Z', closedAt: '2025-06-10T01:00:00Z' },
        { ordinal: 2, reason: 'RECURRENCE', openedAt: '2026-11-01T01:00:00Z', closedAt: null },
      ],
      round: { ...exampleCase().round, ordinal: 2 },
    });
    await user.click(screen.getByText('第 1 轮'));
    expect(await screen.findByText('同意手术切除')).toBeInTheDocument();
    expect(screen.getByText('能否达到 R0？')).toBeInTheDocument();
    expect(screen.getByText('本轮没有提交的意见。')).toBeInTheDocument();
    await user.click(screen.getByText('第 2 轮（当前）'));
    expect(screen.queryByText('同意手术切除')).toBeNull();
  });
});
