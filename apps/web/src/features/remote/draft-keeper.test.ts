import { remoteEndpoints } from '@consilium/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, askedOf, refuse } from '../../testing/server';
import { DraftKeeper, type DraftState } from './draft-keeper';
import type { OpinionWords } from './opinion-form';

const empty: OpinionWords = { stance: null, text: '', needs: '', answers: [] };

function keeperOf(version = 0) {
  const form = { words: empty };
  const keeper = new DraftKeeper('PX-7F3K', version, empty, () => form.words);
  const states: DraftState['kind'][] = [];
  const closed = vi.fn<() => void>();
  keeper.listen({ onState: ({ kind }) => states.push(kind), onClosed: closed });
  const type = (text: string) => {
    form.words = { ...empty, text };
    keeper.noticeChange();
  };
  return { keeper, states, closed, type };
}

beforeEach(() => {
  vi.useFakeTimers();
  answer(remoteEndpoints.keepDraft, ({ body }) => ({ version: body.version + 1, savedAt: '2026-11-18T01:41:00.000Z' }));
});
afterEach(() => {
  vi.useRealTimers();
});

const sent = () => askedOf(remoteEndpoints.keepDraft).map(({ body }) => [body.version, body.text]);

describe('keeping a draft', () => {
  it('waits until typing has rested for two seconds', async () => {
    const { type } = keeperOf();
    type('可');
    await vi.advanceTimersByTimeAsync(1500);
    type('可行');
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent()).toEqual([[0, '可行']]);
  });

  it('sends one after the other, each on the version of the one before, also when several ask at once', async () => {
    const { keeper, type } = keeperOf();
    type('可');
    const first = keeper.keep();
    type('可行');
    await Promise.all([first, keeper.keep(), keeper.keep()]);
    expect(sent()).toEqual([
      [0, '可'],
      [1, '可行'],
    ]);
  });

  it('keeps by itself what was typed while a save was under way', async () => {
    const { keeper, type } = keeperOf();
    type('可');
    const first = keeper.keep();
    type('可行');
    await first;
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent().at(-1)).toEqual([1, '可行']);
  });

  it('sends nothing where nothing was written, or where the server has it already', async () => {
    const { keeper, type } = keeperOf();
    type('');
    expect(await keeper.keep()).toBe(true);
    type('可行');
    await keeper.keep();
    await keeper.keep();
    expect(sent()).toHaveLength(1);
  });

  it('stops once a colleague has written another version, until one of them is chosen', async () => {
    const { keeper, states, type } = keeperOf(3);
    refuse(remoteEndpoints.keepDraft, 'object/stale');
    type('可行');
    expect(await keeper.keep()).toBe(false);
    type('可行，补充');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent()).toHaveLength(1);
    expect(states.at(-1)).toBe('conflict');
    answer(remoteEndpoints.keepDraft, ({ body }) => ({
      version: body.version + 1,
      savedAt: '2026-11-18T01:41:00.000Z',
    }));
    expect(await keeper.goOnFrom(9)).toBe(true);
    expect(sent().at(-1)).toEqual([9, '可行，补充']);
  });

  it('tells when the case is shared no more', async () => {
    const { keeper, closed, type } = keeperOf();
    refuse(remoteEndpoints.keepDraft, 'object/not-found');
    type('可行');
    expect(await keeper.keep()).toBe(false);
    expect(closed).toHaveBeenCalledOnce();
  });
});
