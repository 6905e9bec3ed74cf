import {
  problemDocument,
  type AnswerOf,
  type Endpoint,
  type ProblemDocument,
  type RequestOf,
} from '@consilium/contracts';
import { currentLocale } from './i18n';
import { noteServerTime } from './server-clock';

/** A refusal of the API, or the failure to reach it (`network/unreachable`). `problem.detail` is a sentence in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  constructor(readonly problem: ProblemDocument) {
    super(problem.code);
    this.status = problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
}

/** The keys that must be given; none where anything may be. */
type Needed<T> = string extends keyof T ? never : { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type Part<Name extends string, T> = [Needed<T>] extends [never] ? { [K in Name]?: T } : { [K in Name]: T };

/** What a call takes: those of `params`, `query` and `body` that the endpoint asks for. */
export type CallRequest<E extends Endpoint> = Part<'params', RequestOf<E>['params']> &
  Part<'query', RequestOf<E>['query']> &
  Part<'body', RequestOf<E>['body']> & { signal?: AbortSignal };
type CallArguments<E extends Endpoint> = [Needed<CallRequest<E>>] extends [never]
  ? [request?: CallRequest<E>]
  : [request: CallRequest<E>];

export interface LooseRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
}

/** The address of an endpoint with what is asked of it. */
export function address(endpoint: Endpoint, { params = {}, query = {} }: LooseRequest): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

const sentences = {
  unreachable: {
    title: { 'zh-CN': '网络中断', 'en-US': 'Connection lost' },
    detail: {
      'zh-CN': '连接不到服务器，内容未保存。联网后重试。',
      'en-US': 'The server cannot be reached and nothing was saved. Try again when online.',
    },
  },
  unreadable: {
    title: { 'zh-CN': '服务器出错', 'en-US': 'The server failed' },
    detail: {
      'zh-CN': '服务器的回答无法读取。稍后重试。',
      'en-US': 'The answer could not be read. Try again shortly.',
    },
  },
};

/** What is told where the API itself said nothing readable. */
export function ownProblem(kind: keyof typeof sentences, status: number): ApiProblem {
  const locale = currentLocale();
  return new ApiProblem({
    type: 'about:blank',
    title: sentences[kind].title[locale],
    detail: sentences[kind].detail[locale],
    status,
    code: `network/${kind}`,
  });
}

/** A refusal as the API wrote it; `document` is what was read, null where nothing could be. */
export function refusalOf(document: unknown, status: number): ApiProblem {
  const parsed = problemDocument.safeParse(document);
  return parsed.success ? new ApiProblem(parsed.data) : ownProblem('unreadable', status);
}

/** Sends a request of the contract as JSON; throws what was refused, and where nobody answers. */
export async function send(endpoint: Endpoint, asked: LooseRequest): Promise<Response> {
  const writes = endpoint.method !== 'GET';
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLocale() };
  if (writes) headers['X-Consilium'] = '1';
  if (writes && asked.body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(address(endpoint, asked), {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    body: headers['Content-Type'] === undefined ? undefined : JSON.stringify(asked.body),
    signal: asked.signal,
  }).catch((error: unknown) => {
    if (asked.signal?.aborted === true) throw error;
    throw ownProblem('unreachable', 0);
  });
  noteServerTime(response.headers.get('date'));
  if (!response.ok) throw refusalOf(await response.json().catch(() => null), response.status);
  return response;
}

/**
 * Calls one endpoint of the contract. Rejects with {@link ApiProblem} for every refusal and for a lost connection, and with the
 * abort's own error when `signal` ends it. The answer is not parsed again: the API sends nothing that its schema does not hold.
 */
export async function call<E extends Endpoint>(endpoint: E, ...[request]: CallArguments<E>): Promise<AnswerOf<E>> {
  // The compiler has checked the parts against the endpoint; here only their names matter.
  const response = await send(endpoint, (request ?? {}) as LooseRequest);
  if (response.status === 204) return {} as AnswerOf<E>;
  return (await response.json().catch(() => {
    throw ownProblem('unreadable', response.status);
  })) as AnswerOf<E>;
}

/** Whether an error is a refusal with this problem code. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
