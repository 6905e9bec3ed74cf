import { recommendationEndpoints } from '@consilium/contracts';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answer, askedOf, renderScreen, somebody } from '../../../testing/server';
import { exampleRecommendation, exampleStanding } from '../testing/example-decisions';
import { RecommendationsScreen } from './recommendations';

const me = somebody({ permissions: ['recommendation:read', 'case:read'] });

describe('the list of recommendations', () => {
  it('shows what the address asks for, and the other scope at a click', async () => {
    answer(recommendationEndpoints.list, {
      items: [exampleRecommendation()],
      standing: exampleStanding,
      nextCursor: null,
    });
    const { user } = await renderScreen(<RecommendationsScreen />, {
      route: '/recommendations?mine=1&open=1',
      me,
    });
    expect(await screen.findByText('术前栓塞髂内动脉')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'P26-0187' })).toHaveAttribute('href', '/cases/P26-0187?tab=decisions');
    expect(askedOf(recommendationEndpoints.list)[0]?.query).toMatchObject({ mine: '1', open: '1' });
    await user.click(screen.getByText('全部'));
    expect(await screen.findByText('术前栓塞髂内动脉')).toBeInTheDocument();
    expect(askedOf(recommendationEndpoints.list).at(-1)?.query).not.toHaveProperty('mine');
  });

  it('says so where nothing waits', async () => {
    answer(recommendationEndpoints.list, {
      items: [],
      standing: { ...exampleStanding, total: 0 },
      nextCursor: null,
    });
    await renderScreen(<RecommendationsScreen />, { route: '/recommendations?open=1', me });
    expect(await screen.findByText('没有待反馈的诊疗建议。')).toBeInTheDocument();
  });
});
