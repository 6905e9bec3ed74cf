import { consultRequestEndpoints as consults } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { exampleConsult, exampleConsultView } from '../testing/example-consults';
import { ConsultsScreen } from './consults';

const consultant = somebody({
  permissions: ['case:list', 'case:read', 'consult:read', 'consult:respond', 'consult:request'],
});
const id = exampleConsult().id;
const show = (route = '/consults') => renderScreen(<ConsultsScreen />, { route, me: consultant });
const urgent = exampleConsult({
  id: '00000000-0000-7000-8010-000000000002',
  caseNo: 'P26-0191',
  urgency: 'URGENT',
  state: 'ACCEPTED',
  consultant: { id: consultant.id, name: '许棠' },
  dueAt: '2020-01-01T00:10:00+08:00',
  availableActions: ['arrive'],
});
const list = (...items: ReturnType<typeof exampleConsult>[]) => answer(consults.list, { items, nextCursor: null });

describe('the consults of a department', () => {
  it('stand with their kind, case, purpose and clock, and are taken with one tap', async () => {
    list(urgent, exampleConsult());
    answer(consults.accept, { id, version: 2, state: 'ACCEPTED' });
    const { user } = await show();
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent(/急会诊.*P26-0191.*已接收.*请 血管外科 · 许棠 接收 · 泌尿外科 江听澜 申请.*逾期/);
    expect(second).toHaveTextContent(/普通会诊.*P26-0187.*张\*\* 女 52 岁.*待接收.*评估髂外血管/);
    expect(within(first as HTMLElement).getByRole('button', { name: '登记到场' })).toBeEnabled();
    await user.click(within(second as HTMLElement).getByRole('button', { name: '接收' }));
    await waitFor(() => expect(askedOf(consults.accept)).toMatchObject([{ params: { id }, body: { version: 1 } }]));
  });

  it('are those to be acted on, those sent by oneself, or all', async () => {
    list();
    const { user, address } = await show();
    expect(await screen.findByText('没有待我处理的会诊。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '我发出的' }));
    expect(await screen.findByText('我没有发出会诊申请。')).toBeInTheDocument();
    expect(address()).toBe('/consults?scope=sent');
    expect(askedOf(consults.list).map(({ query }) => query)).toMatchObject([{ scope: 'todo' }, { scope: 'sent' }]);
  });

  it('say why they could not be loaded, or why one could not be taken', async () => {
    refuse(consults.list, 'server/unavailable');
    const { unmount } = await show();
    expect(await screen.findByRole('button', { name: '重试' })).toBeInTheDocument();
    unmount();
    list(exampleConsult());
    refuse(consults.accept, 'consult/not-attending');
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '接收' }));
    expect(await screen.findByText(/普通会诊由主治医师及以上接收/)).toBeInTheDocument();
  });
});

describe('one consult request', () => {
  it('shows the request, the signed opinion and the trail, with the acts open now', async () => {
    list(exampleConsult());
    answer(
      consults.read,
      exampleConsultView({
        state: 'ANSWERED',
        availableActions: ['close'],
        metAt: '2026-11-18T10:00:00+08:00',
        answer: {
          opinion: '可行人工血管置换',
          signedBy: { name: '贺若川', title: 'CHIEF', department: { zh: '血管外科', en: 'Vascular surgery' } },
          signedAt: '2026-11-18T10:00:00+08:00',
          contentHash: 'ab'.repeat(32),
        },
        trail: [
          { kind: 'SENT', at: '2026-11-18T08:00:00+08:00', by: '江听澜', to: null, note: '' },
          { kind: 'ANSWERED', at: '2026-11-18T10:00:00+08:00', by: '贺若川', to: null, note: '' },
        ],
      }),
    );
    answer(consults.close, { id, version: 2, state: 'CLOSED' });
    const { user } = await show(`/consults?open=${id}`);
    const drawer = within(await screen.findByRole('dialog', { name: '会诊申请 P26-0187' }));
    expect(await drawer.findByText('可行人工血管置换')).toBeInTheDocument();
    expect(drawer.getByText(/血管外科 贺若川（主任医师）.*签名/)).toHaveTextContent('内容指纹 abababababab');
    expect(drawer.getAllByRole('listitem').at(-1)).toHaveTextContent(/签发会诊意见 · 贺若川/);
    await user.click(drawer.getByRole('button', { name: '记录执行情况' }));
    const dialog = within(await screen.findByRole('dialog', { name: '记录执行情况' }));
    await user.click(dialog.getByRole('button', { name: '保存' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
    await user.type(dialog.getByLabelText('会诊执行情况'), '已完善血管造影');
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(askedOf(consults.close)[0]?.body).toEqual({ version: 1, executionNote: '已完善血管造影' }),
    );
  });

  it('is answered with a signature, and says at the password that it is wrong', async () => {
    list(exampleConsult());
    answer(consults.read, exampleConsultView({ state: 'ACCEPTED', availableActions: ['answer'] }));
    refuse(consults.answer, 'signature/wrong-password');
    const { user } = await show(`/consults?open=${id}`);
    await user.click(await screen.findByRole('button', { name: '填写会诊意见' }));
    const dialog = within(await screen.findByRole('dialog', { name: '填写会诊意见' }));
    await user.type(dialog.getByLabelText('会诊意见'), '建议手术');
    await user.type(dialog.getByLabelText('登录密码（作为签名）'), 'wrong one');
    await user.click(dialog.getByRole('button', { name: '签名并提交' }));
    expect(await dialog.findByText('签名密码不正确。')).toBeInTheDocument();
    expect(dialog.getByLabelText('会诊意见')).toHaveValue('建议手术');
    expect(askedOf(consults.answer)[0]?.body).toEqual({ version: 1, opinion: '建议手术', password: 'wrong one' });
  });

  it('that was declined names the department to ask instead, and leads there', async () => {
    list();
    answer(
      consults.read,
      exampleConsultView({
        state: 'DECLINED',
        availableActions: [],
        alternative: { id: '00000000-0000-4000-8002-000000000022', name: { zh: '整形外科', en: 'Plastic surgery' } },
        trail: [{ kind: 'DECLINED', at: '2026-11-18T09:00:00+08:00', by: '贺若川', to: null, note: '无此设备' }],
      }),
    );
    await show(`/consults?open=${id}`);
    expect(await screen.findByText('无此设备')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '改请 整形外科' })).toHaveAttribute(
      'href',
      '/consults/new?case=P26-0187&department=00000000-0000-4000-8002-000000000022&urgency=ROUTINE',
    );
  });

  it('that is not for this person says so', async () => {
    list();
    refuse(consults.read, 'object/not-found');
    await show(`/consults?open=${id}`);
    expect(await screen.findByText('会诊申请不存在，或您无权查看。')).toBeInTheDocument();
  });
});
