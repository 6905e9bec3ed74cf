import {
  anatomyEndpoints,
  caseEndpoints,
  completenessEndpoints,
  organisationEndpoints,
  planEndpoints,
  recordEndpoints,
  remoteEndpoints,
} from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleAnatomy } from '../../../testing/sample-anatomy';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { exampleCase, exampleParts } from '../testing/example-cases';
import { exampleDirectory, planId, sessionId, shareId } from '../../../testing/example-house';
import { exampleCompleteness } from '../testing/example-completeness';
import { CaseScreen } from './case';

beforeEach(() => {
  answer(organisationEndpoints.directory, exampleDirectory);
  answer(recordEndpoints.read, exampleParts);
  answer(completenessEndpoints.read, exampleCompleteness());
  answer(anatomyEndpoints.read, sampleAnatomy);
});

async function show(changes: Parameters<typeof exampleCase>[0] = {}, tab = 'overview') {
  const view = exampleCase(changes);
  answer(caseEndpoints.read, view);
  const rendered = await renderScreen(<CaseScreen />, { route: `/cases/P26-0187?tab=${tab}` });
  await screen.findByRole('heading', { name: '张**' });
  return rendered;
}
const buttons = () =>
  screen
    .queryAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent)
    .filter((name) => name !== '收起按键提示');

describe('the case page', () => {
  it('offers no act where none is open', async () => {
    await show();
    expect(buttons()).toEqual([]);
  });

  it('offers exactly the acts that are open', async () => {
    await show({
      availableActions: ['schedule', 'reveal-identity', 'record-consent', 'open-plan'],
      planId,
    });
    expect(buttons().sort()).toEqual(['显示全名', '记录同意', '排入会议', '打开手术方案'].sort());
  });

  it('leads to where the next step is taken, and offers no way to where one is', async () => {
    const { user, address } = await show({ state: 'REFERRED', availableActions: ['take-in-triage'] });
    await user.click(screen.getByRole('button', { name: '分诊' }));
    expect(address()).toBe('/cases/P26-0187?tab=departments');
    expect(await screen.findByRole('button', { name: '接收分诊' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '分诊' })).toBeNull();
  });

  it('says what follows from the involved structures, and from which', async () => {
    await show();
    const derived = within(screen.getByRole('region', { name: '由受累结构得出' }));
    expect(await derived.findByText('两个及以上分区，属盆腔脏器联合切除术')).toBeInTheDocument();
    expect(derived.getByText('骶骨或髋臼受累，高出血风险')).toBeInTheDocument();
    expect(within(derived.getByRole('list', { name: '须请科室' })).getByRole('listitem')).toHaveTextContent(
      '泌尿外科 · 必须参加左输尿管',
    );
    expect(within(derived.getByRole('list', { name: '本例法定人数' })).getByRole('listitem')).toHaveTextContent(
      '受累结构：左输尿管（受侵）',
    );
  });

  it('leaves the rest of the page where what follows cannot be loaded, and loads it again', async () => {
    refuse(anatomyEndpoints.read, 'server/unavailable');
    const { user } = await show();
    const derived = within(screen.getByRole('region', { name: '由受累结构得出' }));
    expect(await derived.findByRole('alert')).toHaveTextContent('推论未能载入：');
    answer(anatomyEndpoints.read, sampleAnatomy);
    await user.click(derived.getByRole('button', { name: '重试' }));
    expect(await derived.findByRole('list', { name: '须请科室' })).toBeInTheDocument();
  });

  it('says how far each department is and until when', async () => {
    await show();
    const list = within(screen.getByRole('list', { name: '科室意见' }));
    const pathology = (await list.findByText('病理科')).closest('li');
    expect(pathology).toHaveTextContent(/逾期/);
    expect(list.getByText('医学影像科').closest('li')).toHaveTextContent('提供信息');
    expect(list.getByText('放疗科').closest('li')).toHaveTextContent('豁免：放疗科已在会上口头答复');
    expect(screen.getByText('已交 1 / 应交 5')).toBeInTheDocument();
  });

  it('says whom to ask where the case is not to be seen', async () => {
    refuse(caseEndpoints.read, 'object/not-found');
    await renderScreen(<CaseScreen />, { route: '/cases/P26-0999' });
    expect(await screen.findByText(/没有找到病例 P26-0999.*MDT协调员/)).toBeInTheDocument();
  });

  it('asks for a reason before it names the patient, and masks the name when the window is left', async () => {
    answer(caseEndpoints.revealIdentity, ({ body }) => {
      expect(body.reason).toBe('核对手术同意书');
      return {
        name: '张示例01',
        identityNo: '999999197403120027',
        phone: '10000000187',
        recordNo: '',
        birthDate: '1974-03-12',
      };
    });
    const { user } = await show({ availableActions: ['reveal-identity'] });
    await user.click(screen.getByRole('button', { name: '显示全名' }));
    const form = within(await screen.findByRole('form', { name: '显示患者身份' }));
    await user.type(form.getByLabelText('理由'), '核对手术同意书');
    await user.click(form.getByRole('button', { name: '显示 60 秒' }));
    expect(await screen.findByRole('heading', { name: '张示例01' })).toBeInTheDocument();
    expect(document.title).not.toContain('张示例01');

    fireEvent.blur(window);
    expect(await screen.findByRole('heading', { name: '张**' })).toBeInTheDocument();
    expect(screen.queryByText('999999197403120027')).toBeNull();
  });

  it('says at the reason that one is needed from somebody outside the care team', async () => {
    refuse(
      caseEndpoints.revealIdentity,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'reason', code: 'required', message: '此项必填。' }],
      }),
    );
    const { user } = await show({ availableActions: ['reveal-identity'] });
    await user.click(screen.getByRole('button', { name: '显示全名' }));
    const form = within(await screen.findByRole('form', { name: '显示患者身份' }));
    await user.click(form.getByRole('button', { name: '显示 60 秒' }));
    expect(await form.findByText('此项必填。')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '张**' })).toBeInTheDocument();
  });

  it('withdraws a share with a reason', async () => {
    answer(remoteEndpoints.revoke, { revokedAt: '2026-11-18T09:45:00+08:00' });
    const { user } = await show({
      availableActions: ['revoke-share'],
      shares: [
        {
          id: shareId,
          pxCode: 'PX-7F3K',
          hospital: { zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' },
          sessionId,
          version: 3,
          state: 'ACTIVE',
          sections: ['SUMMARY', 'QUESTIONS', 'IMAGING'],
          agreementNo: 'YL-BC-2026-01',
          consent: { id: shareId, signedOn: '2026-11-12', endsOn: null },
          expiresAt: '2099-11-25T18:00:00+08:00',
          revokedAt: null,
          revokeReason: null,
          openings: [{ person: '闻人朔', times: 2, firstAt: '2025-11-17T08:00:00Z', lastAt: '2025-11-17T09:00:00Z' }],
        },
      ],
    });
    const shares = screen.getByRole('list', { name: '对外共享' });
    expect(shares).toHaveTextContent('共享：诊断与摘要、请答问题、影像所见');
    expect(shares).toHaveTextContent('依据：2026-11-12 签署的同意 · 协议 YL-BC-2026-01');
    expect(shares).toHaveTextContent('闻人朔 最近 2025-11-17 打开，共 2 次');
    await user.click(screen.getByRole('button', { name: '撤回 PX-7F3K' }));
    const dialog = within(await screen.findByRole('dialog', { name: '撤回对 北辰肿瘤医院 的共享' }));
    await user.type(dialog.getByLabelText('撤回理由'), '患者撤回同意');
    await user.click(dialog.getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(askedOf(remoteEndpoints.revoke)[0]?.body).toEqual({ reason: '患者撤回同意' }));
  });

  it('starts the surgical plan once the patient has agreed, and opens it for writing', async () => {
    answer(planEndpoints.start, { id: planId });
    const { user, address } = await show({ state: 'DECIDED', availableActions: ['start-plan'] });
    await user.click(screen.getByRole('button', { name: '开始手术方案' }));
    const dialog = within(await screen.findByRole('dialog', { name: '开始手术方案' }));
    await user.type(dialog.getByLabelText('方案名称'), '骶前复发灶联合切除');
    await user.click(dialog.getByRole('button', { name: '开始手术方案' }));
    await waitFor(() => expect(address()).toBe(`/plans/${planId}/edit`));
    expect(askedOf(planEndpoints.start)[0]?.body).toMatchObject({ version: 7, title: '骶前复发灶联合切除' });
  });

  it('says calmly that a case has ended', async () => {
    await show({ state: 'DECEASED' });
    expect(screen.getByText('病例已故，提醒已停止。')).toBeInTheDocument();
  });
});
