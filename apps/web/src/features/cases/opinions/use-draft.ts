import type { OpinionView } from '@consilium/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, isProblem } from '../../../lib/api';
import { keepDraft, refreshCase, rememberDraft } from '../api';
import { bodyOf, type OpinionWords } from './opinion-words';

const SAVE_AFTER_MS = 2000;
const RETRY_AFTER_MS = 10_000;

export type DraftState =
  | { kind: 'untouched' | 'typing' | 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed' | 'conflict'; error: unknown };

interface DraftOptions {
  caseNo: string;
  departmentId: string;
  /** The opinion as the server last sent it. */
  opinion: OpinionView | undefined;
  /** What stands in the composer. */
  words: OpinionWords;
  /** The server holds something newer while nothing is typed here; returns what the composer then shows. */
  onNewer: (opinion: OpinionView) => OpinionWords;
}

const written = (words: OpinionWords) => JSON.stringify(bodyOf(words));

/**
 * Keeps the draft on the server two seconds after the last keystroke, and when the composer goes away. A colleague's newer draft is
 * taken over while nothing is typed here; otherwise the saving stops at the conflict until a person chooses.
 */
export function useDraft({ caseNo, departmentId, opinion, words, onNewer }: DraftOptions) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  /** The version the next write builds on; 0 where there is no opinion yet. */
  const base = useRef(opinion?.version ?? 0);
  const text = written(words);
  /** What the server holds, as it would be sent. */
  const held = useRef(text);
  const latest = useRef(words);
  const sending = useRef<Promise<void> | null>(null);
  const isStopped = useRef(false);

  const send = useCallback(async () => {
    const body = bodyOf(latest.current);
    const sent = JSON.stringify(body);
    setState({ kind: 'saving' });
    try {
      const isFirst = base.current === 0;
      const { version, savedAt } = await keepDraft(caseNo, departmentId, { ...body, version: base.current });
      base.current = version;
      held.current = sent;
      rememberDraft(queryClient, caseNo, departmentId, { ...body, version });
      setState(written(latest.current) === sent ? { kind: 'saved', at: savedAt } : { kind: 'typing' });
      // From the first draft on, everybody sees the department as drafting.
      if (isFirst) void refreshCase(queryClient, caseNo);
    } catch (error) {
      const isStale = isProblem(error, 'object/stale');
      isStopped.current ||= isStale;
      setState({ kind: isStale ? 'conflict' : 'failed', error });
      if (isStale) void refreshCase(queryClient, caseNo);
    }
  }, [queryClient, caseNo, departmentId]);

  const save = useCallback(async () => {
    while (sending.current !== null) await sending.current;
    if (isStopped.current || written(latest.current) === held.current) return;
    sending.current = send().finally(() => {
      sending.current = null;
    });
    await sending.current;
  }, [send]);

  useEffect(() => {
    latest.current = words;
    if (text === held.current || isStopped.current) return undefined;
    setState((before) => (before.kind === 'saving' ? before : { kind: 'typing' }));
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, text, save]);

  const isUnreachable = state.kind === 'failed' && state.error instanceof ApiProblem && state.error.status === 0;
  useEffect(() => {
    if (!isUnreachable) return undefined;
    const timer = setInterval(() => void save(), RETRY_AFTER_MS);
    return () => clearInterval(timer);
  }, [isUnreachable, save]);

  useEffect(() => () => void save(), [save]);

  useEffect(() => {
    if (opinion === undefined || opinion.version <= base.current) return;
    if (sending.current !== null || isStopped.current || written(latest.current) !== held.current) return;
    base.current = opinion.version;
    held.current = written(onNewer(opinion));
  }, [opinion, onNewer]);

  return {
    state,
    /** Before a submission: no further draft is sent. Resolves with the version the submission builds on. */
    close: async () => {
      isStopped.current = true;
      while (sending.current !== null) await sending.current;
      return base.current;
    },
    /** The submission was refused; drafts are kept again. */
    reopen: () => {
      isStopped.current = false;
    },
    /** The submission was refused because the opinion was changed by somebody else. */
    stop: (error: unknown) => {
      isStopped.current = true;
      setState({ kind: 'conflict', error });
    },
    /** The person keeps what was typed, in the place of the present version. */
    keepMine: (version: number) => {
      isStopped.current = false;
      base.current = version;
      void save();
    },
    /** The person takes the present version, which the composer shows as `now`. */
    takeTheirs: (version: number, now: OpinionWords) => {
      isStopped.current = false;
      base.current = version;
      held.current = written(now);
      setState({ kind: 'untouched' });
    },
  };
}
