import type { Endpoint } from '@consilium/contracts';
import { PASSWORD, planContentOf, walledHouse, type WalledHouse } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { sampleBody, type Known } from '../testing/access-table/sample-body.js';
import { namedEndpoints, Witness, type Line } from '../testing/witness.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

/** Routes about one case, its plan, its shares or what was opened of it, by the beginning of their path. */
const ABOUT_A_CASE = /^\/api\/(cases\/:caseNo|plans\/:id|remote\/cases\/:px|shares\/:id|emergency-accesses\/:id)(\/|$)/;
/** It is what somebody without access is meant to call; its own refusals are looked at below. */
const OPENS = 'emergencies.open';
const EMERGENCY = { reasonKind: 'RESCUE', reason: '夜间大出血，急诊抢救需要', password: PASSWORD };

const routes = [...namedEndpoints].filter(([name, entry]) => ABOUT_A_CASE.test(entry.path) && name !== OPENS);

let api: ApiWorld;
let witness: Witness;
let house: WalledHouse;
let ids: Record<string, string>;
/** What a request says of these, wherever it names them; the rest follows from what its route asks for. */
let known: Known;

beforeAll(async () => {
  api = await apiWorld();
  witness = new Witness(api);
  house = await walledHouse(api.world);
  const [found] = await api.world.rows<Record<string, string>>(
    `SELECT (SELECT id FROM surgical_plans LIMIT 1) AS plan, (SELECT id FROM shares LIMIT 1) AS share,
       (SELECT id FROM emergency_accesses LIMIT 1) AS emergency, (SELECT id FROM restricted_facts LIMIT 1) AS fact, (SELECT id FROM attachments LIMIT 1) AS file,
       (SELECT id FROM surgical_stages LIMIT 1) AS stage, (SELECT id FROM consents LIMIT 1) AS consent`,
  );
  const urology = await api.world.departmentId('urology');
  ids = { ...found, urology };
  known = {
    ...(await planContentOf(api.world)),
    version: 1,
    departmentId: urology,
    personId: null,
    studyUid: '1.2.840.1',
  };
}, 120_000);
afterAll(() => api.close());

/** What stands in the path for a parameter: an object that exists. */
function objectOf(path: string, parameter: string): string {
  const objects: Record<string, string | undefined> = {
    ordinal: '1',
    section: 'diagnosis',
    code: 'asa',
    caseNo: house.shared,
    px: house.px,
    departmentId: ids['urology'],
    stageId: ids['stage'],
    consentId: ids['consent'],
    id: path.startsWith('/api/plans')
      ? ids['plan']
      : path.startsWith('/api/shares')
        ? ids['share']
        : path.startsWith('/api/emergency')
          ? ids['emergency']
          : path.includes('/attachments/')
            ? ids['file']
            : ids['fact'],
  };
  const object = objects[parameter];
  if (object === undefined) throw new Error(`${path} names ${parameter}, of which this test knows no object`);
  return object;
}

function call(browser: Browser, entry: Endpoint) {
  const named = entry.path.replace(/:(\w+)/g, (_whole, name: string) => objectOf(entry.path, name));
  const asked = browser[entry.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](named);
  if (entry.method === 'GET') return asked;
  return asked.send(sampleBody(entry.body, known));
}

const firstObject = ({ path }: Endpoint): string => objectOf(path, /:(\w+)/.exec(path)?.[1] ?? '');
const denial = (object: string) => ({ action: 'access.refused', outcome: 'REFUSED', objectId: object });
const told = (lines: readonly Line[]) => lines.map(({ action, outcome, objectId }) => ({ action, outcome, objectId }));

describe('a denial on everything that is about a case', () => {
  it('is walked along every such route of the contract', () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(namedEndpoints.has(OPENS)).toBe(true);
  });

  // A clinician without access, an expert with whom nothing is shared, and who looks after the log but not after patients.
  it.each(['nutrition-1', 'shenshui-expert', 'auditor'])(
    'leaves %s one line for each attempt, which names what was asked for, whether it was answered 403 or 404',
    async (account) => {
      const browser = await api.as(account);
      const wrong: unknown[] = [];
      for (const [name, entry] of routes) {
        if (account === 'auditor' && entry.permission === 'emergency-access:review') continue;
        const { answer, lines } = await witness.watch(call(browser, entry));
        const refused = answer.status === 403 || answer.status === 404;
        const wanted = [denial(firstObject(entry))];
        if (!refused || JSON.stringify(told(lines)) !== JSON.stringify(wanted))
          wrong.push({ name, status: answer.status, code: answer.body.code, lines: told(lines) });
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('leaves one line too where there is no such object, the same for who asks', async () => {
    const browser = await api.as('nutrition-1');
    const [hidden, missing] = [
      await witness.watch(browser.get(`/api/cases/${house.shared}`)),
      await witness.watch(browser.get('/api/cases/P26-9999')),
    ];
    expect(missing.answer.status).toBe(hidden.answer.status);
    expect({ ...missing.answer.body, requestId: '' }).toEqual({ ...hidden.answer.body, requestId: '' });
    expect(told(missing.lines)).toEqual([denial('P26-9999')]);
  });

  it('is on record where a name is asked for by who may read the case and not the name', async () => {
    const { answer, lines } = await witness.watch(
      (await api.as('pathology-1')).post(`/api/cases/${house.shared}/identity`).send({ reason: '好奇' }),
    );
    expect(answer.status).toBe(403);
    expect(told(lines)).toEqual([denial(house.shared)]);
  });
});

describe('an opening of what is about a case', () => {
  it.each<[string, string, (house: WalledHouse) => string, string]>([
    ['a case', 'coordinator', ({ shared }) => `/api/cases/${shared}`, 'case.opened'],
    ['a case in an emergency', 'cardiology-1', ({ waiting }) => `/api/cases/${waiting}`, 'case.opened'],
    ['a shared case', 'beichen-expert', ({ px }) => `/api/remote/cases/${px}`, 'shared-case.opened'],
    [
      'restricted facts',
      'pathology-1',
      ({ shared }) => `/api/cases/${shared}/restricted-facts`,
      'restricted-fact.listed',
    ],
    ['a plan', 'urology-2', () => `/api/plans/${ids['plan']}`, 'plan.opened'],
  ])('leaves one line of its own each time: %s', async (_what, account, path, action) => {
    const browser = await api.as(account);
    for (let time = 0; time < 2; time += 1) {
      const { answer, lines } = await witness.watch(browser.get(path(house)));
      expect(answer.status).toBe(200);
      expect(lines).toMatchObject([{ action, outcome: 'DONE' }]);
    }
  });

  it('rests on the emergency access that is named with it', async () => {
    const browser = await api.as('cardiology-1');
    const opened = await witness.watch(browser.get(`/api/cases/${house.waiting}`));
    const named = await witness.watch(browser.post(`/api/cases/${house.waiting}/identity`).send({ reason: '' }));
    expect(named.answer.status).toBe(200);
    for (const { lines } of [opened, named])
      expect(lines.map(({ detail }) => detail['emergencyAccessId'])).toEqual([ids['emergency']]);
  });
});

describe('the lines of an emergency access', () => {
  const open = (browser: Browser, caseNo: string, body: object) =>
    browser.post(`/api/cases/${caseNo}/emergency-accesses`).send(body);

  it('say what was opened by whom and why, with nothing of the password', async () => {
    const browser = await api.as('nutrition-1');
    const { answer, lines } = await witness.watch(open(browser, house.shared, EMERGENCY));
    expect(answer.status).toBe(201);
    expect(lines.map(({ action }) => action)).toEqual(['password.confirmed', 'emergency-access.opened']);
    expect(lines[1]).toMatchObject({ objectId: answer.body.id, detail: { reason: EMERGENCY.reason } });
    expect(JSON.stringify(lines)).not.toContain(PASSWORD);
    const ended = await witness.watch(browser.post(`/api/emergency-accesses/${answer.body.id}/end`).send({}));
    expect(ended.lines.map(({ action }) => action)).toEqual(['emergency-access.ended']);
    expect(told((await witness.watch(browser.get(`/api/cases/${house.shared}`))).lines)).toEqual([
      denial(house.shared),
    ]);
  });

  it('name the case that was tried with a wrong password, and a number there is no case under', async () => {
    const browser = await api.as('nutrition-1');
    const wrong = await witness.watch(open(browser, house.shared, { ...EMERGENCY, password: 'something else 1' }));
    expect(wrong.answer.status).toBe(403);
    expect(told(wrong.lines)).toEqual([
      { action: 'password.confirmed', outcome: 'REFUSED', objectId: (await api.world.actor('nutrition-1')).personId },
      { action: 'signature.given', outcome: 'REFUSED', objectId: house.shared },
    ]);
    const missing = await witness.watch(open(browser, 'P26-9999', EMERGENCY));
    expect(missing.answer.status).toBe(404);
    expect(told(missing.lines).at(-1)).toEqual(denial('P26-9999'));
  });

  it('name the field that is wrong, and open nothing', async () => {
    const browser = await api.as('nutrition-1');
    const { answer, lines } = await witness.watch(
      open(browser, house.shared, { reasonKind: 'CURIOSITY', reason: '好奇', password: '' }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'reasonKind',
      'reason',
      'password',
    ]);
    expect(lines).toEqual([]);
  });
});
