import { randomBytes, createHash, randomUUID } from 'node:crypto';
import { roles, type Role } from '@consilium/contracts';
import { personOf, type Actor } from '@consilium/core';
import type { TestWorld } from '@consilium/testing';

/** Where somebody stands to the objects of the house under test. */
export const standings = {
  'own-department': 'd',
  'other-department': 'o',
  'hospital-shared-with': 's',
  'other-hospital': 'x',
  owner: 'c',
  chair: 'h',
  recorder: 'r',
  'stage-lead': 'l',
  expected: 'm',
  'in-emergency': 'e',
} as const;
export type Standing = keyof typeof standings;

/** One role in one standing: an actor as the policy sees it, and who of the house has to play it. */
export interface Situation {
  role: Role;
  standing: Standing;
  actor: Actor;
  account: string;
}

/** Has opened the shared case in an emergency. */
export const IN_EMERGENCY = 'nephrology-1';
/** Accounts of the house that stand in a relation of their own to the objects. */
const RELATED: Partial<Record<Standing, string>> = {
  owner: 'urology-2',
  chair: 'chair',
  recorder: 'recorder',
  'stage-lead': 'bone-1',
  expected: 'icu-1',
  'in-emergency': IN_EMERGENCY,
};
export const isRelated = (standing: Standing): boolean => standing in RELATED;
/** Somebody with no relation to anything. */
const ANYBODY = 'rehabilitation-1';

/** Every role in every standing. Departments and hospitals are those of `walledHouse`. */
export async function situationsOf(world: TestWorld): Promise<Situation[]> {
  const [host, shared, unshared] = await Promise.all(
    ['yunling', 'beichen', 'shenshui'].map((code) => world.hospitalId(code)),
  );
  const [own, other] = await Promise.all(['urology', 'cardiology'].map((code) => world.departmentId(code)));
  const places: Record<Standing, { hospitalId?: string | undefined; departmentId: string | null | undefined }> = {
    'own-department': { hospitalId: host, departmentId: own },
    'other-department': { hospitalId: host, departmentId: other },
    'hospital-shared-with': { hospitalId: shared, departmentId: null },
    'other-hospital': { hospitalId: unshared, departmentId: null },
    owner: { hospitalId: host, departmentId: other },
    chair: { hospitalId: host, departmentId: other },
    recorder: { hospitalId: host, departmentId: other },
    'stage-lead': { hospitalId: host, departmentId: other },
    expected: { hospitalId: host, departmentId: other },
    'in-emergency': { hospitalId: host, departmentId: other },
  };
  const situations: Situation[] = [];
  for (const standing of Object.keys(standings) as Standing[]) {
    const account = RELATED[standing] ?? ANYBODY;
    const personId = personOf(await world.actor(account));
    const { hospitalId = '', departmentId = null } = places[standing];
    for (const role of roles.schema.options)
      situations.push({
        role,
        standing,
        account,
        actor: {
          kind: 'PERSON',
          personId,
          name: account,
          hospitalId,
          isHost: hospitalId === host,
          memberships: [{ role, departmentId, hospitalId }],
          locale: 'zh-CN',
        },
      });
  }
  return situations;
}

/** Puts the person into the situation, whatever they were before; what they are elsewhere is ended. */
export async function play(world: TestWorld, { actor, role }: Situation): Promise<void> {
  const [membership] = actor.memberships;
  await world.rows('DELETE FROM memberships WHERE person_id = $1', [actor.personId]);
  await world.rows(
    `INSERT INTO memberships (id, person_id, hospital_id, department_id, role, valid_from) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`,
    [randomUUID(), actor.personId, actor.hospitalId, membership?.departmentId ?? null, role],
  );
  await world.rows('UPDATE people SET hospital_id = $2 WHERE id = $1', [actor.personId, actor.hospitalId]);
}

/** Signs somebody in without a password, and with a one-time code for whom a role asks for one; returns the token of the browser. */
export async function signedIn(world: TestWorld, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = world.clock.now();
  await world.rows(
    `INSERT INTO sign_ins (id, person_id, token_hash, created_at, last_seen_at, expires_at, method, browser, address, code_shown_at)
     VALUES ($1, $2, $3, $4, $4, $4::timestamptz + interval '8 hours', 'PASSWORD', 'test', '127.0.0.1', $4)`,
    [randomUUID(), personId, createHash('sha256').update(token).digest(), now],
  );
  await world.rows(
    `INSERT INTO authenticators SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'person_id', $1::uuid))).*
     FROM authenticators a
     WHERE a.confirmed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM authenticators o WHERE o.person_id = $1 AND o.confirmed_at IS NOT NULL) LIMIT 1`,
    [personId],
  );
  return token;
}
