import { describe, expect, it } from 'vitest';
import { coversSharing, partnershipState } from './partnership.rules.js';

const TODAY = '2026-11-18';
const agreement = { validFrom: '2026-01-01', validTo: '2027-12-31', isEnded: false };
const state = (changes: Partial<typeof agreement>) => partnershipState({ ...agreement, ...changes }, TODAY);

describe('an agreement between two hospitals', () => {
  it.each([
    ['2026-11-17', 'EXPIRED'],
    ['2026-11-18', 'EXPIRING'],
    ['2027-01-17', 'EXPIRING'],
    ['2027-01-18', 'VALID'],
  ])('that runs until %s is %s on 18 November', (validTo, expected) => {
    expect(state({ validTo })).toBe(expected);
  });

  it('begins on its first day', () => {
    expect(state({ validFrom: '2026-11-19' })).toBe('COMING');
    expect(state({ validFrom: '2026-11-18' })).toBe('VALID');
  });

  it('that was ended stays ended, whatever its dates say', () => {
    expect(state({ isEnded: true })).toBe('ENDED');
    expect(state({ isEnded: true, validTo: '2026-01-02' })).toBe('ENDED');
  });

  it('lets cases be shared while it is valid, if it covers linked sessions', () => {
    expect(coversSharing({ ...agreement, scopes: ['LINKED_MDT'] }, TODAY)).toBe(true);
    expect(coversSharing({ ...agreement, scopes: ['LINKED_MDT'], validTo: TODAY }, TODAY)).toBe(true);
    expect(coversSharing({ ...agreement, scopes: ['REFERRAL', 'REMOTE_CONSULT'] }, TODAY)).toBe(false);
    expect(coversSharing({ ...agreement, scopes: ['LINKED_MDT'], isEnded: true }, TODAY)).toBe(false);
    expect(coversSharing({ ...agreement, scopes: ['LINKED_MDT'], validFrom: '2026-11-19' }, TODAY)).toBe(false);
  });
});
