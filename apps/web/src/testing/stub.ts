import {
  fill,
  problems,
  type Endpoint,
  type InputOf,
  type ProblemCode,
  type ProblemDocument,
} from '@consilium/contracts';
import { vi } from 'vitest';
import { z } from 'zod';
import { uploadThrough } from './stub-upload';

/** One call that a screen made, as the API would have read it. */
export interface Asked<E extends Endpoint> {
  params: InputOf<E>['params'];
  query: InputOf<E>['query'];
  body: InputOf<E>['body'];
}

interface Entry {
  endpoint: Endpoint;
  reply: (asked: Asked<Endpoint>) => Response | Promise<Response>;
}

let entries: Entry[] = [];
/** Answers and requests that break the contract: each fails the test that gave or caused it. */
let breaches: string[] = [];
let calls: { endpoint: Endpoint; asked: Asked<Endpoint> }[] = [];

const pattern = (path: string) => new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': type } });

/** The fields of a form as the API reads them; the file comes apart from them. */
const fieldsOf = (form: FormData): Record<string, unknown> =>
  Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === 'string'));

/** Answers one request as the API would; uploads come here as well. */
export async function serve(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input, 'http://consilium.test');
  const method = init.method ?? 'GET';
  const found = entries.find(({ endpoint }) => endpoint.method === method && pattern(endpoint.path).test(url.pathname));
  if (found === undefined) throw new Error(`The test gives no answer to ${method} ${url.pathname}`);
  const { endpoint, reply } = found;
  const groups = pattern(endpoint.path).exec(url.pathname)?.groups ?? {};
  const body: unknown =
    init.body instanceof FormData ? fieldsOf(init.body) : typeof init.body === 'string' ? JSON.parse(init.body) : {};
  const asked = {
    params: Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)])),
    query: Object.fromEntries(url.searchParams),
    body,
  };
  calls.push({ endpoint, asked });
  init.signal?.throwIfAborted();
  return reply(asked);
}

/** Puts the stub in the place of fetch; `setup.ts` calls it before every test. */
export function startStub(): void {
  entries = [];
  calls = [];
  breaches = [];
  vi.stubGlobal('fetch', serve);
  vi.stubGlobal('XMLHttpRequest', uploadThrough(serve));
}

/** Forgets all answers. Throws where an answer or a request of the test broke the contract. */
export function stopStub(): void {
  entries = [];
  if (breaches.length > 0) throw new Error(breaches.join('\n'));
}

function kept<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  breaches.push(`${what} breaks the contract: ${z.prettifyError(parsed.error)}`);
  throw parsed.error;
}

/**
 * Answers an endpoint with what its schema allows; anything else fails the test. `response` may be computed from the call. The
 * latest answer to an endpoint counts.
 */
export function answer<E extends Endpoint>(
  endpoint: E,
  response: z.input<E['out']> | ((asked: Asked<E>) => z.input<E['out']>),
): void {
  entries.unshift({
    endpoint,
    reply: (asked) => {
      kept(endpoint.body, asked.body, `What the screen sent to ${endpoint.path}`);
      const given: unknown =
        typeof response === 'function' ? (response as (asked: Asked<E>) => unknown)(asked as Asked<E>) : response;
      return json(endpoint.status, kept(endpoint.out, given, `The test's answer to ${endpoint.path}`));
    },
  });
}

/** Never answers: the screen stays as it is while loading or sending. */
export function leaveWaiting(endpoint: Endpoint): void {
  entries.unshift({ endpoint, reply: () => new Promise<Response>(() => undefined) });
}

/** A problem document as the API would send it. */
export function problemOf(
  code: ProblemCode,
  more: Partial<ProblemDocument> & { parameters?: Record<string, string | number> } = {},
): ProblemDocument {
  const { parameters, ...rest } = more;
  const { status, zh } = problems[code];
  return {
    type: `/problems/${code}`,
    title: code,
    status,
    code,
    detail: fill(zh, parameters),
    requestId: 'req-1',
    ...rest,
  };
}

/** Refuses an endpoint with a problem document, or with the code of one. */
export function refuse(endpoint: Endpoint, problem: ProblemCode | ProblemDocument): void {
  const document = typeof problem === 'string' ? problemOf(problem) : problem;
  entries.unshift({ endpoint, reply: () => json(document.status, document, 'application/problem+json') });
}

/** The server cannot be reached for this endpoint. */
export function cutOff(endpoint: Endpoint): void {
  entries.unshift({ endpoint, reply: () => Promise.reject(new TypeError('fetch failed')) });
}

/** What a screen has asked of an endpoint so far, in order. */
export function askedOf<E extends Endpoint>(endpoint: E): Asked<E>[] {
  return calls.filter((made) => made.endpoint === endpoint).map((made) => made.asked as Asked<E>);
}
