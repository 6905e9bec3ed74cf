import { organisationEndpoints, planEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import {
  planId,
  sampleDirectory,
  sampleListItem,
  samplePlan,
  stageId,
  theatreId,
  withStage,
} from '../testing/sample-plan';
import { PlanScreen } from './plan';
import { PlansScreen } from './plans';

const route = `/plans/${planId}`;
const staged = samplePlan({ state: 'STAGED' });
const asked = withStage(staged, 'S4', {
  confirmDueAt: '2099-11-20T10:00:00.000Z',
  availableActions: ['confirm', 'decline'],
});

async function show(plan = samplePlan()) {
  answer(organisationEndpoints.directory, sampleDirectory);
  answer(planEndpoints.read, plan);
  const shown = await renderScreen(<PlanScreen />, { route });
  await screen.findByRole('heading', { name: plan.title });
  return shown;
}

describe('a surgical plan', () => {
  it('shows who, what, when and where, with the patient masked', async () => {
    await show();
    expect(screen.getByText('李** 女 44 岁')).toBeVisible();
    expect(screen.getByText(/08:00 · 3 号手术间 · 总负责人 顾知衡/)).toBeVisible();
    expect(screen.getByText('极高危')).toBeVisible();
  });

  it('draws each stage of the day at its clock time and leaves the day before to a gate', async () => {
    await show();
    const relay = screen.getByRole('toolbar', { name: '接力时间轴' });
    const bars = within(relay).getAllByRole('button');
    expect(bars.map((bar) => bar.getAttribute('data-stage'))).toEqual(['S2', 'S3', 'S4', 'S5']);
    expect(
      within(relay).getByRole('button', { name: /S4 头颈外科，髂外、髂总动脉骨骼化，09:40–11:10，裴仲谦/ }),
    ).toBeVisible();
    const gates = screen.getByRole('list', { name: '手术日前须完成' });
    expect(within(gates).getByText('栓塞右髂内分支')).toBeVisible();
  });

  it('says the same in a table, for those who cannot see the drawing', async () => {
    await show();
    const table = screen.getByRole('table', { name: /各阶段的科室/ });
    const row = within(table).getByRole('row', { name: /^S5/ });
    for (const text of ['骶前整块切除', '11:10–13:10', '骶前静脉丛、右输尿管', '120 分', '6 U', 'S4']) {
      expect(within(row).getByText(text)).toBeVisible();
    }
  });

  it('walks the stages with the arrow keys and leads to the row of the one chosen', async () => {
    const { user } = await show();
    const relay = screen.getByRole('toolbar', { name: '接力时间轴' });
    within(relay).getByRole('button', { name: /^S2/ }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(within(relay).getByRole('button', { name: /^S4/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('row', { current: true })).toHaveTextContent('S4');
  });

  it('offers to confirm and to decline only where the answer says so', async () => {
    await show(asked);
    expect(
      screen.getAllByRole('button', { name: /^确认 S/ }).map((button) => button.getAttribute('aria-label')),
    ).toEqual(['确认 S4']);
    expect(
      screen.getAllByRole('button', { name: /^退回 S/ }).map((button) => button.getAttribute('aria-label')),
    ).toEqual(['退回 S4']);
  });

  it('offers nothing to do to somebody who may only read', async () => {
    await show(staged);
    expect(screen.queryByRole('button', { name: /^(确认|退回) S/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '编辑方案' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '提交各科会签' })).not.toBeInTheDocument();
  });

  it('confirms a stage on the version that was read', async () => {
    const { user } = await show(asked);
    answer(
      planEndpoints.confirmStage,
      withStage({ ...asked, version: 4 }, 'S4', { confirmation: 'CONFIRMED', availableActions: [] }),
    );
    await user.click(screen.getByRole('button', { name: '确认 S4' }));
    await user.click(await screen.findByRole('button', { name: '确认' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '确认 S4' })).not.toBeInTheDocument());
    expect(askedOf(planEndpoints.confirmStage)).toEqual([
      { params: { id: planId, stageId: stageId(4) }, query: {}, body: { version: 3 } },
    ]);
  });

  it('asks for a reason before a stage is declined', async () => {
    const { user } = await show(asked);
    answer(planEndpoints.declineStage, samplePlan({ version: 4 }));
    await user.click(screen.getByRole('button', { name: '退回 S4' }));
    const dialog = await screen.findByRole('dialog', { name: '退回 S4 头颈外科' });
    await user.click(within(dialog).getByRole('button', { name: '退回' }));
    expect(await within(dialog).findByText('此项必填。')).toBeVisible();
    expect(askedOf(planEndpoints.declineStage)).toHaveLength(0);
    await user.type(within(dialog).getByRole('textbox', { name: '退回理由' }), '当日已有急诊值班');
    await user.click(within(dialog).getByRole('button', { name: '退回' }));
    await waitFor(() =>
      expect(askedOf(planEndpoints.declineStage)[0]?.body).toEqual({ version: 3, reason: '当日已有急诊值班' }),
    );
  });

  it('says when somebody changed the plan before the confirmation, and shows the present one', async () => {
    const { user } = await show(asked);
    refuse(planEndpoints.confirmStage, problemOf('object/stale', { parameters: { who: '顾知衡', at: '09:40' } }));
    answer(planEndpoints.read, { ...asked, version: 4, title: '改过的标题' });
    await user.click(screen.getByRole('button', { name: '确认 S4' }));
    await user.click(await screen.findByRole('button', { name: '确认' }));
    expect(await screen.findByText(/顾知衡 09:40 已修改此项/)).toBeVisible();
    expect(await screen.findByRole('heading', { name: '改过的标题' })).toBeVisible();
  });

  it('prints why a stage was declined', async () => {
    await show(withStage(samplePlan(), 'S4', { confirmation: 'DECLINED', declineReason: '须另派主刀' }));
    expect(screen.getByText('理由：须另派主刀')).toBeVisible();
  });

  it('names what is booked already and moves the operation to a free time that is chosen', async () => {
    const { user } = await show(samplePlan({ availableActions: ['edit', 'stage'] }));
    refuse(
      planEndpoints.stage,
      problemOf('booking/clash', {
        parameters: { what: '3 号手术间' },
        clashes: [
          {
            resourceKind: 'THEATRE',
            resourceId: theatreId,
            resourceName: '3 号手术间',
            title: '手术 P26-0171',
            startsAt: '2099-11-26T00:00:00.000Z',
            endsAt: '2099-11-26T04:00:00.000Z',
          },
        ],
        alternatives: [{ startsAt: '2099-11-27T00:00:00.000Z', endsAt: '2099-11-27T06:00:00.000Z' }],
      }),
    );
    await user.click(screen.getByRole('button', { name: '提交各科会签' }));
    await user.click((await screen.findAllByRole('button', { name: '提交各科会签' })).at(-1) as HTMLElement);
    const clashes = await screen.findByRole('list', { name: '冲突的占用' });
    expect(clashes).toHaveTextContent('手术间 3 号手术间 · 手术 P26-0171');

    answer(planEndpoints.save, ({ body }) => samplePlan({ version: 4, startsAt: body.startsAt }));
    answer(planEndpoints.stage, samplePlan({ version: 5, state: 'STAGED' }));
    await user.click(within(screen.getByRole('list', { name: '可用的开始时间' })).getByRole('button'));
    await waitFor(() => expect(askedOf(planEndpoints.stage).at(-1)?.body).toEqual({ version: 4 }));
    expect(askedOf(planEndpoints.save)[0]?.body).toMatchObject({ version: 3, startsAt: '2099-11-27T00:00:00.000Z' });
  });

  it('names what is missing where the plan is not complete', async () => {
    const { user } = await show(samplePlan({ availableActions: ['edit', 'stage'] }));
    refuse(planEndpoints.stage, problemOf('plan/incomplete', { parameters: { missing: '手术间' } }));
    await user.click(screen.getByRole('button', { name: '提交各科会签' }));
    await user.click((await screen.findAllByRole('button', { name: '提交各科会签' })).at(-1) as HTMLElement);
    expect(await screen.findByText('未提交。方案尚不完整：手术间。')).toBeVisible();
  });

  it('says so where the plan is not there or not to be seen', async () => {
    answer(organisationEndpoints.directory, sampleDirectory);
    refuse(planEndpoints.read, 'object/not-found');
    await renderScreen(<PlanScreen />, { route });
    expect(await screen.findByText('手术方案未能载入。没有找到，或您无权查看。')).toBeVisible();
  });

  it('is all in English for those who read English', async () => {
    await showLocale('en-US');
    await show();
    const relay = screen.getByRole('toolbar', { name: 'Relay timeline' });
    expect(
      await within(relay).findByRole('button', { name: /S4 Head and neck surgery, .*, 09:40–11:10, Pei Zhongqian/ }),
    ).toBeVisible();
  });
});

describe('the list of surgical plans', () => {
  it('leads to each plan and says how many have confirmed', async () => {
    answer(planEndpoints.list, { items: [sampleListItem] });
    await renderScreen(<PlansScreen />, { route: '/plans' });
    const link = await screen.findByRole('link', { name: /盆腔侵袭性血管黏液瘤二次复发/ });
    expect(link).toHaveAttribute('href', route);
    expect(link).toHaveTextContent('会签 3/5');
  });

  it('says what to do where there is none', async () => {
    answer(planEndpoints.list, { items: [] });
    await renderScreen(<PlansScreen />, { route: '/plans' });
    expect(await screen.findByText(/没有进行中的手术方案。/)).toBeVisible();
    expect(screen.getByRole('link', { name: '查看病例' })).toHaveAttribute('href', '/cases');
  });

  it('shows that it is loading', async () => {
    leaveWaiting(planEndpoints.list);
    await renderScreen(<PlansScreen />, { route: '/plans' });
    expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
  });

  it('can be asked for again after it failed', async () => {
    refuse(planEndpoints.list, 'server/unavailable');
    const { user } = await renderScreen(<PlansScreen />, { route: '/plans' });
    expect(await screen.findByText(/手术方案未能载入。/)).toBeVisible();
    answer(planEndpoints.list, { items: [sampleListItem] });
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('link', { name: /盆腔侵袭性/ })).toBeVisible();
  });
});
