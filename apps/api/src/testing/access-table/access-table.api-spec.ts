import { endpoints, roles, type Endpoint as Entry, type Permission } from '@consilium/contracts';
import { mayEver, policy, systemActor, type Actor } from '@consilium/core';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../api-world.js';
import { furnishedHouse, OWN_FILTERS, type CalledOn, type House } from './objects.js';
import { sampleBody, type Known } from './sample-body.js';
import { isRelated, play, signedIn, situationsOf, standings, type Situation, type Standing } from './situations.js';

interface Route {
  name: string;
  entry: Entry & { permission: Permission };
}

const routes: Route[] = Object.entries(endpoints).flatMap(([feature, all]) =>
  Object.entries(all as Record<string, Entry>).flatMap(([name, entry]) =>
    entry.permission === 'public' || entry.permission === 'signed-in'
      ? []
      : [{ name: `${feature}.${name}`, entry: entry as Route['entry'] }],
  ),
);
/** Looks that are under way at a time. */
const AT_ONCE = 6;
/** How a refusal reads: either one may not, or what one may not see does not exist. */
const REFUSALS = new Set(['access/denied', 'object/not-found']);

const NOBODY = systemActor('tests', '');

let api: ApiWorld;
/** What cannot be asked for with an old version is undone after each call, so that the next caller finds the same house. */
const UNDONE: Readonly<Record<string, string>> = {
  'remote.revoke': 'UPDATE shares SET revoked_at = NULL, revoked_by = NULL, revoke_reason = NULL',
  'find.removeFilter': OWN_FILTERS,
};
let house: House;
let situations: Situation[];

beforeAll(async () => {
  api = await apiWorld({
    environment: { REQUESTS_PER_ADDRESS: '1000000', REQUESTS_PER_BROWSER: '1000000', DEMO: '1' },
  });
  house = await furnishedHouse(api.world);
  situations = await situationsOf(api.world);
}, 120_000);
afterAll(() => api.close());

/** The object that a route is called on: the one with the longest beginning of its path. */
function calledOn({ path }: Entry): CalledOn {
  const beginning = Object.keys(house.objects)
    .filter((known) => path === known || path.startsWith(known.endsWith('/') ? known : `${known}/`))
    .reduce((longest, known) => (known.length > longest.length ? known : longest), '');
  const object = house.objects[beginning];
  const missing = [...path.matchAll(/:(\w+)/g)].filter(
    ([, name = '']) => !(name in (object?.parameters(NOBODY) ?? {})),
  );
  if (!object || missing.length > 0) throw new Error(`no object to call ${path} on: add one to objects.ts`);
  return object;
}

async function known(): Promise<Known> {
  const person = await api.world.actor('chair');
  return {
    // Nobody's version: whoever may do it is told that theirs is old, and nothing is changed for the next one who asks.
    version: 9_999,
    departmentId: await api.world.departmentId('urology'),
    personId: person.personId,
    caseNo: house.waiting,
    keep: house.waiting,
    join: house.waiting,
    seenCaseNos: [house.waiting],
    code: 'sample',
    departmentCode: 'urology',
    username: 'sample',
    timeZone: 'Asia/Shanghai',
    identityNo: '999999195001010019',
    phone: '10000000001',
    studyUid: '1.2.840.1',
    structures: [{ code: 'bladder', involvement: 'INVADE' }],
    rules: [
      {
        id: 'sample',
        departmentCode: 'urology',
        requirement: 'OPTIONAL',
        when: {},
        text: { zh: '示例', en: 'Sample' },
      },
    ],
  };
}

async function call({ entry }: Route, body: object, actor: Actor, cookie: string) {
  const parameters = calledOn(entry).parameters(actor);
  const path = entry.path.replace(/:(\w+)/g, (_all, name: string) => parameters[name] ?? '');
  const browser = supertest(api.app.getHttpServer());
  const request = {
    GET: () => browser.get(path),
    POST: () => browser.post(path).send(body),
    PUT: () => browser.put(path).send(body),
    DELETE: () => browser.delete(path),
  }[entry.method]();
  return request.set('X-Consilium', '1').set('Cookie', cookie);
}

/** What an answer says; a file is no text. */
const wordsOf = ({ text }: { text?: string }): string => text ?? '';

/** role → route → letters of the standings in which it is granted. */
type Table = Map<string, Map<string, Standing[]>>;
const grant = (table: Table, route: string, role: string, standing: Standing): void => {
  const row = table.get(route) ?? new Map<string, Standing[]>();
  row.set(role, [...(row.get(role) ?? []), standing]);
  table.set(route, row);
};

/** The table as text: a line for each route, a column for each role, letters for the standings in which it is granted. */
function printed(table: Table): string {
  const columns = roles.schema.options;
  const letters = (given: Standing[] = []) =>
    given.length === Object.keys(standings).length ? '*' : given.map((standing) => standings[standing]).join('') || '·';
  return [
    ['route', ...columns].join(' | '),
    ...routes.map(({ name }) => [name, ...columns.map((role) => letters(table.get(name)?.get(role)))].join(' | ')),
  ].join('\n');
}

describe('who may call what', () => {
  it('is stated by a rule of the policy for every route', () => {
    const ruled = new Set(policy.map(({ permission }) => permission));
    expect(routes.filter(({ entry }) => !ruled.has(entry.permission)).map(({ name }) => name)).toEqual([]);
    for (const { entry } of routes) expect(() => calledOn(entry)).not.toThrow();
  });

  it(
    'is what the policy table says, for every route, role and standing, and nobody is shown a case they must not know',
    { timeout: 600_000 },
    async () => {
      const bodies = new Map<string, object>();
      const names = await known();
      for (const { name, entry } of routes) bodies.set(name, sampleBody(entry.body, names));
      const expected: Table = new Map();
      const observed: Table = new Map();
      const leaks: string[] = [];
      const failures: string[] = [];
      let combinations = 0;
      const tried = new Set<string>();
      for (const situation of situations) {
        const { role, standing, actor } = situation;
        await play(api.world, situation);
        const token = await signedIn(api.world, actor.personId ?? '');
        const cookie = `consilium-${api.world.config.PORT}=${token}`;
        const tryOut = async (route: Route) => {
          combinations += 1;
          const answer = await call(route, bodies.get(route.name) ?? {}, actor, cookie);
          const code = (answer.body as { code?: string } | undefined)?.code ?? '';
          const undo = UNDONE[route.name];
          if (undo) await api.world.rows(undo);
          if (calledOn(route.entry).grants(actor, route.entry.permission)) grant(expected, route.name, role, standing);
          if (!REFUSALS.has(code)) grant(observed, route.name, role, standing);
          if (answer.status >= 500 || answer.status === 401 || answer.status === 429)
            failures.push(`${route.name} as ${role} (${standing}): ${answer.status} ${code}`);
          for (const { words, mayBeKnownTo } of house.secrets)
            if (wordsOf(answer).includes(words) && !mayBeKnownTo(actor))
              leaks.push(`${route.name} shows ${role} (${standing}) what they must not know: ${words}`);
        };
        const wanted = routes.filter(({ name, entry }) => {
          if (isRelated(standing) && calledOn(entry).ofHospitalAlone) return false;
          // Whom no rule grants the permission is turned away before any object is looked at: once is enough.
          const isRepeated = !mayEver(actor, entry.permission) && tried.has(`${role} ${name}`);
          tried.add(`${role} ${name}`);
          return !isRepeated;
        });
        // What only looks may be tried beside each other; what changes something waits its turn.
        const looks = wanted.filter(({ entry }) => entry.method === 'GET');
        for (let at = 0; at < looks.length; at += AT_ONCE) await Promise.all(looks.slice(at, at + AT_ONCE).map(tryOut));
        for (const route of wanted.filter(({ entry }) => entry.method !== 'GET')) await tryOut(route);
      }
      console.log(
        `${combinations} combinations of route, role and standing; ${leaks.length} leaks\n${printed(observed)}`,
      );
      expect(failures).toEqual([]);
      expect(leaks).toEqual([]);
      expect(printed(observed)).toBe(printed(expected));
    },
  );
});
