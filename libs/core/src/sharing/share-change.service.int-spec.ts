import { shareSections, type ShareSection } from '@consilium/contracts';
import { refusal, sharedCase, testWorld, type ShareWanted, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService } from '../cases/index.js';
import { SessionPlanningService, SessionReadingService } from '../consult-sessions/index.js';
import { ConsentsService } from './consents.service.js';
import { endSharesUnder } from './ending-shares.js';
import { RemotePortalService } from './remote-portal.service.js';
import { ShareChangeService } from './share-change.service.js';

const ALL: ShareSection[] = shareSections.schema.options;
const LITTLE: ShareSection[] = ['SUMMARY', 'QUESTIONS'];

let world: TestWorld;
let changes: ShareChangeService;
let coordinator: Actor;
let expert: Actor;
let ordinal = 600;

beforeAll(async () => {
  world = await testWorld();
  changes = world.get(ShareChangeService);
  coordinator = await world.actor('coordinator');
  expert = await world.actor('beichen-expert');
});
afterAll(() => world.close());

const shared = async (wanted: Partial<ShareWanted> = {}) => {
  const made = await sharedCase(world, { ordinal: (ordinal += 1), ...wanted });
  const [row] = await world.rows<{ expiresAt: Date; dueAt: Date }>(
    'SELECT expires_at AS "expiresAt", opinion_due_at AS "dueAt" FROM shares WHERE id = $1',
    [made.shareId],
  );
  return { ...made, expiresAt: (row?.expiresAt ?? new Date(0)).toISOString(), dueAt: row?.dueAt ?? new Date(0) };
};
const portal = () => world.get(RemotePortalService);

describe('a share is narrowed', () => {
  it('at once, by the owner of the case or the coordinator, on record', async () => {
    const { shareId, px, expiresAt } = await shared();
    expect((await portal().readCase(expert, px)).imaging).not.toBeNull();
    const owner = await world.actor('urology-2');
    const changed = await changes.change(owner, shareId, { version: 1, sections: ['QUESTIONS', 'SUMMARY'], expiresAt });
    expect(changed).toEqual({ version: 2, sections: LITTLE, expiresAt });
    expect(await portal().readCase(expert, px)).toMatchObject({ sections: LITTLE, imaging: null, wishes: null });
    const [line] = await world.rows<{ before: object; after: object }>(
      `SELECT before, after FROM audit_events WHERE action = 'share.changed' AND object_id = $1`,
      [shareId],
    );
    expect(line).toMatchObject({ before: { sections: ALL }, after: { sections: LITTLE } });
    expect(await world.rows(`SELECT 1 FROM outbox WHERE topic = 'share' AND key = $1`, [px])).not.toHaveLength(0);
  });

  it('also where the consent was withdrawn for new sharing or has expired', async () => {
    const { shareId, expiresAt } = await shared();
    await world.rows(
      `UPDATE consents SET ends_on = '2026-11-18', signed_on = '2026-11-17' WHERE id = (SELECT consent_id FROM shares WHERE id = $1)`,
      [shareId],
    );
    await expect(
      changes.change(coordinator, shareId, { version: 1, sections: LITTLE, expiresAt }),
    ).resolves.toMatchObject({ version: 2 });
  });

  it('to an earlier end, with which the opinion is due as well', async () => {
    const { shareId, px, dueAt } = await shared();
    const soon = new Date(world.clock.now().getTime() + 3_600_000);
    expect(soon < dueAt).toBe(true);
    await changes.change(coordinator, shareId, { version: 1, sections: ALL, expiresAt: soon.toISOString() });
    expect(
      await world.rows(`SELECT due_at AS "dueAt", state FROM obligations WHERE subject_id = $1`, [shareId]),
    ).toEqual([{ dueAt: soon, state: 'OPEN' }]);
    const now = world.clock.now();
    world.clock.set(soon);
    try {
      expect((await refusal(portal().readCase(expert, px))).code).toBe('object/not-found');
    } finally {
      world.clock.set(now);
    }
  });
});

describe('a share is widened', () => {
  it('while the consent holds; without it, the field says why not', async () => {
    const { caseNo, shareId, expiresAt } = await shared({ sections: LITTLE });
    await changes.change(coordinator, shareId, { version: 1, sections: [...LITTLE, 'IMAGING'], expiresAt });
    await world.rows(
      `UPDATE consents SET ends_on = '2026-11-17', signed_on = '2026-11-16' WHERE id = (SELECT consent_id FROM shares WHERE id = $1)`,
      [shareId],
    );
    const wider = { version: 2, sections: ALL, expiresAt };
    expect(await refusal(changes.change(coordinator, shareId, wider))).toMatchObject({
      code: 'consent/expired',
      extras: { errors: [{ field: 'sections', code: 'consent-expired' }] },
    });
    const longer = new Date(Date.parse(expiresAt) + 3_600_000).toISOString();
    const late = changes.change(coordinator, shareId, { version: 2, sections: LITTLE, expiresAt: longer });
    expect((await refusal(late)).extras.errors).toEqual([{ field: 'expiresAt', code: 'consent-expired' }]);
    const { version } = await world.get(CaseReadingService).read(coordinator, caseNo);
    const renewed = await world.get(ConsentsService).record(coordinator, caseNo, {
      version,
      kind: 'TELEMEDICINE',
      form: 'PAPER',
      signedBy: 'PATIENT',
      relation: '',
      reason: '',
      signedOn: '2026-11-18',
      endsOn: null,
    });
    const now = renewed.shares[0]?.version ?? 0;
    await changes.change(coordinator, shareId, { ...wider, version: now });
    expect(await world.rows('SELECT consent_id AS id FROM shares WHERE id = $1', [shareId])).toEqual([
      { id: renewed.consent?.id },
    ]);
  });

  it('no longer than the agreement and the consent last, and not into the past', async () => {
    const { shareId } = await shared({ consentEndsOn: '2026-12-31' });
    const until = async (expiresAt: string) =>
      (await refusal(changes.change(coordinator, shareId, { version: 1, sections: ALL, expiresAt }))).extras.errors;
    expect(await until('2026-11-18T00:00:00Z')).toMatchObject([{ field: 'expiresAt', code: 'in-the-past' }]);
    expect(await until('2026-12-31T16:00:01Z')).toEqual([
      { field: 'expiresAt', code: 'after-consent', parameters: { day: '2026-12-31' } },
    ]);
    expect(await until('2099-01-01T00:00:00Z')).toMatchObject([{ field: 'expiresAt', code: 'after-agreement' }]);
    await expect(
      changes.change(coordinator, shareId, { version: 1, sections: ALL, expiresAt: '2026-12-31T16:00:00.000Z' }),
    ).resolves.toMatchObject({ expiresAt: '2026-12-31T16:00:00.000Z' });
  });

  it('only under an agreement that is in force', async () => {
    const { shareId, expiresAt } = await shared({ sections: LITTLE });
    await world.rows(`UPDATE partnerships SET valid_to = '2026-11-17' WHERE partner_hospital_id = $1`, [
      await world.hospitalId('beichen'),
    ]);
    const wider = refusal(changes.change(coordinator, shareId, { version: 1, sections: ALL, expiresAt }));
    expect((await wider).code).toBe('partnership/invalid');
    await world.rows(`UPDATE partnerships SET valid_to = '2028-01-01' WHERE partner_hospital_id = $1`, [
      await world.hospitalId('beichen'),
    ]);
  });
});

describe('a change of a share is refused', () => {
  it('where it leaves out what goes with every share', async () => {
    const { shareId, expiresAt } = await shared();
    const bare = refusal(changes.change(coordinator, shareId, { version: 1, sections: ['IMAGING'], expiresAt }));
    expect((await bare).extras.errors).toMatchObject([
      { field: 'sections', code: 'always-shared' },
      { field: 'sections', code: 'always-shared' },
    ]);
  });

  it('on a version somebody changed since, after it was withdrawn, and to those who may not', async () => {
    const { shareId, expiresAt } = await shared();
    const wanted = { version: 1, sections: LITTLE, expiresAt };
    for (const [account, code] of [
      ['urology-3', 'access/denied'],
      ['medical-affairs', 'access/denied'],
      ['auditor', 'access/denied'],
      ['administrator', 'access/denied'],
      ['mental-health-1', 'object/not-found'],
      ['beichen-expert', 'object/not-found'],
    ] as const)
      expect([account, (await refusal(changes.change(await world.actor(account), shareId, wanted))).code]).toEqual([
        account,
        code,
      ]);
    await changes.change(coordinator, shareId, wanted);
    expect((await refusal(changes.change(coordinator, shareId, wanted))).code).toBe('object/stale');
    await changes.revoke(coordinator, shareId, '试');
    expect((await refusal(changes.change(coordinator, shareId, { ...wanted, version: 3 }))).code).toBe('share/revoked');
  });
});

it('an end that somebody set stays when the session moves; the usual end moves with it', async () => {
  const { session, px } = await shared({ with: ['beichen', 'shenshui'] });
  const rows = await world.rows<{ id: string; px: string }>(
    'SELECT id, px_code AS px FROM shares WHERE session_id = $1',
    [session.id],
  );
  const byHand = rows.find((row) => row.px === px)?.id ?? '';
  await changes.change(coordinator, byHand, { version: 1, sections: ALL, expiresAt: '2026-11-25T10:00:00.000Z' });
  const { version } = await world.get(SessionReadingService).read(coordinator, session.id);
  await world.get(SessionPlanningService).move(coordinator, session.id, {
    version,
    startsAt: '2026-11-24T06:00:00.000Z',
    minutes: 90,
    roomId: await world.roomId('MEETING_ROOM'),
  });
  const ends = await world.rows<{ id: string; until: Date }>(
    'SELECT id, expires_at AS until FROM shares WHERE session_id = $1',
    [session.id],
  );
  expect(ends.find(({ id }) => id === byHand)?.until).toEqual(new Date('2026-11-25T10:00:00Z'));
  expect(ends.find(({ id }) => id !== byHand)?.until).toEqual(new Date('2026-11-26T07:30:00Z'));
});

describe('when an agreement ends', () => {
  it('everything shared under it ends at once, although who ends it sees no case', async () => {
    const { px, shareId, caseNo } = await shared();
    const other = await shared({ with: ['shenshui'] });
    const administrator = await world.actor('administrator');
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>(
      'SELECT partnership_id AS id FROM shares WHERE id = $1',
      [shareId],
    );
    const ended = await world.database.write(administrator, (tx) => endSharesUnder(tx, id, '协议终止'));
    expect(ended).toBeGreaterThan(0);
    expect((await refusal(portal().readCase(expert, px))).code).toBe('object/not-found');
    await expect(portal().readCase(await world.actor('shenshui-expert'), other.px)).resolves.toMatchObject({
      px: other.px,
    });
    expect(await world.rows(`SELECT state FROM obligations WHERE subject_id = $1`, [shareId])).toEqual([
      { state: 'CANCELLED' },
    ]);
    const view = await world.get(CaseReadingService).read(coordinator, caseNo);
    expect(view.shares[0]).toMatchObject({ state: 'REVOKED', revokeReason: '协议终止' });
  });

  it('is not done by somebody to whom the shares are not known', async () => {
    const { shareId } = await shared();
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>(
      'SELECT partnership_id AS id FROM shares WHERE id = $1',
      [shareId],
    );
    const denied = world.database.write(await world.actor('security'), (tx) => endSharesUnder(tx, id, '试'));
    expect((await refusal(denied)).code).toBe('access/denied');
  });
});
