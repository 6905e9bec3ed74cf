import { decisionEndpoints, recommendationEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen, somebody } from '../../testing/server';
import { DecisionsTab } from './decisions-tab';
import { exampleRecommendation, exampleStanding, flaggedDecision } from './testing/example-decisions';

const me = somebody({ permissions: ['case:read'] });
const show = () => renderScreen(<DecisionsTab caseNo="P26-0187" />, { route: '/cases/P26-0187', me });
const answerAll = (recommendation = exampleRecommendation()) => {
  answer(decisionEndpoints.ofCase, { items: [flaggedDecision()] });
  answer(recommendationEndpoints.ofCase, { items: [recommendation], standing: exampleStanding });
};

describe('the decisions of a case', () => {
  it('say which facts changed, and are kept with a reason', async () => {
    answerAll();
    const { user } = await show();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('决议所依据的 1 项事实已变化或过期');
    const facts = screen.getByRole('list', { name: '决议依据' });
    expect(facts).toHaveTextContent(/ECOG1.*已变化现为 3/);
    await user.click(within(alert).getByRole('button', { name: '维持决议' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: '维持决议' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
    expect(askedOf(decisionEndpoints.keep)).toHaveLength(0);
    answer(decisionEndpoints.keep, flaggedDecision({ reviews: [] }));
    await user.type(dialog.getByLabelText('理由'), '感染所致，可逆');
    await user.click(dialog.getByRole('button', { name: '维持决议' }));
    await waitFor(() =>
      expect(askedOf(decisionEndpoints.keep)[0]?.body).toEqual({ version: 1, reason: '感染所致，可逆' }),
    );
  });

  it('follow their recommendations: plan B, one click for what is done, and unknown told apart', async () => {
    answerAll();
    answer(recommendationEndpoints.report, exampleRecommendation({ state: 'DONE', version: 2 }));
    const { user } = await show();
    expect(await screen.findByRole('list', { name: '备选方案' })).toHaveTextContent('1. 患者不同意：术中球囊阻断');
    expect(screen.getByText(/不详 1.*“不详”不计入已完成/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '已完成' }));
    await waitFor(() =>
      expect(askedOf(recommendationEndpoints.report)[0]?.body).toEqual({ version: 1, state: 'DONE', note: '' }),
    );
  });

  it('ask for the reason where a recommendation was not carried out', async () => {
    answerAll();
    answer(recommendationEndpoints.report, exampleRecommendation({ state: 'NOT_DONE', version: 2 }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '更多' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByLabelText('未执行'));
    await user.click(dialog.getByRole('button', { name: '提交反馈' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
    await user.click(dialog.getByLabelText('患者意愿'));
    await user.click(dialog.getByRole('button', { name: '提交反馈' }));
    await waitFor(() =>
      expect(askedOf(recommendationEndpoints.report)[0]?.body).toMatchObject({
        state: 'NOT_DONE',
        reason: 'PATIENT_WISH',
      }),
    );
  });

  it('offer nothing to who may neither keep nor report', async () => {
    answerAll(exampleRecommendation({ nextStates: [] }));
    answer(decisionEndpoints.ofCase, {
      items: [flaggedDecision({ reviews: flaggedDecision().reviews.map((one) => ({ ...one, availableActions: [] })) })],
    });
    await show();
    await screen.findByRole('alert');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('say that they are loading, that there is none yet, and what failed', async () => {
    leaveWaiting(decisionEndpoints.ofCase);
    answer(recommendationEndpoints.ofCase, { items: [], standing: exampleStanding });
    const first = await show();
    expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument();
    first.unmount();
    answer(decisionEndpoints.ofCase, { items: [] });
    const second = await show();
    expect(await screen.findByText(/尚未形成决议/)).toBeInTheDocument();
    second.unmount();
    refuse(decisionEndpoints.ofCase, problemOf('server/failed', { parameters: { requestId: 'req-1' } }));
    const { user } = await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('req-1');
    answerAll();
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('行盆腔廓清术，先栓塞。')).toBeInTheDocument();
  });
});
