import { notification, obligation, type ObligationKind } from '@consilium/contracts';
import {
  acceptedCase,
  recordedConsent,
  referredCase,
  refusal,
  scheduledSession,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { AgendaService } from '../consult-sessions/index.js';
import { NotificationsService } from './notifications.service.js';
import { ReminderDeliveryService } from './reminder-delivery.service.js';

let world: TestWorld;
let service: NotificationsService;
let caseNo: string;
let sessionId: string;

const deliverAllDue = async () => {
  const delivery = world.get(ReminderDeliveryService);
  for (const { id } of await delivery.waiting(0)) await delivery.deliver(id);
};

beforeAll(async () => {
  world = await testWorld();
  service = world.get(NotificationsService);
  const coordinator = await world.actor('coordinator');
  await referredCase(world, { ordinal: 61 });
  await deliverAllDue();
  world.clock.advance(60_000);
  ({ caseNo } = await acceptedCase(world, { ordinal: 62, required: ['urology', 'pathology'] }));
  await recordedConsent(world, caseNo);
  const session = await scheduledSession(world, { linked: ['beichen'], inHours: 75 });
  sessionId = session.id;
  await world.get(AgendaService).addCase(coordinator, session.id, {
    version: session.version,
    caseNo,
    minutes: 20,
    shareWithHospitalIds: session.linkedHospitals.map(({ hospitalId }) => hospitalId),
  });
  await deliverAllDue();
});
afterAll(() => world.close());

const all = { limit: 100 };

describe('the inbox', () => {
  it('shows newest first what only this person was told, as the contract says', async () => {
    const urologist = await world.actor('urology-2');
    const { items, unread } = await service.list(urologist, all);
    expect(items.map((item) => notification.parse(item).kind)).toContain('OPINION');
    expect(unread).toBe(items.length);
    const times = items.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(items[0]?.text.zh).toContain(caseNo);
    expect((await service.list(await world.actor('auditor'), all)).items).toEqual([]);
  });

  it('goes on page by page without missing or repeating anything', async () => {
    world.clock.advance(60_000);
    await referredCase(world, { ordinal: 63 });
    await referredCase(world, { ordinal: 64 });
    await deliverAllDue();
    const coordinator = await world.actor('coordinator');
    const whole = (await service.list(coordinator, all)).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.list(coordinator, { limit: 1, cursor });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(whole.length).toBeGreaterThan(2);
    expect(paged).toEqual(whole);
  });

  it('refuses a cursor that no answer gave', async () => {
    const problem = await refusal(service.list(await world.actor('coordinator'), { limit: 1, cursor: 'page-2' }));
    expect(problem.extras.errors).toEqual([{ field: 'cursor', code: 'invalid' }]);
  });

  it('counts down as things are read, once each, and to nothing when all is read', async () => {
    const coordinator = await world.actor('coordinator');
    const { items, unread } = await service.list(coordinator, all);
    const id = items[0]?.id ?? '';
    expect(await service.read(coordinator, id)).toEqual({ unread: unread - 1 });
    expect(await service.read(coordinator, id)).toEqual({ unread: unread - 1 });
    expect((await service.list(coordinator, all)).items[0]?.readAt).toBe(world.clock.now().toISOString());
    expect(await service.readAll(coordinator)).toEqual({ unread: 0 });
    expect((await service.list(coordinator, all)).unread).toBe(0);
  });

  it('does not let anybody read what another was told', async () => {
    const [other] = (await service.list(await world.actor('coordinator'), all)).items;
    const problem = await refusal(service.read(await world.actor('urology-2'), other?.id ?? ''));
    expect(problem.code).toBe('object/not-found');
  });
});

describe('what is owed', () => {
  const owedBy = async (account: string): Promise<ObligationKind[]> => {
    const { items } = await service.owed(await world.actor(account));
    const times = items.map((item) => obligation.parse(item).dueAt);
    expect(times).toEqual(times.toSorted());
    return [...new Set(items.map(({ kind }) => kind))].toSorted();
  };

  it.each<[string, ObligationKind[]]>([
    ['coordinator', ['TRIAGE']],
    ['urology-3', ['OPINION']],
    ['pathology-1', ['OPINION']],
    ['chair', ['SESSION']],
    ['recorder', ['SESSION']],
    ['beichen-expert', ['REMOTE_OPINION', 'SESSION']],
    ['shenshui-expert', []],
    ['bone-1', []],
    ['administrator', []],
  ])('by %s is %j', async (account, kinds) => {
    expect(await owedBy(account)).toEqual(kinds);
  });

  it('leads to the screen where it is done', async () => {
    const department = { zh: '泌尿外科', en: expect.any(String) };
    expect((await service.owed(await world.actor('urology-3'))).items).toMatchObject([
      { caseNo, px: null, department, path: `/cases/${caseNo}?tab=opinions` },
    ]);
    expect((await service.owed(await world.actor('chair'))).items).toMatchObject([
      { sessionId, path: `/sessions/${sessionId}` },
    ]);
  });

  it('by an expert of another hospital is named by the px code alone', async () => {
    const expert: Actor = await world.actor('beichen-expert');
    const { items } = await service.owed(expert);
    const remote = items.find(({ kind }) => kind === 'REMOTE_OPINION');
    expect(remote?.px).toMatch(/^PX-/);
    expect(remote?.path).toBe(`/remote/cases/${remote?.px}`);
    expect(JSON.stringify(items)).not.toContain(caseNo);
  });
});

describe('the channels', () => {
  it('are the app alone where no mail server is set, and there is no mailbox outside the demonstration', async () => {
    const coordinator = await world.actor('coordinator');
    expect(await service.channels(coordinator)).toEqual({
      inApp: true,
      email: false,
      emailAddress: 'coordinator@yunling.example',
      mailbox: false,
    });
    expect((await refusal(service.mailbox(coordinator, all))).code).toBe('object/not-found');
  });
});
