import { endpoints, fieldProblems, type Endpoint as Entry } from '@consilium/contracts';
import { mayEver } from '@consilium/core';
import type TestAgent from 'supertest/lib/agent.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const ACCOUNTS = [
  'coordinator',
  'chair',
  'urology-1',
  'recorder',
  'quality',
  'auditor',
  'administrator',
  'security',
  'beichen-expert',
];

const forms = Object.entries(endpoints).flatMap(([feature, all]) =>
  Object.entries(all)
    .map(([name, entry]) => ({ name: `${feature}.${name}`, entry }))
    .filter(
      ({ entry }) => entry.method !== 'GET' && entry.permission !== 'public' && !entry.body.safeParse({}).success,
    ),
);
const samplePath = (entry: Entry) =>
  entry.path
    .replace(':caseNo', 'P26-0001')
    .replace(':px', 'PX-7F3K')
    .replace(':section', 'summary')
    .replace(':tumourType', 'ANAL')
    .replace(/:\w+/g, NOBODY);

describe('a form sent wrong', () => {
  let api: ApiWorld;
  const browsers = new Map<string, TestAgent>();
  beforeAll(async () => {
    api = await apiWorld();
    for (const account of ACCOUNTS) browsers.set(account, await api.as(account));
  });
  afterAll(() => api.close());

  /** Somebody whose roles may do this on some object. */
  const fitting = async (entry: Entry): Promise<TestAgent> => {
    for (const account of ACCOUNTS) {
      const browser = browsers.get(account);
      const { permission } = entry;
      const may =
        permission === 'signed-in' || (permission !== 'public' && mayEver(await api.world.actor(account), permission));
      if (may && browser) return browser;
    }
    throw new Error(`nobody may ${entry.path}`);
  };
  const send = async (entry: Entry, body: object, language: string) => {
    const browser = await fitting(entry);
    const request = entry.method === 'PUT' ? browser.put(samplePath(entry)) : browser.post(samplePath(entry));
    return request.set('Accept-Language', language).send(body);
  };
  const rows = async () => {
    const tables = await api.world.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'sign_ins' ORDER BY 1`,
    );
    const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM ${name}`);
    return api.world.rows(counts.join(' UNION ALL '));
  };

  it('there are forms to try', () => {
    expect(forms.length).toBeGreaterThan(20);
  });

  it.each(forms)(
    '$name empty: each missing field is named in both languages and nothing changes',
    async ({ entry }) => {
      const before = await rows();
      for (const [language, key] of [
        ['zh-CN', 'zh'],
        ['en-US', 'en'],
      ] as const) {
        const answer = await send(entry, {}, language);
        expect(answer.status).toBe(422);
        const { errors } = answer.body as {
          errors: { field: string; code: keyof typeof fieldProblems; message: string }[];
        };
        expect(errors.length).toBeGreaterThan(0);
        for (const { field, code, message } of errors) {
          expect(field).not.toBe('');
          expect(message).toBe(fieldProblems[code][key]);
        }
      }
      expect(await rows()).toEqual(before);
    },
  );

  it.each(forms)('$name with a text far too long is refused at the field', async ({ entry }) => {
    const schema = entry.body as unknown as {
      shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }>;
    };
    const long = 'x'.repeat(9_000);
    const texts = Object.entries(schema.shape).filter(([, field]) => !field.safeParse(long).success);
    const answer = await send(entry, Object.fromEntries(texts.map(([name]) => [name, long])), 'en-US');
    expect(answer.status).toBe(422);
    const named = (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field.split('.')[0]);
    for (const [name] of texts) expect(named).toContain(name);
  });
});
