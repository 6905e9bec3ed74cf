import { acceptedCase, refusal, sharedCase, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService } from '../cases/index.js';
import { AgendaService } from '../consult-sessions/index.js';
import { ConsentsService } from './consents.service.js';
import { RemotePortalService } from './remote-portal.service.js';

let world: TestWorld;
let consents: ConsentsService;
let coordinator: Actor;
let owner: Actor;
let ordinal = 500;

beforeAll(async () => {
  world = await testWorld();
  consents = world.get(ConsentsService);
  coordinator = await world.actor('coordinator');
  owner = await world.actor('urology-2');
});
afterAll(() => world.close());

const signed = {
  kind: 'TELEMEDICINE',
  form: 'PAPER',
  signedBy: 'PATIENT',
  relation: '',
  reason: '',
  signedOn: '2026-11-18',
  endsOn: null,
} as const;
const read = (caseNo: string) => world.get(CaseReadingService).read(owner, caseNo);
const versionOf = async (caseNo: string) => (await read(caseNo)).version;
const next = () => (ordinal += 1);

describe('a consent is recorded', () => {
  it('once by the owner, for a day that has come', async () => {
    const { caseNo, version } = await acceptedCase(world, { ordinal: next() });
    const future = await refusal(consents.record(owner, caseNo, { ...signed, version, signedOn: '2026-11-19' }));
    expect(future.extras.errors).toEqual([{ field: 'signedOn', code: 'in-the-future' }]);
    const view = await consents.record(owner, caseNo, { ...signed, version, form: 'ELECTRONIC' });
    expect(view.consent).toMatchObject({
      state: 'IN_FORCE',
      signedBy: 'PATIENT',
      form: 'ELECTRONIC',
      signedOn: '2026-11-18',
      endsOn: null,
      openShares: 0,
    });
    expect(view.availableActions).not.toContain('record-consent');
    expect(view.availableActions).toContain('withdraw-consent');
    const again = await refusal(consents.record(owner, caseNo, { ...signed, version: view.version }));
    expect(again.extras.errors).toEqual([{ field: 'signedOn', code: 'duplicate' }]);
    const stale = await refusal(consents.record(owner, caseNo, { ...signed, version }));
    expect(stale.code).toBe('object/stale');
  });

  it('with the relation and the reason where somebody signed for the patient', async () => {
    const { caseNo, version } = await acceptedCase(world, { ordinal: next() });
    const by = { ...signed, version, signedBy: 'GUARDIAN' } as const;
    expect((await refusal(consents.record(owner, caseNo, by))).extras.errors).toEqual([
      { field: 'relation', code: 'required' },
      { field: 'reason', code: 'required' },
    ]);
    const view = await consents.record(owner, caseNo, { ...by, relation: '父亲', reason: '患者未成年' });
    expect(view.consent).toMatchObject({ signedBy: 'GUARDIAN', relation: '父亲', reason: '患者未成年' });
    const [line] = await world.rows<{ after: object }>(
      `SELECT after FROM audit_events WHERE action = 'consent.recorded' ORDER BY id DESC LIMIT 1`,
    );
    expect(JSON.stringify(line?.after)).not.toContain('未成年');
    expect(line?.after).toMatchObject({ signedBy: 'GUARDIAN', reason: { characters: 5 } });
  });

  it('with a last day that is not over and not before it was signed', async () => {
    const { caseNo, version } = await acceptedCase(world, { ordinal: next() });
    const until = (endsOn: string) => refusal(consents.record(owner, caseNo, { ...signed, version, endsOn }));
    expect((await until('2026-11-17')).extras.errors).toEqual([{ field: 'endsOn', code: 'before-signing' }]);
    const old = await refusal(
      consents.record(owner, caseNo, { ...signed, version, signedOn: '2026-11-01', endsOn: '2026-11-10' }),
    );
    expect(old.extras.errors).toEqual([{ field: 'endsOn', code: 'in-the-past' }]);
  });

  it('by who may, and by nobody else', async () => {
    const { caseNo, version } = await acceptedCase(world, { ordinal: next(), required: ['urology'] });
    for (const [account, code] of [
      ['urology-3', 'access/denied'],
      ['mental-health-1', 'object/not-found'],
      ['auditor', 'object/not-found'],
    ] as const)
      expect([
        account,
        (await refusal(consents.record(await world.actor(account), caseNo, { ...signed, version }))).code,
      ]).toEqual([account, code]);
  });
});

describe('a consent with a last day', () => {
  it('ends what is shared on it, and afterwards refuses sharing by its name', async () => {
    const { caseNo, session, px } = await sharedCase(world, { ordinal: next(), consentEndsOn: '2026-11-20' });
    const [share] = await world.rows<{ until: Date }>('SELECT expires_at AS until FROM shares WHERE px_code = $1', [
      px,
    ]);
    expect(share?.until).toEqual(new Date('2026-11-20T16:00:00Z'));
    const now = world.clock.now();
    world.clock.set(new Date('2026-11-20T16:00:00Z'));
    try {
      const expert = await world.actor('beichen-expert');
      expect((await refusal(world.get(RemotePortalService).readCase(expert, px))).code).toBe('object/not-found');
      expect((await read(caseNo)).consent).toMatchObject({ state: 'EXPIRED', openShares: 0 });
      const { items } = { items: await world.get(AgendaService).candidates(coordinator, session.id) };
      expect(items.find((one) => one.caseNo === caseNo)).toBeUndefined();
    } finally {
      world.clock.set(now);
    }
  });

  it('can be renewed: what is shared stands on the new one from then on, and lasts no longer than it', async () => {
    const { caseNo, px } = await sharedCase(world, { ordinal: next(), consentEndsOn: '2026-12-31' });
    const before = await read(caseNo);
    expect(before.availableActions).toContain('record-consent');
    const view = await consents.record(owner, caseNo, {
      ...signed,
      version: before.version,
      endsOn: '2026-11-20',
    });
    expect(view.consent).toMatchObject({ endsOn: '2026-11-20', openShares: 1 });
    expect(view.shares[0]).toMatchObject({
      pxCode: px,
      consent: { id: view.consent?.id, endsOn: '2026-11-20' },
    });
    expect(new Date(view.shares[0]?.expiresAt ?? 0)).toEqual(new Date('2026-11-20T16:00:00Z'));
    expect(
      await world.rows(`SELECT 1 FROM audit_events WHERE action = 'share.changed' AND after ->> 'consentId' = $1`, [
        view.consent?.id,
      ]),
    ).toHaveLength(1);
  });
});

describe('a consent is withdrawn', () => {
  it('with everything that is shared on it, at once, and says how many that are', async () => {
    const { caseNo, px, session } = await sharedCase(world, { ordinal: next(), with: ['beichen', 'shenshui'] });
    const before = await read(caseNo);
    expect(before.consent?.openShares).toBe(2);
    const view = await consents.withdraw(owner, caseNo, { version: before.version, reason: '患者改变主意' });
    expect(view.consent).toMatchObject({ state: 'WITHDRAWN', openShares: 0 });
    expect(view.shares.map(({ state }) => state)).toEqual(['REVOKED', 'REVOKED']);
    expect(view.availableActions).toContain('record-consent');
    expect(view.availableActions).not.toContain('withdraw-consent');
    const expert = await world.actor('beichen-expert');
    expect((await refusal(world.get(RemotePortalService).readCase(expert, px))).code).toBe('object/not-found');
    const [line] = await world.rows<{ detail: object; after: object }>(
      `SELECT detail, after FROM audit_events WHERE action = 'consent.withdrawn' ORDER BY id DESC LIMIT 1`,
    );
    expect(line).toMatchObject({ detail: { endedShares: 2 }, after: { reason: { characters: 6 } } });
    expect(
      await world.rows(`SELECT 1 FROM outbox WHERE topic = 'share' AND key = $1 AND created_at = $2`, [
        px,
        world.clock.now(),
      ]),
    ).not.toHaveLength(0);
    const twice = await refusal(consents.withdraw(owner, caseNo, { version: view.version, reason: '再次' }));
    expect(twice.code).toBe('consent/withdrawn');
    await world.get(AgendaService).removeCase(coordinator, session.id, before.session?.itemId ?? '');
    const [candidate] = (await world.get(AgendaService).candidates(coordinator, session.id)).filter(
      (one) => one.caseNo === caseNo,
    );
    expect(candidate).toMatchObject({ consent: 'WITHDRAWN', recordConsentOn: await versionOf(caseNo) });
    const [{ version } = { version: 0 }] = await world.rows<{ version: number }>(
      'SELECT version FROM consult_sessions WHERE id = $1',
      [session.id],
    );
    const shared = await refusal(
      world.get(AgendaService).addCase(coordinator, session.id, {
        version,
        caseNo,
        minutes: 20,
        shareWithHospitalIds: [await world.hospitalId('beichen')],
      }),
    );
    expect(shared).toMatchObject({
      code: 'consent/withdrawn',
      extras: { errors: [{ field: 'shareWithHospitalIds.0', code: 'consent-withdrawn' }] },
    });
  });
});
