import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('the clock of the hospital', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.useFakeTimers();
    vi.setSystemTime('2026-11-18T01:42:00Z');
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('follows the server when the computer is wrong by minutes', async () => {
    const { noteServerTime, serverNow } = await import('./server-clock');
    noteServerTime('2026-11-18T01:47:00Z');
    expect(serverNow().toISOString()).toBe('2026-11-18T01:47:00.000Z');
  });

  it('does not jump for the second that a header cuts off', async () => {
    const { noteServerTime, serverNow } = await import('./server-clock');
    noteServerTime('Wed, 18 Nov 2026 01:41:59 GMT');
    expect(serverNow().toISOString()).toBe('2026-11-18T01:42:00.000Z');
  });

  it('keeps its time when an answer carries none that can be read', async () => {
    const { noteServerTime, serverNow } = await import('./server-clock');
    noteServerTime(null);
    noteServerTime('yesterday');
    expect(serverNow().toISOString()).toBe('2026-11-18T01:42:00.000Z');
  });
});
