import { describe, expect, it } from 'vitest';
import { refusedLeads, type LeadOnDay, type StageToLead } from './stage-privileges.rules.js';

const stage: StageToLead = {
  code: 'S1',
  departmentId: 'urology',
  leadId: 'li',
  day: '2026-12-01',
  isSurgical: true,
};
const li: LeadOnDay = { name: '李', departmentIds: ['urology'], level: 4 };
const refused = (given: Partial<StageToLead>, lead: Partial<LeadOnDay>) =>
  refusedLeads([{ ...stage, ...given }], () => ({ ...li, ...lead }));

describe('a stage of a department that operates', () => {
  it('is sent out with a lead who may operate at level 4', () => {
    expect(refused({}, {})).toEqual([]);
  });

  it.each([null, 3])('is refused with a lead of level %s, at its field and by name', (level) => {
    expect(refused({}, { level })).toEqual([
      {
        field: 'stages.0.leadId',
        code: 'no-privilege',
        parameters: { stage: 'S1', person: '李', day: '2026-12-01', level: { zh: '四级手术', en: 'level 4' } },
      },
    ]);
  });

  it('needs no more than the level of its plan', () => {
    expect(refusedLeads([stage], () => ({ ...li, level: 3 }), 3)).toEqual([]);
  });
});

it('a stage of another department needs no privilege', () => {
  expect(refused({ isSurgical: false }, { level: null })).toEqual([]);
});

it('a lead who has left the department by then is refused, whatever the department', () => {
  expect(refused({ isSurgical: false }, { departmentIds: [] })).toMatchObject([{ code: 'not-on-staff-then' }]);
  expect(refused({}, { departmentIds: ['icu'] })).toMatchObject([{ code: 'not-on-staff-then' }]);
});

it('every stage that is wrong is named', () => {
  const stages = [stage, { ...stage, code: 'S2' }, { ...stage, code: 'S3', isSurgical: false }];
  expect(refusedLeads(stages, () => ({ ...li, level: null })).map(({ field }) => field)).toEqual([
    'stages.0.leadId',
    'stages.1.leadId',
  ]);
});
