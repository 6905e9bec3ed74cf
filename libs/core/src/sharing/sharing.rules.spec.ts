import { pxCode } from '@consilium/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessUntil,
  endOfDay,
  expiryWithin,
  inOrder,
  pxCodeOf,
  refusedExpiry,
  refusedSections,
  remoteOpinionDueAt,
  shareState,
  widening,
  type Ground,
} from './sharing.rules.js';

const at = (text: string) => new Date(text);

describe('a remote opinion is due', () => {
  it('20 hours before the session', () => {
    expect(remoteOpinionDueAt(at('2026-11-20T08:00:00Z'), at('2026-11-24T06:00:00Z'))).toEqual(
      at('2026-11-23T10:00:00Z'),
    );
  });
  it('half way to the session when less than 20 hours are left', () => {
    expect(remoteOpinionDueAt(at('2026-11-24T02:00:00Z'), at('2026-11-24T06:00:00Z'))).toEqual(
      at('2026-11-24T04:00:00Z'),
    );
  });
  it('never in the past', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: at('2000-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z') }),
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        (now, ahead) => {
          const due = remoteOpinionDueAt(now, new Date(now.getTime() + ahead));
          expect(due.getTime()).toBeGreaterThanOrEqual(now.getTime());
        },
      ),
    );
  });
});

it('a share stays open for 48 hours after the session', () => {
  expect(accessUntil(at('2026-11-24T08:00:00Z'))).toEqual(at('2026-11-26T08:00:00Z'));
});

it('every code is one the contract takes', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 4, max: 6 }), (numbers, length) => {
      const code = pxCodeOf((below) => (numbers.next().value ?? 0) % below, length);
      expect(pxCode.safeParse(code).success).toBe(true);
    }),
  );
});

const ground: Ground = {
  agreementNo: 'YL-BC-01',
  agreementEndsOn: '2026-12-31',
  consentEndsOn: '2026-12-01',
  timeZone: 'Asia/Shanghai',
};

describe('how long a share may last', () => {
  it('a day is over at midnight of the campus', () =>
    expect(endOfDay('2026-12-31', 'Asia/Shanghai')).toEqual(at('2026-12-31T16:00:00Z')));

  it.each([
    ['2026-11-26T08:00:00Z', ground, '2026-11-26T08:00:00Z'],
    ['2026-12-20T08:00:00Z', ground, '2026-12-01T16:00:00Z'],
    ['2027-01-20T08:00:00Z', { ...ground, consentEndsOn: null }, '2026-12-31T16:00:00Z'],
  ])('what would last until %s ends with what it stands on', (usual, on, end) =>
    expect(expiryWithin(at(usual), on)).toEqual(at(end)),
  );

  const now = at('2026-11-18T01:00:00Z');
  it.each([
    ['2026-11-18T01:00:00Z', 'in-the-past'],
    ['2026-12-01T16:00:00Z', undefined],
    ['2026-12-01T16:00:01Z', 'after-consent'],
    ['2026-12-31T16:00:01Z', 'after-agreement'],
  ])('until %s: %s', (until, code) => expect(refusedExpiry(at(until), now, ground)?.code).toBe(code));

  it('is over at its last instant, or when it is withdrawn', () => {
    const share = { expiresAt: now, revokedAt: null };
    expect(shareState(share, new Date(now.getTime() - 1))).toBe('ACTIVE');
    expect(shareState(share, now)).toBe('EXPIRED');
    expect(shareState({ ...share, revokedAt: now }, now)).toBe('REVOKED');
  });
});

describe('what of a case is shared', () => {
  const before = { sections: ['SUMMARY', 'QUESTIONS', 'IMAGING'] as const, expiresAt: at('2026-11-26T08:00:00Z') };
  const later = at('2026-11-27T08:00:00Z');
  it.each([
    [{ ...before }, { sections: false, expiry: false }],
    [
      { ...before, sections: ['SUMMARY', 'QUESTIONS'] as const },
      { sections: false, expiry: false },
    ],
    [
      { ...before, sections: ['SUMMARY', 'QUESTIONS', 'PATHOLOGY'] as const },
      { sections: true, expiry: false },
    ],
    [
      { ...before, expiresAt: later },
      { sections: false, expiry: true },
    ],
  ])('becomes more, or not: %o', (after, more) => expect(widening(before, after)).toEqual(more));

  it('is never without the summary and the questions', () => {
    expect(refusedSections(['SUMMARY', 'IMAGING'])).toMatchObject([{ field: 'sections', code: 'always-shared' }]);
    expect(refusedSections(['QUESTIONS', 'SUMMARY'])).toEqual([]);
  });

  it('is named in the order of the vocabulary, each once', () =>
    expect(inOrder(['IMAGING', 'SUMMARY', 'QUESTIONS', 'IMAGING'])).toEqual(['SUMMARY', 'QUESTIONS', 'IMAGING']));
});
