import { acceptedCase, PASSWORD, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService, CaseRecordService } from '../cases/index.js';
import { ReminderDeliveryService } from '../reminders/index.js';
import { ConsultAnsweringService } from './consult-answering.service.js';
import { ConsultAskingService } from './consult-asking.service.js';
import { ConsultReadingService } from './consult-reading.service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const words = {
  condition: '盆腔复发灶侵及左侧髂外血管，下肢水肿加重',
  treatment: '抗凝三天，未见好转',
  reason: '术前评估血管重建',
  purpose: '明确能否切除并重建髂外血管',
} as const;

let world: TestWorld;
let asking: ConsultAskingService;
let answering: ConsultAnsweringService;
let reading: ConsultReadingService;
let owner: Actor;
let vascular: Actor;
let vascularId: string;
let ordinal = 400;

beforeAll(async () => {
  world = await testWorld();
  asking = world.get(ConsultAskingService);
  answering = world.get(ConsultAnsweringService);
  reading = world.get(ConsultReadingService);
  owner = await world.actor('urology-2');
  vascular = await world.actor('vascular-1');
  vascularId = await world.departmentId('vascular-surgery');
});
afterAll(() => world.close());

const newCase = async (): Promise<string> => {
  ordinal += 1;
  return (await acceptedCase(world, { ordinal, required: ['urology'] })).caseNo;
};
const sent = async (urgency: 'ROUTINE' | 'URGENT' = 'ROUTINE', caseNo?: string) => {
  const on = caseNo ?? (await newCase());
  const { id } = await asking.send(owner, on, { ...words, urgency, departmentId: vascularId, personId: null });
  return { id, caseNo: on };
};
const codeOf = async (act: Promise<unknown>) => (await refusal(act)).code;
const owed = (id: string) =>
  world.rows<{ kind: string; state: string; dueIn: number }>(
    `SELECT kind, state, extract(epoch FROM due_at - $2::timestamptz)::int / 60 AS "dueIn" FROM obligations WHERE subject_id = $1 ORDER BY id`,
    [id, world.clock.now()],
  );
const stands = async (id: string) => (await owed(id)).map(({ kind, state }) => `${kind} ${state}`);
const deliverAll = async () => {
  const delivery = world.get(ReminderDeliveryService);
  for (const { id } of await delivery.waiting(0)) await delivery.deliver(id);
};
const told = (account: string, id: string) =>
  world.rows<{ kind: string; step: string; path: string }>(
    `SELECT n.kind, n.step, n.path FROM notifications n JOIN accounts a ON a.person_id = n.person_id JOIN reminders r ON r.id = n.reminder_id
       JOIN obligations o ON o.id = r.obligation_id WHERE a.username = $1 AND o.subject_id = $2 ORDER BY n.id`,
    [account, id],
  );

describe('a consult asked of another department', () => {
  it('lets that department look at the case, and nothing else of the house and nobody else', async () => {
    const caseNo = await newCase();
    const cases = world.get(CaseReadingService);
    expect(await codeOf(cases.read(vascular, caseNo))).toBe('object/not-found');
    const { id } = await sent('ROUTINE', caseNo);
    const view = await cases.read(vascular, caseNo);
    expect(view.availableActions).toEqual(['ask-consult', 'write-news']);
    expect((await cases.list(vascular, { limit: 100 })).items.map((item) => item.caseNo)).toContain(caseNo);
    expect(await codeOf(cases.read(await world.actor('plastic-1'), caseNo))).toBe('object/not-found');
    const information = { version: view.version, imaging: [], pathology: [], note: '补充' };
    expect(await codeOf(world.get(CaseRecordService).provideInformation(vascular, caseNo, information))).toBe(
      'access/denied',
    );
    expect(await codeOf(reading.read(await world.actor('plastic-1'), id))).toBe('object/not-found');
  });

  it('goes from the request to the signed opinion and the note of how it was carried out', async () => {
    const { id } = await sent();
    expect(await owed(id)).toEqual([{ kind: 'CONSULT_ROUTINE_DONE', state: 'OPEN', dueIn: 24 * 60 }]);
    expect((await reading.list(vascular, { scope: 'todo', limit: 100 })).items.map((item) => item.id)).toContain(id);
    world.clock.advance(HOUR);
    await answering.accept(vascular, id, { version: 1 });
    expect(await codeOf(answering.answer(vascular, id, { version: 2, opinion: '同意', password: 'wrong one' }))).toBe(
      'signature/wrong-password',
    );
    const { version } = await answering.answer(vascular, id, {
      version: 2,
      opinion: '可行髂外动脉人工血管置换',
      password: PASSWORD,
    });
    expect(await stands(id)).toEqual([
      'CONSULT_ROUTINE_DONE DONE',
      'CONSULT_PROGRESS OPEN',
      'CONSULT_EXECUTION_NOTE OPEN',
    ]);
    const answered = await reading.read(owner, id);
    expect(answered).toMatchObject({
      state: 'ANSWERED',
      availableActions: ['close'],
      metAt: world.clock.now().toISOString(),
    });
    expect(answered.answer).toMatchObject({ opinion: '可行髂外动脉人工血管置换', signedBy: { name: vascular.name } });
    expect(answered.answer?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    await asking.close(owner, id, { version, executionNote: '已按会诊意见完善血管造影' });
    const closed = await reading.read(vascular, id);
    expect(closed).toMatchObject({ state: 'CLOSED', executionNote: '已按会诊意见完善血管造影', availableActions: [] });
    expect(closed.trail.map(({ kind, by }) => [kind, by])).toEqual([
      ['SENT', owner.name],
      ['ACCEPTED', vascular.name],
      ['ANSWERED', vascular.name],
      ['CLOSED', owner.name],
    ]);
    expect((await stands(id)).filter((line) => line.startsWith('CONSULT_E'))).toEqual(['CONSULT_EXECUTION_NOTE DONE']);
  });

  it('keeps its opinion as it was signed, whoever writes past the services', async () => {
    const { id } = await sent();
    await answering.accept(vascular, id, { version: 1 });
    await answering.answer(vascular, id, { version: 2, opinion: '建议手术', password: PASSWORD });
    const past = (sql: string) => world.database.write(owner, (tx) => tx.query(sql, [id]));
    await expect(past(`UPDATE consult_requests SET opinion = '不建议' WHERE id = $1`)).rejects.toThrow(
      'does not change',
    );
    await expect(past('UPDATE consult_requests SET sent_at = now() WHERE id = $1')).rejects.toThrow(
      'permission denied',
    );
    await expect(past('DELETE FROM consult_request_events WHERE consult_request_id = $1')).rejects.toThrow(
      'permission denied',
    );
  });

  it('counts ten minutes on site when it is urgent, and asks for the record at once after', async () => {
    const { id } = await sent('URGENT');
    expect(await owed(id)).toEqual([{ kind: 'CONSULT_URGENT_ARRIVE', state: 'OPEN', dueIn: 10 }]);
    await answering.accept(vascular, id, { version: 1 });
    expect(await codeOf(answering.answer(vascular, id, { version: 2, opinion: '急', password: PASSWORD }))).toBe(
      'consult/not-on-site',
    );
    world.clock.advance(6 * MINUTE);
    await answering.arrive(owner, id, { version: 2, accompaniedBy: '白照野' });
    expect(await reading.read(vascular, id)).toMatchObject({
      arrivedAt: world.clock.now().toISOString(),
      metAt: world.clock.now().toISOString(),
      accompaniedBy: '白照野',
      availableActions: ['answer', 'reassign'],
    });
    expect((await owed(id)).filter(({ state }) => state === 'OPEN')).toContainEqual({
      kind: 'CONSULT_URGENT_RECORD',
      state: 'OPEN',
      dueIn: 30,
    });
  });

  it('calls everybody of the department, then its lead, then medical affairs, by night as by day', async () => {
    world.clock.set(new Date('2026-11-21T17:00:00Z'));
    const { id } = await sent('URGENT');
    await deliverAll();
    expect(await told('vascular-1', id)).toEqual([
      { kind: 'CONSULT_URGENT_ARRIVE', step: 'OPENED', path: `/consults?open=${id}` },
    ]);
    world.clock.advance(5 * MINUTE);
    await deliverAll();
    world.clock.advance(5 * MINUTE);
    await deliverAll();
    expect((await told('vascular-1', id)).map(({ step }) => step)).toEqual(['OPENED', 'BEFORE_5MIN', 'DUE']);
    expect(await told('medical-affairs', id)).toEqual([]);
    world.clock.advance(5 * MINUTE);
    await deliverAll();
    expect((await told('medical-affairs', id)).map(({ step }) => step)).toEqual(['AFTER_5MIN']);
  });

  it('does not nag the department any more to take what is taken, and tells who asked', async () => {
    const { id } = await sent();
    await answering.accept(vascular, id, { version: 1 });
    const [nag] = await world.rows<{ state: string }>(
      `SELECT r.state FROM reminders r JOIN obligations o ON o.id = r.obligation_id WHERE o.subject_id = $1 AND r.step = 'BEFORE_20H'`,
      [id],
    );
    expect(nag).toEqual({ state: 'CANCELLED' });
    await deliverAll();
    expect((await told('urology-2', id)).map(({ kind }) => kind)).toEqual(['CONSULT_PROGRESS']);
    expect(await stands(id)).toContain('CONSULT_PROGRESS DONE');
  });

  it('is declined by the lead with another department named; the department then has no sight of the case', async () => {
    const { id, caseNo } = await sent();
    const decline = { version: 1, reason: '无血管介入设备', departmentId: vascularId };
    expect((await refusal(answering.decline(vascular, id, decline))).extras.errors).toEqual([
      { field: 'departmentId', code: 'unknown' },
    ]);
    const interventional = await world.departmentId('plastic-surgery');
    await answering.decline(vascular, id, { ...decline, departmentId: interventional });
    expect(await stands(id)).toEqual(['CONSULT_ROUTINE_DONE CANCELLED', 'CONSULT_PROGRESS OPEN']);
    expect(await codeOf(reading.read(vascular, id))).toBe('object/not-found');
    expect(await codeOf(world.get(CaseReadingService).read(vascular, caseNo))).toBe('object/not-found');
    expect(await reading.read(owner, id)).toMatchObject({
      state: 'DECLINED',
      alternative: { id: interventional },
      trail: [{ kind: 'SENT' }, { kind: 'DECLINED', note: '无血管介入设备' }],
    });
  });

  it('is taken back by who asked, and by nobody of the department', async () => {
    const { id } = await sent();
    expect(await codeOf(asking.cancel(vascular, id, { version: 1, reason: '忙' }))).toBe('access/denied');
    await asking.cancel(owner, id, { version: 1, reason: '患者已转科' });
    expect(await stands(id)).toEqual(['CONSULT_ROUTINE_DONE CANCELLED']);
    expect(await codeOf(asking.cancel(owner, id, { version: 2, reason: '再次' }))).toBe('consult/wrong-state');
  });

  it('is given to somebody of the same department alone, and its clock goes on', async () => {
    const caseNo = await newCase();
    const chair = await world.actor('chair');
    const { id } = await asking.send(owner, caseNo, {
      ...words,
      urgency: 'ROUTINE',
      departmentId: await world.departmentId('colorectal-surgery'),
      personId: null,
    });
    const before = await reading.read(owner, id);
    expect((await reading.read(chair, id)).assignable.map((one) => one.id)).toContain(chair.personId);
    const outsider = { version: 1, personId: vascular.personId ?? '' };
    expect((await refusal(answering.reassign(chair, id, outsider))).extras.errors).toEqual([
      { field: 'personId', code: 'not-of-department' },
    ]);
    await answering.accept(chair, id, { version: 1 });
    await answering.reassign(chair, id, { version: 2, personId: chair.personId ?? '' });
    expect(await reading.read(owner, id)).toMatchObject({ state: 'SENT', dueAt: before.dueAt, acceptedAt: null });
  });

  it('is open once for a department, is not asked of one’s own, and is changed by one at a time', async () => {
    const { id, caseNo } = await sent();
    const again = { ...words, urgency: 'URGENT', departmentId: vascularId, personId: null } as const;
    expect(await codeOf(asking.send(owner, caseNo, again))).toBe('consult/open-already');
    const own = await refusal(
      asking.send(owner, caseNo, { ...again, departmentId: await world.departmentId('urology') }),
    );
    expect(own.extras.errors).toEqual([{ field: 'departmentId', code: 'own-department' }]);
    const pressed = await Promise.allSettled([
      answering.accept(vascular, id, { version: 1 }),
      answering.accept(vascular, id, { version: 1 }),
    ]);
    expect(pressed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await codeOf(answering.accept(vascular, id, { version: 1 }))).toBe('object/stale');
  });

  it('stands in lists urgent ones first, page after page', async () => {
    const caseNo = await newCase();
    await sent('ROUTINE', caseNo);
    const bone = await world.departmentId('plastic-surgery');
    const urgent = await asking.send(owner, caseNo, {
      ...words,
      urgency: 'URGENT',
      departmentId: bone,
      personId: null,
    });
    const first = await reading.list(owner, { scope: 'sent', case: caseNo, limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual([urgent.id]);
    const next = await reading.list(owner, { scope: 'sent', case: caseNo, limit: 1, cursor: first.nextCursor ?? '' });
    expect(next.items.map(({ urgency }) => urgency)).toEqual(['ROUTINE']);
    expect(next.nextCursor).toBeNull();
    expect((await reading.list(await world.actor('plastic-1'), { scope: 'todo', limit: 100 })).items).toHaveLength(1);
  });

  it('leaves no word of itself in the audit log', async () => {
    const [{ log } = { log: '' }] = await world.rows<{ log: string }>(
      `SELECT string_agg(e::text, ' ') AS log FROM audit_events e`,
    );
    for (const text of [
      ...Object.values(words),
      '可行髂外动脉人工血管置换',
      '已按会诊意见完善血管造影',
      '无血管介入设备',
      '患者已转科',
    ])
      expect(log).not.toContain(text);
  });
});
