import { directions, recommendationKinds } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { factsByDirection, factsByKind } from './fact-proposals.rules.js';
import { expiresAt, isStillOpen, judge, shownValue, type StandingFacts } from './standing-facts.rules.js';

const mri: StandingFacts = {
  value: 'T4',
  observedOn: '2026-11-01',
  confirmedOn: null,
  validDays: 42,
  validUntil: '2026-12-13',
  flag: null,
  keptAt: null,
  keptValue: null,
};
const today = '2026-11-20';
const kept = { keptAt: new Date('2026-11-18T00:00:00Z') };

describe('a fact a decision stands on', () => {
  it.each<[string, StandingFacts, { value: string; observedOn: string } | undefined, string, object]>([
    [
      'carries it while the record says the same',
      mri,
      { value: 'T4', observedOn: '2026-11-01' },
      today,
      { flag: null },
    ],
    [
      'carries it longer once the same was found again',
      mri,
      { value: 'T4', observedOn: '2026-11-15' },
      today,
      { flag: null, confirmedOn: '2026-11-15', validUntil: '2026-12-27' },
    ],
    [
      'does not where the record says something else',
      mri,
      { value: 'T3', observedOn: '2026-11-15' },
      today,
      { flag: 'CHANGED', presentValue: 'T3', validUntil: '2026-12-27' },
    ],
    ['does not where the record no longer has it', mri, undefined, today, { flag: 'CHANGED', presentValue: null }],
    ['does on its last day', mri, { value: 'T4', observedOn: '2026-11-01' }, '2026-12-13', { flag: null }],
    ['does not the day after', mri, { value: 'T4', observedOn: '2026-11-01' }, '2026-12-14', { flag: 'EXPIRED' }],
    [
      'is found again by a new examination after it ran out',
      { ...mri, flag: 'EXPIRED' },
      { value: 'T4', observedOn: '2026-12-14' },
      '2026-12-14',
      { flag: null, validUntil: '2027-01-25' },
    ],
    [
      'carries it with what it was kept with',
      { ...mri, ...kept, keptValue: 'T3' },
      { value: 'T3', observedOn: '2026-11-01' },
      today,
      { flag: null },
    ],
    [
      'asks again where it goes back to what it was before it was kept',
      { ...mri, ...kept, keptValue: 'T3' },
      { value: 'T4', observedOn: '2026-11-01' },
      today,
      { flag: 'CHANGED', presentValue: 'T4' },
    ],
    ['may be kept although it is gone', { ...mri, ...kept, keptValue: null }, undefined, today, { flag: null }],
    [
      'has no end where none was set',
      { ...mri, validDays: null, validUntil: null },
      { value: 'T4', observedOn: '2026-11-01' },
      '2036-01-01',
      { flag: null },
    ],
  ])('%s', (_what, fact, present, day, expected) => {
    expect(judge(fact, present, day)).toMatchObject(expected);
  });

  it('ends with its day at the campus', () => {
    expect(expiresAt('2026-12-13', 'Asia/Shanghai')).toEqual(new Date('2026-12-13T16:00:00Z'));
    expect(expiresAt(null, 'Asia/Shanghai')).toBeNull();
  });

  it('is shown in words where they are short', () => {
    expect([
      shownValue('ecog', '1'),
      shownValue('laboratory:CEA', '5 ng/mL'),
      shownValue('imaging:MRI', '{…}'),
    ]).toEqual(['1', '5 ng/mL', null]);
  });
});

describe('a decision', () => {
  it.each([
    ['while it waits for its signature', 'DECISION_PENDING', 'SURGERY', true],
    ['while the operation is planned', 'PLAN_APPROVED', 'SURGERY', true],
    ['not once the operation has begun', 'IN_TREATMENT', 'SURGERY', false],
    ['during a course of treatment', 'IN_TREATMENT', 'SYSTEMIC', true],
    ['not in follow-up', 'FOLLOW_UP', 'SYSTEMIC', false],
    ['not while it is discussed anew', 'TRIAGE', 'SURGERY', false],
  ] as const)('is looked at again %s', (_when, state, direction, expected) => {
    expect(isStillOpen(state, direction)).toBe(expected);
  });

  it('for an operation stands by itself on imaging of the last six weeks, fitness, structures and pathology', () => {
    expect(factsByDirection.SURGERY.map(({ key, validDays }) => [key, validDays])).toEqual([
      ['imaging:MRI', 42],
      ['ecog', 30],
      ['asa', 30],
      ['structures', null],
      ['pathology', null],
      ['wishes', null],
    ]);
  });

  it('has proposals with a basis for every direction and every kind of recommendation', () => {
    expect(Object.keys(factsByDirection).toSorted()).toEqual(directions.schema.options.toSorted());
    expect(Object.keys(factsByKind).toSorted()).toEqual(recommendationKinds.schema.options.toSorted());
    const all = [...Object.values(factsByDirection), ...Object.values(factsByKind)].flat();
    expect(all.every(({ basis }) => basis.zh !== '' && basis.en !== '')).toBe(true);
  });
});
