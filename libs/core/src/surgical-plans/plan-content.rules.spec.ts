import type { PlanContent, SurgicalStage } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { missingForStaging, refusedFields, stageChanged, type KnownHouse } from './plan-content.rules.js';

const house: KnownHouse = {
  theatreIds: new Set(['theatre-3']),
  departmentIds: new Set(['urology', 'bowel']),
  departmentsOfDoctor: new Map([
    ['wang', new Set(['urology'])],
    ['li', new Set(['bowel'])],
  ]),
};
const now = new Date('2026-11-18T01:00:00Z');
const stage = (changes: Partial<SurgicalStage> = {}): SurgicalStage => ({
  code: 'S1',
  departmentId: 'urology',
  leadId: 'wang',
  goal: '解离输尿管',
  structuresAtRisk: [],
  entryCondition: '',
  handoverCondition: '全程可辨',
  contingency: '修补',
  minutes: 60,
  bloodUnits: 0,
  dayOffset: 0,
  after: [],
  ...changes,
});
const plan = (changes: Partial<PlanContent> = {}): PlanContent => ({
  title: '切除',
  leadId: 'wang',
  theatreId: 'theatre-3',
  startsAt: '2026-11-25T01:00:00Z',
  anaesthesia: '',
  position: '',
  stages: [stage(), stage({ code: 'S2', departmentId: 'bowel', leadId: 'li', after: ['S1'] })],
  ...changes,
});
const refusals = (content: PlanContent, presentStart: Date | null = null) =>
  refusedFields(content, house, now, presentStart).map(({ field, code }) => `${field} ${code}`);

describe('what is wrong with a plan', () => {
  it('is nothing where departments, leads, theatre, start and order are right', () => {
    expect(refusals(plan())).toEqual([]);
    expect(refusals(plan({ theatreId: null, startsAt: null, stages: [] }))).toEqual([]);
  });

  it.each<[string, PlanContent, string[]]>([
    ['a lead who is no doctor of the hospital', plan({ leadId: 'nurse' }), ['leadId unknown']],
    ['an unknown theatre', plan({ theatreId: 'garage' }), ['theatreId unknown']],
    ['a start in the past', plan({ startsAt: '2026-11-18T00:59:00Z' }), ['startsAt in-the-past']],
    ['an unknown department', plan({ stages: [stage({ departmentId: 'x' })] }), ['stages.0.departmentId unknown']],
    ['an unknown stage lead', plan({ stages: [stage({ leadId: 'x' })] }), ['stages.0.leadId unknown']],
    [
      'a stage lead of another department',
      plan({ stages: [stage({ leadId: 'li' })] }),
      ['stages.0.leadId not-of-department'],
    ],
    ['a code used twice', plan({ stages: [stage(), stage()] }), ['stages.1.code duplicate']],
    ['waiting for a stage that is not there', plan({ stages: [stage({ after: ['S9'] })] }), ['stages.0.after unknown']],
    [
      'stages that wait for one another',
      plan({ stages: [stage({ after: ['S2'] }), stage({ code: 'S2', after: ['S1'] })] }),
      ['stages.0.after loop'],
    ],
    [
      'an embolisation the day before that waits for the operation',
      plan({ stages: [stage(), stage({ code: 'S2', dayOffset: -1, after: ['S1'] })] }),
      ['stages.1.after later-day'],
    ],
  ])('is %s', (_what, content, expected) => {
    expect(refusals(content)).toEqual(expected);
  });

  it('is told all at once', () => {
    const wrong = plan({ leadId: 'x', theatreId: 'y', stages: [stage({ departmentId: 'z' })] });
    expect(refusals(wrong)).toEqual(['leadId unknown', 'theatreId unknown', 'stages.0.departmentId unknown']);
  });

  it('is not a start that has passed since it was agreed', () => {
    const begun = '2026-11-18T00:30:00Z';
    expect(refusals(plan({ startsAt: begun }), new Date(begun))).toEqual([]);
  });
});

describe('a stage', () => {
  it.each<[keyof SurgicalStage, Partial<SurgicalStage>]>([
    ['leadId', { leadId: 'li' }],
    ['goal', { goal: '另一目标' }],
    ['contingency', { contingency: '停止并会商' }],
    ['minutes', { minutes: 61 }],
    ['bloodUnits', { bloodUnits: 4 }],
    ['structuresAtRisk', { structuresAtRisk: ['髂外静脉'] }],
    ['after', { after: ['S2'] }],
  ])('reads differently when its %s changed', (_name, changes) => {
    expect(stageChanged(stage(), stage(changes))).toBe(true);
  });

  it('reads the same when nothing changed', () => {
    expect(stageChanged(stage({ after: ['S2'] }), stage({ after: ['S2'] }))).toBe(false);
  });
});

it('before the stage leads are asked there must be a stage, a theatre and a start', () => {
  expect(missingForStaging({ theatreId: null, startsAt: null, stages: [] }).map(({ en }) => en)).toEqual([
    'at least one stage',
    'the theatre',
    'the start of the operation',
  ]);
  expect(missingForStaging({ theatreId: 'theatre-3', startsAt: now, stages: [stage()] })).toEqual([]);
});
