import type { Referral } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { refusedAnswers } from './opinion-answers.rules.js';
import { caseNumber, refusedOfReferral } from './referral.rules.js';

const TODAY = '2026-11-18';
const bounds = {
  today: TODAY,
  ageYears: 50,
  structureCodes: new Set(['bladder', 'sacrum-upper']),
  departmentIds: new Set(['urology', 'pathology']),
};

const referral = (change: { patient?: object; clinical?: object; departments?: unknown } = {}): Referral =>
  ({
    patient: { birthDate: '1976-01-01', ...change.patient },
    clinical: {
      structures: [{ code: 'bladder', involvement: 'INVADE' }],
      priorTreatments: [{ happenedOn: TODAY }],
      imaging: [{ examinedOn: TODAY }],
      pathology: [{ reportedOn: null }],
      questions: ['能否切除？'],
      ...change.clinical,
    },
    departments: change.departments ?? [{ departmentId: 'urology', requirement: 'REQUIRED', reason: '' }],
  }) as unknown as Referral;

const department = (departmentId: string) => ({ departmentId, requirement: 'REQUIRED', reason: '' });

describe('a referral', () => {
  it('that names what exists and what has happened is accepted', () => {
    expect(refusedOfReferral(referral(), bounds)).toEqual([]);
  });

  it.each([
    ['a birth after today', { patient: { birthDate: '2026-11-19' } }, 'patient.birthDate', 'in-the-future'],
    [
      'a structure the catalogue does not have',
      { clinical: { structures: [{ code: 'bladder' }, { code: 'wing' }] } },
      'clinical.structures.1.code',
      'unknown',
    ],
    [
      'a structure twice',
      { clinical: { structures: [{ code: 'bladder' }, { code: 'bladder' }] } },
      'clinical.structures.1.code',
      'duplicate',
    ],
    [
      'a question twice',
      { clinical: { questions: ['能否切除？', '能否切除？'] } },
      'clinical.questions.1',
      'duplicate',
    ],
    [
      'a treatment after today',
      { clinical: { priorTreatments: [{ happenedOn: TODAY }, { happenedOn: '2026-11-19' }] } },
      'clinical.priorTreatments.1.happenedOn',
      'in-the-future',
    ],
    [
      'an examination after today',
      { clinical: { imaging: [{ examinedOn: '2027-01-01' }] } },
      'clinical.imaging.0.examinedOn',
      'in-the-future',
    ],
    [
      'a report after today',
      { clinical: { pathology: [{ reportedOn: '2027-01-01' }] } },
      'clinical.pathology.0.reportedOn',
      'in-the-future',
    ],
    [
      'a department the hospital does not have',
      { departments: [department('urology'), department('astrology')] },
      'departments.1.departmentId',
      'unknown',
    ],
    [
      'a department twice',
      { departments: [department('urology'), department('urology')] },
      'departments.1.departmentId',
      'duplicate',
    ],
  ])('with %s is refused at that field', (_what, change, field, code) => {
    expect(refusedOfReferral(referral(change), bounds)).toEqual([{ field, code }]);
  });

  it('of a patient older than anybody is refused', () => {
    expect(refusedOfReferral(referral(), { ...bounds, ageYears: 131 })).toEqual([
      { field: 'patient.birthDate', code: 'invalid-date' },
    ]);
  });
});

describe('a case number', () => {
  it.each([
    [2026, 187, 'P26-0187'],
    [2030, 1, 'P30-0001'],
    [2005, 12_345, 'P05-12345'],
  ])('of %i with serial %i is %s', (year, serial, expected) => {
    expect(caseNumber('P', year, serial)).toBe(expected);
  });
});

describe('answers of an opinion', () => {
  it('name questions the round asks, each once', () => {
    expect(refusedAnswers([{ question: 0 }, { question: 1 }], 2)).toEqual([]);
    expect(refusedAnswers([{ question: 2 }, { question: 1 }, { question: 1 }], 2)).toEqual([
      { field: 'answers.0.question', code: 'unknown' },
      { field: 'answers.2.question', code: 'duplicate' },
    ]);
  });
});
