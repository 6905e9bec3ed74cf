import { caseEndpoints, completenessEndpoints, type Completeness } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { exampleCase } from '../testing/example-cases';
import { exampleCompleteness, exampleItem } from '../testing/example-completeness';
import { personId } from '../../../testing/example-house';
import { CompletenessPanel } from './completeness-panel';

beforeEach(() => answer(caseEndpoints.read, exampleCase()));

async function show(changes: Partial<Completeness> = {}) {
  answer(completenessEndpoints.read, exampleCompleteness(changes));
  const rendered = await renderScreen(<CompletenessPanel caseNo="P26-0187" />);
  await screen.findByRole('status');
  return rendered;
}

describe('the material of a case', () => {
  it('says in one sentence why the case is not ready, and marks a missing item with a word', async () => {
    await show();
    expect(screen.getByText(/尚未就绪：缺 盆腔 MRI，6 周内；1 个必须参加的科室未交意见。/)).toBeInTheDocument();
    const imaging = within(screen.getByRole('region', { name: '影像' }));
    expect(imaging.getByRole('listitem')).toHaveTextContent('缺');
    expect(imaging.getByRole('listitem')).toHaveTextContent('陆怀舟');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('keeps optional items out of sight until they are asked for', async () => {
    const { user } = await show();
    expect(screen.queryByText('ASA 分级')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '显示可选资料（1）' }));
    expect(screen.getByText('ASA 分级')).toBeInTheDocument();
  });

  it('sends the state of an item, and says at the field that waiving needs a reason', async () => {
    refuse(
      completenessEndpoints.setItem,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'reason', code: 'waive-reason', message: '豁免须写明理由。' }],
      }),
    );
    const { user } = await show({ maySet: true });
    await user.click(screen.getByRole('button', { name: '登记“盆腔 MRI，6 周内”的状态' }));
    const dialog = within(await screen.findByRole('dialog', { name: '盆腔 MRI，6 周内' }));
    await user.click(dialog.getByRole('radio', { name: '豁免' }));
    await user.click(dialog.getByRole('button', { name: '登记状态' }));
    expect(await dialog.findByText('豁免须写明理由。')).toBeInTheDocument();
    expect(askedOf(completenessEndpoints.setItem)[0]?.body).toEqual({
      version: 1,
      state: 'WAIVED',
      reason: '',
      factOn: null,
    });
  });

  it('shows who would be reminded of what before anybody is', async () => {
    const chase = [
      { personId: personId(2), name: '陆怀舟', items: [exampleItem().label], notBefore: null },
      { personId: personId(3), name: '温书言', items: [], notBefore: '2099-11-18T10:00:00+08:00' },
    ];
    answer(completenessEndpoints.chase, { told: 1, completeness: exampleCompleteness() });
    const { user } = await show({ chase, mayChase: true });
    await user.click(screen.getByRole('button', { name: '催办' }));
    const dialog = within(await screen.findByRole('dialog', { name: '催办待补资料' }));
    expect(dialog.getByText(/陆怀舟：盆腔 MRI，6 周内/)).toBeInTheDocument();
    expect(dialog.getByText(/后可再次催办/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '提醒 1 人' }));
    await waitFor(() => expect(askedOf(completenessEndpoints.chase)).toHaveLength(1));
  });

  it('says so before triage, while it loads, and when it fails', async () => {
    answer(completenessEndpoints.read, exampleCompleteness({ checklistNumber: null, items: [] }));
    const first = await renderScreen(<CompletenessPanel caseNo="P26-0187" />);
    expect(await screen.findByText(/分诊后按肿瘤类型列出/)).toBeInTheDocument();
    first.unmount();
    leaveWaiting(completenessEndpoints.read);
    const second = await renderScreen(<CompletenessPanel caseNo="P26-0188" />);
    expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
    second.unmount();
    refuse(completenessEndpoints.read, problemOf('server/failed', { parameters: { requestId: 'req-1' } }));
    await renderScreen(<CompletenessPanel caseNo="P26-0189" />);
    expect(await screen.findByRole('alert')).toHaveTextContent('req-1');
  });
});
