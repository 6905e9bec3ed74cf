import { caseEndpoints, organisationEndpoints, sessionEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import { sessionAt, smallCase } from '../testing/live-examples';
import { departmentId, directory, people, sessionId } from '../testing/house-examples';
import { decisionOf, itemId, quorumLacking, sessionOf, withBeichen } from '../testing/session-examples';
import { LiveScreen } from './live';

// The whole meeting on one screen takes a while in a simulated browser, above all beside other work.
vi.setConfig({ testTimeout: 60_000 });

const route = `/sessions/${sessionId}/live`;
const show = (at = route) => renderScreen(<LiveScreen />, { route: at });

beforeEach(() => {
  answer(organisationEndpoints.directory, directory);
  answer(caseEndpoints.read, ({ params }) => smallCase(params.caseNo));
});

const record = () => screen.getByRole('region', { name: '会议记录' });
const ctrlEnter = '{Control>}{Enter}{/Control}';

test('the case under discussion is shown with its questions, material and every opinion', async () => {
  answer(sessionEndpoints.read, sessionAt({ sharedWith: [withBeichen] }));
  await show();
  const shown = await screen.findByRole('article', { name: '讨论中的病例 P26-0187' });
  expect(within(shown).getByText('右输尿管：切除再植，还是造瘘？')).toBeVisible();
  expect(await within(shown).findByText(/骶前肿块 48 × 41 mm/, { selector: 'li p' })).toBeVisible();
  expect(within(shown).getByText('愿接受造口，希望保留排尿功能')).toBeVisible();
  const opinions = within(shown).getByRole('region', { name: '各科意见' });
  expect(within(opinions).getByText('建议先离断右髂内分支再处理骶前')).toBeVisible();
  expect(within(opinions).getByText(/距首程放疗 26 个月/)).toBeVisible();
  expect(within(opinions).getByText('未提交书面意见。')).toBeVisible();
});

test('without quorum nothing can be concluded, and who is missing is named with the reason', async () => {
  answer(sessionEndpoints.read, sessionAt({ quorum: quorumLacking, decision: decisionOf() }));
  const { user } = await show();
  const conclude = await screen.findByRole('button', { name: /形成决议/ });
  expect(conclude).toBeDisabled();
  expect(conclude).toHaveAccessibleDescription('法定人数不足：缺 输血科。可继续讨论，暂不能形成决议。');
  expect(screen.getByText('缺 输血科').parentElement).toHaveTextContent('预计出血超过 1600 ml');
  await user.keyboard(ctrlEnter);
  expect(askedOf(sessionEndpoints.conclude)).toHaveLength(0);
});

test('a dissent stands open, needs its reason, and is kept only with it', async () => {
  answer(sessionEndpoints.read, sessionAt({ decision: decisionOf({ version: 3 }) }));
  answer(sessionEndpoints.record, ({ body }) =>
    sessionAt({ decision: decisionOf({ summary: body.summary, version: 4 }) }),
  );
  answer(sessionEndpoints.conclude, sessionAt({ state: 'CONCLUDED', availableActions: [] }));
  const { user } = await show();
  const row = await screen.findByRole('group', { name: '病理科的表态' });
  await user.click(within(row).getByRole('radio', { name: '反对' }));
  const reason = screen.getByRole('textbox', { name: '病理科的保留理由' });
  expect(reason).toBeInvalid();
  expect(reason).toHaveAccessibleDescription('反对须写明理由。 补齐前此项不保存。');

  await user.click(screen.getByRole('button', { name: /形成决议/ }));
  expect(await screen.findByText('待补：保留意见的理由。')).toBeVisible();
  expect(askedOf(sessionEndpoints.conclude)).toHaveLength(0);

  await user.click(reason);
  await user.paste('先复核外院切片');
  expect(reason).toBeValid();
  await user.click(screen.getByRole('button', { name: /形成决议/ }));
  await waitFor(() => expect(askedOf(sessionEndpoints.conclude)).toHaveLength(1));
  expect(askedOf(sessionEndpoints.record).at(-1)?.body.stances).toContainEqual({
    departmentId: departmentId('pathology'),
    hospitalId: null,
    personId: people.pathologist.id,
    stance: 'oppose',
    note: '先复核外院切片',
  });
});

test('Ctrl+Enter keeps what was just typed, concludes, and goes on to the next case', async () => {
  answer(sessionEndpoints.read, sessionAt({ decision: decisionOf({ version: 3 }) }));
  answer(sessionEndpoints.record, ({ body }) =>
    sessionAt({ version: 2, decision: decisionOf({ ...body, version: 4, stances: decisionOf().stances }) }),
  );
  answer(
    sessionEndpoints.conclude,
    sessionAt({
      state: 'CONCLUDED',
      version: 3,
      decision: decisionOf({ state: 'PENDING', version: 5 }),
      availableActions: [],
    }),
  );
  const { user } = await show();
  await user.type(await screen.findByRole('textbox', { name: /共识/ }), '补');
  await user.keyboard(ctrlEnter);
  expect(await screen.findByRole('article', { name: '讨论中的病例 P26-0179' })).toBeVisible();
  expect(askedOf(sessionEndpoints.record)[0]?.body).toMatchObject({
    decisionVersion: 3,
    summary: `${decisionOf().summary}补`,
  });
  expect(askedOf(sessionEndpoints.conclude)[0]).toMatchObject({ params: { itemId: itemId(1) }, body: { version: 2 } });
});

test('written opinions are taken over in one step, the dissent with its reason', async () => {
  answer(sessionEndpoints.read, sessionAt());
  leaveWaiting(sessionEndpoints.record);
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '按书面意见填入 3 科' }));
  expect(within(record()).getByText('计票: 支持 1、有条件 0、反对 1')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: '放疗科的保留理由' })).toHaveValue(
    '距首程放疗 26 个月，建议先行再程放疗 30 Gy，再评估切缘。',
  );
  expect(within(record()).getByText('选择处置方向后开始保存')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: '手术' }));
  expect(within(record()).queryByText('选择处置方向后开始保存')).not.toBeInTheDocument();
});

test('an action is added only with text, owner and day', async () => {
  answer(sessionEndpoints.read, sessionAt({ decision: decisionOf({ recommendations: [] }) }));
  leaveWaiting(sessionEndpoints.record);
  const { user } = await show();
  const entry = await screen.findByRole('group', { name: '新行动项' });
  await user.type(within(entry).getByRole('textbox', { name: '内容' }), '备红细胞 12 U');
  expect(within(entry).getByRole('button', { name: '添加' })).toBeDisabled();
  expect(within(entry).getByText('补齐责任人与日期后添加，否则不会保存。')).toBeVisible();
  await user.click(within(entry).getByRole('combobox', { name: '责任人' }));
  await user.click(await screen.findByText(/方以蓝/, { selector: '.ant-select-item-option-content' }));
  await user.click(within(entry).getByLabelText('日期'));
  await user.paste('2099-11-24');
  await user.tab();
  await user.click(within(entry).getByRole('button', { name: '添加' }));
  expect(within(screen.getByRole('list', { name: '行动项' })).getByText('备红细胞 12 U')).toBeVisible();
});

test('a record kept by somebody else meanwhile is put beside one’s own, and one of them is chosen', async () => {
  answer(sessionEndpoints.read, sessionAt({ decision: decisionOf({ version: 3 }) }));
  refuse(
    sessionEndpoints.record,
    problemOf('object/stale', { parameters: { who: '柏知微', at: '14:36' }, currentVersion: 4 }),
  );
  const { user } = await show();
  await user.click(await screen.findByRole('radio', { name: '观察' }));
  answer(sessionEndpoints.read, sessionAt({ decision: decisionOf({ version: 4, summary: '先行再程放疗。' }) }));
  await user.keyboard(ctrlEnter);
  expect(await screen.findByText(/柏知微 14:36 已修改此项/)).toBeVisible();
  expect(await screen.findByText('先行再程放疗。')).toBeVisible();
  await user.click(screen.getByRole('button', { name: '采用现有记录' }));
  expect(screen.getByRole('textbox', { name: /共识/ })).toHaveValue('先行再程放疗。');
  expect(screen.getByRole('radio', { name: '手术' })).toBeChecked();
});

test('a wrong password is told at its field and nothing is signed', async () => {
  const concluded = { state: 'CONCLUDED' as const, decision: decisionOf({ state: 'PENDING' }), version: 7 };
  answer(sessionEndpoints.read, sessionAt({ ...concluded, availableActions: ['sign'] }));
  refuse(sessionEndpoints.sign, 'signature/wrong-password');
  const { user } = await show(`${route}?item=1`);
  await user.click(await screen.findByRole('button', { name: '签发决议' }));
  const dialog = await screen.findByRole('dialog', { name: '签发决议' });
  expect(dialog).toHaveTextContent('放疗科：距首程放疗 26 个月');
  await user.type(within(dialog).getByLabelText('签名密码'), 'not-this-one');
  await user.click(within(dialog).getByRole('button', { name: '签发' }));
  expect(await within(dialog).findByText('签名密码不正确。')).toBeInTheDocument();
  expect(askedOf(sessionEndpoints.sign)[0]?.body).toEqual({ version: 7, password: 'not-this-one' });

  answer(
    sessionEndpoints.sign,
    sessionAt({
      ...concluded,
      state: 'SIGNED',
      availableActions: [],
      decision: decisionOf({
        state: 'SIGNED',
        signedBy: '顾知衡',
        signedAt: '2026-11-18T06:50:00.000Z',
        contentHash: 'a'.repeat(64),
      }),
    }),
  );
  await user.click(within(dialog).getByRole('button', { name: '签发' }));
  expect(await screen.findByText(/顾知衡 2026年11月18日 周三 14:50 签发/)).toBeVisible();
});

test('a case is deferred with a reason', async () => {
  answer(sessionEndpoints.read, sessionAt());
  answer(sessionEndpoints.defer, sessionAt({ state: 'DEFERRED', availableActions: [] }));
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: /缓议/ }));
  const dialog = await screen.findByRole('dialog', { name: '缓议 P26-0187' });
  await user.click(within(dialog).getByRole('button', { name: '缓议' }));
  await within(dialog).findByText('此项必填。');
  await user.type(within(dialog).getByLabelText('理由'), '待复查 PET');
  await user.click(within(dialog).getByRole('button', { name: '缓议' }));
  await waitFor(() => expect(askedOf(sessionEndpoints.defer)[0]?.body).toEqual({ version: 1, reason: '待复查 PET' }));
});

test('brackets step through the agenda; F returns to where the session is', async () => {
  answer(sessionEndpoints.read, sessionAt());
  const { user, address } = await show();
  await screen.findByRole('article', { name: '讨论中的病例 P26-0187' });
  expect(screen.queryByRole('button', { name: /跟随主讲/ })).not.toBeInTheDocument();
  await user.keyboard(']');
  expect(await screen.findByRole('article', { name: '讨论中的病例 P26-0179' })).toBeVisible();
  expect(address()).toBe(`${route}?item=2`);
  expect(screen.getByRole('button', { name: /跟随主讲/ })).toBeVisible();
  await user.keyboard('f');
  expect(await screen.findByRole('article', { name: '讨论中的病例 P26-0187' })).toBeVisible();
  expect(address()).toBe(route);
});

test('a click on a name marks the person present in the room, by video or by proxy', async () => {
  answer(sessionEndpoints.read, sessionAt());
  answer(sessionEndpoints.markAttendance, sessionAt());
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '庄牧野：未到' }));
  const options = await screen.findAllByRole('menuitem');
  expect(options.map((option) => option.textContent)).toEqual(['远程', '现场', '代会', '未到']);
  const [first] = options;
  if (first !== undefined) await user.click(first);
  await waitFor(() =>
    expect(askedOf(sessionEndpoints.markAttendance)[0]?.body).toEqual({ present: true, mode: 'REMOTE' }),
  );
});

test('who only listens reads the record and is offered nothing to change', async () => {
  answer(sessionEndpoints.read, sessionAt({ decision: decisionOf(), availableActions: [] }, { availableActions: [] }));
  await show();
  const panel = await screen.findByRole('region', { name: '会议记录' });
  expect(within(panel).getByText('手术')).toBeVisible();
  expect(await within(panel).findByText('放疗科 简述之', { selector: 'strong' })).toBeVisible();
  expect(within(panel).queryByRole('textbox')).not.toBeInTheDocument();
  for (const name of [/形成决议/, /缓议/, '签发决议', '结束会议']) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  }
});

test('a session that cannot end yet says why', async () => {
  answer(sessionEndpoints.read, sessionAt());
  refuse(sessionEndpoints.end, 'agenda/unfinished');
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: '结束会议' }));
  const question = await screen.findByRole('tooltip');
  await user.click(within(question).getByRole('button', { name: '结束会议' }));
  expect(await screen.findByText('仍有议题未结束，不能结束会议。')).toBeVisible();
});

test('where the case itself may not be read, the agenda’s facts and the record remain', async () => {
  answer(sessionEndpoints.read, sessionAt());
  refuse(caseEndpoints.read, 'object/not-found');
  await show();
  expect(await screen.findByText(/病例资料未能载入/)).toBeVisible();
  expect(screen.getByText('右输尿管：切除再植，还是造瘘？')).toBeVisible();
  expect(within(record()).getByRole('group', { name: '泌尿外科的表态' })).toBeInTheDocument();
});

test('an empty agenda and a session that cannot be loaded are told', async () => {
  answer(sessionEndpoints.read, sessionOf({ agenda: [] }));
  const first = await show();
  expect((await screen.findAllByText('议程中还没有病例。')).length).toBeGreaterThan(0);
  first.unmount();
  refuse(sessionEndpoints.read, 'object/not-found');
  await show();
  expect(await screen.findByRole('alert')).toHaveTextContent('没有找到，或您无权查看。');
});
