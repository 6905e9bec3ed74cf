import {
  anatomyEndpoints,
  organisationEndpoints,
  peopleEndpoints,
  planEndpoints,
  type PlanView,
} from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { sampleAnatomy } from '../../../testing/sample-anatomy';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { planId, sampleDirectory, samplePlan, theatreId, withStage } from '../testing/sample-plan';
import { EditPlanScreen } from './edit-plan';

// A form of five stages holds some sixty fields; a busy machine takes its time to draw them.
vi.setConfig({ testTimeout: 60_000 });

const route = `/plans/${planId}/edit`;
const mine = samplePlan({ availableActions: ['edit', 'stage'] });

async function show(plan: PlanView = mine) {
  answer(organisationEndpoints.directory, sampleDirectory);
  answer(anatomyEndpoints.read, sampleAnatomy);
  answer(planEndpoints.read, plan);
  const shown = await renderScreen(<EditPlanScreen />, { route });
  await screen.findByRole('region', { name: '方案概况' });
  return shown;
}

// A whole form is a large tree to search by role and name; these are its parts.
const basics = () => screen.getByRole('region', { name: '方案概况' });
const title = () => within(basics()).getByRole('textbox', { name: '方案标题' });
const stages = () => screen.getByRole('region', { name: '手术阶段' });
const foot = () => screen.getByRole('group', { name: '保存与提交' });
// What is typed reaches the foot of the form a moment later.
const save = async (user: UserEvent) => {
  const button = within(foot()).getByRole('button', { name: '保存' });
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
};
const stage = (code: string) => screen.getByRole('listitem', { name: `阶段 ${code}` });
const goal = (code: string) => within(stage(code)).getByRole('textbox', { name: '目标' });
const codes = () =>
  within(screen.getByRole('list', { name: '手术阶段' }))
    .getAllByRole('listitem', { name: /^阶段 S/ })
    .map((item) => item.getAttribute('aria-label')?.replace('阶段 ', ''));

describe('writing a surgical plan', () => {
  it('sends the whole plan on the version that was read', async () => {
    const { user } = await show();
    answer(planEndpoints.save, ({ body }) => samplePlan({ ...mine, title: body.title, version: 4 }));
    await user.clear(title());
    await user.type(title(), '新的标题');
    await save(user);
    expect(await screen.findByText(/已保存/)).toBeVisible();
    const [asked] = askedOf(planEndpoints.save);
    expect(asked?.body).toMatchObject({ version: 3, title: '新的标题', theatreId });
    expect(asked?.body.stages.map((one) => one.code)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  });

  it('says of each choice of lead until when they hold the surgical privilege on the day of the stage, or that they do not', async () => {
    const [first] = mine.stages;
    if (first === undefined) throw new Error('the sample has stages');
    const privilege = { personId: first.leadId, level: 4, validFrom: '2026-01-01', validTo: '2099-12-31' };
    answer(peopleEndpoints.privilegeHolders, { items: [privilege], departmentIds: [first.departmentId] });
    const { unmount } = await show();
    expect(await within(stage('S1')).findByText(/四级手术权限至 2099-12-31/)).toBeInTheDocument();
    unmount();
    answer(peopleEndpoints.privilegeHolders, {
      items: [{ ...privilege, level: 3 }],
      departmentIds: [first.departmentId],
    });
    await show();
    expect(await within(stage('S1')).findByText(/无四级手术权限/)).toBeInTheDocument();
  });

  it('draws the relay anew while it is typed', async () => {
    const { user } = await show();
    const preview = () => screen.getByRole('toolbar', { name: '接力时间轴' });
    const minutes = within(stage('S2')).getByRole('spinbutton', { name: '时长（分）' });
    await user.clear(minutes);
    await user.type(minutes, '120');
    expect(await within(preview()).findByRole('button', { name: /S4 .*10:40–12:10/ })).toBeInTheDocument();
  });

  it('shows that stages run in a circle at the field that the API names, and keeps what was typed', async () => {
    const { user } = await show();
    const message = '阶段顺序形成循环：S2 → S3 → S2。';
    refuse(
      planEndpoints.save,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'stages.2.after', code: 'loop', message }],
      }),
    );
    await user.type(goal('S3'), '（改）');
    await save(user);
    expect(await within(stage('S3')).findByText(message)).toBeVisible();
    expect(within(stage('S2')).queryByText(message)).not.toBeInTheDocument();
    expect(goal('S3')).toHaveValue('双 J 管置入（改）');
  });

  it('asks for what is missing before anything is sent', async () => {
    const { user } = await show();
    await user.click(within(stages()).getByRole('button', { name: '添加阶段' }));
    await save(user);
    expect((await within(stage('S6')).findAllByText('此项必填。')).length).toBeGreaterThan(0);
    expect(askedOf(planEndpoints.save)).toHaveLength(0);
  });

  it('takes a stage out and brings it back as it was, with the stages that waited for it', async () => {
    const { user } = await show();
    answer(planEndpoints.save, ({ body }) => ({ ...mine, title: body.title, version: 4 }));
    await user.click(within(stage('S3')).getByRole('button', { name: '移除 S3' }));
    expect(codes()).toEqual(['S1', 'S2', 'S4', 'S5']);
    expect(within(stage('S4')).getByText('S2')).toBeInTheDocument();
    await user.click(within(stages()).getByRole('button', { name: '撤销移除' }));
    expect(codes()).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
    expect(goal('S3')).toHaveValue('双 J 管置入');
    expect(await screen.findByText(/没有未保存的修改/)).toBeVisible();
  });

  it('moves a stage up without changing its code or its predecessors', async () => {
    const { user } = await show();
    await user.click(within(stage('S3')).getByRole('button', { name: '上移 S3' }));
    expect(codes()).toEqual(['S1', 'S3', 'S2', 'S4', 'S5']);
    expect(goal('S3')).toHaveValue('双 J 管置入');
  });

  it('takes over what the involved structures suggest: a structure at risk, a contingency, a stage', async () => {
    const { user } = await show();
    const suggestions = within(await within(stage('S3')).findByRole('list', { name: '按受累结构建议', hidden: true }));
    await user.click(suggestions.getByRole('button', { name: '加入风险结构：左输尿管', hidden: true }));
    await user.click(suggestions.getByRole('button', { name: /加入预案：输尿管损伤/, hidden: true }));
    expect(within(stage('S3')).getByRole('textbox', { name: /预案|应急/ })).toHaveValue(
      `${mine.stages[2]?.contingency}\n输尿管损伤：双 J 管置入`,
    );
    await waitFor(() => expect(within(stage('S3')).queryByText(/按受累结构建议/)).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: '添加阶段：切除受累输尿管并再植' }));
    expect(codes()).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6']);
    expect(goal('S6')).toHaveValue('切除受累输尿管并再植');
    expect(screen.queryByRole('button', { name: '添加阶段：切除受累输尿管并再植' })).not.toBeInTheDocument();
  });

  it('duplicates a stage under the next free code', async () => {
    const { user } = await show();
    await user.click(within(stage('S3')).getByRole('button', { name: '复制 S3' }));
    expect(codes()).toEqual(['S1', 'S2', 'S3', 'S6', 'S4', 'S5']);
    expect(goal('S6')).toHaveValue('双 J 管置入');
  });

  it('offers only people of the department that was chosen', async () => {
    const { user } = await show();
    await user.click(within(stage('S3')).getByRole('combobox', { name: /阶段主刀/ }));
    // The list that opens has no role of its own; what can be chosen stands in it.
    const opened = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('.ant-select-dropdown');
      if (found === null) throw new Error('The list has not opened');
      return found;
    });
    expect(within(opened).getByText(/江听澜/)).toBeInTheDocument();
    expect(within(opened).queryByText(/裴仲谦/)).not.toBeInTheDocument();
  });
});

describe('saving a plan that stage leads have confirmed', () => {
  const confirmed: PlanView = {
    ...samplePlan({ state: 'STAGED', availableActions: ['edit'] }),
    stages: mine.stages.map((one) => ({ ...one, confirmation: 'CONFIRMED', confirmedAt: '2026-01-01T00:00:00.000Z' })),
  };

  it('says before saving whose stage reads differently, and afterwards who was asked again', async () => {
    const { user } = await show(confirmed);
    answer(
      planEndpoints.save,
      withStage({ ...confirmed, version: 4 }, 'S4', { goal: '髂外动脉', confirmation: 'WAITING' }),
    );
    await user.clear(goal('S4'));
    await user.type(goal('S4'), '髂外动脉');
    expect(await screen.findByText(/保存后将重新请 S4 裴仲谦 会签。/)).toBeVisible();
    await save(user);
    expect(await screen.findByText(/已重新请 S4 裴仲谦 会签。/)).toBeVisible();
  });

  it('says that confirmations stay where no stage is touched', async () => {
    const { user } = await show(confirmed);
    await user.type(title(), '（修订）');
    expect(await screen.findByText(/已有会签保留。/)).toBeVisible();
  });
});

describe('somebody else saved first', () => {
  const theirs = { ...mine, version: 4, position: '俯卧位', updatedBy: '陆怀舟' };

  async function meetTheirs() {
    const shown = await show();
    refuse(
      planEndpoints.save,
      problemOf('object/stale', { parameters: { who: '陆怀舟', at: '09:40' }, currentVersion: 4 }),
    );
    answer(planEndpoints.read, theirs);
    await shown.user.clear(title());
    await shown.user.type(title(), '我的标题');
    await save(shown.user);
    await screen.findByRole('table', { name: '两份修改的比较' });
    return shown;
  }

  it('keeps what was typed and shows both sides of every part that differs', async () => {
    await meetTheirs();
    expect(title()).toHaveValue('我的标题');
    const table = screen.getByRole('table', { name: '两份修改的比较' });
    expect(within(table).getByRole('row', { name: /方案标题/ })).toHaveTextContent('我的标题');
    expect(within(table).getByRole('row', { name: /体位/ })).toHaveTextContent('俯卧位');
    expect(within(table).getAllByRole('row')).toHaveLength(3);
  });

  it('saves the chosen content on top of theirs', async () => {
    const { user } = await meetTheirs();
    answer(planEndpoints.save, ({ body }) => ({ ...theirs, title: body.title, version: 5 }));
    await user.click(screen.getByRole('button', { name: '按所选内容保存' }));
    expect(await screen.findByText(/已保存/)).toBeVisible();
    expect(askedOf(planEndpoints.save).at(-1)?.body).toMatchObject({
      version: 4,
      title: '我的标题',
      position: '俯卧位',
    });
    expect(screen.queryByRole('table', { name: '两份修改的比较' })).not.toBeInTheDocument();
  });

  it('lets go of what was typed only when that is asked for', async () => {
    const { user } = await meetTheirs();
    await user.click(screen.getByRole('button', { name: '放弃我的修改，载入最新' }));
    expect(title()).toHaveValue(mine.title);
    expect(within(basics()).getByRole('textbox', { name: '体位' })).toHaveValue('俯卧位');
  });
});

describe('submitting to the stage leads', () => {
  it('saves what is unsaved first and then shows the plan', async () => {
    const { user, address } = await show();
    answer(planEndpoints.save, ({ body }) => ({ ...mine, title: body.title, version: 4 }));
    answer(planEndpoints.stage, { ...mine, state: 'STAGED', version: 5 });
    await user.type(title(), '（修订）');
    await user.click(await within(foot()).findByRole('button', { name: '保存并提交各科会签' }));
    await waitFor(() => expect(address()).toBe(`/plans/${planId}`));
    expect(askedOf(planEndpoints.stage)[0]?.body).toEqual({ version: 4 });
  });

  it('puts a free time that is offered into the form', async () => {
    const { user } = await show();
    refuse(
      planEndpoints.stage,
      problemOf('booking/clash', {
        parameters: { what: '裴仲谦' },
        clashes: [
          {
            resourceKind: 'PERSON',
            resourceId: planId,
            resourceName: '裴仲谦',
            title: '院内MDT',
            startsAt: '2099-11-26T01:00:00.000Z',
            endsAt: '2099-11-26T03:00:00.000Z',
          },
        ],
        alternatives: [{ startsAt: '2099-11-27T00:30:00.000Z', endsAt: '2099-11-27T06:00:00.000Z' }],
      }),
    );
    await user.click(within(foot()).getByRole('button', { name: '提交各科会签' }));
    expect(await screen.findByRole('list', { name: '冲突的占用' })).toHaveTextContent('人员 裴仲谦 · 院内MDT');
    await user.click(within(screen.getByRole('list', { name: '可用的开始时间' })).getByRole('button'));
    expect(within(basics()).getByRole('textbox', { name: '开始时间' })).toHaveValue('2099-11-27 08:30');
  });

  it('says what the plan still lacks', async () => {
    const { user } = await show();
    refuse(planEndpoints.stage, problemOf('plan/incomplete', { parameters: { missing: '手术间' } }));
    await user.click(within(foot()).getByRole('button', { name: '提交各科会签' }));
    expect(await screen.findByText('未提交。方案尚不完整：手术间。')).toBeVisible();
  });
});

describe('leaving the form', () => {
  it('asks when something is not saved, and stays when told to', async () => {
    const { user, address } = await show();
    await user.type(title(), '（修订）');
    await user.click(within(foot()).getByRole('link', { name: '返回方案' }));
    const dialog = await screen.findByRole('dialog', { name: '有未保存的修改' });
    await user.click(within(dialog).getByRole('button', { name: '继续编辑' }));
    expect(address()).toBe(route);
    expect(title()).toHaveValue(`${mine.title}（修订）`);
  });

  it('goes without a question when nothing was changed', async () => {
    const { user, address } = await show();
    await user.click(within(foot()).getByRole('link', { name: '返回方案' }));
    await waitFor(() => expect(address()).toBe(`/plans/${planId}`));
  });

  it('is no form at all for somebody who may not edit', async () => {
    answer(organisationEndpoints.directory, sampleDirectory);
    answer(anatomyEndpoints.read, sampleAnatomy);
    answer(planEndpoints.read, samplePlan());
    await renderScreen(<EditPlanScreen />, { route });
    expect(await screen.findByText(/方案目前不能由您编辑/)).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
