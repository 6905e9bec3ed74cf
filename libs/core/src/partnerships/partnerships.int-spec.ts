import type { ManagedPartnerships } from '@consilium/contracts';
import { refusal, scheduledSession, sessionPlanOf, testWorld, walledHouse, type TestWorld } from '@consilium/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { SessionPlanningService } from '../consult-sessions/index.js';
import { DirectoryService } from '../organisations/index.js';
import { RemotePortalService } from '../sharing/index.js';
import { PartnershipsService } from './index.js';

let world: TestWorld;
let partnerships: PartnershipsService;
let administrator: Actor;
let coordinator: Actor;
const worlds: TestWorld[] = [];

beforeEach(async () => {
  world = await testWorld();
  worlds.push(world);
  partnerships = world.get(PartnershipsService);
  administrator = await world.actor('administrator');
  coordinator = await world.actor('coordinator');
});
afterAll(async () => {
  for (const used of worlds) await used.close();
});

const of = ({ items }: ManagedPartnerships, agreementNo: string) => {
  const found = items.find((agreement) => agreement.agreementNo === agreementNo);
  if (!found) throw new Error(`no agreement ${agreementNo}`);
  return found;
};
const beichen = async () => of(await partnerships.list(administrator), 'YL-BC-01');
const planOf = async (changes: object = {}) => ({
  hospitalId: await world.hospitalId('linchuan'),
  agreementNo: 'YL-LC-02',
  scopes: ['LINKED_MDT' as const],
  scopeNote: '',
  validFrom: '2026-01-01',
  validTo: '2028-12-31',
  liabilityNote: '会诊意见供参考，诊疗责任由主管医院承担。',
  ...changes,
});
const schedule = async (hospital: string) =>
  world.get(SessionPlanningService).schedule(coordinator, await sessionPlanOf(world, { linked: [hospital] }));
const errors = async (act: Promise<unknown>) => (await refusal(act)).extras.errors;

describe('an agreement with another hospital', () => {
  it('is added, and from then on its hospital can be linked', async () => {
    const [hospital] = await world.rows<{ id: string }>(`SELECT id FROM hospitals WHERE code = 'linchuan'`);
    expect((await refusal(scheduledSession(world, { linked: ['shenshui'], inHours: 20_000 }))).code).toBe(
      'partnership/invalid',
    );
    const added = of(await partnerships.add(administrator, await planOf()), 'YL-LC-02');
    expect(added).toMatchObject({ state: 'VALID', hospital: { id: hospital?.id }, sharesInForce: 0, version: 1 });
    const { partners } = await world.get(DirectoryService).read(coordinator);
    expect(partners.find(({ id }) => id === hospital?.id)?.agreement).toMatchObject({
      agreementNo: 'YL-LC-02',
      isValid: true,
    });
  });

  it('has a number of its own, a hospital other than the host, and an end after its beginning', async () => {
    expect(await errors(partnerships.add(administrator, await planOf({ agreementNo: 'YL-BC-01' })))).toEqual([
      { field: 'agreementNo', code: 'duplicate' },
    ]);
    const host = await world.hospitalId('yunling');
    expect(await errors(partnerships.add(administrator, await planOf({ hospitalId: host })))).toEqual([
      { field: 'hospitalId', code: 'unknown' },
    ]);
    expect(await errors(partnerships.add(administrator, await planOf({ validTo: '2025-12-31' })))).toEqual([
      { field: 'validTo', code: 'before-start' },
    ]);
  });

  it('that does not cover linked sessions lets no hospital be linked', async () => {
    const { id, version, hospital: _, ...terms } = await beichen();
    await schedule('beichen');
    await partnerships.change(administrator, id, { ...terms, version, scopes: ['REFERRAL', 'REMOTE_CONSULT'] });
    expect((await refusal(scheduledSession(world, { linked: ['beichen'], room: 1, inHours: 60 }))).code).toBe(
      'partnership/invalid',
    );
  });

  it('is changed on the version that was seen, its notes on record by fingerprint', async () => {
    const { id, version, ...terms } = await beichen();
    const change = () =>
      partnerships.change(administrator, id, { ...terms, version, liabilityNote: '各负其责', agreementNo: 'YL-BC-9' });
    expect(of(await change(), 'YL-BC-9').version).toBe(version + 1);
    expect((await refusal(change())).code).toBe('object/stale');
    const [line] = await world.rows<{ text: string }>(
      `SELECT before::text || after::text AS text FROM audit_events WHERE action = 'partnership.changed'`,
    );
    expect(line?.text).toContain('YL-BC-9');
    expect(line?.text).not.toContain('各负其责');
  });

  it('is read by security and audit, changed by administrators alone', async () => {
    for (const account of ['auditor', 'security']) {
      const actor = await world.actor(account);
      expect((await partnerships.list(actor)).mayManage).toBe(false);
      expect((await refusal(partnerships.add(actor, await planOf()))).code).toBe('access/denied');
    }
    for (const account of ['coordinator', 'beichen-expert'])
      expect((await refusal(partnerships.list(await world.actor(account)))).code).toBe('access/denied');
  });
});

describe('what is shared under an agreement', () => {
  it('ends at once when the agreement is ended, after the number was named', async () => {
    const house = await walledHouse(world);
    const expert = await world.actor('beichen-expert');
    const portal = world.get(RemotePortalService);
    await portal.readCase(expert, house.px);
    const { id, version, sharesInForce } = await beichen();
    expect(sharesInForce).toBe(1);
    const end = { version, reason: '对方停止合作', sharesInForce: 0 };
    expect((await refusal(partnerships.end(administrator, id, end))).code).toBe('organisation/in-use');
    await portal.readCase(expert, house.px);

    const ended = of(await partnerships.end(administrator, id, { ...end, sharesInForce: 1 }), 'YL-BC-01');
    expect(ended).toMatchObject({ state: 'ENDED', ended: { reason: '对方停止合作' }, sharesInForce: 0 });
    expect((await refusal(portal.readCase(expert, house.px))).code).toBe('object/not-found');
    const lines = await world.rows<{ action: string; detail: { sharesEnded?: number } }>(
      `SELECT action, detail FROM audit_events WHERE action IN ('share.ended', 'partnership.ended') ORDER BY id`,
    );
    expect(lines.map(({ action, detail }) => [action, detail.sharesEnded])).toEqual([
      ['share.ended', undefined],
      ['partnership.ended', 1],
    ]);
    expect((await refusal(partnerships.end(administrator, id, { ...end, version: version + 1 }))).code).toBe(
      'partnership/ended',
    );
    expect((await refusal(schedule('beichen'))).code).toBe('partnership/invalid');
  });

  it('ends when its term is cut short of the session, and stays while the term still covers it', async () => {
    const house = await walledHouse(world);
    const expert = await world.actor('beichen-expert');
    const portal = world.get(RemotePortalService);
    const [session] = await world.rows<{ day: string }>(
      `SELECT (starts_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM consult_sessions WHERE id = $1`,
      [house.sharedSessionId],
    );
    const day = session?.day ?? '';
    const cut = async (validTo: string) => {
      const { id, version, ...terms } = await beichen();
      await partnerships.change(administrator, id, { ...terms, version, validTo });
    };
    await cut(day);
    await portal.readCase(expert, house.px);
    const dayBefore = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    await cut(dayBefore);
    expect((await refusal(portal.readCase(expert, house.px))).code).toBe('object/not-found');
  });

  it('ends when linked sessions are taken out of its scope', async () => {
    const house = await walledHouse(world);
    const { id, version, ...terms } = await beichen();
    await partnerships.change(administrator, id, { ...terms, version, scopes: ['REFERRAL'] });
    const expert = await world.actor('beichen-expert');
    expect((await refusal(world.get(RemotePortalService).readCase(expert, house.px))).code).toBe('object/not-found');
  });
});
