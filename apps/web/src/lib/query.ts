import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isProblem } from './api';
import { announceScreenLocked, announceSessionLost } from './session-lost';

const MOST_RETRIES = 2;

function worthRetrying(failures: number, error: unknown): boolean {
  // A refusal stays a refusal; only a lost connection or an ill server may be better the next time.
  const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
  return passing && failures < MOST_RETRIES;
}

function watchForLostSession(error: unknown): void {
  if (isProblem(error, 'session/required')) announceSessionLost();
  if (isProblem(error, 'session/locked')) announceScreenLocked();
}

/** The cache of a browser tab. It holds masked data of one person and is emptied at sign-out. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watchForLostSession }),
  mutationCache: new MutationCache({ onError: watchForLostSession }),
  defaultOptions: {
    // `always`: the browser's own idea of being online is unreliable behind hospital proxies; a failed call says the truth.
    queries: { staleTime: 30_000, retry: worthRetrying, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
