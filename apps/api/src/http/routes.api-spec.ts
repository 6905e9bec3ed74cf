import { endpoints, type Endpoint as Entry } from '@consilium/contracts';
import { policy } from '@consilium/core';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { ENDPOINT } from './index.js';

const entries = Object.entries(endpoints).flatMap(([feature, all]) =>
  Object.entries(all).map(([name, entry]) => ({ name: `${feature}.${name}`, entry })),
);
const NOBODY = '00000000-0000-7000-8000-000000000000';
const samplePath = (entry: Entry) =>
  entry.path.replace(':caseNo', 'P26-0001').replace(':px', 'PX-7F3K').replace(/:\w+/g, NOBODY);

describe('the routes of the API', () => {
  let api: ApiWorld;
  beforeAll(async () => {
    api = await apiWorld();
  });
  afterAll(() => api.close());

  const handlers = () =>
    [...api.app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].flatMap(({ metatype }) => {
        const prototype = (metatype as { prototype: object }).prototype;
        return Object.getOwnPropertyNames(prototype)
          .filter((name) => name !== 'constructor')
          .map((name) => ({ name, handler: Object.getOwnPropertyDescriptor(prototype, name)?.value as object }))
          .filter(({ handler }) => Reflect.hasMetadata('path', handler));
      }),
    );

  it('are all entries of the contract, each once', () => {
    const implemented = handlers().map(({ handler }) => Reflect.getMetadata(ENDPOINT, handler) as Entry | undefined);
    expect(implemented).not.toContain(undefined);
    const key = (entry: Entry | undefined) => `${entry?.method} ${entry?.path}`;
    expect(implemented.map(key).sort()).toEqual(entries.map(({ entry }) => key(entry)).sort());
  });

  it('each say who may call them, in words the policy knows', () => {
    const known = new Set<string>(policy.map(({ permission }) => permission));
    const unknown = entries.filter(
      ({ entry }) => entry.permission !== 'public' && entry.permission !== 'signed-in' && !known.has(entry.permission),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  it('are open to strangers only under health, the document, signing in, joining and calendar feeds', () => {
    const open = entries.filter(({ entry }) => entry.permission === 'public').map(({ entry }) => entry.path);
    expect(
      open.filter((path) => !/^\/api\/(health\/|openapi\.json$|auth\/|join\/|calendar-feeds\/)/.test(path)),
    ).toEqual([]);
  });

  const call = (entry: Entry) => {
    const path = samplePath(entry);
    const browser = api.stranger();
    const calls = {
      GET: () => browser.get(path),
      POST: () => browser.post(path).send({}),
      PUT: () => browser.put(path).send({}),
      DELETE: () => browser.delete(path),
    };
    return calls[entry.method]();
  };

  it.each(entries.filter(({ entry }) => entry.permission !== 'public'))(
    '$name refuses a caller who is not signed in',
    async ({ entry }) => {
      const answer = await call(entry);
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: 'session/required' });
    },
  );

  it.each(entries.filter(({ entry }) => entry.method !== 'GET'))(
    '$name refuses a request that another site has sent',
    async ({ entry }) => {
      const answer = await call(entry).set('Sec-Fetch-Site', 'cross-site');
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ code: 'request/cross-site' });
    },
  );

  it('are all in the OpenAPI document', async () => {
    const { body } = (await api.stranger().get('/api/openapi.json').expect(200)) as {
      body: { openapi: string; paths: Record<string, Record<string, unknown>> };
    };
    expect(body.openapi).toBe('3.1.0');
    const documented = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual(
      entries.map(({ entry }) => `${entry.method} ${entry.path.replace(/:(\w+)/g, '{$1}')}`).sort(),
    );
  });
});
