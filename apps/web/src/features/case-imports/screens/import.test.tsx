import { importEndpoints, type ImportRow } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { ImportCasesScreen } from './import';

const row = (place: number, changes: Partial<ImportRow> = {}): ImportRow => ({
  row: place,
  cells: { name: `张示例0${place}`, ecog: '1' },
  problems: [],
  isKnownPatient: false,
  ...changes,
});
const file = (name = '病例.xlsx') => new File(['x'], name);
async function chosen() {
  const { user } = await renderScreen(<ImportCasesScreen />, { route: '/cases/import' });
  await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), file());
  return user;
}

describe('importing cases', () => {
  it('marks each cell that is wrong with why, and waits until none is', async () => {
    const wrong = row(3, { problems: [{ column: 'ecog', message: '不得大于 5。' }], isKnownPatient: true });
    answer(importEndpoints.preview, { rows: [wrong, row(2)], bad: 1, unknownHeadings: ['备注'] });
    const user = await chosen();
    expect(await screen.findByText('2 例，其中 1 行有问题，修改文件后重新选择')).toBeInTheDocument();
    const lines = screen.getAllByRole('row').slice(1);
    expect(lines[0]).toHaveTextContent('3已登记患者');
    expect(within(lines[0] as HTMLElement).getByText('不得大于 5。')).toBeInTheDocument();
    expect(screen.getByText('未读取的列：备注')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '导入 2 例' })).toBeDisabled();
    answer(importEndpoints.preview, { rows: [row(2), row(3)], bad: 0, unknownHeadings: [] });
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), file());
    expect(await screen.findByText('2 例，均可导入')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '导入 2 例' })).toBeEnabled();
  });

  it('imports all under one key, also when it is tried again, and shows the case numbers', async () => {
    answer(importEndpoints.preview, { rows: [row(2)], bad: 0, unknownHeadings: [] });
    refuse(importEndpoints.run, 'server/unavailable');
    const user = await chosen();
    await user.click(await screen.findByRole('button', { name: '导入 1 例' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('未导入。');
    answer(importEndpoints.run, { caseNos: ['P26-0301'] });
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('link', { name: 'P26-0301' })).toHaveAttribute('href', '/cases/P26-0301');
    const keys = askedOf(importEndpoints.run).map(({ body }) => body.key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('says what is wrong with a file that cannot be read, and offers the template', async () => {
    refuse(importEndpoints.preview, 'import/no-headings');
    await chosen();
    expect(await screen.findByRole('alert')).toHaveTextContent('第一行不是模板的列标题');
    expect(screen.getByRole('link', { name: '下载 XLSX 模板' })).toHaveAttribute(
      'href',
      '/api/case-imports/template?format=xlsx',
    );
  });

  it('is for who may refer cases', async () => {
    await renderScreen(<ImportCasesScreen />, { route: '/cases/import', me: somebody({ permissions: ['case:list'] }) });
    expect(await screen.findByText('您没有提交病例的权限。')).toBeInTheDocument();
    expect(screen.queryByLabelText('选择文件', { selector: 'input' })).toBeNull();
  });
});
