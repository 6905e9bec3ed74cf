import { organisationEndpoints, recordEndpoints } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, refuse, renderScreen } from '../../../testing/server';
import { emptyRecordExample, fullRecordExample, recordDirectory } from '../testing/example-records';
import { RecordOverview } from './record-overview';

beforeEach(() => {
  answer(organisationEndpoints.directory, recordDirectory);
  answer(recordEndpoints.codes, ({ params }) => ({
    items:
      params.list === 'icd10'
        ? [{ code: 'C20.x00', label: { zh: '直肠恶性肿瘤', en: 'Malignant neoplasm of rectum' }, verified: false }]
        : [{ code: '8140/3', label: { zh: '腺癌', en: 'Adenocarcinoma' }, verified: true }],
  }));
});

const show = () => renderScreen(<RecordOverview caseNo="P26-0187" />, { route: '/cases/P26-0187' });
const part = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the record on the page of a case', () => {
  it('says of every part what it holds, since when, from where and by whom', async () => {
    answer(recordEndpoints.read, fullRecordExample());
    await show();
    const diagnosis = await part('诊断');
    expect(await diagnosis.findByText('未核对')).toBeInTheDocument();
    expect(diagnosis.getByText('码表外')).toBeInTheDocument();
    expect(diagnosis.getByText('2026-11-13 · 本院')).toBeInTheDocument();
    expect(diagnosis.getByText(/陆怀舟.*记录/)).toBeInTheDocument();

    const staging = await part('分期');
    expect(staging.getByText('IIIC')).toBeInTheDocument();
    expect(staging.getByText('rT4b N0 M0')).toBeInTheDocument();
    expect(staging.getByText('医师改定')).toBeInTheDocument();
    expect(staging.getByText(/侧方淋巴结可疑.*推导为 IIC/)).toBeInTheDocument();
    expect(staging.getByText(/AJCC 结直肠 第 8 版/)).toBeInTheDocument();

    const status = await part('身体状况');
    for (const fact of ['ECOG 1', 'ASA III', 'NRS2002 4，有营养风险', 'BMI 18.7'])
      expect(status.getByText(fact)).toBeInTheDocument();
    expect((await part('检验')).getByRole('img', { name: 'CEA趋势，3 次' })).toBeInTheDocument();
    expect((await part('随访计划')).getByText('2027-02-18')).toBeInTheDocument();
  });

  it('tells how far each organ and vessel is involved, the gravest first, and what the second reading changed', async () => {
    answer(recordEndpoints.read, fullRecordExample());
    await show();
    const imaging = await part('影像');
    await imaging.findByText('膀胱');
    const rows = within(imaging.getByRole('table', { name: '盆腔增强 MRI的脏器与血管受累' })).getAllByRole('row');
    expect(rows.slice(1).map((row) => row.textContent)).toEqual([
      '右输尿管 受侵',
      '膀胱 未受累',
      '右髂内动脉 ≥ 180° / 包绕',
    ]);
    expect(imaging.getByText('48 × 41 mm')).toBeInTheDocument();
    expect(imaging.getByText('CRM 0.5 mm，受威胁')).toBeInTheDocument();
    expect(imaging.getByText('重大差异')).toBeInTheDocument();
    expect(imaging.getByText('S2 未受侵，切除平面下移')).toBeInTheDocument();
  });

  it('shows the way of the disease with the recurrences marked', async () => {
    answer(recordEndpoints.read, fullRecordExample());
    await show();
    const marked = (await part('治疗经过'))
      .getAllByRole('listitem')
      .filter((entry) => /复发/.test(entry.textContent ?? ''));
    expect(marked.map((entry) => entry.querySelector('time')?.dateTime)).toEqual(['2025-07-03', '2026-11-13']);
    expect(marked[1]).toHaveTextContent('第 2 次复发');
  });

  it('has no button but the histories where nothing may be written', async () => {
    answer(recordEndpoints.read, fullRecordExample());
    await show();
    await part('诊断');
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
    expect(names.every((name) => name?.endsWith('的历史'))).toBe(true);
    expect(names).toHaveLength(12);
  });

  it('says of each empty part that it is empty, with the way to write it where that is open', async () => {
    answer(recordEndpoints.read, emptyRecordExample(['staging', 'laboratory']));
    await show();
    expect((await part('结局登记')).getByText('尚未填写。')).toBeInTheDocument();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['填写分期', '填写检验']);
  });

  it('says why it cannot be shown, and tries again', async () => {
    refuse(recordEndpoints.read, 'server/failed');
    const { user } = await show();
    const retry = await screen.findByRole('button', { name: '重试' });
    answer(recordEndpoints.read, fullRecordExample());
    await user.click(retry);
    expect(await screen.findByRole('region', { name: '病情摘要' })).toBeInTheDocument();
  });
});
