import {
  anatomyEndpoints,
  caseEndpoints,
  organisationEndpoints,
  recordEndpoints,
  restrictedEndpoints,
  type AnswerOf,
  type RestrictedFact,
} from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleAnatomy } from '../../../testing/sample-anatomy';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { CaseScreen } from '../screens/case';
import { exampleCase, exampleParts } from '../testing/example-cases';
import { departmentId, exampleDirectory } from '../../../testing/example-house';

type Facts = AnswerOf<typeof restrictedEndpoints.list>;
const id = '00000000-0000-7000-8010-000000000001';
const fact = (changes: Partial<RestrictedFact> = {}): RestrictedFact => ({
  id,
  version: 3,
  recordedAt: '2026-11-17T10:00:00+08:00',
  recordedBy: '陆怀舟',
  departmentIds: [departmentId('pathology')],
  isRetired: false,
  ...changes,
});
const facts = (changes: Partial<Facts> = {}): Facts => ({
  items: [fact()],
  departmentIds: [departmentId('pathology'), departmentId('anaesthesia')],
  mayWrite: true,
  ...changes,
});
const content = { kind: 'HIV', result: '抗体确证阳性', examinedOn: '2026-11-01', source: '省疾控中心' } as const;

beforeEach(() => {
  answer(organisationEndpoints.directory, exampleDirectory);
  answer(recordEndpoints.read, exampleParts);
  answer(anatomyEndpoints.read, sampleAnatomy);
});

async function show(list: Facts) {
  answer(caseEndpoints.read, exampleCase({ availableActions: ['show-restricted'] }));
  answer(restrictedEndpoints.list, list);
  return renderScreen(<CaseScreen />, { route: '/cases/P26-0187' });
}
const panel = async () => within(await screen.findByRole('region', { name: '特殊敏感信息' }));

describe('restricted facts on the page of a case', () => {
  it('are no part of it for who holds none of them: nothing is asked for', async () => {
    answer(caseEndpoints.read, exampleCase());
    await renderScreen(<CaseScreen />, { route: '/cases/P26-0187' });
    expect(await screen.findByRole('heading', { name: '张**' })).toBeInTheDocument();
    expect(screen.queryByText('特殊敏感信息')).toBeNull();
    expect(askedOf(restrictedEndpoints.list)).toEqual([]);
  });

  it('stand masked until one is asked for with a reason, and again when the window is left', async () => {
    answer(restrictedEndpoints.reveal, content);
    const { user } = await show(facts({ mayWrite: false, items: [fact({ departmentIds: null })], departmentIds: [] }));
    const part = await panel();
    expect(await part.findByText('记录 1')).toBeInTheDocument();
    expect(document.body.textContent).not.toContain('HIV');
    await user.click(part.getByRole('button', { name: '显示' }));
    const dialog = within(await screen.findByRole('dialog', { name: '显示特殊敏感信息' }));
    await user.type(dialog.getByLabelText('理由'), '术前评估');
    await user.click(dialog.getByRole('button', { name: '显示 60 秒' }));
    expect(await part.findByText('抗体确证阳性')).toBeInTheDocument();
    expect(part.getByText('HIV')).toBeInTheDocument();
    expect(askedOf(restrictedEndpoints.reveal)[0]?.body).toEqual({ reason: '术前评估' });
    expect(part.queryByRole('button', { name: '更改' })).toBeNull();
    fireEvent.blur(window);
    await waitFor(() => expect(part.queryByText('抗体确证阳性')).toBeNull());
  });

  it('say at the reason that one is needed', async () => {
    refuse(
      restrictedEndpoints.reveal,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'reason', code: 'required', message: '此项必填。' }],
      }),
    );
    const { user } = await show(facts());
    await user.click(await (await panel()).findByRole('button', { name: '显示' }));
    const dialog = within(await screen.findByRole('dialog', { name: '显示特殊敏感信息' }));
    await user.click(dialog.getByRole('button', { name: '显示 60 秒' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
  });

  it('are recorded by the owner, who says which departments see them', async () => {
    answer(restrictedEndpoints.record, facts());
    const { user } = await show(facts({ items: [] }));
    const part = await panel();
    expect(await part.findByText('没有登记特殊敏感信息。')).toBeInTheDocument();
    await user.click(part.getByRole('button', { name: '登记' }));
    const dialog = within(await screen.findByRole('dialog', { name: '特殊敏感信息' }));
    await user.click(dialog.getByRole('radio', { name: '胚系基因检测' }));
    await user.type(dialog.getByLabelText('结果'), 'BRCA1 致病变异');
    await user.type(dialog.getByLabelText('检查日期'), '2026-11-01{Enter}');
    await user.type(dialog.getByLabelText('来源'), '本院检验科');
    await user.click(dialog.getByRole('combobox', { name: '可查看的科室' }));
    await user.click(await screen.findByTitle('麻醉科'));
    expect(screen.queryByTitle('骨软组织肿瘤科')).toBeNull();
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(askedOf(restrictedEndpoints.record)[0]?.body).toEqual({
        kind: 'GERMLINE',
        result: 'BRCA1 致病变异',
        examinedOn: '2026-11-01',
        source: '本院检验科',
        departmentIds: [departmentId('anaesthesia')],
      }),
    );
    expect(await part.findByText('可查看：病理科')).toBeInTheDocument();
  });

  it('are changed only while they are shown, on the version seen', async () => {
    answer(restrictedEndpoints.reveal, content);
    refuse(restrictedEndpoints.change, 'object/stale');
    const { user } = await show(facts());
    const part = await panel();
    await user.click(await part.findByRole('button', { name: '显示' }));
    await user.click(
      within(await screen.findByRole('dialog', { name: '显示特殊敏感信息' })).getByRole('button', {
        name: '显示 60 秒',
      }),
    );
    await user.click(await part.findByRole('button', { name: '更改' }));
    const dialog = within(await screen.findByRole('dialog', { name: '特殊敏感信息' }));
    await user.clear(dialog.getByLabelText('结果'));
    await user.type(dialog.getByLabelText('结果'), '复查阴性');
    await user.click(dialog.getByRole('button', { name: '保存' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('已修改此项');
    expect(askedOf(restrictedEndpoints.change)[0]?.body).toMatchObject({ version: 3, result: '复查阴性', kind: 'HIV' });
    expect(dialog.getByLabelText('结果')).toHaveValue('复查阴性');
  });

  it('are retired after being asked once more, and brought back', async () => {
    answer(restrictedEndpoints.retire, facts({ items: [fact({ isRetired: true, version: 4 })] }));
    answer(restrictedEndpoints.restore, facts());
    const { user } = await show(facts());
    const part = await panel();
    await user.click(await part.findByRole('button', { name: '停用' }));
    await user.click(within(await screen.findByRole('tooltip')).getByRole('button', { name: '停用' }));
    expect(await part.findByText('已停用')).toBeInTheDocument();
    await user.click(part.getByRole('button', { name: '恢复' }));
    await waitFor(() => expect(askedOf(restrictedEndpoints.restore)[0]?.body).toEqual({ version: 4 }));
  });
});
