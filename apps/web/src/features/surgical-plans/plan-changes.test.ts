import type { PlanContent } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { differencesOf, firstChoices, mergedPlan, samePlan, stagesAskedAgain } from './plan-changes';
import { planContentOf } from './plan-form';
import { samplePlan } from './testing/sample-plan';

const base = planContentOf(samplePlan());
const withStage = (plan: PlanContent, code: string, changes: Partial<PlanContent['stages'][number]>): PlanContent => ({
  ...plan,
  stages: plan.stages.map((stage) => (stage.code === code ? { ...stage, ...changes } : stage)),
});

describe('stages whose leads are asked again', () => {
  it('are those whose content changed and no others', () => {
    expect(stagesAskedAgain(base, withStage(base, 'S4', { minutes: 120 }))).toEqual(['S4']);
  });

  it('include a new stage', () => {
    const [first] = base.stages;
    if (first === undefined) throw new Error('The sample has stages');
    expect(stagesAskedAgain(base, { ...base, stages: [...base.stages, { ...first, code: 'S6' }] })).toEqual(['S6']);
  });

  it('are none when stages only change places in the list, or the title is put in other words', () => {
    expect(stagesAskedAgain(base, { ...base, title: '另一标题', stages: [...base.stages].reverse() })).toEqual([]);
  });

  it('are all when the operation moves to another time or theatre', () => {
    const all = base.stages.map((stage) => stage.code);
    expect(stagesAskedAgain(base, { ...base, startsAt: '2099-11-27T00:00:00.000Z' })).toEqual(all);
    expect(stagesAskedAgain(base, { ...base, theatreId: null })).toEqual(all);
  });
});

describe('unsaved changes', () => {
  it('are none when the same start is written with another offset', () => {
    expect(samePlan(base, { ...base, startsAt: '2099-11-26T08:00:00+08:00' })).toBe(true);
  });

  it('are there when stages change places', () => {
    expect(samePlan(base, { ...base, stages: [...base.stages].reverse() })).toBe(false);
  });
});

describe('merging with what somebody else saved', () => {
  const mine = withStage({ ...base, title: '我的标题' }, 'S4', { goal: '我的目标' });
  const theirs = withStage({ ...base, position: '俯卧位' }, 'S4', { goal: '他的目标' });
  const differences = differencesOf(base, mine, theirs);

  it('lists only what differs and says who changed it', () => {
    expect(differences.map(({ key, changedBy }) => [key, changedBy])).toEqual([
      ['title', 'mine'],
      ['position', 'theirs'],
      ['stage S4', 'both'],
    ]);
  });

  it('keeps at first what only one of both changed, and what is typed here where both did', () => {
    const merged = mergedPlan(mine, theirs, differences, firstChoices(differences));
    expect(merged.title).toBe('我的标题');
    expect(merged.position).toBe('俯卧位');
    expect(merged.stages.find((stage) => stage.code === 'S4')?.goal).toBe('我的目标');
  });

  it('takes the other side where it is chosen', () => {
    const merged = mergedPlan(mine, theirs, differences, { 'stage S4': 'theirs' });
    expect(merged.stages.find((stage) => stage.code === 'S4')?.goal).toBe('他的目标');
  });

  it('takes over a stage that the other person added and lets go of one that they took out', () => {
    const [first] = base.stages;
    if (first === undefined) throw new Error('The sample has stages');
    const changed: PlanContent = {
      ...base,
      stages: [...base.stages.filter((stage) => stage.code !== 'S3'), { ...first, code: 'S7' }],
    };
    const found = differencesOf(base, base, changed);
    const merged = mergedPlan(base, changed, found, firstChoices(found));
    expect(merged.stages.map((stage) => stage.code)).toEqual(['S1', 'S2', 'S4', 'S5', 'S7']);
    expect(merged.stages.find((stage) => stage.code === 'S4')?.after).toEqual([]);
  });
});
