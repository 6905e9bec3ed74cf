import { disclosureLine, disclosedContent, shareLine } from '@consilium/contracts';
import { refusal, sharedCase, testWorld, type SharedCase, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { RemotePortalService } from './remote-portal.service.js';
import { ShareChangeService } from './share-change.service.js';
import { ShareExportService } from './share-export.service.js';
import { ShareReadingService } from './share-reading.service.js';

let world: TestWorld;
let reading: ShareReadingService;
let coordinator: Actor;
let auditor: Actor;
let open: SharedCase;
let withdrawn: SharedCase;

beforeAll(async () => {
  world = await testWorld();
  reading = world.get(ShareReadingService);
  coordinator = await world.actor('coordinator');
  auditor = await world.actor('auditor');
  open = await sharedCase(world, { ordinal: 701, sections: ['SUMMARY', 'QUESTIONS', 'IMAGING'] });
  withdrawn = await sharedCase(world, { ordinal: 702, with: ['shenshui'] });
  await world.get(RemotePortalService).readCase(await world.actor('beichen-expert'), open.px);
  await world.get(ShareChangeService).revoke(coordinator, withdrawn.shareId, '患者张示例702要求');
});
afterAll(() => world.close());

const current = { which: 'current', limit: 50 } as const;
const ended = { which: 'ended', limit: 50 } as const;

describe('the list of what is shared', () => {
  it('says with whom, what of it, until when, on which grounds and how often it was opened', async () => {
    const { items, nextCursor } = await reading.list(coordinator, current);
    expect(shareLine.array().parse(items)).toEqual(items);
    expect(items).toMatchObject([
      {
        caseNo: open.caseNo,
        pxCode: open.px,
        state: 'ACTIVE',
        canReadCase: true,
        hospital: { shortName: { zh: '北辰' } },
        session: { id: open.session.id },
        sections: ['SUMMARY', 'QUESTIONS', 'IMAGING'],
        consent: { kind: 'TELEMEDICINE', form: 'PAPER', state: 'IN_FORCE' },
        openings: 1,
        revokedAt: null,
        availableActions: ['revoke', 'change'],
      },
    ]);
    expect(nextCursor).toBeNull();
    const after = await reading.list(coordinator, ended);
    expect(after.items).toMatchObject([
      { pxCode: withdrawn.px, state: 'REVOKED', revokeReason: '患者张示例702要求', openings: 0, availableActions: [] },
    ]);
  });

  it.each(['auditor', 'administrator'])('tells %s no more than numbers and grounds', async (account) => {
    const actor = await world.actor(account);
    const { items } = await reading.list(actor, ended);
    expect(items).toMatchObject([
      { caseNo: withdrawn.caseNo, pxCode: withdrawn.px, canReadCase: false, revokeReason: null, availableActions: [] },
    ]);
    const [row] = await world.rows<{ diagnosis: string }>('SELECT diagnosis FROM cases WHERE case_no = $1', [
      withdrawn.caseNo,
    ]);
    expect(JSON.stringify([items, await reading.disclosures(actor, { limit: 50 })])).not.toContain(row?.diagnosis);
  });

  it('offers medical affairs nothing that they may not do', async () => {
    const { items } = await reading.list(await world.actor('medical-affairs'), current);
    expect(items).toMatchObject([{ canReadCase: true, availableActions: [] }]);
  });

  it('is for those who hold it alone', async () => {
    for (const account of ['urology-2', 'chair', 'quality', 'security', 'beichen-expert']) {
      const actor = await world.actor(account);
      for (const asked of [
        reading.list(actor, current),
        reading.disclosures(actor, { limit: 50 }),
        reading.sessions(actor),
        world.get(ShareExportService).export(actor, { reason: '试', which: 'current', filters: {} }),
      ])
        expect([account, (await refusal(asked)).code]).toEqual([account, 'access/denied']);
    }
  });

  it('is filtered by hospital, case, session and period, a page at a time', async () => {
    const pxOf = async (query: Partial<Parameters<typeof reading.list>[1]>) =>
      (await reading.list(auditor, { ...current, ...query })).items.map(({ pxCode }) => pxCode);
    expect(await pxOf({ hospital: await world.hospitalId('shenshui') })).toEqual([]);
    expect(await pxOf({ hospital: await world.hospitalId('beichen') })).toEqual([open.px]);
    expect(await pxOf({ case: open.caseNo })).toEqual([open.px]);
    expect(await pxOf({ case: open.px })).toEqual([open.px]);
    expect(await pxOf({ case: 'P26-9999' })).toEqual([]);
    expect(await pxOf({ session: withdrawn.session.id })).toEqual([]);
    expect(await pxOf({ session: withdrawn.session.id, which: 'ended' })).toEqual([withdrawn.px]);
    expect(await pxOf({ to: '2026-11-01T00:00:00Z' })).toEqual([]);
    expect(await pxOf({ from: '2030-01-01T00:00:00Z' })).toEqual([]);
    const third = await sharedCase(world, { ordinal: 703 });
    const first = await reading.list(auditor, { ...current, limit: 1 });
    expect(first.items.map(({ pxCode }) => pxCode)).toEqual([third.px]);
    const second = await reading.list(auditor, { ...current, limit: 1, cursor: first.nextCursor ?? undefined });
    expect(second.items.map(({ pxCode }) => pxCode)).toEqual([open.px]);
    await world.get(ShareChangeService).revoke(coordinator, third.shareId, '试');
  });
});

describe('the disclosure log', () => {
  it('says who received what, when, on which consent and agreement, and which content that was', async () => {
    const { items } = await reading.disclosures(auditor, { limit: 50 });
    expect(disclosureLine.array().parse(items)).toEqual(items);
    expect(items).toMatchObject([
      {
        kind: 'CASE',
        person: (await world.actor('beichen-expert')).name,
        hospital: { shortName: { zh: '北辰' } },
        caseNo: open.caseNo,
        pxCode: open.px,
        sections: ['SUMMARY', 'QUESTIONS', 'IMAGING'],
        consent: { kind: 'TELEMEDICINE' },
        contentVersion: 1,
        canOpen: false,
      },
    ]);
    expect(items[0]?.agreementNo).not.toBeNull();
    expect(items[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows what was received to who may open the case, on record, and to nobody else', async () => {
    const [line] = (await reading.disclosures(coordinator, { limit: 50 })).items;
    expect(line?.canOpen).toBe(true);
    const disclosed = await reading.disclosed(coordinator, line?.id ?? '');
    expect(disclosedContent.parse(disclosed.content)).toEqual(disclosed.content);
    expect(disclosed.content).toMatchObject({ sections: ['SUMMARY', 'QUESTIONS', 'IMAGING'], wishes: null });
    expect(JSON.stringify(disclosed.content)).not.toContain('张示例701');
    expect(
      await world.rows(`SELECT 1 FROM audit_events WHERE action = 'disclosure.opened' AND object_id = $1`, [line?.id]),
    ).toHaveLength(1);
    for (const account of ['auditor', 'administrator', 'mental-health-1', 'beichen-expert'])
      expect([account, (await refusal(reading.disclosed(await world.actor(account), line?.id ?? ''))).code]).toEqual([
        account,
        'object/not-found',
      ]);
  });

  it('goes out as CSV for a reason that is on record', async () => {
    const exporting = world.get(ShareExportService);
    const shares = await exporting.export(auditor, { reason: '年度检查', which: 'ended', filters: {} });
    expect(shares.csv).toContain('已撤回,');
    expect(shares.csv).toContain(withdrawn.px);
    expect(shares.csv).not.toContain('张示例');
    const log = await exporting.export(auditor, {
      reason: '年度检查',
      which: 'disclosures',
      filters: { case: open.px },
    });
    expect(log).toMatchObject({ rows: 1, isComplete: true });
    expect(log.csv).toContain('诊断与摘要; 请答问题; 影像所见');
    const lines = await world.rows<{ detail: object }>(
      `SELECT detail FROM audit_events WHERE action = 'share.exported' ORDER BY id`,
    );
    expect(lines.map(({ detail }) => detail)).toMatchObject([
      { reason: '年度检查', which: 'ended' },
      { reason: '年度检查', which: 'disclosures', rows: 1, filters: { case: open.px } },
    ]);
  });
});
