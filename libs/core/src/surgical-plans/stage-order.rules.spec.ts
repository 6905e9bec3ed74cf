import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLoop, timetable, type OrderedStage } from './stage-order.rules.js';

const stage = (code: string, after: string[] = [], minutes = 60, dayOffset = 0): OrderedStage => ({
  code,
  after,
  minutes,
  dayOffset,
});

describe('the order of surgical stages', () => {
  it('lets each stage begin when all before it are done', () => {
    const { startsAfterMinutes, operationMinutes } = timetable([
      stage('S1', [], 60),
      stage('S2', [], 90),
      stage('S3', ['S1', 'S2'], 30),
    ]);
    expect(startsAfterMinutes.get('S3')).toBe(90);
    expect(operationMinutes).toBe(120);
  });

  it('does not count an embolisation of the day before into the operation', () => {
    const { startsAfterMinutes, operationMinutes } = timetable([stage('S1', [], 90, -1), stage('S2', ['S1'], 120)]);
    expect(startsAfterMinutes.get('S2')).toBe(0);
    expect(operationMinutes).toBe(120);
  });

  it('names the stages of a circle', () => {
    expect(findLoop([stage('S1', ['S3']), stage('S2', ['S1']), stage('S3', ['S2'])])).toEqual(['S1', 'S3', 'S2', 'S1']);
  });

  it('calls a stage that waits for itself a circle', () => {
    expect(findLoop([stage('S1', ['S1'])])).toEqual(['S1', 'S1']);
  });

  it('finds no circle where every stage waits only for earlier ones, and never starts a stage before those it waits for end', () => {
    const order = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc
            .record({
              minutes: fc.integer({ min: 5, max: 300 }),
              after: fc.subarray(Array.from({ length: index }, (__, earlier) => `S${earlier}`)),
            })
            .map(({ minutes, after }) => stage(`S${index}`, after, minutes)),
        ),
      ),
    );
    fc.assert(
      fc.property(order, (stages) => {
        expect(findLoop(stages)).toBeUndefined();
        const { startsAfterMinutes, operationMinutes } = timetable(stages);
        for (const { code, after, minutes } of stages) {
          const start = startsAfterMinutes.get(code) ?? -1;
          for (const before of after) {
            const earlier = stages.find((entry) => entry.code === before);
            expect(start).toBeGreaterThanOrEqual((startsAfterMinutes.get(before) ?? 0) + (earlier?.minutes ?? 0));
          }
          expect(operationMinutes).toBeGreaterThanOrEqual(start + minutes);
        }
      }),
    );
  });
});
