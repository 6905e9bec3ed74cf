import { describe, expect, it } from 'vitest';
import { RecentOpenings } from './recent-openings.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 18, 1, minutes));

describe('opening a list', () => {
  it('is one entry, however often the open screen refreshes itself within ten minutes', () => {
    const openings = new RecentOpenings();
    expect(openings.isNew('xu board-1', at(0))).toBe(true);
    openings.remember('xu board-1', at(0));
    expect(openings.isNew('xu board-1', at(9))).toBe(false);
    expect(openings.isNew('xu board-1', at(10))).toBe(true);
  });

  it('is another entry for another list or another person', () => {
    const openings = new RecentOpenings();
    openings.remember('xu board-1', at(0));
    expect(openings.isNew('xu board-2', at(0))).toBe(true);
    expect(openings.isNew('lin board-1', at(0))).toBe(true);
  });

  it('is put on record once more after so many others that it was forgotten', () => {
    const openings = new RecentOpenings();
    for (let n = 0; n <= 20_000; n++) openings.remember(`person-${n}`, at(0));
    expect(openings.isNew('person-0', at(0))).toBe(true);
    expect(openings.isNew('person-1', at(0))).toBe(false);
  });
});
