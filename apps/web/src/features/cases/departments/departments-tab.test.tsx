import {
  anatomyEndpoints,
  caseEndpoints,
  opinionEndpoints,
  organisationEndpoints,
  type CaseView,
} from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleAnatomy } from '../../../testing/sample-anatomy';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../../testing/server';
import { CaseScreen } from '../screens/case';
import { exampleCase } from '../testing/example-cases';
import { departmentId, exampleDirectory, exampleProposals } from '../../../testing/example-house';

/** Large forms take their time in a simulated browser when the machine is busy. */
const unhurried = { timeout: 60_000 };

beforeEach(() => {
  answer(organisationEndpoints.directory, exampleDirectory);
  answer(anatomyEndpoints.read, sampleAnatomy);
});

const inTriage = (changes: Partial<CaseView> = {}): CaseView => {
  const view = exampleCase();
  return {
    ...view,
    state: 'TRIAGE',
    availableActions: ['change-departments', 'accept', 'request-information'],
    round: {
      ...view.round,
      opinionDueAt: null,
      opinions: [],
      participations: exampleProposals.map((one) => ({ ...one, state: 'PROPOSED', dueAt: null, waiveReason: null })),
    },
    ...changes,
  };
};

async function show(view: CaseView) {
  answer(caseEndpoints.read, view);
  const rendered = await renderScreen(<CaseScreen />, { route: '/cases/P26-0187?tab=departments' });
  await screen.findByRole('heading', { name: '张**' });
  return rendered;
}
const fill = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });
const stale = () => problemOf('object/stale', { parameters: { who: '许棠', at: '09:40' }, currentVersion: 8 });
const participants = () => within(screen.getByRole('list', { name: '参与科室' }));

describe('triage', unhurried, () => {
  it('begins by taking the case in', async () => {
    answer(caseEndpoints.takeInTriage, inTriage({ version: 8 }));
    const { user } = await show(inTriage({ state: 'REFERRED', availableActions: ['take-in-triage'] }));
    expect(screen.queryByRole('form', { name: '受理' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '接收分诊' }));
    expect(await screen.findByRole('form', { name: '受理' })).toBeInTheDocument();
    expect(askedOf(caseEndpoints.takeInTriage)[0]?.body).toEqual({ version: 7 });
  });

  it('accepts with a due time and blind opinions, and says so', async () => {
    answer(caseEndpoints.accept, exampleCase({ version: 8 }));
    const { user } = await show(inTriage());
    const form = within(screen.getByRole('form', { name: '受理' }));
    await user.click(form.getByRole('checkbox', { name: /盲评/ }));
    await user.click(form.getByRole('button', { name: '受理病例' }));
    expect(await screen.findByText('病例已受理，已通知各科室。')).toBeInTheDocument();
    const [sent] = askedOf(caseEndpoints.accept);
    expect(sent?.body).toMatchObject({ version: 7, blind: true });
    expect(new Date(sent?.body.opinionDueAt ?? '').getUTCHours()).toBe(9);
    expect(screen.getByText('目前没有需要您办理的事项。')).toBeInTheDocument();
  });

  it("shows the API's refusal of what is missing at its field, and keeps it", async () => {
    refuse(
      caseEndpoints.requestInformation,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'dueAt', code: 'in-the-past', message: '时间已过，选择以后的时间。' }],
      }),
    );
    const { user } = await show(inTriage());
    const form = within(screen.getByRole('form', { name: '要求补充资料' }));
    fill(form.getByLabelText('缺少什么'), '6 周内 MRI');
    await user.click(form.getByRole('button', { name: '要求补充' }));
    await waitFor(() =>
      expect(form.getByLabelText('补齐截止时间')).toHaveAccessibleDescription('时间已过，选择以后的时间。'),
    );
    expect(form.getByLabelText('缺少什么')).toHaveValue('6 周内 MRI');
  });

  it('keeps what was typed when somebody else was faster, and sends it on top of the present state', async () => {
    const { user } = await show(inTriage());
    const form = within(screen.getByRole('form', { name: '要求补充资料' }));
    fill(form.getByLabelText('缺少什么'), '6 周内 MRI');
    refuse(caseEndpoints.requestInformation, stale());
    const [, ...others] = exampleProposals;
    answer(
      caseEndpoints.read,
      inTriage({
        version: 8,
        round: {
          ...inTriage().round,
          participations: others.map((one) => ({ ...one, state: 'PROPOSED', dueAt: null, waiveReason: null })),
        },
      }),
    );
    await user.click(form.getByRole('button', { name: '要求补充' }));
    expect(await screen.findByText('许棠 09:40 已修改此项，请比较后再保存。')).toBeInTheDocument();
    const mine = within(screen.getByRole('region', { name: '您的内容' }));
    expect(mine.getByText(/6 周内 MRI/)).toBeInTheDocument();
    const theirs = within(screen.getByRole('region', { name: '现在的内容' }));
    await waitFor(() => expect(theirs.queryByText(/医学影像科/)).toBeNull());
    expect(theirs.getByText(/泌尿外科/)).toBeInTheDocument();

    answer(caseEndpoints.requestInformation, inTriage({ version: 9, state: 'NEEDS_INFO', availableActions: [] }));
    await user.click(mine.getByRole('button', { name: '仍按我的提交' }));
    expect(await screen.findByText('已通知主管医师补充资料。')).toBeInTheDocument();
    expect(askedOf(caseEndpoints.requestInformation).map(({ body }) => body.version)).toEqual([7, 8]);
  });
});

describe('correcting the departments', unhurried, () => {
  const pick = async (name: string) => {
    fireEvent.mouseDown(screen.getByLabelText('添加科室'));
    fireEvent.click(await screen.findByTitle(name));
  };

  it('adds, removes and changes what is required, with reasons', async () => {
    answer(caseEndpoints.changeDepartments, inTriage({ version: 8 }));
    const { user } = await show(inTriage());
    await user.click(screen.getByRole('button', { name: '更正科室' }));
    await user.click(await screen.findByRole('button', { name: '移除 骨软组织肿瘤科' }));
    const radiotherapy = within(screen.getByRole('radiogroup', { name: '放疗科是否必须参加' }));
    await user.click(radiotherapy.getByText('必须参加'));
    fill(screen.getByLabelText('放疗科参加的理由'), '拟术中放疗');
    await pick('重症医学科');
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    expect(await screen.findByText('参与科室已更正。')).toBeInTheDocument();
    expect(askedOf(caseEndpoints.changeDepartments)[0]?.body).toEqual({
      version: 7,
      departments: [
        { departmentId: departmentId('imaging'), requirement: 'REQUIRED', reason: '' },
        { departmentId: departmentId('urology'), requirement: 'REQUIRED', reason: '' },
        { departmentId: departmentId('radiotherapy'), requirement: 'REQUIRED', reason: '拟术中放疗' },
        { departmentId: departmentId('icu'), requirement: 'REQUIRED', reason: '' },
      ],
    });
  });

  it('keeps the reason a person gave before', async () => {
    answer(caseEndpoints.changeDepartments, inTriage({ version: 8 }));
    const view = inTriage();
    const byHand = {
      departmentId: departmentId('icu'),
      requirement: 'REQUIRED' as const,
      state: 'PROPOSED' as const,
      reasons: [{ rule: 'by-hand', text: { zh: '术后监护', en: '术后监护' } }],
      dueAt: null,
      waiveReason: null,
    };
    const { user } = await show({ ...view, round: { ...view.round, participations: [byHand] } });
    await user.click(screen.getByRole('button', { name: '更正科室' }));
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    await waitFor(() =>
      expect(askedOf(caseEndpoints.changeDepartments)[0]?.body.departments).toEqual([
        { departmentId: departmentId('icu'), requirement: 'REQUIRED', reason: '术后监护' },
      ]),
    );
  });

  it('says that a required department is needed', async () => {
    refuse(caseEndpoints.changeDepartments, 'case/no-departments');
    const { user } = await show(inTriage());
    await user.click(screen.getByRole('button', { name: '更正科室' }));
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    expect(await screen.findByText('至少需要一个必须参加的科室。')).toBeInTheDocument();
  });
});

describe('the steps after triage', unhurried, () => {
  it('let the owner add what was asked for', async () => {
    answer(caseEndpoints.provideInformation, inTriage({ version: 8, availableActions: [] }));
    const { user } = await show(
      inTriage({
        state: 'NEEDS_INFO',
        missingInformation: '6 周内盆腔增强 MRI',
        availableActions: ['provide-information'],
      }),
    );
    expect(screen.getByText(/6 周内盆腔增强 MRI/)).toBeInTheDocument();
    const form = within(screen.getByRole('form', { name: '补充资料' }));
    await user.click(form.getByRole('button', { name: '添加一次检查' }));
    fill(form.getByLabelText('检查'), '盆腔增强 MRI');
    await user.type(form.getByLabelText('检查日期'), '2026-01-17{Enter}');
    fill(form.getByLabelText('所见'), '骶前肿物 4.8 cm');
    fill(form.getByLabelText('说明'), '已补 MRI');
    await user.click(form.getByRole('button', { name: '提交补充资料' }));
    expect(await screen.findByText('资料已补充，病例回到分诊。')).toBeInTheDocument();
    expect(askedOf(caseEndpoints.provideInformation)[0]?.body).toEqual({
      version: 7,
      note: '已补 MRI',
      imaging: [{ modality: '盆腔增强 MRI', examinedOn: '2026-01-17', finding: '骶前肿物 4.8 cm' }],
      pathology: [],
    });
  });

  it('waive an owed opinion with a reason, and only where that is open', async () => {
    answer(opinionEndpoints.waive, { version: 8 });
    const { user } = await show(exampleCase({ availableActions: ['waive-opinion'] }));
    const waive = await participants().findByRole('button', { name: '豁免病理科的意见' });
    expect(participants().queryByRole('button', { name: '豁免医学影像科的意见' })).toBeNull();
    await user.click(waive);
    const dialog = within(await screen.findByRole('dialog', { name: '豁免病理科的意见' }));
    fill(dialog.getByLabelText('豁免理由'), '外院已会诊');
    await user.click(dialog.getByRole('button', { name: '豁免' }));
    await waitFor(() => expect(askedOf(opinionEndpoints.waive)).toHaveLength(1));
    expect(askedOf(opinionEndpoints.waive)[0]).toMatchObject({
      params: { departmentId: departmentId('pathology') },
      body: { version: 7, reason: '外院已会诊' },
    });
  });

  it("record the patient's consent to a remote consult", async () => {
    answer(
      caseEndpoints.recordConsent,
      exampleCase({
        version: 8,
        consent: {
          id: '00000000-0000-4000-8012-000000000001',
          kind: 'TELEMEDICINE',
          state: 'IN_FORCE',
          form: 'PAPER',
          signedBy: 'RELATIVE',
          relation: '配偶',
          reason: '术后镇静',
          signedOn: '2026-11-18',
          endsOn: null,
          withdrawnAt: null,
          openShares: 0,
        },
      }),
    );
    const { user } = await show(exampleCase({ availableActions: ['record-consent'] }));
    await user.click(screen.getByRole('button', { name: '记录同意' }));
    const dialog = within(await screen.findByRole('dialog', { name: '远程会诊知情同意' }));
    await user.click(dialog.getByText('近亲属'));
    fill(await dialog.findByLabelText('与患者关系'), '配偶');
    fill(dialog.getByLabelText('患者未能本人签署的原因'), '术后镇静');
    await user.click(dialog.getByRole('button', { name: '记录' }));
    expect(await screen.findByText(/近亲属（配偶）于 2026-11-18 签署/)).toBeInTheDocument();
    expect(askedOf(caseEndpoints.recordConsent)[0]?.body).toMatchObject({
      signedBy: 'RELATIVE',
      relation: '配偶',
      reason: '术后镇静',
      form: 'PAPER',
      endsOn: null,
    });
  });
});
