import { Problem } from '@consilium/core';

/** The problem an act is refused with. An act that is not refused, or fails otherwise, fails the test. */
export async function refusal(act: Promise<unknown>): Promise<Problem> {
  const [result] = await Promise.allSettled([act]);
  if (result.status === 'fulfilled') throw new Error('it was not refused');
  if (result.reason instanceof Problem) return result.reason;
  throw result.reason;
}
