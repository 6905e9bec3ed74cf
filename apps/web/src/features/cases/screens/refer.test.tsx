import { caseEndpoints, organisationEndpoints, patientEndpoints } from '@consilium/contracts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { somebody } from '../../../testing/render-screen';
import { answer, askedOf, cutOff, problemOf, refuse, renderScreen } from '../../../testing/server';
import { departmentId, exampleDirectory, exampleProposals } from '../../../testing/example-house';
import { leaveUnsentReferral } from '../testing/unsent-referral';
import { ReferScreen } from './refer';

const me = somebody();
const NAME = '张示例01';
const IDENTITY_NO = '999999197403120027';

/** Large forms take their time in a simulated browser when the machine is busy. */
const unhurried = { timeout: 60_000 };

beforeEach(() => {
  answer(organisationEndpoints.directory, exampleDirectory);
  answer(caseEndpoints.propose, { items: exampleProposals });
  answer(patientEndpoints.match, { match: null, nameDiffers: false, openCases: [] });
});
afterEach(() => sessionStorage.clear());

const show = () => renderScreen(<ReferScreen />, { route: '/cases/new', me });
const submit = () => fireEvent.click(screen.getByText('提交'));
const missing = async () => (await screen.findByText(/^提交前还需补充/)).closest('section') ?? document.body;
const departments = () => within(screen.getByLabelText('参与科室', { selector: 'ul' }));
async function addDepartment(name: string) {
  fireEvent.mouseDown(screen.getByLabelText('添加科室'));
  fireEvent.click(await screen.findByTitle(name));
}

const fill = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

function enterIdentity() {
  fill('姓名', NAME);
  fill('身份证号', IDENTITY_NO);
  fireEvent.blur(screen.getByLabelText('身份证号'));
  fill('联系电话', '10000000187');
  fill('来源省份', '甘肃');
}

describe('the referral form', unhurried, () => {
  it('lists what is missing, says so at the fields and leads to the first', async () => {
    await show();
    submit();
    expect(await missing()).toHaveTextContent('患者意愿 此项必填。');
    const name = screen.getByLabelText('姓名');
    expect(name).toHaveFocus();
    await waitFor(() => expect(name).toHaveAccessibleDescription('此项必填。'));
    expect(askedOf(caseEndpoints.refer)).toEqual([]);
  });

  it('says the same in English once the language is switched, and leads to a field that is named', async () => {
    await show();
    submit();
    const list = await missing();
    await act(() => showLocale('en-US'));
    expect(list).toHaveTextContent('Patient wishes This is required.');
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('This is required.'));
    fireEvent.click(within(list).getByText('Patient wishes'));
    expect(screen.getByLabelText('Patient wishes')).toHaveFocus();
  });

  it('says that the patient is known and which open case there is, before another one is referred', async () => {
    answer(patientEndpoints.match, {
      match: 'IDENTITY_NUMBER',
      nameDiffers: false,
      openCases: [{ caseNo: 'P26-0187', state: 'PREPARING', referredAt: '2026-11-10T01:00:00Z' }],
    });
    const { address } = await show();
    enterIdentity();
    expect(await screen.findByRole('link', { name: '打开 P26-0187' }, unhurried)).toHaveAttribute(
      'href',
      '/cases/P26-0187',
    );
    expect(askedOf(patientEndpoints.match).map(({ body }) => body)).toEqual([
      { name: NAME, birthDate: '1974-03-12', identityNo: IDENTITY_NO },
    ]);
    expect(address()).toBe('/cases/new');
  });

  it('takes a field off the list as soon as it is filled in', async () => {
    await show();
    submit();
    const list = await missing();
    fill('姓名', NAME);
    await waitFor(() => expect(within(list).queryByText('姓名')).toBeNull());
    await waitFor(() => expect(screen.getByLabelText('姓名')).not.toHaveAccessibleDescription());
  });

  it('reads date of birth and sex from the identity number', async () => {
    await show();
    fill('身份证号', IDENTITY_NO);
    fireEvent.blur(screen.getByLabelText('身份证号'));
    expect(screen.getByLabelText('出生日期')).toHaveValue('1974-03-12');
    expect(screen.getByLabelText('女')).toBeChecked();
  });

  it('proposes departments with their reasons once tumour, presentation and a structure are known', async () => {
    leaveUnsentReferral(me.id);
    await show();
    const urology = (await departments().findByText('泌尿外科')).closest('li');
    expect(urology).toHaveTextContent('右输尿管受侵');
    expect(urology).toHaveTextContent('合并肾积水');
    expect(within(screen.getByLabelText('放疗科是否必须参加')).getByRole('radio', { name: '按需参加' })).toBeChecked();
    expect(askedOf(caseEndpoints.propose).at(-1)?.body).toMatchObject({
      tumourType: 'COLORECTAL',
      presentation: 'LOCAL_RECURRENCE',
      priorTreatmentKinds: ['SURGERY'],
    });
  });

  it('can be filled with departments by hand when no proposal can be fetched', async () => {
    cutOff(caseEndpoints.propose);
    leaveUnsentReferral(me.id);
    await show();
    expect(await screen.findByText(/建议未能取得/)).toBeInTheDocument();
    await addDepartment('重症医学科');
    expect(departments().getByText('重症医学科')).toBeInTheDocument();
  });

  it('sends the departments as the surgeon changed them, each with its reason, and opens the case', async () => {
    leaveUnsentReferral(me.id);
    answer(caseEndpoints.refer, { caseNo: 'P26-0212' });
    const { address } = await show();
    await departments().findByText('放疗科');
    enterIdentity();

    fireEvent.click(screen.getByLabelText('移除 放疗科'));
    expect(within(screen.getByLabelText('已移除')).getByText(/放疗科/)).toBeInTheDocument();
    await addDepartment('重症医学科');
    fill('重症医学科参加的理由', '术后监护');
    submit();

    await waitFor(() => expect(address()).toBe('/cases/P26-0212'));
    const [sent] = askedOf(caseEndpoints.refer);
    expect(sent?.body.patient).toMatchObject({ name: NAME, identityNo: IDENTITY_NO, birthDate: '1974-03-12' });
    expect(sent?.body.departments).toEqual([
      { departmentId: departmentId('imaging'), requirement: 'REQUIRED', reason: '' },
      { departmentId: departmentId('urology'), requirement: 'REQUIRED', reason: '' },
      { departmentId: departmentId('bone'), requirement: 'REQUIRED', reason: '' },
      { departmentId: departmentId('icu'), requirement: 'REQUIRED', reason: '术后监护' },
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps what was typed for a reload, but never who the patient is', async () => {
    await show();
    enterIdentity();
    fill('患者意愿', '愿接受永久造口');
    const kept = await waitFor(() => {
      const stored = sessionStorage.getItem(sessionStorage.key(0) ?? '') ?? '';
      expect(stored).toContain('愿接受永久造口');
      return stored;
    });
    for (const secret of [NAME, IDENTITY_NO, '10000000187', '1974-03-12', '甘肃']) expect(kept).not.toContain(secret);
  });

  it('throws away unread what another person left in this tab', async () => {
    leaveUnsentReferral('00000000-0000-4000-8000-00000000beef');
    await show();
    expect(screen.getByLabelText('患者意愿')).toHaveValue('');
    expect(sessionStorage).toHaveLength(0);
  });

  it("shows the API's refusal at its field and keeps everything typed", async () => {
    leaveUnsentReferral(me.id);
    refuse(
      caseEndpoints.refer,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'clinical.imaging.1.examinedOn', code: 'in-the-future', message: '不能晚于今天。' }],
      }),
    );
    await show();
    await departments().findByText('泌尿外科');
    enterIdentity();
    submit();
    await waitFor(() => expect(screen.getAllByLabelText('检查日期')[1]).toHaveAccessibleDescription('不能晚于今天。'));
    expect(screen.getByLabelText('姓名')).toHaveValue(NAME);
    expect(await missing()).toHaveTextContent('检查日期 2 不能晚于今天。');
  });

  it('says at the identity number that it is registered under another name', async () => {
    leaveUnsentReferral(me.id);
    refuse(caseEndpoints.refer, 'patient/identity-conflict');
    await show();
    await departments().findByText('泌尿外科');
    enterIdentity();
    submit();
    await waitFor(() =>
      expect(screen.getByLabelText('身份证号')).toHaveAccessibleDescription('该证件号已登记为另一姓名，请核对。'),
    );
    await waitFor(() => expect(screen.getByLabelText('身份证号')).toHaveFocus());
  });
});
