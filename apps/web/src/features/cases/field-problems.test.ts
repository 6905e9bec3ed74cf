import { referral } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { problemSentence, problemsOf } from './field-problems';

const codesAt = (typed: unknown) =>
  Object.fromEntries(problemsOf(referral, typed).map((problem) => [problem.path.join('.'), problem.code]));

describe('what the contract refuses of a referral', () => {
  it('names each field once, with why', () => {
    const codes = codesAt({
      patient: { name: '张', identityNo: '12', birthDate: '', phone: '1000000001', province: ' ' },
      clinical: { recurrenceNumber: 21, questions: [], structures: [{ code: 'bladder' }], ecog: 1 },
      urgency: 'ROUTINE',
      departments: [],
    });
    expect(codes).toMatchObject({
      'patient.name': 'too-short',
      'patient.identityNo': 'invalid',
      'patient.birthDate': 'required',
      'patient.sex': 'required',
      'patient.province': 'required',
      'clinical.recurrenceNumber': 'too-big',
      'clinical.questions': 'too-few',
      'clinical.structures.0.involvement': 'required',
      'clinical.wishes': 'required',
      departments: 'too-few',
    });
    expect(codes).not.toHaveProperty('patient.phone');
    expect(codes).not.toHaveProperty('clinical.ecog');
  });

  it('is said in both languages, with its measure', () => {
    const [problem] = problemsOf(referral.shape.departments, []);
    expect(problem).toBeDefined();
    if (problem === undefined) return;
    expect(problemSentence(problem, 'zh-CN')).toBe('至少 1 项。');
    expect(problemSentence(problem, 'en-US')).toBe('At least 1 entries.');
  });
});
