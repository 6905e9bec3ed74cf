import { z } from 'zod';
import type { Permission } from './permissions.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a sign-in can lack: the one-time code that a role asks for, or the password after an idle lock. */
export type SignInGap = 'enrolment' | 'lock';

/**
 * One entry of the contract: the API's route, its validation, the whitelist of its answer, its line in the OpenAPI document and the
 * client's types all come from this value. `permission` is `'public'` for what a stranger may call; everything else names who may call it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> {
  method: HttpMethod;
  /** Path with `:name` parameters, starting with /api. */
  path: string;
  permission: Permission | 'public' | 'signed-in';
  /** What somebody may call although their sign-in is not whole yet: before setting up the one-time code, or while the screen is locked. */
  despite: readonly SignInGap[];
  /** Whether a guest who joined by an invitation may call it. Left out: only what is shared with linked hospitals (`remote:…`). */
  guests: boolean;
  summary: string;
  status: 200 | 201 | 204;
  params: Params;
  query: Query;
  body: Body;
  out: Out;
  /**
   * Largest file in bytes that comes with the body, as the last part of multipart/form-data under the name `file`; 0 where none comes. The
   * parts before it are the body.
   */
  fileBytes: number;
  /** Whether the answer is a file and not JSON; `out` then says nothing. */
  givesFile: boolean;
}

/** A guest who joined a session by an invitation may do what people of linked hospitals do with what is shared, and nothing else. */
export const isOpenToGuests = (permission: Permission | 'public' | 'signed-in'): boolean =>
  permission.startsWith('remote:');

const nothing = z.object({});
type Nothing = typeof nothing;

/** Declares an endpoint; what is left out takes nothing. */
export function endpoint<
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  Out extends z.ZodType = Nothing,
>(entry: {
  method: HttpMethod;
  path: `/api/${string}`;
  permission: Permission | 'public' | 'signed-in';
  despite?: readonly SignInGap[];
  guests?: boolean;
  summary: string;
  status?: 200 | 201 | 204;
  params?: Params;
  query?: Query;
  body?: Body;
  out?: Out;
  fileBytes?: number;
  givesFile?: boolean;
}): Endpoint<Params, Query, Body, Out> {
  return {
    status: 200,
    despite: [],
    guests: isOpenToGuests(entry.permission),
    fileBytes: 0,
    givesFile: false,
    ...entry,
    params: entry.params ?? (nothing as unknown as Params),
    query: entry.query ?? (nothing as unknown as Query),
    body: entry.body ?? (nothing as unknown as Body),
    out: entry.out ?? (nothing as unknown as Out),
  };
}

/** What a controller receives: the three parsed parts of the request. */
export type InputOf<E extends Endpoint> = {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
};
/** What a caller sends. */
export type RequestOf<E extends Endpoint> = {
  params: z.input<E['params']>;
  query: z.input<E['query']>;
  body: z.input<E['body']>;
};
/** What a caller gets. */
export type AnswerOf<E extends Endpoint> = z.output<E['out']>;
