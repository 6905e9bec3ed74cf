import type { Stance } from '@consilium/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedConsensus, standingConsensus, tallyOf } from './consensus.rules.js';

const stances = (...list: Stance[]) =>
  list.map((stance) => ({ departmentId: null, hospitalId: null, personId: '', stance, note: '' }));
const consensusOf = (...list: Stance[]) => countedConsensus(tallyOf(stances(...list)));
const times = (n: number, stance: Stance): Stance[] => Array.from({ length: n }, () => stance);

describe('consensus', () => {
  it('is unanimous where nobody opposes', () =>
    expect(consensusOf('support', 'conditional', 'information')).toBe('UNANIMOUS'));
  it('is a majority only above 80 % support', () => {
    expect(consensusOf(...times(4, 'support'), 'oppose')).toBe('NONE');
    expect(consensusOf(...times(5, 'support'), 'oppose')).toBe('MAJORITY');
    expect(consensusOf(...times(3, 'support'), ...times(2, 'conditional'), 'oppose')).toBe('MAJORITY');
  });
  it('does not count those who inform or ask for more', () => {
    expect(consensusOf('support', 'oppose', ...times(20, 'information'))).toBe('NONE');
    expect(consensusOf('information', 'more-information')).toBeNull();
  });
  it('never calls a discussion with an opposing voice unanimous', () => {
    const any = fc.constantFrom<Stance>('support', 'conditional', 'oppose', 'information', 'more-information');
    fc.assert(
      fc.property(fc.array(any), (list) => {
        expect(consensusOf(...list, 'oppose')).not.toBe('UNANIMOUS');
      }),
    );
  });
  it('lets the chair give another label with a reason, and keeps the count beside it', () => {
    const record = {
      stances: stances('support', 'oppose'),
      consensusOverride: { consensus: 'CHAIR_DECISION' as const, reason: '综合患者意愿' },
    };
    expect(standingConsensus(record)).toBe('CHAIR_DECISION');
    expect(countedConsensus(tallyOf(record.stances))).toBe('NONE');
  });
});
