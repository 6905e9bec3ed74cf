import { patientEndpoints, type PatientComparison, type PatientMerge } from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { MergePatientsScreen } from './merge';

const record = (pickedBy: string, others: string[] = []): PatientComparison['kept'] => ({
  pickedBy,
  maskedName: '张**',
  sex: 'MALE',
  province: '甘肃',
  registeredAt: '2026-11-10T01:00:00Z',
  cases: [pickedBy, ...others].map((caseNo) => ({
    caseNo,
    state: 'PREPARING' as const,
    referredAt: '2026-11-10T01:00:00Z',
  })),
});
const comparison = (conflicts: PatientComparison['conflicts'] = []): PatientComparison => ({
  kept: record('P26-0187'),
  joined: record('P26-0211', ['P26-0215']),
  conflicts,
});
const merge = (changes: Partial<PatientMerge> = {}): PatientMerge => ({
  id: '00000000-0000-4000-8000-0000000000e1',
  kept: { maskedName: '张**', caseNos: ['P26-0187'] },
  joined: { maskedName: '张**', caseNos: ['P26-0211', 'P26-0215'] },
  conflicts: [],
  reason: '两次转诊分别登记',
  mergedAt: '2026-11-18T01:00:00Z',
  mergedBy: '许棠',
  undone: null,
  mayUndo: true,
  ...changes,
});

const show = () => renderScreen(<MergePatientsScreen />, { route: '/patients/merge' });
const fill = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });
function compare() {
  fill(screen.getByLabelText('保留的登记（病例编号）'), 'p26-0187');
  fill(screen.getByLabelText('并入的登记（病例编号）'), 'P26-0211');
  fireEvent.click(screen.getByText(/^核\s?对$/));
}

beforeEach(() => answer(patientEndpoints.merges, { items: [], nextCursor: null }));

describe('joining two patient records', () => {
  it('shows both masked and joins what was shown', async () => {
    answer(patientEndpoints.compare, comparison());
    answer(patientEndpoints.merge, merge());
    await show();
    compare();
    const joined = within(await screen.findByRole('region', { name: '并入 P26-0211' }));
    expect(joined.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['P26-0211', 'P26-0215']);
    expect(screen.getByText('姓名、性别和出生日期均一致。')).toBeInTheDocument();
    fill(screen.getByLabelText('合并理由'), '两次转诊分别登记');
    fireEvent.click(screen.getByText('合并登记'));
    expect(await screen.findByText('已合并。2 个病例归入保留的登记。')).toBeInTheDocument();
    expect(askedOf(patientEndpoints.merge)[0]?.body).toEqual({
      keep: 'P26-0187',
      join: 'P26-0211',
      reason: '两次转诊分别登记',
      confirmed: [],
      seenCaseNos: ['P26-0211', 'P26-0215'],
    });
  });

  it('wants every contradiction confirmed', async () => {
    answer(patientEndpoints.compare, comparison(['SEX', 'BIRTH_DATE']));
    await show();
    compare();
    const button = (await screen.findByText('合并登记')).closest('button');
    expect(button).toBeDisabled();
    fireEvent.click(screen.getByLabelText('性别不同，已核对为登记错误'));
    expect(button).toBeDisabled();
    fireEvent.click(screen.getByLabelText('出生日期不同，已核对为登记错误'));
    await waitFor(() => expect(button).toBeEnabled());
  });

  it('says at the field and beside it what is refused', async () => {
    refuse(
      patientEndpoints.compare,
      problemOf('request/invalid', { errors: [{ field: 'join', code: 'unknown', message: '没有这一项。' }] }),
    );
    await show();
    compare();
    expect(await screen.findByText('没有这一项。')).toBeInTheDocument();
    refuse(patientEndpoints.compare, 'patient-merge/one-record');
    fireEvent.click(screen.getByText(/^核\s?对$/));
    expect(await screen.findByRole('alert')).toHaveTextContent('两个病例属于同一份患者登记，无需合并。');
  });
});

describe('the records that were joined', () => {
  it('say that they are loading, that there are none, and what failed', async () => {
    leaveWaiting(patientEndpoints.merges);
    const { unmount } = await show();
    expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
    unmount();
    answer(patientEndpoints.merges, { items: [], nextCursor: null });
    const empty = await show();
    expect(await screen.findByText('没有合并记录。')).toBeInTheDocument();
    empty.unmount();
    refuse(patientEndpoints.merges, 'access/denied');
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('合并记录未能载入。');
  });

  it('are parted for a reason, once', async () => {
    answer(patientEndpoints.merges, { items: [merge()], nextCursor: null });
    const undone = merge({ mayUndo: false, undone: { at: '2026-11-18T02:00:00Z', by: '许棠', reason: '并非同一人' } });
    answer(patientEndpoints.undoMerge, undone);
    await show();
    fireEvent.click(await screen.findByText('撤销合并'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/2 个病例归还原登记/)).toBeInTheDocument();
    answer(patientEndpoints.merges, { items: [undone], nextCursor: null });
    fill(dialog.getByLabelText('撤销理由'), '并非同一人');
    fireEvent.click(dialog.getByRole('button', { name: '撤销合并' }));
    await waitFor(() => expect(screen.getByText('已撤销')).toBeInTheDocument());
    expect(screen.queryByText('撤销合并')).toBeNull();
  });
});
