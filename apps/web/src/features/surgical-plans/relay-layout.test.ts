import { describe, expect, it } from 'vitest';
import { CIRCLE_RADIUS, handoverPairs } from './handover-layout';
import { layoutRelay } from './relay-layout';
import { stagesOfTheDay, type RelayStage } from './relay-stage';
import { sampleStages } from './testing/sample-plan';

const WIDTH = 1100;
const ON_THE_HOUR = { minutesPastHour: 0, leastHourWidth: 96 };
const stage = (code: string, changes: Partial<RelayStage>): RelayStage => ({
  code,
  departmentId: code,
  leadId: code,
  minutes: 60,
  bloodUnits: 0,
  dayOffset: 0,
  after: [],
  startsAfterMinutes: 0,
  ...changes,
});

describe('relay timeline', () => {
  it('places every stage of the day by its start and its minutes on one scale', () => {
    const { bars, width } = layoutRelay(sampleStages, WIDTH, ON_THE_HOUR);
    const perMinute = width / 330;
    for (const one of stagesOfTheDay(sampleStages)) {
      const bar = bars.find(({ code }) => code === one.code);
      expect(bar?.x).toBeCloseTo(one.startsAfterMinutes * perMinute);
      expect(bar?.width).toBeCloseTo(one.minutes * perMinute);
    }
  });

  it('leaves stages of earlier days to the gates', () => {
    expect(layoutRelay(sampleStages, WIDTH, ON_THE_HOUR).bars.map((bar) => bar.code)).toEqual(['S2', 'S3', 'S4', 'S5']);
  });

  it('gives each department one lane, in the order in which they come to the table', () => {
    const lanes = layoutRelay([...sampleStages].reverse(), WIDTH, ON_THE_HOUR).lanes.map((lane) => lane.departmentId);
    expect(lanes).toEqual([2, 3, 4, 5].map((n) => sampleStages[n - 1]?.departmentId));
  });

  it('puts two stages of one department at the same time into two rows of its lane', () => {
    const { lanes, bars } = layoutRelay(
      [stage('S1', { departmentId: 'a' }), stage('S2', { departmentId: 'a', startsAfterMinutes: 30 })],
      WIDTH,
      ON_THE_HOUR,
    );
    expect(lanes).toHaveLength(1);
    const [first, second] = bars;
    expect(second?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0));
  });

  it('never draws an hour too narrow to read, and scrolls instead', () => {
    expect(layoutRelay(sampleStages, 200, ON_THE_HOUR).width).toBeGreaterThan(400);
  });

  it('marks whole hours of the clock when the operation starts at half past', () => {
    expect(
      layoutRelay(sampleStages, WIDTH, { ...ON_THE_HOUR, minutesPastHour: 30 }).ticks.map((tick) => tick.minutes),
    ).toEqual([30, 90, 150, 210, 270]);
    expect(layoutRelay(sampleStages, WIDTH, ON_THE_HOUR).ticks[0]?.minutes).toBe(0);
  });
});

describe('hand-overs', () => {
  it('numbers them in the order of the day', () => {
    const { handovers } = layoutRelay(sampleStages, WIDTH, ON_THE_HOUR);
    expect(handovers.map(({ number, from, to }) => `${number} ${from}-${to}`)).toEqual([
      '1 S2-S3',
      '2 S3-S4',
      '3 S4-S5',
    ]);
  });

  it('leaves out what another predecessor already implies', () => {
    const day = [
      stage('S1', {}),
      stage('S2', { after: ['S1'], startsAfterMinutes: 60 }),
      stage('S3', { after: ['S1', 'S2'], startsAfterMinutes: 120 }),
    ];
    expect(handoverPairs(day).map(({ from, to }) => `${from.code}-${to.code}`)).toEqual(['S1-S2', 'S2-S3']);
  });

  it('is none between two stages of the same lead', () => {
    const day = [
      stage('S1', { departmentId: 'a', leadId: 'x' }),
      stage('S2', { departmentId: 'a', leadId: 'x', after: ['S1'], startsAfterMinutes: 60 }),
    ];
    expect(handoverPairs(day)).toEqual([]);
  });

  it('is one where another person of the same department takes over', () => {
    const day = [
      stage('S1', { departmentId: 'a', leadId: 'x' }),
      stage('S2', { departmentId: 'a', leadId: 'y', after: ['S1'], startsAfterMinutes: 60 }),
    ];
    expect(layoutRelay(day, WIDTH, ON_THE_HOUR).handovers).toHaveLength(1);
  });

  it('draws no circle on another, also where many teams hand over at one moment', () => {
    const stages = [
      ...[1, 2, 3, 4, 5, 6].map((n) => stage(`S${n}`, {})),
      stage('S7', { after: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'], startsAfterMinutes: 60 }),
    ];
    const { handovers } = layoutRelay(stages, WIDTH, ON_THE_HOUR);
    expect(handovers).toHaveLength(6);
    for (const [i, one] of handovers.entries()) {
      for (const other of handovers.slice(i + 1)) {
        const distance = Math.hypot(one.circle.x - other.circle.x, one.circle.y - other.circle.y);
        expect(distance).toBeGreaterThanOrEqual(2 * CIRCLE_RADIUS);
      }
    }
  });
});

describe('expected blood', () => {
  it('rises evenly over each stage and ends at the sum of all', () => {
    const { blood, bloodTotal } = layoutRelay(sampleStages, WIDTH, ON_THE_HOUR);
    const at = (minutes: number) => blood.find((point) => point.minutes === minutes)?.units;
    expect([at(0), at(100), at(190), at(310)]).toEqual([0, 0, 2, 8]);
    expect(bloodTotal).toBe(8);
  });

  it('counts what is needed before the day from the start', () => {
    const { blood } = layoutRelay(
      [stage('S1', { dayOffset: -1, bloodUnits: 2 }), stage('S2', { bloodUnits: 4 })],
      WIDTH,
      ON_THE_HOUR,
    );
    expect(blood[0]?.units).toBe(2);
    expect(blood.at(-1)?.units).toBe(6);
  });

  it('adds up stages that run at the same time', () => {
    const { blood } = layoutRelay(
      [stage('S1', { bloodUnits: 4 }), stage('S2', { bloodUnits: 4, startsAfterMinutes: 30 })],
      WIDTH,
      ON_THE_HOUR,
    );
    expect(blood.find((point) => point.minutes === 60)?.units).toBe(6);
  });
});
