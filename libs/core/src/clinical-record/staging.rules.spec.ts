import { stagingSystems } from '@consilium/catalog';
import { describe, expect, it } from 'vitest';
import { deriveStage } from './staging.rules.js';

const tnm = (words: string) => {
  const [T, N, M] = words.split(' ');
  return { ...(T && { T }), ...(N && { N }), ...(M && { M }) };
};

describe('the stage group', () => {
  it.each([
    ['Tis N0 M0', '0'],
    ['T1 N0 M0', 'I'],
    ['T2 N0 M0', 'I'],
    ['T3 N0 M0', 'IIA'],
    ['T4a N0 M0', 'IIB'],
    ['T4b N0 M0', 'IIC'],
    ['T2 N1c M0', 'IIIA'],
    ['T1 N2a M0', 'IIIA'],
    ['T3 N1a M0', 'IIIB'],
    ['T4a N1b M0', 'IIIB'],
    ['T2 N2a M0', 'IIIB'],
    ['T3 N2a M0', 'IIIB'],
    ['T1 N2b M0', 'IIIB'],
    ['T4a N2a M0', 'IIIC'],
    ['T3 N2b M0', 'IIIC'],
    ['T4b N1a M0', 'IIIC'],
    ['T4b N2b M0', 'IIIC'],
    ['TX NX M1a', 'IVA'],
    ['T3 N0 M1b', 'IVB'],
    ['T1 N0 M1c', 'IVC'],
    ['TX N0 M0', null],
    ['T0 N1a M0', null],
    ['T3 NX M0', null],
    ['T3 N0', null],
  ])('of a colorectal tumour %s is %s', (words, group) => {
    expect(deriveStage('AJCC_COLORECTAL', tnm(words))).toBe(group);
  });

  it.each([
    [{ extent: 'IA1', nodes: 'NONE', M: 'M0' }, 'IA1'],
    [{ extent: 'IB3', nodes: 'NONE', M: 'M0' }, 'IB3'],
    [{ extent: 'IIA2' }, 'IIA2'],
    [{ extent: 'IIB', nodes: 'NONE' }, 'IIB'],
    [{ extent: 'IIIA' }, 'IIIA'],
    [{ extent: 'IIIB' }, 'IIIB'],
    [{ extent: 'IB1', nodes: 'PELVIC', nodesBy: 'r' }, 'IIIC1r'],
    [{ extent: 'IIIB', nodes: 'PARA_AORTIC', nodesBy: 'p' }, 'IIIC2p'],
    [{ extent: 'IIIB', nodes: 'PELVIC' }, 'IIIC1'],
    [{ extent: 'IVA', nodes: 'PELVIC', nodesBy: 'r' }, 'IVA'],
    [{ extent: 'IB1', M: 'M1' }, 'IVB'],
    [{ M: 'M0' }, null],
  ])('of a cervical tumour %o is %s', (components, group) => {
    expect(deriveStage('FIGO_CERVIX', components)).toBe(group);
  });

  it.each([
    ['Ta N0 M0', '0a'],
    ['Tis N0 M0', '0is'],
    ['T1 N0 M0', 'I'],
    ['T2a N0 M0', 'II'],
    ['T2b N0 M0', 'II'],
    ['T3a N0 M0', 'IIIA'],
    ['T4a N0 M0', 'IIIA'],
    ['T1 N1 M0', 'IIIA'],
    ['T4a N2 M0', 'IIIB'],
    ['T2a N3 M0', 'IIIB'],
    ['T4b N0 M0', 'IVA'],
    ['T4b NX M0', 'IVA'],
    ['T2a N0 M1a', 'IVA'],
    ['T2a N0 M1b', 'IVB'],
    ['Ta N1 M0', null],
    ['T2a NX M0', null],
  ])('of a bladder tumour %s is %s', (words, group) => {
    expect(deriveStage('AJCC_BLADDER', tnm(words))).toBe(group);
  });

  it.each([
    ['T1c N0 M0', 'UNDER_10', '1', 'I'],
    ['T2 N0 M0', 'UNDER_10', '1', 'I'],
    ['T2a N0 M0', 'FROM_10', '1', 'IIA'],
    ['T2c N0 M0', 'UNDER_10', '1', 'IIA'],
    ['T2b N0 M0', 'FROM_10', '1', 'IIA'],
    ['T1c N0 M0', 'UNDER_10', '2', 'IIB'],
    ['T2c N0 M0', 'FROM_10', '3', 'IIC'],
    ['T1a N0 M0', 'UNDER_10', '4', 'IIC'],
    ['T2a N0 M0', 'FROM_20', '1', 'IIIA'],
    ['T3a N0 M0', 'UNDER_10', '1', 'IIIB'],
    ['T4 N0 M0', 'FROM_20', '4', 'IIIB'],
    ['T1c N0 M0', 'UNDER_10', '5', 'IIIC'],
    ['T3b N1 M0', 'UNDER_10', '2', 'IVA'],
    ['T3b N0 M1b', 'UNDER_10', '2', 'IVB'],
    ['T2a N0 M0', '', '1', null],
    ['T2a N0 M0', 'UNDER_10', '', null],
    ['T0 N0 M0', 'UNDER_10', '5', null],
  ])('of a prostate tumour %s, PSA %s, grade group %s is %s', (words, PSA, grade, group) => {
    expect(deriveStage('AJCC_PROSTATE', { ...tnm(words), PSA, grade })).toBe(group);
  });

  it.each([
    ['TRUNK', 'T1 N0 M0', 'G1', 'IA'],
    ['TRUNK', 'T4 N0 M0', 'GX', 'IB'],
    ['TRUNK', 'T1 N0 M0', 'G3', 'II'],
    ['RETROPERITONEUM', 'T2 N0 M0', 'G2', 'IIIA'],
    ['RETROPERITONEUM', 'T3 N0 M0', 'G2', 'IIIB'],
    ['RETROPERITONEUM', 'T1 N1 M0', 'G1', 'IIIB'],
    ['TRUNK', 'T1 N1 M0', 'G1', 'IV'],
    ['RETROPERITONEUM', 'T1 N0 M1', 'G1', 'IV'],
    ['', 'T1 N1 M0', 'G1', null],
    ['TRUNK', 'T2 N0 M0', '', null],
  ])('of a soft-tissue sarcoma in %s, %s %s is %s', (site, words, grade, group) => {
    expect(deriveStage('AJCC_SOFT_TISSUE', { ...tnm(words), site, grade })).toBe(group);
  });

  it.each([
    ['Tis N0 M0', '0'],
    ['T1 N0 M0', 'I'],
    ['T2 N0 M0', 'IIA'],
    ['T3 N0 M0', 'IIB'],
    ['T2 N1a M0', 'IIIA'],
    ['T4 N0 M0', 'IIIB'],
    ['T3 N1c M0', 'IIIC'],
    ['T1 N0 M1', 'IV'],
    ['TX N0 M0', null],
  ])('of an anal tumour %s is %s', (words, group) => {
    expect(deriveStage('AJCC_ANUS', tnm(words))).toBe(group);
  });

  it.each([
    [{ G: 'G1', T: 'T1', M: 'M0' }, 'IA'],
    [{ G: 'G1', T: 'T2', M: 'M0' }, 'IB'],
    [{ G: 'G2', T: 'T1', M: 'M0' }, 'IIA'],
    [{ G: 'G2', T: 'T2', M: 'M0' }, 'IIB'],
    [{ G: 'G1', T: 'T1', M: 'M1' }, 'III'],
    [{ G: 'G1', M: 'M0' }, null],
  ])("by Enneking's %o is %s", (components, group) => {
    expect(deriveStage('ENNEKING', components)).toBe(group);
  });

  it('of a bone tumour of the pelvis is none, since the 8th edition has none there', () => {
    expect(deriveStage('AJCC_BONE_PELVIS', { ...tnm('T2a N0 M0'), grade: 'G2' })).toBeNull();
    expect(deriveStage('OTHER', {})).toBeNull();
  });

  it('is the stage as assessed where the system has no components', () => {
    expect(deriveStage('FIGO_OVARY', { stage: 'IIIC' })).toBe('IIIC');
    expect(deriveStage('FIGO_ENDOMETRIUM', {})).toBeNull();
  });

  it('can be reached with what each form offers to choose', () => {
    for (const { system, components } of stagingSystems.filter((known) => known.system !== 'AJCC_BONE_PELVIS')) {
      const chosen = components.map(({ key, choices }) => choices.map(({ value }): [string, string] => [key, value]));
      const all = chosen.reduce<[string, string][][]>(
        (found, choices) => found.flatMap((before) => choices.map((choice) => [...before, choice])),
        [[]],
      );
      const groups = new Set(all.map((choice) => deriveStage(system, Object.fromEntries(choice))));
      expect([system, groups.size]).toEqual([system, GROUPS[system]]);
    }
  });
});

/** Groups of each system, and one more where some choices determine none. */
const GROUPS: Partial<Record<string, number>> = {
  AJCC_COLORECTAL: 12,
  FIGO_CERVIX: 16,
  AJCC_BLADDER: 9,
  AJCC_PROSTATE: 10,
  AJCC_SOFT_TISSUE: 7,
  AJCC_ANUS: 9,
  FIGO_OVARY: 14,
  FIGO_ENDOMETRIUM: 19,
  ENNEKING: 5,
};
