import { demonstrationCases, structureByCode, structures } from '@consilium/catalog';
import type { Involvement } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { anatomicalBasis, compartmentsOf, departmentsAskedFor } from './anatomy.rules.js';
import { SHIPPED_RULES } from './department-proposal.rules.js';
import { planPromptsOf } from './plan-prompts.rules.js';
import { bleedingOf } from './risk.rules.js';

const involved = (all: Record<string, Involvement>) =>
  Object.entries(all).map(([code, involvement]) => ({ code, involvement }));
const askedBy = (all: Record<string, Involvement>) =>
  new Map(
    departmentsAskedFor(involved(all), SHIPPED_RULES).map((need) => [
      need.departmentCode,
      { requirement: need.requirement, structures: need.structures.map(({ en }) => en) },
    ]),
  );
const prompts = (all: Record<string, Involvement>) => planPromptsOf(involved(all)).map(({ code }) => code);

describe('the compartments of a case', () => {
  it('are those with a structure suspected or invaded; one that is only abutted does not count', () => {
    expect(compartmentsOf(involved({ rectum: 'INVADE', bladder: 'SUSPECT', uterus: 'ABUT' }))).toEqual([
      'ANTERIOR',
      'POSTERIOR',
    ]);
  });
});

describe('the departments that anatomy asks for', () => {
  it('are named with the structures that ask, the requiring ones where it is required', () => {
    const asked = askedBy({
      'ureter-left': 'ABUT',
      'external-iliac-artery-left': 'INVADE',
      'external-iliac-vein-left': 'ABUT',
    });
    expect(asked.get('urology')).toEqual({ requirement: 'REQUIRED', structures: ['Left ureter'] });
    expect(asked.get('vascular-surgery')).toEqual({
      requirement: 'REQUIRED',
      structures: ['Left external iliac artery'],
    });
  });

  it('do not rest on rules for which something else has to hold as well', () => {
    expect(askedBy({ vagina: 'INVADE' }).has('plastic-surgery')).toBe(false);
    expect(askedBy({ rectum: 'ABUT' }).has('diagnostic-radiology')).toBe(false);
  });

  it('tell how each structure is involved', () => {
    const ureter = structureByCode('ureter-left')?.name;
    expect(anatomicalBasis(ureter ? [ureter] : [], involved({ 'ureter-left': 'INVADE' }))).toEqual({
      zh: '受累结构：左输尿管（受侵）',
      en: 'Involved: Left ureter (invades)',
    });
  });
});

describe('the prompts for a plan', () => {
  it.each<[string, string, Record<string, Involvement>]>([
    ['presacral-bleeding', 'the presacral plexus is suspected', { 'presacral-venous-plexus': 'SUSPECT' }],
    ['ureter-reconstruction', 'a ureter is invaded', { 'ureter-right': 'INVADE' }],
    ['ureteric-stents', 'a ureter is abutted', { 'ureter-right': 'ABUT' }],
    ['vascular-control', 'an iliac artery is suspected', { 'common-iliac-artery-left': 'SUSPECT' }],
    ['aortic-balloon', 'an iliac artery is invaded', { 'common-iliac-artery-left': 'INVADE' }],
    ['neuromonitoring', 'the sacrum is suspected', { 'sacrum-lower': 'SUSPECT' }],
    ['structure:sciatic-nerve', 'the sciatic nerve is abutted', { 'sciatic-nerve': 'ABUT' }],
  ])('hold %s where %s', (code, _, all) => {
    expect(prompts(all)).toContain(code);
  });

  it('hold no control of vessels where one is only abutted, and nothing where nothing is involved', () => {
    expect(prompts({ 'common-iliac-artery-left': 'ABUT' })).toEqual(['structure:common-iliac-artery-left']);
    expect(prompts({})).toEqual([]);
  });

  it('name for each case of the demonstration the structures they come from', () => {
    const all = demonstrationCases.flatMap(({ clinical }) => planPromptsOf(clinical.structures.items));
    expect(all.length).toBeGreaterThan(40);
    const names = new Set(structures.map(({ name }) => name.zh));
    expect(all.filter((prompt) => prompt.structures.some(({ zh }) => !names.has(zh)))).toEqual([]);
  });
});

describe('the flag of high blood loss', () => {
  const facts = { structures: involved({ 'sacrum-lower': 'INVADE' }), imaging: [{ finding: '9×9×10 cm' }] };

  it('counts site, volume and planned time, each with its reason', () => {
    expect(bleedingOf({ structures: [], imaging: [] }, 200).degree).toBe('NONE');
    expect(bleedingOf({ structures: [], imaging: [] }, 201)).toMatchObject({
      degree: 'HIGH',
      reasons: [{ rule: 'long-operation' }],
    });
    expect(bleedingOf({ ...facts, imaging: [] }, null).degree).toBe('HIGH');
    expect(bleedingOf(facts, null).degree).toBe('STRONG');
    expect(bleedingOf(facts, 300).reasons).toHaveLength(3);
  });
});
