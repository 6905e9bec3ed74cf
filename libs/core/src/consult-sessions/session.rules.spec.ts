import { agendaItemStates, itemAction, sessionStates } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { itemAllows, missingParts, plannedMinutes, sessionAllows } from './session.rules.js';

describe('a session', () => {
  it('is moved, cancelled and filled only before it begins', () => {
    for (const action of ['move', 'cancel', 'add-case', 'start'] as const)
      expect(sessionStates.schema.options.filter((state) => sessionAllows(action, state))).toEqual(['PLANNED']);
  });
  it('ends only while it is in progress', () => {
    expect(sessionStates.schema.options.filter((state) => sessionAllows('end', state))).toEqual(['IN_PROGRESS']);
  });
});

describe('an agenda item', () => {
  it('lets nothing be done once its decision is signed or in a cancelled session', () => {
    for (const action of itemAction.options) {
      for (const session of sessionStates.schema.options) expect(itemAllows(action, session, 'SIGNED')).toBe(false);
      for (const item of agendaItemStates.schema.options) expect(itemAllows(action, 'CANCELLED', item)).toBe(false);
    }
  });
  it('is signed after the session too, since the chair has 24 hours', () => {
    expect(itemAllows('sign', 'ENDED', 'CONCLUDED')).toBe(true);
    expect(itemAllows('sign', 'IN_PROGRESS', 'OPEN')).toBe(false);
  });
  it('takes no time of the session once deferred', () => {
    expect(
      plannedMinutes([
        { minutes: 20, state: 'DEFERRED' },
        { minutes: 25, state: 'QUEUED' },
      ]),
    ).toBe(25);
  });
});

describe('a record', () => {
  const complete = {
    direction: 'SURGERY' as const,
    summary: '行盆腔廓清术',
    stances: [{ departmentId: 'd', hospitalId: null, personId: 'p', stance: 'support' as const, note: '' }],
    recommendations: [{ text: '备血', ownerId: 'p', dueOn: '2026-12-01' }],
    patientPreferenceConsidered: true,
    consensusOverride: null,
  };
  it('is complete with a summary, a stance and a recommendation', () => expect(missingParts(complete)).toBeUndefined());
  it('names what it lacks in both languages', () => {
    expect(missingParts({ ...complete, summary: ' ', stances: [] })).toEqual({
      zh: '决议摘要、至少一方表态',
      en: 'summary, at least one stance',
    });
  });
});
