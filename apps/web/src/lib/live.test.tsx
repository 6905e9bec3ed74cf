import { act, render, screen, waitFor } from '@testing-library/react';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLive, useConnection, useLive, type Room } from './live';
import { queryClient } from './query';
import { onSessionLost } from './session-lost';

/** The foreign end: what the client says is kept, and the test says what the server says. */
class FakeSocket extends EventEmitter {
  connected = false;
  /** Whether the client tries again by itself. */
  active = true;
  readonly said: unknown[] = [];
  readonly io = new EventEmitter();
  override emit(event: string, payload?: unknown): boolean {
    this.said.push([event, payload]);
    return true;
  }
  tries = 0;
  connect() {
    this.tries += 1;
  }
  disconnect() {
    this.connected = false;
  }
  hear(event: string, payload?: unknown) {
    super.emit(event, payload);
  }
  reach() {
    this.connected = true;
    this.hear('connect');
  }
}
let socket: FakeSocket;
vi.mock('socket.io-client', () => ({ io: () => socket }));

function Screen({ rooms }: { rooms: Room[] }) {
  useLive(rooms);
  return <p>{useConnection().state}</p>;
}
const board: Room = { topic: 'board', key: 'dep-1' };
const oneCase: Room = { topic: 'case', key: 'P26-0187' };

let close: () => void;
beforeEach(async () => {
  socket = new FakeSocket();
  close = openLive();
  // The connection is fetched beside the screen.
  await vi.waitUntil(() => socket.listenerCount('connect') === 1);
});
afterEach(() => {
  close();
  vi.restoreAllMocks();
});

const invalidated = () => {
  const spy = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue();
  return () => spy.mock.calls.map(([filters]) => filters?.queryKey);
};

describe('the live connection', () => {
  it('watches the rooms of the screens shown, one room once', () => {
    act(() => socket.reach());
    const first = render(<Screen rooms={[board]} />);
    const second = render(<Screen rooms={[board, oneCase]} />);
    expect(socket.said).toEqual([
      ['watch', board],
      ['watch', oneCase],
    ]);
    first.unmount();
    expect(socket.said).toHaveLength(2);
    second.unmount();
    expect(socket.said.slice(2)).toEqual([
      ['unwatch', board],
      ['unwatch', oneCase],
    ]);
  });

  it('asks again for what has changed, a burst of changes once', async () => {
    const asked = invalidated();
    act(() => socket.reach());
    render(<Screen rooms={[oneCase]} />);
    await waitFor(() => expect(asked()).not.toBeUndefined());
    act(() => {
      socket.hear('change', { sequence: '1', topic: 'case', key: 'P26-0187' });
      socket.hear('change', { sequence: '2', topic: 'case', key: 'P26-0187' });
    });
    await waitFor(() => expect(asked()).toEqual([['case', 'P26-0187'], ['cases']]));
  });

  it('after a lost connection joins its rooms again and asks for everything it may have missed', async () => {
    const asked = invalidated();
    render(<Screen rooms={[board]} />);
    expect(socket.said).toEqual([]);
    act(() => socket.reach());
    expect(socket.said).toEqual([['watch', board]]);
    await waitFor(() => expect(asked()).toEqual([['board', 'dep-1'], ['overdue'], ['readiness-matrix']]));
  });

  it('says whether changes arrive by themselves', () => {
    render(<Screen rooms={[]} />);
    act(() => socket.reach());
    expect(screen.getByText('synced')).toBeInTheDocument();
    act(() => socket.hear('disconnect'));
    expect(screen.getByText('reconnecting')).toBeInTheDocument();
    act(() => {
      window.dispatchEvent(new Event('offline'));
    });
    expect(screen.getByText('offline')).toBeInTheDocument();
    act(() => socket.reach());
    expect(screen.getByText('synced')).toBeInTheDocument();
  });

  it('asks for a new sign-in when the server no longer knows the session, and knocks again afterwards', () => {
    vi.useFakeTimers();
    const lost = vi.fn<() => void>();
    const stop = onSessionLost(lost);
    socket.active = false;
    act(() => socket.hear('connect_error', new Error('session/required')));
    expect(lost).toHaveBeenCalledOnce();
    expect(socket.tries).toBe(0);
    vi.advanceTimersByTime(5000);
    expect(socket.tries).toBe(1);
    stop();
    vi.useRealTimers();
  });

  it('leaves a broken line to the client, which tries again by itself', () => {
    vi.useFakeTimers();
    act(() => socket.hear('connect_error', new Error('xhr poll error')));
    vi.advanceTimersByTime(60_000);
    expect(socket.tries).toBe(0);
    vi.useRealTimers();
  });
});
