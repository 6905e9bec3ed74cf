import { organisationEndpoints, recordEndpoints, type FullRecord, type RecordSection } from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { HistoryDrawer } from '../history/history-drawer';
import { emptyRecordExample, fullRecordExample, recordDirectory, withPart } from '../testing/example-records';
import { PartDrawer } from './part-drawer';

beforeEach(() => {
  answer(organisationEndpoints.directory, recordDirectory);
  answer(recordEndpoints.codes, { items: [] });
});

async function open(record: FullRecord, section: RecordSection) {
  answer(recordEndpoints.read, record);
  const onClose = vi.fn<() => void>();
  const rendered = await renderScreen(
    <PartDrawer caseNo="P26-0187" section={section} part={record.sections[section]} onClose={onClose} />,
    { route: '/cases/P26-0187' },
  );
  return { ...rendered, onClose, form: within(screen.getByRole('dialog')) };
}
const press = (text: string) => {
  const button = screen.getByText(text).closest('button');
  if (button === null) throw new Error(`${text} is no button`);
  fireEvent.click(button);
};
const sent = async (times = 1) => {
  await waitFor(() => expect(askedOf(recordEndpoints.write)).toHaveLength(times));
  return askedOf(recordEndpoints.write)[times - 1]?.body;
};
const type = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });
const { treatments } = fullRecordExample().sections;
const oneTreatment = withPart(fullRecordExample(), 'treatments', {
  content: { entries: treatments?.content.entries.slice(0, 1) ?? [] },
});
const stale = problemOf('object/stale', { currentVersion: 2, parameters: { who: '许棠', at: '09:40' } });

/** Large forms take their time in a simulated browser when the machine is busy. */
const unhurried = { timeout: 60_000 };

describe('writing a part of the record', unhurried, () => {
  it('sends what was typed on the revision that was seen, and shows the answer', async () => {
    const before = fullRecordExample({ writable: ['summary'] });
    answer(recordEndpoints.write, ({ body }) =>
      withPart(before, 'summary', { revision: 4, content: { text: String(body.content['text']) } }),
    );
    const { form, onClose } = await open(before, 'summary');
    type(form.getByLabelText('病情摘要'), '疼痛缓解。');
    type(form.getByLabelText('修改理由'), '复诊');
    press('保存');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(askedOf(recordEndpoints.write).map(({ params, body }) => [params.section, body])).toEqual([
      [
        'summary',
        expect.objectContaining({ revision: 3, source: 'OWN', reason: '复诊', content: { text: '疼痛缓解。' } }),
      ],
    ]);
  });

  it('begins an empty part at revision 0 and marks organs with the keyboard', async () => {
    answer(recordEndpoints.write, emptyRecordExample());
    const { user, form } = await open(emptyRecordExample(), 'structures');
    (await form.findByLabelText('膀胱 贴邻')).focus();
    await user.keyboard(' {ArrowDown} {ArrowUp}');
    expect(form.getByLabelText('膀胱 贴邻')).toHaveFocus();
    await user.click(form.getByLabelText('右髂内动脉 受侵'));
    await user.keyboard('{Delete}');
    press('保存');
    expect(await sent()).toMatchObject({
      revision: 0,
      content: {
        entries: [
          { code: 'bladder', involvement: 'ABUT' },
          { code: 'ureter-right', involvement: 'ABUT' },
        ],
      },
    });
  });

  it('says at the field of the entry why it was refused, and keeps what was typed', async () => {
    refuse(
      recordEndpoints.write,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'content.entries.0.doseGy', code: 'too-big', message: '不得大于 200。' }],
      }),
    );
    const { form } = await open(oneTreatment, 'treatments');
    const first = within(form.getByLabelText('既往治疗 1'));
    type(first.getByLabelText('总剂量（Gy）'), '5040');
    press('保存');
    expect(await first.findByText('不得大于 200。')).toBeInTheDocument();
    expect(first.getByLabelText('总剂量（Gy）')).toHaveValue('5040');
  });

  it('gives a removed entry back', async () => {
    answer(recordEndpoints.write, oneTreatment);
    const { form } = await open(oneTreatment, 'treatments');
    fireEvent.click(form.getByLabelText('既往治疗 · 删除第 1 条'));
    expect(form.queryByLabelText('既往治疗 1')).toBeNull();
    press('撤销');
    press('保存');
    await waitFor(() => expect(askedOf(recordEndpoints.write)).toHaveLength(1));
    expect(askedOf(recordEndpoints.write)[0]?.body.content).toEqual(oneTreatment.sections.treatments?.content);
  });

  it('asks before unsaved changes are given up', async () => {
    const { form, onClose } = await open(fullRecordExample(), 'wishes');
    type(form.getByLabelText('患者意愿'), '不愿造口。');
    press('取消');
    await screen.findByText('您对患者意愿的修改尚未保存。');
    expect(onClose).not.toHaveBeenCalled();
    press('继续编辑');
    expect(form.getByLabelText('患者意愿')).toHaveValue('不愿造口。');
  });

  it('sets two writings side by side, and sends what was chosen on the present revision', async () => {
    const before = fullRecordExample({ writable: ['status'] });
    const { user, form } = await open(before, 'status');
    const seen = before.sections.status;
    if (seen === null) throw new Error('the example has a status');
    const theirs = { ...seen.content, ecog: 3, asa: 'IV' as const };
    answer(recordEndpoints.read, withPart(before, 'status', { revision: 2, author: '许棠', content: theirs }));
    refuse(recordEndpoints.write, stale);
    type(form.getByLabelText('体力状态（ECOG）'), '2');
    type(form.getByLabelText('体重（kg）'), '50');
    press('保存');

    const choice = within(await form.findByRole('group', { name: '体力状态（ECOG）' }));
    expect(form.getByText('按所选保存').closest('button')).toBeDisabled();
    expect(form.getByText('还有 1 项未选择')).toBeInTheDocument();
    expect(within(form.getByRole('group', { name: /ASA分级/ })).getByRole('radio', { name: /许棠/ })).toBeChecked();
    expect(within(form.getByRole('group', { name: /体重/ })).getByRole('radio', { name: /您的修改/ })).toBeChecked();
    await user.click(choice.getByRole('radio', { name: /您的修改/ }));
    answer(recordEndpoints.write, before);
    press('按所选保存');
    expect(await sent(2)).toMatchObject({
      revision: 2,
      content: { ...theirs, ecog: 2, weightKg: 50 },
    });
  });

  it('derives the stage from its components while they are chosen', async () => {
    answer(recordEndpoints.stagings, {
      items: [
        {
          system: 'AJCC_COLORECTAL',
          edition: '8',
          source: 'AJCC 8',
          components: [
            {
              key: 'T',
              label: { zh: '原发肿瘤', en: 'Primary tumour' },
              choices: [{ value: 'T4b', label: { zh: 'T4b 侵犯其他器官', en: 'T4b other organ' } }],
            },
          ],
        },
      ],
    });
    answer(recordEndpoints.deriveStage, ({ body }) => ({
      group: body.components['T'] === 'T4b' ? 'IIC' : null,
      basis: 'T4b N0 M0',
    }));
    const { form } = await open(fullRecordExample(), 'staging');
    expect(await form.findByText('推导分期：IIC')).toBeInTheDocument();
    expect(form.getByDisplayValue('侧方淋巴结可疑，按阳性处理')).toBeInTheDocument();
  });
});

describe('the history of a part', () => {
  it('tells for each writing what it changed, who wrote it and why', async () => {
    const record = fullRecordExample();
    const { status } = record.sections;
    if (status === null) throw new Error('the example has a status');
    answer(recordEndpoints.history, {
      items: [
        { ...status, revision: 2, author: '许棠', reason: '复评', content: { ...status.content, ecog: 2 } },
        { ...status, revision: 1, content: { ...status.content } },
      ],
    });
    await renderScreen(<HistoryDrawer caseNo="P26-0187" section="status" onClose={() => undefined} />);
    const form = within(screen.getByRole('dialog'));
    const latest = within((await form.findByText('第 2 版')).closest('li') as HTMLElement);
    expect(latest.getByText('许棠')).toBeInTheDocument();
    expect(latest.getByText('理由：复评')).toBeInTheDocument();
    expect(latest.getByText('体力状态（ECOG）')).toBeInTheDocument();
    expect(latest.getByText('1', { selector: 'del' })).toBeInTheDocument();
    expect(latest.getByText('2', { selector: 'ins' })).toBeInTheDocument();
    expect(latest.queryByText('ASA分级')).toBeNull();
    expect(form.getByText('首次填写')).toBeInTheDocument();
  });
});
