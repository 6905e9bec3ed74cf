import type { AnswerOf, Directory, Endpoint, ProblemDocument, RequestOf } from '@consilium/contracts';
import { identityEndpoints, organisationEndpoints } from '@consilium/contracts';
import { trafficOf } from '../../harness/index.js';

export const PASSWORD = 'consilium-demo-2026';

export interface Refused {
  status: number;
  problem: ProblemDocument;
}

/** A person who calls the API without a screen, signed in as themselves. */
export class Caller {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    readonly id: string,
  ) {}

  static async signIn(url: string, username: string): Promise<Caller> {
    const response = await fetch(`${url}${identityEndpoints.signIn.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-consilium': '1' },
      body: JSON.stringify({ username, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`${username} could not sign in: ${response.status}`);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const { id } = identityEndpoints.signIn.out.parse(await response.json());
    return new Caller(url, cookie, id);
  }

  /** @throws when the API refuses */
  async call<E extends Endpoint>(entry: E, request: Partial<RequestOf<E>> = {}): Promise<AnswerOf<E>> {
    const response = await this.send(entry, request);
    const body = await response.text();
    if (!response.ok) throw new Error(`${entry.method} ${entry.path} was refused with ${response.status}: ${body}`);
    return entry.out.parse(body === '' ? {} : JSON.parse(body)) as AnswerOf<E>;
  }

  /** @throws when the API does not refuse */
  async refused(
    entry: Endpoint,
    request: { params?: unknown; query?: unknown; body?: unknown } = {},
  ): Promise<Refused> {
    const response = await this.send(entry, request);
    if (response.ok) throw new Error(`${entry.method} ${entry.path} was not refused`);
    return { status: response.status, problem: (await response.json()) as ProblemDocument };
  }

  private async send(
    entry: Endpoint,
    { params, query, body }: { params?: unknown; query?: unknown; body?: unknown },
  ): Promise<Response> {
    const path = entry.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown>)[name])),
    );
    const search = new URLSearchParams((query ?? {}) as Record<string, string>).toString();
    const address = `${this.url}${path}${search && `?${search}`}`;
    const response = await fetch(address, {
      method: entry.method,
      headers: {
        cookie: this.cookie,
        'x-consilium': '1',
        'accept-language': 'zh-CN',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const traffic = trafficOf(this.url);
    traffic.noteAddress(address);
    if (!response.ok) traffic.noteAnswer(response.status, await response.clone().text());
    return response;
  }
}

/** The people of the house as callers, each signed in once, and the house's directory. */
export class House {
  private readonly callers = new Map<string, Promise<Caller>>();
  private known: Promise<Directory> | undefined;

  constructor(readonly url: string) {}

  as(account: string): Promise<Caller> {
    const known = this.callers.get(account) ?? Caller.signIn(this.url, account);
    this.callers.set(account, known);
    return known;
  }

  directory(): Promise<Directory> {
    this.known ??= this.as('coordinator').then((coordinator) => coordinator.call(organisationEndpoints.directory));
    return this.known;
  }

  async department(code: string): Promise<Directory['departments'][number]> {
    const found = (await this.directory()).departments.find((one) => one.code === code);
    if (!found) throw new Error(`the house has no department ${code}`);
    return found;
  }
}
