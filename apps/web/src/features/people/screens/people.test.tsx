import { organisationEndpoints, peopleEndpoints } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { beichen, sampleDirectory, sampleId, samplePerson, sampleRow } from '../testing/sample-person';
import { PeopleScreen } from './people';

const show = (route = '/admin/people') => renderScreen(<PeopleScreen />, { route });
const page = { total: 1, page: 1, pages: 1, availableActions: [] };

beforeEach(async () => {
  await showLocale('zh-CN');
  answer(organisationEndpoints.directory, sampleDirectory);
  answer(peopleEndpoints.list, { items: [sampleRow()], ...page });
});

describe('the list of people', () => {
  it('names who, where, what and whether they can sign in', async () => {
    answer(peopleEndpoints.list, { items: [sampleRow({ posting: 'LONG', account: 'LOCKED' })], ...page });
    await show();
    const row = (await screen.findByRole('rowheader', { name: /陆怀舟/ })).closest('tr');
    expect(row).toHaveTextContent('陆怀舟主任医师云岭长期派驻泌尿外科科室负责人、科室成员已锁定urology-1');
    expect(screen.queryByRole('button', { name: '登记人员' })).not.toBeInTheDocument();
  });

  it('asks by what the address says, and changes the address with the filters', async () => {
    const { user, address } = await show(`/admin/people?hospitalId=${beichen.id}&role=AUDITOR&role2=x`);
    await screen.findByRole('table', { name: '人员列表' });
    expect(askedOf(peopleEndpoints.list)[0]?.query).toMatchObject({ hospitalId: beichen.id, role: 'AUDITOR' });
    await user.selectOptions(screen.getByRole('combobox', { name: '账号' }), '已停用');
    expect(address()).toContain('account=DISABLED');
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(address()).toBe('/admin/people');
  });

  it('goes on to the next page and begins again with another search', async () => {
    answer(peopleEndpoints.list, ({ query }) => ({
      items: [sampleRow()],
      ...page,
      total: 60,
      // As it stands in the address: text.
      page: Number.parseInt(`${query.page ?? 1}`, 10),
      pages: 3,
    }));
    const { user, address } = await show();
    await user.click(await screen.findByRole('button', { name: '下一页' }));
    expect(address()).toBe('/admin/people?page=2');
    expect(await screen.findByText('第 2 / 3 页')).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox', { name: '姓名、工号或邮箱' }), '陆{Enter}');
    expect(address()).toBe('/admin/people?q=%E9%99%86');
  });

  it('says that nobody meets the filters, and what failed', async () => {
    answer(peopleEndpoints.list, { items: [], ...page, total: 0 });
    const { unmount } = await show();
    expect(await screen.findByText('没有符合条件的人员。')).toBeInTheDocument();
    unmount();
    refuse(peopleEndpoints.list, problemOf('access/denied', { parameters: { who: '系统管理员' } }));
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('人员未能载入：您没有此项权限');
  });

  it('adds a person and goes to them', async () => {
    answer(peopleEndpoints.list, { items: [sampleRow()], ...page, availableActions: ['add'] });
    answer(peopleEndpoints.add, samplePerson({ id: sampleId(99) }));
    const { user, address } = await show();
    await user.click(await screen.findByRole('button', { name: '登记人员' }));
    const dialog = within(await screen.findByRole('dialog', { name: '登记人员' }));
    await user.type(dialog.getByLabelText('中文姓名'), '新人');
    await user.type(dialog.getByLabelText('英文姓名'), 'New Person');
    await user.click(dialog.getByRole('button', { name: '登记人员' }));
    expect(askedOf(peopleEndpoints.add)[0]?.body).toMatchObject({
      name: '新人',
      hospitalId: sampleDirectory.hospital.id,
    });
    expect(address()).toBe(`/admin/people/${sampleId(99)}`);
  });

  it('reads in English', async () => {
    await showLocale('en-US');
    await show();
    expect(await screen.findByRole('table', { name: 'People' })).toHaveTextContent('Lu Huaizhou');
  });
});
