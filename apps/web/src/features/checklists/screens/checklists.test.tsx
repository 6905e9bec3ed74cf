import { checklistEndpoints, organisationEndpoints, type Checklist } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { ChecklistsScreen } from './checklists';

const id = '00000000-0000-7000-8011-000000000001';
const item = (code: string, zh: string): Checklist['items'][number] => ({
  code,
  group: 'IMAGING',
  label: { zh, en: code },
  basis: '默认值',
  mandatory: true,
  needs: 'RECEIVED',
  auto: 'IMAGING_MRI',
  validDays: 42,
  owner: 'CASE_OWNER',
  departmentCode: null,
});
const list: Checklist = {
  tumourType: 'COLORECTAL',
  version: 3,
  number: 2,
  items: [item('pelvic-mri', '盆腔 MRI'), item('ct', '胸腹 CT')],
  note: '',
  madeAt: '2025-11-17T01:00:00Z',
  madeBy: '许棠',
  mayChange: true,
  impact: { waiting: 3, keeping: 12 },
};
const me = somebody({ permissions: ['checklist:read', 'checklist:manage', 'directory:read'] });

beforeEach(() => {
  const name = { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' };
  answer(organisationEndpoints.directory, {
    hospital: { id, name, shortName: name, timeZone: 'Asia/Shanghai' },
    centre: { id, name },
    departments: [],
    rooms: [],
    people: [],
    partners: [],
    structures: [],
    tumourTypes: [],
  });
  answer(checklistEndpoints.list, { items: [list] });
  answer(checklistEndpoints.versions, {
    items: [list, { ...list, number: 1, madeBy: null, madeAt: '2025-01-01T01:00:00Z' }],
  });
});

const show = () => renderScreen(<ChecklistsScreen />, { route: '/admin/checklists', me });

describe('the checklists', () => {
  it('says how many cases a change touches before the next version is saved', async () => {
    answer(checklistEndpoints.change, { ...list, number: 3, version: 4 });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '移除 胸腹 CT' }));
    expect(screen.getByText('有未保存的修改。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '保存新版本' }));
    const dialog = within(await screen.findByRole('dialog', { name: '保存新版本' }));
    expect(dialog.getByText(/影响 3 例待分诊病例；12 例准备中的病例沿用原版本/)).toBeInTheDocument();
    await user.type(dialog.getByLabelText('修改说明'), '精简');
    await user.click(dialog.getByRole('button', { name: '保存新版本' }));
    await waitFor(() =>
      expect(askedOf(checklistEndpoints.change)[0]?.body).toEqual({ version: 3, items: [list.items[0]], note: '精简' }),
    );
  });

  it('brings an earlier version back as the next', async () => {
    answer(checklistEndpoints.restore, { ...list, number: 3, version: 4 });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '恢复第 1 版' }));
    const dialog = within(await screen.findByRole('dialog', { name: '恢复第 1 版' }));
    await user.click(dialog.getByRole('button', { name: '恢复' }));
    await waitFor(() =>
      expect(askedOf(checklistEndpoints.restore)[0]?.body).toEqual({ version: 3, number: 1, note: '' }),
    );
  });

  it('is only to be read by who does not keep it', async () => {
    answer(checklistEndpoints.list, { items: [{ ...list, mayChange: false }] });
    await show();
    expect(await screen.findByRole('rowheader', { name: '盆腔 MRI' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /修改|移除|恢复|添加/ })).toBeNull();
  });

  it('says that it loads, and shows what failed', async () => {
    leaveWaiting(checklistEndpoints.list);
    const first = await show();
    expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
    first.unmount();
    refuse(checklistEndpoints.list, problemOf('server/failed', { parameters: { requestId: 'req-1' } }));
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('req-1');
  });
});
