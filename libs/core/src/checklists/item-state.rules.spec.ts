import { shippedChecklists } from '@consilium/catalog';
import { automaticChecks, checklistItem, tumourTypes, type ItemState } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { automaticFacts, lastValidDay, standingOf, suffices, type RecordForChecks } from './item-state.rules.js';

const TODAY = '2026-11-18';
const record: RecordForChecks = {
  questions: 1,
  ecog: 1,
  structures: 2,
  presentation: 'LOCAL_RECURRENCE',
  priorTreatments: 1,
  imaging: [
    { modality: '盆腔增强 MRI', examinedOn: '2026-11-01' },
    { modality: 'CTA', examinedOn: '2026-11-02' },
  ],
  pathology: [{ reportedOn: null }],
  isShared: false,
  hasConsent: false,
  referredOn: '2026-11-10',
};
const mri = { auto: 'IMAGING_MRI', needs: 'RECEIVED', validDays: 42 } as const;
const missing = { state: 'MISSING' as ItemState, factOn: null, byHand: false };

describe('the automatic checks', () => {
  it('read the record: the latest examination of its kind, an angiography is no CT of the chest', () => {
    expect(automaticFacts.IMAGING_MRI(record)).toEqual({ on: '2026-11-01' });
    expect(automaticFacts.IMAGING_CT(record)).toBeUndefined();
    expect(automaticFacts.IMAGING_CT({ ...record, imaging: [{ modality: 'PET-CT', examinedOn: TODAY }] })).toEqual({
      on: TODAY,
    });
    expect(automaticFacts.IMAGING_ANY(record)).toEqual({ on: '2026-11-02' });
    expect(automaticFacts.PATHOLOGY(record)).toEqual({ on: '2026-11-10' });
    expect(automaticFacts.PRIOR_TREATMENT({ ...record, priorTreatments: 0 })).toBeUndefined();
    expect(automaticFacts.PRIOR_TREATMENT({ ...record, presentation: 'PRIMARY', priorTreatments: 0 })).toEqual({
      on: null,
    });
    expect(automaticFacts.CONSENT_IF_SHARED({ ...record, isShared: true })).toBeUndefined();
    expect(automaticFacts.CONSENT_IF_SHARED({ ...record, isShared: true, hasConsent: true })).toEqual({ on: null });
  });

  it('each have a fact to look for', () => {
    expect(Object.keys(automaticFacts).toSorted()).toEqual(automaticChecks.schema.options.toSorted());
  });
});

describe('where an item stands', () => {
  it('is received with the day of the examination, until that is six weeks ago', () => {
    expect(standingOf(mri, missing, record, TODAY)).toEqual({
      state: 'RECEIVED',
      factOn: '2026-11-01',
      validUntil: '2026-12-13',
      done: true,
    });
    const received = { state: 'RECEIVED' as ItemState, factOn: '2026-11-01', byHand: false };
    expect(standingOf(mri, received, record, '2026-12-13').done).toBe(true);
    expect(standingOf(mri, received, record, '2026-12-14')).toMatchObject({ state: 'MISSING', done: false });
  });

  it('is renewed by a newer examination, and lost with the last one', () => {
    const received = { state: 'RECEIVED' as ItemState, factOn: '2026-10-01', byHand: false };
    expect(standingOf(mri, received, record, TODAY).factOn).toBe('2026-11-01');
    const none = { ...record, imaging: [] };
    expect(standingOf(mri, { ...received, factOn: '2026-11-01' }, none, TODAY).state).toBe('MISSING');
  });

  it('keeps what somebody said, as long as it is not too old', () => {
    const verified = { state: 'VERIFIED' as ItemState, factOn: '2026-10-20', byHand: true };
    expect(standingOf(mri, verified, record, TODAY)).toMatchObject({ state: 'VERIFIED', done: true });
    expect(standingOf(mri, verified, { ...record, imaging: [] }, '2026-12-02')).toMatchObject({ state: 'MISSING' });
    expect(standingOf(mri, { ...verified, state: 'WAIVED' }, record, '2027-12-02')).toMatchObject({ done: true });
  });

  it('was asked for until it comes', () => {
    const asked = { state: 'REQUESTED' as ItemState, factOn: null, byHand: true };
    expect(standingOf({ ...mri, auto: null }, asked, record, TODAY)).toMatchObject({ state: 'REQUESTED', done: false });
    expect(standingOf(mri, asked, record, TODAY)).toMatchObject({ state: 'RECEIVED', done: true });
  });

  it.each<[ItemState, boolean, boolean, boolean]>([
    ['MISSING', false, false, false],
    ['REQUESTED', false, false, false],
    ['RECEIVED', true, false, false],
    ['RE_READ', true, true, false],
    ['VERIFIED', true, true, true],
    ['WAIVED', true, true, true],
  ])('%s is enough where received / re-read / verified is asked for: %s %s %s', (state, received, reRead, verified) => {
    expect([suffices(state, 'RECEIVED'), suffices(state, 'RE_READ'), suffices(state, 'VERIFIED')]).toEqual([
      received,
      reRead,
      verified,
    ]);
  });

  it('without a day or a limit holds for ever', () => {
    expect([lastValidDay(null, 42), lastValidDay(TODAY, null), lastValidDay('2028-02-01', 28)]).toEqual([
      null,
      null,
      '2028-02-29',
    ]);
  });
});

describe('the shipped checklists', () => {
  it('are there for every tumour type, as the contract wants them, with a basis and no code twice', () => {
    for (const type of tumourTypes.schema.options) {
      const items = (shippedChecklists[type] ?? []).map((item) => checklistItem.parse(item));
      expect(items.length, type).toBeGreaterThan(10);
      expect(new Set(items.map(({ code }) => code)).size, type).toBe(items.length);
    }
    expect(Object.keys(shippedChecklists).toSorted()).toEqual(tumourTypes.schema.options.toSorted());
  });

  it('make nothing mandatory that neither the record nor a referral could hold', () => {
    const waitedFor = Object.values(shippedChecklists)
      .flat()
      .filter(({ mandatory }) => mandatory);
    expect(waitedFor.filter(({ auto }) => auto === null)).toEqual([]);
  });
});
