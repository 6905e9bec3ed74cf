import { departmentEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { sampleDepartments, sampleId } from '../testing/sample-organisation';
import { DepartmentsScreen } from './departments';

const show = () => renderScreen(<DepartmentsScreen />, { route: '/admin/departments' });

describe('the departments', () => {
  it('stand in one list with their campuses and their part in the centre, retired ones marked', async () => {
    answer(departmentEndpoints.list, sampleDepartments());
    await show();
    const table = within(await screen.findByRole('table', { name: '科室列表' }));
    expect(table.getByRole('row', { name: /泌尿外科/ })).toHaveTextContent('外科主院区核心科室');
    expect(table.getByRole('row', { name: /心内科/ })).toHaveTextContent('不在中心');
    expect(
      within(table.getByRole('row', { name: /旧科室/ })).getByRole('button', { name: '恢复旧科室' }),
    ).toBeEnabled();
  });

  it('gain one at several campuses', async () => {
    answer(departmentEndpoints.list, sampleDepartments());
    answer(departmentEndpoints.add, sampleDepartments());
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '新增科室' }));
    const dialog = within(await screen.findByRole('dialog', { name: '新增科室' }));
    await user.type(dialog.getByLabelText('名称（中文）'), '核医学科');
    await user.type(dialog.getByLabelText('名称（英文）'), 'Nuclear medicine');
    await user.type(dialog.getByLabelText('代码'), 'nuclear');
    await user.type(dialog.getByLabelText('简字'), '核');
    await user.type(dialog.getByRole('combobox', { name: '别名' }), 'PET 中心{Enter}');
    await user.click(dialog.getByRole('checkbox', { name: '东院区' }));
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(askedOf(departmentEndpoints.add)[0]?.body).toEqual({
        name: { zh: '核医学科', en: 'Nuclear medicine' },
        code: 'nuclear',
        label: '核',
        aliases: ['PET 中心'],
        kind: 'surgical',
        campusIds: [sampleId(11), sampleId(12)],
      }),
    );
  });

  it('are retired after the open cases and people were named, which are sent along', async () => {
    answer(departmentEndpoints.list, sampleDepartments());
    answer(departmentEndpoints.use, { openCases: 4, people: 12 });
    refuse(departmentEndpoints.retire, problemOf('organisation/in-use', { parameters: { what: '现有 5 个在办病例' } }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '停用泌尿外科' }));
    const dialog = within(await screen.findByRole('dialog', { name: '停用泌尿外科？' }));
    expect(await dialog.findByText(/4 个在办病例.*12 名人员/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '停用' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('现有 5 个在办病例');
    answer(departmentEndpoints.use, { openCases: 5, people: 12 });
    await user.click(dialog.getByRole('button', { name: '载入最新内容' }));
    expect(await dialog.findByText(/5 个在办病例属于它/)).toBeInTheDocument();
    answer(departmentEndpoints.retire, sampleDepartments());
    await user.click(dialog.getByRole('button', { name: '停用' }));
    await waitFor(() =>
      expect(askedOf(departmentEndpoints.retire).map(({ body }) => body)).toEqual([
        { version: 1, openCases: 4, people: 12 },
        { version: 1, openCases: 5, people: 12 },
      ]),
    );
  });
});

describe('the roster of the centre', () => {
  /** Keeps what is asked for, as the API does. */
  function keeping() {
    let kept = sampleDepartments();
    answer(departmentEndpoints.list, () => kept);
    answer(departmentEndpoints.setRoster, ({ body }) => {
      const { version, roster } = body;
      kept = { ...kept, centre: { ...kept.centre, roster, version: version + 1 } };
      return kept;
    });
  }
  const order = () =>
    within(screen.getByRole('region', { name: '中心名册' }))
      .getAllByRole('listitem')
      .map((row) => row.textContent.slice(0, 6));
  const asked = () =>
    askedOf(departmentEndpoints.setRoster).map(({ body }) => body.roster.map(({ departmentId }) => departmentId));

  it('is ordered by buttons, and the moved department keeps the focus', async () => {
    keeping();
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '病理科上移' }));
    await waitFor(() => expect(order()[0]).toContain('病理科'));
    expect(asked()).toEqual([[sampleId(32), sampleId(31), sampleId(34)]]);
    // It is at the top now: the other button of its row takes the focus.
    await waitFor(() => expect(screen.getByRole('button', { name: '病理科下移' })).toHaveFocus());
    expect(screen.getByText('病理科已移到第 1 位')).toBeInTheDocument();
  });

  it('is ordered by keyboard', async () => {
    keeping();
    const { user } = await show();
    (await screen.findByRole('button', { name: '把泌尿外科移出中心' })).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(order()[1]).toContain('泌尿外科'));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(order()[0]).toContain('泌尿外科'));
  });

  it('takes departments in and out and says what they are', async () => {
    keeping();
    const { user } = await show();
    await user.selectOptions(await screen.findByRole('combobox', { name: '泌尿外科在中心的角色' }), 'SUPPORTING');
    await waitFor(() => expect(askedOf(departmentEndpoints.setRoster)[0]?.body.roster[0]?.role).toBe('SUPPORTING'));
    await user.click(screen.getByRole('button', { name: '把病理科移出中心' }));
    await waitFor(() => expect(order()).toHaveLength(1));
    await user.click(screen.getByRole('combobox', { name: '加入中心的科室' }));
    await user.click(await screen.findByTitle('心内科'));
    await waitFor(() => expect(order()[1]).toContain('心内科'));
  });

  it('says why it was not kept', async () => {
    answer(departmentEndpoints.list, sampleDepartments());
    refuse(departmentEndpoints.setRoster, problemOf('object/stale', { parameters: { who: '钟礼', at: '09:00' } }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '病理科上移' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('名册未能保存');
    expect(order()[0]).toContain('泌尿外科');
  });
});
