import { checklist, completeness as completenessView, type ChecklistItem } from '@consilium/contracts';
import { acceptedCase, caseInTriage, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService, OpinionsService } from '../cases/index.js';
import { ChecklistsService } from '../checklists/index.js';
import { ReminderDeliveryService } from '../reminders/index.js';
import { CompletenessService } from './index.js';

let world: TestWorld;
let completeness: CompletenessService;
let checklists: ChecklistsService;
let coordinator: Actor;
let owner: Actor;
let ordinal = 400;
const next = () => (ordinal += 1);

beforeAll(async () => {
  world = await testWorld();
  completeness = world.get(CompletenessService);
  checklists = world.get(ChecklistsService);
  coordinator = await world.actor('coordinator');
  owner = await world.actor('urology-2');
});
afterAll(() => world.close());

const support = { stance: 'support', text: '同意。', needs: '', answers: [], version: 0 } as const;
const answer = async (caseNo: string, account: string, code: string) =>
  world
    .get(OpinionsService)
    .submit(await world.actor(account), caseNo, await world.departmentId(code), { ...support, answers: [] });
const set = (caseNo: string, code: string, state: 'MISSING' | 'VERIFIED' | 'WAIVED', reason = '', as = owner) =>
  completeness.read(as, caseNo).then(({ items }) =>
    completeness.setItem(as, caseNo, code, {
      version: items.find((item) => item.code === code)?.version ?? 0,
      state,
      factOn: null,
      reason,
    }),
  );
const stateOf = async (caseNo: string) => (await world.get(CaseReadingService).read(owner, caseNo)).state;

describe('the completeness of a case', () => {
  it('is read from the record as soon as the case is triaged', async () => {
    const { caseNo } = await caseInTriage(world, { ordinal: next() });
    const seen = completenessView.parse(await completeness.read(owner, caseNo));
    expect(seen.checklistNumber).toBe(1);
    expect(seen).toMatchObject({ mandatory: seen.mandatoryDone, maySet: true, mayChase: true, chase: [] });
    expect(seen.items.find(({ code }) => code === 'pelvic-mri')).toMatchObject({
      state: 'RECEIVED',
      factOn: '2026-11-09',
      setBy: null,
    });
    expect(seen.items.find(({ code }) => code === 'asa')).toMatchObject({ state: 'MISSING', mandatory: false });
  });

  it('is one of the two gates before READY; the other are the opinions', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: next(), required: ['urology'] });
    await set(caseNo, 'pathology', 'MISSING');
    // The record says that there is pathology, so that saying otherwise does not stand.
    expect((await completeness.read(owner, caseNo)).complete).toBe(false);
    await world.rows(`UPDATE cases SET imaging = '[]' WHERE case_no = $1`, [caseNo]);
    await answer(caseNo, 'urology-2', 'urology');
    expect(await stateOf(caseNo)).toBe('PREPARING');
    expect((await completeness.read(owner, caseNo)).opinionsMissing).toBe(0);
    expect((await refusal(set(caseNo, 'pelvic-mri', 'WAIVED'))).extras.errors).toEqual([
      { field: 'reason', code: 'waive-reason' },
    ]);
    const waived = await set(caseNo, 'pelvic-mri', 'WAIVED', '体内有起搏器');
    expect(waived.complete).toBe(true);
    expect(waived.items.find(({ code }) => code === 'pelvic-mri')).toMatchObject({
      done: true,
      setBy: owner.name,
      reason: '体内有起搏器',
    });
    expect(await stateOf(caseNo)).toBe('READY');
    await set(caseNo, 'pelvic-mri', 'MISSING');
    expect(await stateOf(caseNo)).toBe('PREPARING');
  });

  it('refuses an item that somebody set meanwhile, and whoever has no part in the case', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: next(), required: ['urology'] });
    const wanted = { state: 'VERIFIED', factOn: null, reason: '' } as const;
    await completeness.setItem(owner, caseNo, 'asa', { version: 1, ...wanted });
    const stale = await refusal(completeness.setItem(owner, caseNo, 'asa', { version: 1, ...wanted }));
    expect(stale).toMatchObject({ code: 'object/stale', extras: { currentVersion: 2 } });
    const future = { ...wanted, version: 2, factOn: '2027-01-01' };
    expect((await refusal(completeness.setItem(owner, caseNo, 'asa', future))).extras.errors).toEqual([
      { field: 'factOn', code: 'in-the-future' },
    ]);
    const stranger = await world.actor('nutrition-1');
    expect((await refusal(completeness.read(stranger, caseNo))).code).toBe('object/not-found');
    expect((await refusal(completeness.setItem(owner, caseNo, 'nothing', { version: 1, ...wanted }))).code).toBe(
      'object/not-found',
    );
  });

  it('chases everyone who owes once, not again within the hour, and stops when it is there', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: next(), required: ['urology'] });
    expect((await refusal(completeness.chase(coordinator, caseNo))).code).toBe('completeness/nothing-to-chase');
    const imaging = `[{"modality": "超声", "examinedOn": "2026-11-10", "finding": "占位"}]`;
    await world.rows(`UPDATE cases SET imaging = $2, pathology = '[]' WHERE case_no = $1`, [caseNo, imaging]);
    const preview = await completeness.read(coordinator, caseNo);
    expect(preview.chase.map(({ name, items }) => [name, items.length])).toEqual([[owner.name, 2]]);
    const { told, completeness: after } = await completeness.chase(coordinator, caseNo);
    expect(told).toBe(1);
    expect(after.chase[0]?.notBefore).not.toBeNull();
    expect(await refusal(completeness.chase(coordinator, caseNo))).toMatchObject({
      code: 'completeness/chased-lately',
    });
    const delivery = world.get(ReminderDeliveryService);
    for (const { id } of await delivery.waiting(0)) await delivery.deliver(id);
    const notified = await world.rows<{ person: string }>(
      `SELECT person_id AS person FROM notifications WHERE kind = 'MATERIAL'`,
    );
    expect(notified).toEqual([{ person: owner.personId }]);
    const steps = await world.rows<{ step: string; audience: string }>(
      `SELECT r.step, r.audience FROM reminders r JOIN obligations o ON o.id = r.obligation_id
       WHERE o.kind = 'MATERIAL' AND r.state = 'SCHEDULED' ORDER BY r.fire_at`,
    );
    expect(steps).toEqual([
      { step: 'DAY_1', audience: 'PERSON' },
      { step: 'DAY_2', audience: 'PERSON' },
      { step: 'DAY_3', audience: 'PERSONS_DEPARTMENT_LEAD' },
    ]);
    world.clock.set(new Date(world.clock.now().getTime() + 61 * 60_000));
    expect((await completeness.chase(coordinator, caseNo)).told).toBe(1);
    await set(caseNo, 'pelvic-mri', 'WAIVED', '不能配合');
    const open = () => world.rows(`SELECT 1 FROM obligations WHERE kind = 'MATERIAL' AND state = 'OPEN'`);
    expect(await open()).toHaveLength(1);
    await set(caseNo, 'pathology', 'WAIVED', '活检风险过高');
    expect(await open()).toEqual([]);
  });
});

describe('the checklists of a centre', () => {
  const asa = (items: readonly ChecklistItem[]) =>
    items.map((item) => (item.code === 'asa' ? { ...item, mandatory: true } : item));

  it('are made in versions: cases taken in from then on follow the latest, earlier ones keep theirs', async () => {
    const earlier = await acceptedCase(world, { ordinal: next(), required: ['urology'] });
    const { items } = await checklists.list(coordinator);
    const before = items.map((one) => checklist.parse(one)).find(({ tumourType }) => tumourType === 'SOFT_TISSUE');
    if (!before) throw new Error('no checklist');
    expect(before.impact.keeping).toBeGreaterThan(0);
    const changed = await checklists.change(coordinator, 'SOFT_TISSUE', {
      version: before.version,
      items: asa(before.items),
      note: 'ASA 必填',
    });
    expect(changed).toMatchObject({ number: 2, madeBy: coordinator.name, mayChange: true });
    const later = await caseInTriage(world, { ordinal: next() });
    expect((await completeness.read(owner, later.caseNo)).checklistNumber).toBe(2);
    expect((await completeness.read(owner, later.caseNo)).mandatoryDone).toBeLessThan(changed.items.length);
    expect((await completeness.read(owner, earlier.caseNo)).checklistNumber).toBe(1);
    const restored = await checklists.restore(coordinator, 'SOFT_TISSUE', {
      version: changed.version,
      number: 1,
      note: '',
    });
    expect(restored).toMatchObject({ number: 3, items: before.items });
    expect((await checklists.versions(coordinator, 'SOFT_TISSUE')).items.map(({ number }) => number)).toEqual([
      3, 2, 1,
    ]);
  });

  it('refuse what was changed meanwhile, codes twice, unknown departments, and whoever does not keep them', async () => {
    const { items } = await checklists.list(coordinator);
    const one = items.find(({ tumourType }) => tumourType === 'BONE');
    if (!one) throw new Error('no checklist');
    const [first] = one.items;
    if (!first) throw new Error('an empty checklist');
    const change = (actor: Actor, version: number, list: ChecklistItem[]) =>
      checklists.change(actor, 'BONE', { version, items: list, note: '试' });
    expect((await refusal(change(coordinator, one.version + 1, one.items))).code).toBe('object/stale');
    const wrong = [first, first, { ...first, code: 'x', owner: 'DEPARTMENT' as const, departmentCode: 'nowhere' }];
    expect((await refusal(change(coordinator, one.version, wrong))).extras.errors).toEqual([
      { field: 'items.1.code', code: 'duplicate' },
      { field: 'items.2.departmentCode', code: 'unknown' },
    ]);
    expect((await refusal(change(owner, one.version, one.items))).code).toBe('access/denied');
    expect((await refusal(checklists.restore(coordinator, 'BONE', { version: 1, number: 7, note: '' }))).code).toBe(
      'request/invalid',
    );
  });
});
