import { describe, expect, it } from 'vitest';
import { nextStageCode, orderOfStages, stagesBefore, type OrderedStage } from './stage-order';

const stage = (code: string, minutes: number, after: string[] = [], dayOffset = 0): OrderedStage => ({
  code,
  minutes,
  after,
  dayOffset,
});

describe('order of the stages', () => {
  it('starts a stage when the last of the stages it waits for is done', () => {
    const order = orderOfStages([
      stage('S1', 60),
      stage('S2', 40, ['S1']),
      stage('S3', 90, ['S1']),
      stage('S4', 30, ['S2', 'S3']),
    ]);
    expect(Object.fromEntries(order.startsAfterMinutes)).toEqual({ S1: 0, S2: 60, S3: 60, S4: 150 });
  });

  it('makes the operation as long as its longest chain, not as the sum of its stages', () => {
    expect(orderOfStages([stage('S1', 60), stage('S2', 40, ['S1']), stage('S3', 90, ['S1'])]).operationMinutes).toBe(
      150,
    );
  });

  it('gives a stage of the day before no theatre time of the operation day', () => {
    const order = orderOfStages([stage('S1', 80, [], -1), stage('S2', 60, ['S1'])]);
    expect(order.startsAfterMinutes.get('S2')).toBe(0);
    expect(order.startsAfterMinutes.has('S1')).toBe(false);
    expect(order.operationMinutes).toBe(60);
  });

  it('does not depend on the order in which stages are listed', () => {
    const order = orderOfStages([stage('S3', 30, ['S2']), stage('S2', 40, ['S1']), stage('S1', 60)]);
    expect(order.startsAfterMinutes.get('S3')).toBe(100);
  });

  it('names the stages that wait for one another, the first repeated at the end', () => {
    const order = orderOfStages([
      stage('S1', 60, ['S3']),
      stage('S2', 40, ['S1']),
      stage('S3', 30, ['S2']),
      stage('S4', 10),
    ]);
    expect(order.loop[0]).toBe(order.loop.at(-1));
    expect(new Set(order.loop)).toEqual(new Set(['S1', 'S2', 'S3']));
  });

  it('still places the stages that have no part in the loop', () => {
    const order = orderOfStages([
      stage('S1', 60, ['S2']),
      stage('S2', 40, ['S1']),
      stage('S3', 30),
      stage('S4', 10, ['S3']),
    ]);
    expect(Object.fromEntries(order.startsAfterMinutes)).toEqual({ S3: 0, S4: 30 });
  });

  it('counts a stage that waits for itself as a loop', () => {
    expect(orderOfStages([stage('S1', 60, ['S1'])]).loop).toEqual(['S1', 'S1']);
  });

  it('leaves out a predecessor that is not there while the plan is being typed', () => {
    expect(orderOfStages([stage('S2', 40, ['S9'])]).startsAfterMinutes.get('S2')).toBe(0);
  });

  it('answers at once for twenty stages that all wait for all before them and run in a circle', () => {
    const codes = Array.from({ length: 20 }, (_, i) => `S${i + 1}`);
    const stages = codes.map((code, i) => stage(code, 10, [...codes.slice(0, i), ...(i === 0 ? ['S20'] : [])]));
    expect(orderOfStages(stages).startsAfterMinutes.size).toBe(0);
  });
});

describe('what comes before a stage', () => {
  it('names those before it through others too', () => {
    const stages = [stage('S1', 1), stage('S2', 1, ['S1']), stage('S3', 1, ['S2'])];
    expect(stagesBefore(stages, 'S3')).toEqual(new Set(['S1', 'S2']));
  });

  it('ends where stages run in a circle', () => {
    expect(stagesBefore([stage('S1', 1, ['S2']), stage('S2', 1, ['S1'])], 'S1')).toEqual(new Set(['S1', 'S2']));
  });
});

it('gives a new stage the lowest free code', () => {
  expect(nextStageCode([])).toBe('S1');
  expect(nextStageCode(['S1', 'S3'])).toBe('S2');
});
