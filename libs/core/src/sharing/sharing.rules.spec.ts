import { pxCode } from '@consilium/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessUntil, pxCodeOf, remoteOpinionDueAt } from './sharing.rules.js';

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
