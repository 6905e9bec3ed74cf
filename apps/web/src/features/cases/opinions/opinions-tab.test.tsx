import {
  anatomyEndpoints,
  caseEndpoints,
  opinionEndpoints,
  organisationEndpoints,
  recordEndpoints,
  type CaseView,
} from '@consilium/contracts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { sampleAnatomy } from '../../../testing/sample-anatomy';
import { answer, askedOf, cutOff, problemOf, refuse, renderScreen } from '../../../testing/server';
import { CaseScreen } from '../screens/case';
import { exampleCase, exampleOpinion, exampleParts } from '../testing/example-cases';
import { departmentId, exampleDirectory, opinionId } from '../../../testing/example-house';

const urology = departmentId('urology');
const AUTOSAVE_MS = 2000;

/** Large forms take their time in a simulated browser when the machine is busy. */
const unhurried = { timeout: 60_000 };

beforeEach(() => {
  answer(organisationEndpoints.directory, exampleDirectory);
  answer(recordEndpoints.read, exampleParts);
  answer(anatomyEndpoints.read, sampleAnatomy);
  answer(opinionEndpoints.keepDraft, ({ body }) => ({
    version: body.version + 1,
    savedAt: '2026-11-18T09:41:00+08:00',
  }));
});
afterEach(() => vi.useRealTimers());

const draftOfUrology = (text: string, version: number) =>
  exampleOpinion({
    id: opinionId(2),
    departmentId: urology,
    state: 'DRAFT',
    text,
    stance: null,
    answers: [],
    revision: 0,
    version,
    submittedAt: null,
    author: '江听澜',
  });

function forUrology(changes: Partial<CaseView['round']> = {}): CaseView {
  const view = exampleCase({ availableActions: ['give-opinion'], opinionDepartmentIds: [urology] });
  return { ...view, round: { ...view.round, ...changes } };
}

async function show(view: CaseView = forUrology()) {
  answer(caseEndpoints.read, view);
  const rendered = await renderScreen(<CaseScreen />, { route: '/cases/P26-0187?tab=opinions' });
  await screen.findByRole('heading', { name: '张**' });
  return rendered;
}
const composer = () => within(screen.getByRole('form', { name: '我科意见' }));
const write = (text: string) => fireEvent.change(composer().getByLabelText('意见'), { target: { value: text } });
const stances = () => within(composer().getByRole('radiogroup', { name: '总体立场' }));

describe('the opinions of a case', () => {
  it('stand one block for each department, with the stance, the answers and the author', async () => {
    await show(exampleCase());
    const imaging = within(await screen.findByRole('region', { name: '医学影像科的意见' }));
    expect(imaging.getByText('未见 S2 受侵，右侧梨状肌界限尚清。')).toBeInTheDocument();
    expect(imaging.getByText('同意')).toBeInTheDocument();
    expect(imaging.getByText(/温书言/)).toBeInTheDocument();
    expect(within(screen.getByRole('region', { name: '病理科的意见' })).getByText('尚未提交。')).toBeInTheDocument();
    expect(screen.queryByRole('form', { name: '我科意见' })).toBeNull();
  });

  it('say how many can be read after answering, and that one is given', async () => {
    await show(forUrology({ blind: true, hiddenOpinions: 1, opinions: [] }));
    expect(screen.getByText(/1 份意见在您提交后可见/)).toBeInTheDocument();
    expect(
      within(await screen.findByRole('region', { name: '医学影像科的意见' })).getByText('已交。提交本科室意见后可见。'),
    ).toBeInTheDocument();
  });
});

describe('writing an opinion', unhurried, () => {
  it('does not oppose without a reason, and says so in the language shown', async () => {
    const { user } = await show();
    await user.click(stances().getByRole('radio', { name: '反对' }));
    await user.click(composer().getByRole('button', { name: /提交意见/ }));
    await waitFor(() =>
      expect(composer().getByLabelText('反对的理由')).toHaveAccessibleDescription('反对须写明理由。'),
    );
    expect(composer().getByLabelText('反对的理由')).toHaveFocus();

    await act(() => showLocale('en-US'));
    const english = within(screen.getByRole('form', { name: 'Our opinion' }));
    await user.click(english.getByRole('button', { name: /Submit opinion/ }));
    await waitFor(() =>
      expect(english.getByLabelText('Reason for opposing')).toHaveAccessibleDescription('Opposing needs a reason.'),
    );
    expect(askedOf(opinionEndpoints.submit)).toEqual([]);
  });

  it('asks for the stance and the words before it is sent', async () => {
    const { user } = await show();
    await user.click(composer().getByRole('button', { name: /提交意见/ }));
    expect(await composer().findAllByText('此项必填。')).toHaveLength(2);
    expect(askedOf(opinionEndpoints.submit)).toEqual([]);
  });

  it('sends stance, words, needs and the answered questions with Ctrl+Enter', async () => {
    answer(opinionEndpoints.submit, exampleOpinion({ departmentId: urology }));
    const { user } = await show();
    const second = within(composer().getByRole('radiogroup', { name: /右输尿管：切除再植/ }));
    await user.click(second.getByRole('radio', { name: '有条件' }));
    fireEvent.change(await composer().findByLabelText('理由与前提 2'), { target: { value: '分肾功能 31 %' } });
    await user.click(stances().getByRole('radio', { name: '支持' }));
    write('切除再植');
    fireEvent.change(composer().getByLabelText('本科室需要'), { target: { value: '双 J 管' } });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(askedOf(opinionEndpoints.submit)).toHaveLength(1));
    expect(askedOf(opinionEndpoints.submit)[0]).toMatchObject({
      params: { caseNo: 'P26-0187', departmentId: urology },
      body: {
        stance: 'support',
        text: '切除再植',
        needs: '双 J 管',
        answers: [{ question: 1, answer: 'CONDITIONAL', text: '分肾功能 31 %' }],
        version: 0,
      },
    });
  });

  it("shows the API's refusal of an answer at its question", async () => {
    refuse(
      opinionEndpoints.submit,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'answers.0.text', code: 'too-long', message: '最多 1000 个字符。' }],
      }),
    );
    const { user } = await show();
    const third = within(composer().getByRole('radiogroup', { name: /先再程放疗/ }));
    await user.click(third.getByRole('radio', { name: '同意' }));
    await user.click(stances().getByRole('radio', { name: '支持' }));
    write('直接手术');
    await user.click(composer().getByRole('button', { name: /提交意见/ }));
    await waitFor(() =>
      expect(composer().getByLabelText('理由与前提 3')).toHaveAccessibleDescription('最多 1000 个字符。'),
    );
  });

  it('keeps the draft two seconds after the last keystroke, each on top of the one before', async () => {
    await show();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    write('切除再植');
    expect(composer().getByText('有未保存的改动')).toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(AUTOSAVE_MS));
    expect(await composer().findByText('09:41 草稿已存')).toBeInTheDocument();
    write('切除再植，膀胱腰大肌悬吊');
    await act(() => vi.advanceTimersByTimeAsync(AUTOSAVE_MS));
    await waitFor(() => expect(askedOf(opinionEndpoints.keepDraft)).toHaveLength(2));
    expect(askedOf(opinionEndpoints.keepDraft).map(({ body }) => [body.version, body.text])).toEqual([
      [0, '切除再植'],
      [1, '切除再植，膀胱腰大肌悬吊'],
    ]);
  });

  it('keeps the draft at once when the composer is left', async () => {
    const { user } = await show();
    write('切除再植');
    await user.click(screen.getByRole('tab', { name: '概览' }));
    await waitFor(() => expect(askedOf(opinionEndpoints.keepDraft)[0]?.body.text).toBe('切除再植'));
  });

  it('says that the draft is not safe while the connection is lost, and keeps the words', async () => {
    cutOff(opinionEndpoints.keepDraft);
    await show();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    write('切除再植');
    await act(() => vi.advanceTimersByTimeAsync(AUTOSAVE_MS));
    expect(await composer().findByText(/草稿未保存/)).toBeInTheDocument();
    expect(composer().getByLabelText('意见')).toHaveValue('切除再植');
  });

  it('begins with the draft that was kept', async () => {
    await show(forUrology({ opinions: [draftOfUrology('切除再植', 3)] }));
    expect(composer().getByLabelText('意见')).toHaveValue('切除再植');
  });

  it('shows what was given, and opens it again for a revision', async () => {
    const given = exampleOpinion({
      departmentId: urology,
      text: '切除再植',
      stance: 'support',
      revision: 1,
      version: 4,
    });
    const { user } = await show(forUrology({ opinions: [given] }));
    const own = within(screen.getByRole('region', { name: '我科意见' }));
    expect(own.getByText('切除再植')).toBeInTheDocument();
    await user.click(own.getByRole('button', { name: '修订意见' }));
    expect(composer().getByLabelText('意见')).toHaveValue('切除再植');
    answer(opinionEndpoints.submit, given);
    await user.click(composer().getByRole('button', { name: /提交修订/ }));
    await waitFor(() => expect(askedOf(opinionEndpoints.submit)[0]?.body.version).toBe(4));
  });
});

describe('two people writing for one department', unhurried, () => {
  async function collide() {
    const view = forUrology();
    const rendered = await show(view);
    refuse(
      opinionEndpoints.keepDraft,
      problemOf('object/stale', { parameters: { who: '江听澜', at: '09:40' }, currentVersion: 5 }),
    );
    answer(caseEndpoints.read, forUrology({ opinions: [draftOfUrology('建议造瘘', 5)] }));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    write('切除再植');
    await act(() => vi.advanceTimersByTimeAsync(AUTOSAVE_MS));
    vi.useRealTimers();
    await screen.findByText('江听澜 09:40 已修改此项，请比较后再保存。');
    await waitFor(() => expect(theirs().getByText('建议造瘘')).toBeInTheDocument());
    return rendered;
  }
  const mine = () => within(screen.getByRole('region', { name: '您的内容' }));
  const theirs = () => within(screen.getByRole('region', { name: '现在的内容' }));

  it('see both texts side by side, and nothing typed is lost', async () => {
    await collide();
    expect(mine().getByText('切除再植')).toBeInTheDocument();
    expect(composer().getByLabelText('意见')).toHaveValue('切除再植');
    expect(composer().getByRole('button', { name: /提交意见/ })).toBeDisabled();
  });

  it('can keep their own, on top of the present version', async () => {
    const { user } = await collide();
    answer(opinionEndpoints.keepDraft, { version: 6, savedAt: '2026-11-18T09:42:00+08:00' });
    await user.click(mine().getByRole('button', { name: '仍按我的提交' }));
    expect(await composer().findByText('09:42 草稿已存')).toBeInTheDocument();
    expect(askedOf(opinionEndpoints.keepDraft).at(-1)?.body).toMatchObject({ text: '切除再植', version: 5 });
  });

  it('can take what the colleague wrote', async () => {
    const { user } = await collide();
    const before = askedOf(opinionEndpoints.keepDraft).length;
    await user.click(theirs().getByRole('button', { name: '采用现在的内容' }));
    expect(composer().getByLabelText('意见')).toHaveValue('建议造瘘');
    expect(screen.queryByRole('region', { name: '您的内容' })).toBeNull();
    expect(askedOf(opinionEndpoints.keepDraft)).toHaveLength(before);
  });
});
