import { describe, expect, it } from 'vitest';
import { addressable, boardSearch } from './board-search';
import { byColumn, filterCounts, filtered, lateItems, sharedSurnames, sorted, timed, timingOf } from './board-view';
import {
  imaging,
  inHours,
  pathology,
  sampleCard,
  sampleDot,
  sampleId,
  sampleLate,
  sampleNow,
  urology,
} from '../../testing/sample-board';
import { neighbour } from './use-roving-cards';

const numbers = (cards: readonly { card: { caseNo: string } }[]) => cards.map(({ card }) => card.caseNo);

describe('what the corner of a card says', () => {
  it('is the deadline of what the case waits for', () => {
    const card = sampleCard('P26-0001', { dueAt: inHours(-15), dueKind: 'OPINION' });
    expect(timingOf(card, sampleNow)).toEqual({ kind: 'deadline', dueAt: card.dueAt, tone: 'overdue' });
  });

  it('is the department that holds the case up, when we are not the late ones', () => {
    const card = sampleCard('P26-0001', {
      column: 'PREPARING',
      dueAt: inHours(60),
      dueKind: 'OPINION',
      dots: [
        sampleDot(imaging, { dueAt: inHours(-2) }),
        sampleDot(pathology, { dueAt: inHours(-9) }),
        sampleDot(urology, { state: 'GIVEN', dueAt: inHours(-9) }),
      ],
    });
    expect(timingOf(card, sampleNow)).toMatchObject({
      kind: 'other-late',
      departmentId: pathology.id,
      tone: 'overdue',
    });
  });

  it('does not hold an opinion that came too late against a case already on an agenda', () => {
    const card = sampleCard('P26-0001', {
      column: 'SCHEDULED',
      dueAt: inHours(5),
      dueKind: 'SESSION',
      dots: [sampleDot(pathology, { dueAt: inHours(-9) })],
    });
    expect(timingOf(card, sampleNow)).toEqual({ kind: 'session', at: card.dueAt, tone: 'neutral' });
  });

  it('asks to act two days before an operation whose stages are not all confirmed', () => {
    const plan = { id: sampleId(400), startsAt: inHours(47), stages: 6, confirmed: 4 };
    const card = sampleCard('P26-0001', {
      column: 'SURGERY_PLANNING',
      plan,
      dueAt: plan.startsAt,
      dueKind: 'OPERATION',
    });
    expect(timingOf(card, sampleNow)).toMatchObject({ kind: 'operation', tone: 'due' });
    expect(timingOf({ ...card, plan: { ...plan, confirmed: 6 } }, sampleNow).tone).toBe('neutral');
    expect(timingOf({ ...card, dueAt: inHours(24 * 5) }, sampleNow).tone).toBe('neutral');
  });
});

describe('the order of cards', () => {
  const cards = timed(
    [
      sampleCard('P26-0005', { risk: 'EXTREME' }),
      sampleCard('P26-0004', { dueAt: inHours(60), dueKind: 'OPINION' }),
      sampleCard('P26-0003', { dueAt: inHours(3), dueKind: 'OPINION' }),
      sampleCard('P26-0002', { dueAt: inHours(-1), dueKind: 'OPINION' }),
      sampleCard('P26-0001', { dueAt: inHours(-15), dueKind: 'OPINION' }),
    ],
    sampleNow,
  );

  it('puts what is overdue first, the longest before all, then what is due, then the rest', () => {
    expect(numbers(sorted(cards, undefined))).toEqual(['P26-0001', 'P26-0002', 'P26-0003', 'P26-0004', 'P26-0005']);
  });

  it.each(['risk', 'number'] as const)('keeps what is overdue first also in the order by %s', (order) => {
    expect(numbers(sorted(cards, order)).slice(0, 2).sort()).toEqual(['P26-0001', 'P26-0002']);
  });

  it('by risk puts the highest first among what is not overdue', () => {
    expect(numbers(sorted(cards, 'risk'))[2]).toBe('P26-0005');
  });

  it('compares moments, however they are written', () => {
    const written = timed(
      [
        sampleCard('P26-0001', { dueAt: '2026-11-20T03:00:00Z', dueKind: 'OPINION' }),
        sampleCard('P26-0002', { dueAt: '2026-11-20T10:00:00+08:00', dueKind: 'OPINION' }),
      ],
      sampleNow,
    );
    expect(numbers(sorted(written, undefined))).toEqual(['P26-0002', 'P26-0001']);
  });
});

describe('filters', () => {
  const me = sampleId(201);
  const cards = timed(
    [
      sampleCard('P26-0001', { risk: 'HIGH', recurrenceNumber: 2, dueAt: inHours(-1), dueKind: 'OPINION' }),
      sampleCard('P26-0002', { owner: { id: sampleId(202), name: '江听澜' }, remoteHospitals: 1, diagnosis: '膀胱癌' }),
    ],
    sampleNow,
  );

  it('say how many cases each would leave', () => {
    expect(filterCounts(cards, me)).toEqual({ mine: 1, overdue: 1, risk: 1, rec: 1, remote: 1 });
  });

  it('all have to be met', () => {
    expect(numbers(filtered(cards, { mine: '1', risk: '1' }, '', me))).toEqual(['P26-0001']);
    expect(filtered(cards, { mine: '1', remote: '1' }, '', me)).toEqual([]);
  });

  it.each(['0002', '膀胱', '江听', ' P26-0002 '])('find a case by number, diagnosis or owner: %s', (words) => {
    expect(numbers(filtered(cards, {}, words, me))).toEqual(['P26-0002']);
  });
});

describe('the address of a board', () => {
  it('holds filters and view, and drops what means nothing', () => {
    expect(boardSearch.parse({ view: 'list', mine: '1', overdue: 'yes', sort: 'age', peek: 'P26-0187' })).toEqual({
      view: 'list',
      mine: '1',
      peek: 'P26-0187',
    });
  });

  it.each(['P26-01', '0187', 'p26'])('may hold a part of a case number: %s', (text) => {
    expect(addressable(text)).toBe(text);
  });

  it.each(['直肠癌', '张示例', 'rectal', '110101199001011234'])(
    'never holds other words that somebody looks for: %s',
    (text) => {
      expect(addressable(text)).toBeUndefined();
    },
  );
});

describe('what this department is late with', () => {
  const cards = timed(
    [
      sampleCard('P26-0001', { dots: [sampleDot(urology, { dueAt: inHours(-15) })] }),
      sampleCard('P26-0002', { column: 'FOLLOW_UP' }),
      sampleCard('P26-0003', { dots: [sampleDot(pathology, { dueAt: inHours(-3) })] }),
    ],
    sampleNow,
  );

  it('is what the house lists for it and what its cards show, each once, the longest first', () => {
    const items = [
      sampleLate(1, { caseNo: 'P26-0002', kind: 'DECISION_SIGNATURE', dueAt: inHours(-50) }),
      sampleLate(2, { caseNo: 'P26-0003', departmentId: pathology.id }),
    ];
    const late = lateItems(urology.id, items, cards, sampleNow);
    expect(late.map(({ caseNo, column }) => [caseNo, column])).toEqual([
      ['P26-0002', 'FOLLOW_UP'],
      ['P26-0001', 'WAITING_ON_US'],
    ]);
  });

  it('does not count an opinion twice that stands in both', () => {
    const items = [sampleLate(1, { caseNo: 'P26-0001', dueAt: inHours(-15) })];
    expect(lateItems(urology.id, items, cards, sampleNow)).toHaveLength(1);
  });
});

describe('columns', () => {
  it('hold each case once', () => {
    const columns = byColumn(timed([sampleCard('P26-0001', { column: 'READY' }), sampleCard('P26-0002')], sampleNow));
    expect(numbers(columns.READY)).toEqual(['P26-0001']);
    expect(numbers(columns.WAITING_ON_US)).toEqual(['P26-0002']);
    expect(columns.DECIDED).toEqual([]);
  });

  it('know which patients could be taken for each other', () => {
    const cards = timed(
      [sampleCard('P26-0001'), sampleCard('P26-0002'), sampleCard('P26-0003', { maskedName: '李**' })],
      sampleNow,
    );
    expect([...sharedSurnames(cards)]).toEqual(['张**']);
  });
});

describe('moving by keys', () => {
  const columns = [['a1', 'a2', 'a3'], [], ['c1', 'c2']];
  it.each([
    ['a1', 'down', 'a2'],
    ['a3', 'down', 'a3'],
    ['a1', 'up', 'a1'],
    ['a2', 'right', 'c2'],
    ['a3', 'right', 'c2'],
    ['c1', 'left', 'a1'],
    ['c1', 'right', 'c1'],
    [undefined, 'down', 'a1'],
  ] as const)('from %s %s leads to %s', (from, step, to) => {
    expect(neighbour(columns, from, step)).toBe(to);
  });
});
