import { emergencyEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { exampleEmergency } from '../testing/example-emergencies';
import { BreakGlassScreen } from './break-glass';

const clinician = somebody({
  permissions: ['case:list', 'case:read', 'emergency-access:open', 'emergency-access:read', 'emergency-access:end'],
});
const none = { items: [], unreviewed: 0, nextCursor: null };
const id = '00000000-0000-7000-8009-000000000001';

beforeEach(() => answer(emergencyEndpoints.list, none));

const show = (route = '/break-glass?case=P26-0187', me = clinician) =>
  renderScreen(<BreakGlassScreen />, { route, me });
const form = async () => within(await screen.findByRole('form', { name: '打开一份无权查看的病例' }));

async function filled(user: Awaited<ReturnType<typeof show>>['user']) {
  const fields = await form();
  await user.click(fields.getByRole('radio', { name: '抢救' }));
  await user.type(fields.getByLabelText('理由'), '夜间大出血，急诊抢救需要');
  await user.type(fields.getByLabelText('登录密码'), 'lantern-harbour-42');
  await user.click(fields.getByRole('button', { name: '打开病例' }));
  return fields;
}

describe('opening a case in an emergency', () => {
  it('says what follows from it, sends which case, why and the password, and leads to the case', async () => {
    answer(emergencyEndpoints.open, { id, caseNo: 'P26-0187', endsAt: '2026-11-18T10:00:00+08:00' });
    const { user, address } = await show();
    expect(screen.getByText(/60 分钟后自动结束/)).toBeInTheDocument();
    expect(screen.getByText(/立即收到通知/)).toBeInTheDocument();
    await filled(user);
    await waitFor(() => expect(address()).toBe('/cases/P26-0187'));
    expect(askedOf(emergencyEndpoints.open)[0]).toMatchObject({
      params: { caseNo: 'P26-0187' },
      body: { reasonKind: 'RESCUE', reason: '夜间大出血，急诊抢救需要', password: 'lantern-harbour-42' },
    });
  });

  it('asks for everything before it sends anything, and for a reason that can be judged', async () => {
    const { user } = await show('/break-glass');
    const fields = await form();
    await user.type(fields.getByLabelText('病例编号'), '张三');
    await user.type(fields.getByLabelText('理由'), '抢救');
    await user.click(fields.getByRole('button', { name: '打开病例' }));
    expect(await fields.findByText('格式如 P26-0187')).toBeInTheDocument();
    expect(await fields.findByText('至少 10 个字。')).toBeInTheDocument();
    expect(fields.getAllByText('此项必填。')).toHaveLength(2);
    expect(askedOf(emergencyEndpoints.open)).toEqual([]);
  });

  it('says at the number that there is no such case, and keeps what was typed', async () => {
    refuse(emergencyEndpoints.open, 'object/not-found');
    const { user } = await show();
    const fields = await filled(user);
    expect(await fields.findByText(/没有编号为 P26-0187 的病例/)).toBeInTheDocument();
    expect(fields.getByLabelText('理由')).toHaveValue('夜间大出血，急诊抢救需要');
  });

  it('says at the password that it is wrong', async () => {
    refuse(emergencyEndpoints.open, 'signature/wrong-password');
    const { user } = await show();
    expect(await (await filled(user)).findByText('签名密码不正确。')).toBeInTheDocument();
  });

  it('leads to a case that may be read anyhow, and says when too many are open', async () => {
    refuse(emergencyEndpoints.open, 'emergency-access/not-needed');
    const { user } = await show();
    const fields = await filled(user);
    expect(await fields.findByRole('link', { name: '查看病例 P26-0187' })).toHaveAttribute('href', '/cases/P26-0187');
    refuse(emergencyEndpoints.open, problemOf('emergency-access/too-many', { parameters: { max: 3 } }));
    await user.click(fields.getByRole('button', { name: '打开病例' }));
    expect(await fields.findByText(/您已有 3 项紧急授权调阅未结束/)).toBeInTheDocument();
  });
});

describe('the emergency accesses open now', () => {
  it('are ended by who may end them, after being asked once more', async () => {
    const open = exampleEmergency({
      isOpen: true,
      endedEarly: null,
      endsAt: '2099-11-18T02:10:00+08:00',
      availableActions: ['end'],
    });
    answer(emergencyEndpoints.list, { items: [open], unreviewed: 1, nextCursor: null });
    answer(emergencyEndpoints.end, exampleEmergency());
    const { user } = await show('/break-glass');
    await user.click(await screen.findByRole('button', { name: '结束调阅 严守拙 P26-0187' }));
    const asked = within(await screen.findByRole('tooltip'));
    await user.click(asked.getByRole('button', { name: '结束调阅' }));
    await waitFor(() => expect(askedOf(emergencyEndpoints.end)[0]?.params).toEqual({ id }));
    expect(askedOf(emergencyEndpoints.list)[0]?.query).toMatchObject({ open: '1' });
  });

  it('are all that a person sees here who may not open any', async () => {
    await show('/break-glass', somebody({ permissions: ['emergency-access:read', 'emergency-access:end'] }));
    expect(await screen.findByText('没有进行中的紧急授权调阅。')).toBeInTheDocument();
    expect(screen.queryByRole('form')).toBeNull();
  });
});
