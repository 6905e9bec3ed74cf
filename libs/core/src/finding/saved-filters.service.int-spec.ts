import { caseFilters, SAVED_FILTERS_PER_PERSON } from '@consilium/contracts';
import { refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { SavedFiltersService } from './saved-filters.service.js';

let world: TestWorld;
let service: SavedFiltersService;
let chair: Actor;

beforeAll(async () => {
  world = await testWorld();
  service = world.get(SavedFiltersService);
  chair = await world.actor('chair');
});
afterAll(() => world.close());

const late = { name: '我的逾期', filters: caseFilters.parse({ mine: true, overdue: true }), isDefault: true };

describe('the filters a person keeps', () => {
  it('are their own, and the list begins with one at most', async () => {
    const first = await service.save(chair, late);
    const second = await service.save(chair, {
      ...late,
      name: '复发',
      filters: caseFilters.parse({ recurrent: true }),
    });
    const { items } = await service.list(chair);
    expect(items.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['复发', true],
      ['我的逾期', false],
    ]);
    expect((await service.list(await world.actor('coordinator'))).items).toEqual([]);
    const stranger = await world.actor('coordinator');
    expect((await refusal(service.remove(stranger, first.id))).code).toBe('object/not-found');
    expect((await service.remove(chair, second.id)).items.map(({ id }) => id)).toEqual([first.id]);
  });

  it('are not overwritten from an old page, and have a name each', async () => {
    const [held] = (await service.list(chair)).items;
    if (!held) throw new Error('no filter');
    const changed = await service.put(chair, held.id, { ...late, name: '逾期', version: held.version });
    expect(changed).toMatchObject({ name: '逾期', version: held.version + 1 });
    const stale = service.put(chair, held.id, { ...late, version: held.version });
    expect((await refusal(stale)).code).toBe('object/stale');
    expect((await refusal(service.save(chair, { ...late, name: '逾期' }))).extras.errors).toEqual([
      { field: 'name', code: 'taken' },
    ]);
  });

  it('are bounded', async () => {
    const { items } = await service.list(chair);
    for (let n = items.length; n < SAVED_FILTERS_PER_PERSON; n++)
      await service.save(chair, { ...late, name: `筛选${n}`, isDefault: false });
    expect((await refusal(service.save(chair, { ...late, name: '再一个' }))).code).toBe('saved-filter/too-many');
  });

  it('leave no word of their names in the log', async () => {
    const lines = await world.rows<{ text: string }>(
      `SELECT e::text AS text FROM audit_events e WHERE action LIKE 'saved-filter.%'`,
    );
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter(({ text }) => text.includes('逾期'))).toEqual([]);
  });
});
