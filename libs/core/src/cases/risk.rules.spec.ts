import type { Involvement, Risk } from '@consilium/contracts';
import { lightCases, structures } from '@consilium/catalog';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRisk, largestVolumeCm3 } from './risk.rules.js';
import type { RiskFacts } from './risk.rules.js';

const caseWith = (involved: Record<string, Involvement>, finding = '盆腔肿块'): RiskFacts => ({
  structures: Object.entries(involved).map(([code, involvement]) => ({ code, involvement })),
  imaging: [{ finding }],
});
const judged = (facts: RiskFacts) => {
  const { risk, reasons } = assessRisk(facts, structures);
  return [risk, ...reasons.map(({ rule }) => rule)];
};

describe('the volume read from an imaging report', () => {
  it.each([
    ['盆腔 18.2×15.0×13.4 cm 分叶状肿块', 1915],
    ['肿块 8.6 cm×7.2 cm×6.8 cm', 220],
    ['mass of 110 x 92 x 87 mm', 461],
    ['左侧 2.0×2.0×2.0 cm 结节，右侧 10*10*10 厘米肿块', 524],
  ])('of “%s” is about %i cm³', (text, cm3) => {
    expect(Math.round(largestVolumeCm3([text]) ?? 0)).toBe(cm3);
  });

  it.each(['9.4×7.6 cm 肿块', '序列 3×4×5', '未见肿块'])('is not guessed from “%s”', (text) => {
    expect(largestVolumeCm3([text])).toBeNull();
  });
});

describe('the risk badge of a case', () => {
  it.each<[string, RiskFacts, Risk, string[]]>([
    [
      'sacrum and a large volume',
      caseWith({ 'sacrum-lower': 'INVADE' }, '9×9×10 cm'),
      'EXTREME',
      ['bleeding-site', 'large-volume'],
    ],
    ['the acetabulum alone', caseWith({ acetabulum: 'SUSPECT' }), 'HIGH', ['bleeding-site']],
    ['a large volume alone', caseWith({ bladder: 'ABUT' }, '9×9×10 cm'), 'HIGH', ['large-volume']],
    ['two compartments', caseWith({ bladder: 'INVADE', rectum: 'SUSPECT' }), 'HIGH', ['compartments']],
    ['an encased vessel', caseWith({ 'external-iliac-artery-left': 'INVADE' }), 'HIGH', ['vessel-encased']],
  ])('shows %s as such, with the reason', (_, facts, risk, rules) => {
    expect(judged(facts)).toEqual([risk, ...rules]);
  });

  it.each<[string, Partial<RiskFacts['imaging'][number]>, Risk, string[]]>([
    ['three measured axes', { sizeMm: [90, 90, 100] }, 'HIGH', ['large-volume']],
    [
      'a matrix with the sacrum invaded',
      { organs: [{ code: 'sacrum-upper', involvement: 'INVADE' }] },
      'HIGH',
      ['bleeding-site'],
    ],
    [
      'a vessel encased',
      { vessels: [{ code: 'external-iliac-vein-left', involvement: 'OVER_180' }] },
      'HIGH',
      ['vessel-encased'],
    ],
    [
      'tumour thrombus',
      { vessels: [{ code: 'external-iliac-vein-left', involvement: 'THROMBUS' }] },
      'HIGH',
      ['vessel-encased'],
    ],
    [
      'a matrix in which all is free or abutted',
      {
        organs: [
          { code: 'sacrum-upper', involvement: 'FREE' },
          { code: 'acetabulum', involvement: 'ABUT' },
        ],
      },
      'MODERATE',
      ['no-high-risk-factor'],
    ],
    [
      'measured axes before those of the words',
      { sizeMm: [90, 90, 90], finding: '9×9×10 cm' },
      'MODERATE',
      ['no-high-risk-factor'],
    ],
    ['two axes as no volume', { sizeMm: [200, 200] }, 'MODERATE', ['no-high-risk-factor']],
  ])('reads %s of the imaging form', (_, examination, risk, rules) => {
    const facts = caseWith({ bladder: 'ABUT' });
    expect(judged({ ...facts, imaging: [{ finding: '盆腔肿块', ...examination }] })).toEqual([risk, ...rules]);
  });

  it.each([
    ['a sacrum that is only abutted', caseWith({ 'sacrum-lower': 'ABUT' })],
    ['one compartment', caseWith({ bladder: 'INVADE', prostate: 'INVADE' })],
    ['a second compartment that is only abutted', caseWith({ bladder: 'INVADE', rectum: 'ABUT' })],
    ['a vessel held for less than half its circumference', caseWith({ 'external-iliac-artery-left': 'SUSPECT' })],
    ['a volume of just under 400 cm³', caseWith({ bladder: 'ABUT' }, '9.1×9.1×9.2 cm')],
  ])('stays moderate for %s, and says why', (_, facts) => {
    expect(judged(facts)).toEqual(['MODERATE', 'no-high-risk-factor']);
  });

  it('is spread over all three degrees on the boards of the demonstration', () => {
    const badges = lightCases(26).map(({ clinical }) =>
      assessRisk({ structures: clinical.structures.items, imaging: clinical.imaging }, structures),
    );
    expect(new Set(badges.map(({ risk }) => risk))).toEqual(new Set(['EXTREME', 'HIGH', 'MODERATE']));
  });

  it('never falls when a structure is more involved', () => {
    const rank: Record<Risk, number> = { MODERATE: 0, HIGH: 1, EXTREME: 2 };
    const degree = fc.constantFrom<Involvement>('ABUT', 'SUSPECT', 'INVADE');
    const involved = fc.array(
      fc.record({ code: fc.constantFrom(...structures.map(({ code }) => code)), involvement: degree }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(involved, fc.nat(7), (list, which) => {
        const raised = list.map((one, index) =>
          index === which % list.length ? { ...one, involvement: 'INVADE' as const } : one,
        );
        const before = assessRisk({ structures: list, imaging: [] }, structures);
        const after = assessRisk({ structures: raised, imaging: [] }, structures);
        expect(rank[after.risk]).toBeGreaterThanOrEqual(rank[before.risk]);
      }),
    );
  });
});
