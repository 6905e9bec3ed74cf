import { describe, expect, it } from 'vitest';
import { consentState, refusedConsent } from './consent.rules.js';

const TODAY = '2026-11-18';
const signed = { signedBy: 'PATIENT', relation: '', reason: '', signedOn: TODAY, endsOn: null } as const;

describe('a consent', () => {
  it.each([
    [{ endsOn: null, isWithdrawn: false }, 'IN_FORCE'],
    [{ endsOn: TODAY, isWithdrawn: false }, 'IN_FORCE'],
    [{ endsOn: '2026-11-17', isWithdrawn: false }, 'EXPIRED'],
    [{ endsOn: null, isWithdrawn: true }, 'WITHDRAWN'],
    [{ endsOn: '2026-11-17', isWithdrawn: true }, 'WITHDRAWN'],
  ] as const)('%o is %s', (consent, state) => expect(consentState(consent, TODAY)).toBe(state));

  it.each([
    [{}, []],
    [{ endsOn: TODAY }, []],
    [{ signedOn: '2026-11-19' }, ['signedOn in-the-future']],
    [{ endsOn: '2026-11-17' }, ['endsOn before-signing']],
    [{ signedOn: '2026-11-01', endsOn: '2026-11-17' }, ['endsOn in-the-past']],
    [{ signedBy: 'RELATIVE' }, ['relation required', 'reason required']],
    [{ signedBy: 'GUARDIAN', relation: '父亲', reason: '未成年' }, []],
  ] as const)('%o is refused for %o', (change, refused) =>
    expect(refusedConsent({ ...signed, ...change }, TODAY).map(({ field, code }) => `${field} ${code}`)).toEqual(
      refused,
    ),
  );
});
