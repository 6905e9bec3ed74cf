import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuditFollower } from './audit-follower.js';

const HOUR = 3_600_000;
const WHOLE = { outcome: 'PASSED', sealedRows: 0, head: { sequence: 0, hash: '' }, broken: null, tookMilliseconds: 1 };

type Parts = ConstructorParameters<typeof AuditFollower>;

/** A follower whose time is told by hand, and how often it did its two tasks. */
function follow(work: { verify?: () => Promise<unknown> } = {}) {
  const sealWaiting = vi.fn(() => Promise.resolve(0));
  const verify = vi.fn(work.verify ?? (() => Promise.resolve(WHOLE)));
  const follower = new AuditFollower({ sealWaiting } as unknown as Parts[0], { verify } as unknown as Parts[1]);
  follower.onApplicationBootstrap();
  return { follower, sealWaiting, verify };
}

describe('the follower of the audit log, over the hours', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('stops at once after any number of pauses, and leaves no timer behind', async () => {
    const { follower, sealWaiting, verify } = follow();
    await vi.advanceTimersByTimeAsync(13 * HOUR);
    expect(sealWaiting).toHaveBeenCalledTimes(13 * 3_600 + 1);
    expect(verify).toHaveBeenCalledTimes(3);
    // The pause under way, of either task.
    expect(vi.getTimerCount()).toBe(2);
    await follower.beforeApplicationShutdown();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('verifies again a minute after it could not, and then every six hours', async () => {
    const failures = [new Error('the database is starting'), new Error('the database is starting')];
    const { follower, verify } = follow({
      verify: () => {
        const failure = failures.pop();
        return failure ? Promise.reject(failure) : Promise.resolve(WHOLE);
      },
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(verify).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(verify).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(6 * HOUR - 1);
    expect(verify).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(verify).toHaveBeenCalledTimes(4);
    await follower.beforeApplicationShutdown();
  });
});
