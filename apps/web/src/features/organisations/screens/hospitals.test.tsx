import { hospitalEndpoints } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { sampleHospitals, sampleId } from '../testing/sample-organisation';
import { HospitalsScreen } from './hospitals';

const show = () => renderScreen(<HospitalsScreen />, { route: '/admin/hospitals' });
const duplicate = problemOf('request/invalid', {
  parameters: { count: 1 },
  errors: [{ field: 'code', code: 'duplicate', message: '重复。' }],
});

describe('the hospitals', () => {
  it('stand with their campuses, zones, rooms and what is booked', async () => {
    answer(hospitalEndpoints.list, sampleHospitals());
    await show();
    const hospital = within(await screen.findByRole('region', { name: '云岭省肿瘤医院' }));
    expect(hospital.getByText('本院')).toBeInTheDocument();
    const campus = within(hospital.getByRole('region', { name: '主院区' }));
    expect(campus.getByText('Asia/Shanghai')).toBeInTheDocument();
    expect(campus.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      '会议室第一会议室4 个未来预订改名停用',
      '手术间5 号手术间已停用改名恢复',
    ]);
  });

  it('are read without buttons by those who may not change them', async () => {
    answer(hospitalEndpoints.list, sampleHospitals({ mayManage: false }));
    await show();
    await screen.findByRole('region', { name: '云岭省肿瘤医院' });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('gain one; a code in use is said at its field and what was typed stays', async () => {
    answer(hospitalEndpoints.list, sampleHospitals());
    refuse(hospitalEndpoints.add, duplicate);
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '新增医院' }));
    const dialog = within(await screen.findByRole('dialog', { name: '新增医院' }));
    for (const [field, text] of [
      ['名称（中文）', '天山医院'],
      ['名称（英文）', 'Tianshan Hospital'],
      ['简称（中文）', '天山'],
      ['简称（英文）', 'Tianshan'],
      ['代码', 'yunling'],
    ] as const)
      await user.type(dialog.getByLabelText(field), text);
    await user.click(dialog.getByRole('button', { name: '保存' }));
    expect(await dialog.findByText('重复。')).toBeInTheDocument();
    expect(dialog.getByLabelText('代码')).toHaveValue('yunling');
    answer(hospitalEndpoints.add, sampleHospitals());
    await user.clear(dialog.getByLabelText('代码'));
    await user.type(dialog.getByLabelText('代码'), 'tianshan');
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(askedOf(hospitalEndpoints.add).at(-1)?.body).toMatchObject({ code: 'tianshan', province: '' });
  });

  it('keep one default campus, and say what another zone means', async () => {
    answer(hospitalEndpoints.list, sampleHospitals());
    answer(hospitalEndpoints.changeCampus, sampleHospitals());
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '修改主院区' }));
    const dialog = within(await screen.findByRole('dialog', { name: '修改院区' }));
    expect(dialog.getByRole('checkbox', { name: '默认院区' })).toBeDisabled();
    expect(dialog.getByText(/已定的会议与到期时间不随之移动/)).toBeInTheDocument();
    await user.click(dialog.getByRole('combobox', { name: '时区' }));
    await user.keyboard('urumqi');
    await user.click(await screen.findByTitle(/^Asia\/Urumqi/));
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await vi.waitFor(() =>
      expect(askedOf(hospitalEndpoints.changeCampus)[0]?.body).toMatchObject({ timeZone: 'Asia/Urumqi', version: 1 }),
    );
  });
});

describe('a room', () => {
  it('is retired after the bookings were named, which are sent along', async () => {
    answer(hospitalEndpoints.list, sampleHospitals());
    answer(hospitalEndpoints.retireRoom, sampleHospitals());
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '停用第一会议室' }));
    const dialog = within(await screen.findByRole('dialog', { name: '停用第一会议室？' }));
    expect(dialog.getByText(/现有 4 个未来预订保留，不会取消/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '停用' }));
    await vi.waitFor(() =>
      expect(askedOf(hospitalEndpoints.retireRoom)[0]).toMatchObject({
        params: { id: sampleId(21) },
        body: { version: 2, futureBookings: 4 },
      }),
    );
  });

  it('is brought back', async () => {
    answer(hospitalEndpoints.list, sampleHospitals());
    answer(hospitalEndpoints.bringBackRoom, sampleHospitals());
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '恢复5 号手术间' }));
    await vi.waitFor(() => expect(askedOf(hospitalEndpoints.bringBackRoom)[0]?.body).toEqual({ version: 5 }));
  });

  it('that somebody else changed is loaded anew before it is saved over', async () => {
    answer(hospitalEndpoints.list, sampleHospitals());
    refuse(hospitalEndpoints.renameRoom, problemOf('object/stale', { parameters: { who: '钟礼', at: '09:00' } }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '第一会议室改名' }));
    const dialog = within(await screen.findByRole('dialog', { name: '房间改名' }));
    await user.type(dialog.getByLabelText('名称（中文）'), 'A');
    await user.click(dialog.getByRole('button', { name: '保存' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('钟礼');
    expect(dialog.getByRole('button', { name: '保存' })).toBeDisabled();
    const newest = sampleHospitals();
    const [room] = newest.items[0]?.campuses[0]?.rooms ?? [];
    if (room) room.version = 3;
    answer(hospitalEndpoints.list, newest);
    answer(hospitalEndpoints.renameRoom, newest);
    await user.click(dialog.getByRole('button', { name: '载入最新内容' }));
    expect(await dialog.findByText(/已载入最新内容/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await vi.waitFor(() =>
      expect(askedOf(hospitalEndpoints.renameRoom).at(-1)?.body).toMatchObject({
        version: 3,
        name: { zh: '第一会议室A' },
      }),
    );
  });
});

describe('the screen of the hospitals', () => {
  it('shows a skeleton while it waits, and a way to try again when it failed', async () => {
    leaveWaiting(hospitalEndpoints.list);
    const { unmount } = await show();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    unmount();
    refuse(hospitalEndpoints.list, 'server/failed');
    const { user } = await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('医院未能载入');
    answer(hospitalEndpoints.list, sampleHospitals());
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('region', { name: '云岭省肿瘤医院' })).toBeInTheDocument();
  });

  it('speaks English too', async () => {
    await showLocale('en-US');
    answer(hospitalEndpoints.list, sampleHospitals());
    await show();
    expect(await screen.findByRole('region', { name: 'Yunling Cancer Hospital' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Retire Room 1' })).toBeInTheDocument();
  });
});
