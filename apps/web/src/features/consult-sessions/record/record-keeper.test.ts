import type { AgendaItem, SessionView } from '@consilium/contracts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem } from '../../../lib/api';
import { problemOf } from '../../../testing/server';
import type { RecordBody } from '../api';
import { decisionOf, itemOf, sessionOf } from '../testing/session-examples';
import { KEEP_EVERY_MS, RecordKeeper } from './record-keeper';

/** What the hospital answers when a record is kept: the same item, one version on. */
function kept(item: AgendaItem, body: RecordBody): SessionView {
  const decision = decisionOf({
    summary: body.summary ?? '',
    direction: body.direction,
    stances: [],
    version: body.decisionVersion + 1,
  });
  return sessionOf({ agenda: [{ ...item, version: item.version + 1, decision }] });
}

const unreachable = () =>
  new ApiProblem({ type: 'about:blank', title: '', detail: '', status: 0, code: 'network/unreachable' });

function keeperOf(item: AgendaItem) {
  const send = vi.fn((_: string, body: RecordBody) => Promise.resolve(kept(item, body)));
  const askAgain = vi.fn(() => undefined);
  return { keeper: new RecordKeeper(send, askAgain), send, askAgain };
}

const withDecision = (version = 3) => itemOf(1, { decision: decisionOf({ version }) });
const type = (keeper: RecordKeeper, item: AgendaItem, summary: string) =>
  keeper.change(item, (draft) => ({ ...draft, summary }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the record while it is spoken', () => {
  test('is kept two seconds after the first change, with everything typed until then', async () => {
    const item = withDecision();
    const { keeper, send } = keeperOf(item);
    type(keeper, item, '整');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS - 1);
    type(keeper, item, '整块切除');
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledExactlyOnceWith(
      item.id,
      expect.objectContaining({ summary: '整块切除', decisionVersion: 3 }),
    );
    expect(keeper.read(item).state).toMatchObject({ kind: 'kept' });
  });

  test('starts at version 0 where nothing is kept, and waits for a direction', async () => {
    const item = itemOf(1);
    const { keeper, send } = keeperOf(item);
    type(keeper, item, '整块切除');
    expect(keeper.read(item).state).toEqual({ kind: 'changed', waitsForDirection: true });
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(send).not.toHaveBeenCalled();
    keeper.change(item, (draft) => ({ ...draft, direction: 'SURGERY' }));
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(send.mock.calls[0]?.[1]).toMatchObject({ decisionVersion: 0, direction: 'SURGERY', summary: '整块切除' });
  });

  test('builds each send on the version the last one answered', async () => {
    const item = withDecision();
    const { keeper, send } = keeperOf(item);
    type(keeper, item, '一');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    type(keeper, item, '二');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(send.mock.calls.map(([, body]) => body.decisionVersion)).toEqual([3, 4]);
    expect(keeper.versionOf(item)).toBe(item.version + 1);
  });

  test('does not take for kept what was typed while it was being sent', async () => {
    const item = withDecision();
    const { keeper, send } = keeperOf(item);
    let finish: (view: SessionView) => void = () => undefined;
    send.mockImplementationOnce(() => new Promise<SessionView>((resolve) => (finish = resolve)));
    type(keeper, item, '一');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    type(keeper, item, '一二');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(send).toHaveBeenCalledTimes(1);
    finish(kept(item, { decisionVersion: 3, direction: 'SURGERY', summary: '一' }));
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(send.mock.calls.map(([, body]) => body.summary)).toEqual(['一', '一二']);
    expect(keeper.hasUnsent()).toBe(false);
  });

  test('survives a lost connection and is sent again by itself', async () => {
    const item = withDecision();
    const { keeper, send } = keeperOf(item);
    send.mockRejectedValueOnce(unreachable());
    type(keeper, item, '整块切除');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(keeper.read(item).state.kind).toBe('failed');
    expect(keeper.read(item).draft.summary).toBe('整块切除');
    expect(keeper.hasUnsent()).toBe(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(keeper.read(item).state.kind).toBe('kept');
  });

  test('is not sent over and over where it was refused', async () => {
    const item = withDecision();
    const { keeper, send } = keeperOf(item);
    send.mockRejectedValueOnce(new ApiProblem(problemOf('request/invalid', { parameters: { count: 1 } })));
    type(keeper, item, '整块切除');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(keeper.read(item).state.kind).toBe('failed');
  });

  test('keeps the complete part while a dissent has no reason yet', async () => {
    const item = withDecision();
    const { keeper, send } = keeperOf(item);
    keeper.change(item, (draft) => ({
      ...draft,
      stances: {
        a: { departmentId: 'a', hospitalId: null, personId: 'p', stance: 'support', note: '' },
        b: { departmentId: 'b', hospitalId: null, personId: 'q', stance: 'oppose', note: ' ' },
      },
    }));
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(send.mock.calls[0]?.[1].stances).toEqual([
      { departmentId: 'a', hospitalId: null, personId: 'p', stance: 'support', note: '' },
    ]);
  });
});

describe('a record that somebody else kept meanwhile', () => {
  const stale = () => new ApiProblem(problemOf('object/stale', { currentVersion: 7 }));

  test('replaces an untouched draft, and never a touched one', () => {
    const item = withDecision();
    const { keeper } = keeperOf(item);
    keeper.read(item);
    const theirs = itemOf(1, { decision: decisionOf({ version: 4, summary: '观察' }) });
    keeper.meet(theirs);
    expect(keeper.read(item).draft.summary).toBe('观察');
    type(keeper, item, '手术');
    keeper.meet(itemOf(1, { decision: decisionOf({ version: 5, summary: '放疗' }) }));
    expect(keeper.read(item).draft.summary).toBe('手术');
  });

  test('is a conflict that waits for a choice; one’s own then goes over theirs', async () => {
    const item = withDecision();
    const { keeper, send, askAgain } = keeperOf(item);
    send.mockRejectedValueOnce(stale());
    type(keeper, item, '手术');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    expect(keeper.read(item).state.kind).toBe('conflict');
    expect(askAgain).toHaveBeenCalledOnce();
    type(keeper, item, '手术！');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(1);
    keeper.settle(withDecision(7), 'mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(send.mock.calls[1]?.[1]).toMatchObject({ decisionVersion: 7, summary: '手术！' });
  });

  test('can be taken instead of one’s own', async () => {
    const item = withDecision();
    const { keeper, send } = keeperOf(item);
    send.mockRejectedValueOnce(stale());
    type(keeper, item, '手术');
    await vi.advanceTimersByTimeAsync(KEEP_EVERY_MS);
    keeper.settle(itemOf(1, { decision: decisionOf({ version: 7, summary: '观察' }) }), 'theirs');
    expect(keeper.read(item)).toMatchObject({ draft: { summary: '观察' }, state: { kind: 'kept' } });
    expect(keeper.hasUnsent()).toBe(false);
  });
});

test('closing the screen sends what is left at once', async () => {
  const item = withDecision();
  const { keeper, send } = keeperOf(item);
  type(keeper, item, '整块切除');
  keeper.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(send).toHaveBeenCalledOnce();
});
