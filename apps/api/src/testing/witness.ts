import { endpoints, type Endpoint } from '@consilium/contracts';
import type { Response, Test } from 'supertest';
import type { ApiWorld } from './api-world.js';

/** Every endpoint of the contract by its name, e.g. `cases.accept`. */
export const namedEndpoints = new Map<string, Endpoint>(
  Object.entries(endpoints).flatMap(([feature, all]) =>
    Object.entries(all).map(([name, entry]): [string, Endpoint] => [`${feature}.${name}`, entry]),
  ),
);

export interface Line {
  action: string;
  outcome: string;
  actor: string;
  objectKind: string;
  objectId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  detail: Record<string, unknown>;
}

/** Makes calls and looks at what each of them left in the audit log. */
export class Witness {
  /** What each endpoint called so far has left. */
  readonly seen = new Map<string, Line[]>();

  constructor(private readonly api: ApiWorld) {}

  /** Calls one endpoint, which must succeed; returns the answer's body. */
  async done<Body = Record<string, unknown>>(name: string, call: Test): Promise<Body> {
    const { answer, lines } = await this.watch(call);
    const entry = namedEndpoints.get(name);
    if (answer.status !== entry?.status)
      throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    this.seen.set(name, [...(this.seen.get(name) ?? []), ...lines]);
    return answer.body as Body;
  }

  /** Calls and returns the answer with the lines it has left. */
  async watch(call: Test): Promise<{ answer: Response; lines: Line[] }> {
    const [last] = await this.api.world.rows<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM audit_events');
    const answer = await call;
    const lines = await this.api.world.rows<Line>(
      `SELECT action, outcome, actor, object_kind AS "objectKind", object_id AS "objectId", before, after, detail
       FROM audit_events WHERE id > $1 ORDER BY id`,
      [last?.id ?? '0'],
    );
    return { answer, lines };
  }
}
