import { describe, expect, it } from 'vitest';
import { judgeCruise } from '../src/gates.mjs';
import { countReport, countsLine, sum } from '../src/test-counts.mjs';
import { planFrom } from '../src/test-plan.mjs';

const file = (status: string, ...outcomes: string[]) => ({
  status,
  assertionResults: outcomes.map((outcome) => ({ status: outcome })),
});

describe('counting tests', () => {
  it('counts what passed, failed and was left out', () => {
    const report = { testResults: [file('passed', 'passed', 'pending', 'todo'), file('failed', 'passed', 'failed')] };
    expect(countsLine(countReport(report, 1))).toBe('2 passed, 1 failed, 2 skipped');
  });

  it('counts a file that could not be loaded as a failed test', () =>
    expect(countReport({ testResults: [file('failed')] }, 1).failed).toBe(1));

  it('counts a run that failed outside its tests', () =>
    expect(countReport({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 }));

  it('counts a run that left no report as failed', () => expect(countReport(undefined, 128).failed).toBe(1));

  it('adds up parts', () =>
    expect(
      sum([
        { passed: 1, failed: 0, skipped: 2 },
        { passed: 3, failed: 1, skipped: 0 },
      ]),
    ).toEqual({ passed: 4, failed: 1, skipped: 2 }));
});

describe('the boundary check', () => {
  it('does not believe a report about nothing', () =>
    expect(judgeCruise('✔ no dependency violations found (0 modules, 0 dependencies cruised)', 400).ok).toBe(false));
  it('believes one about all modules', () =>
    expect(judgeCruise('✔ no dependency violations found (412 modules, 900 dependencies cruised)', 400).ok).toBe(true));
});

describe('what `npm test --` is asked for', () => {
  it('is everything without words', () =>
    expect([...planFrom([]).parts]).toEqual(['gates', 'unit', 'integration', 'web', 'journeys']));
  it('is the named parts, and the rest goes to vitest', () =>
    expect(planFrom(['unit', 'reminders', '-t', 'quorum'])).toEqual({
      parts: new Set(['unit']),
      forVitest: ['reminders', '-t', 'quorum'],
    }));
  it('leaves the gates out when a file is named', () => expect(planFrom(['reminders']).parts.has('gates')).toBe(false));
  it('refuses to watch, because that has no end to count', () =>
    expect(() => planFrom(['--watch'])).toThrow(/npx vitest/));
});
