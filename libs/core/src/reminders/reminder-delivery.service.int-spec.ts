import {
  acceptedCase,
  recordedConsent,
  referredCase,
  scheduledSession,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgendaService } from '../consult-sessions/index.js';
import { TriageService } from '../cases/index.js';
import { closeObligation } from './obligations.js';
import { ReminderDeliveryService } from './reminder-delivery.service.js';

const HOUR = 3_600_000;
let world: TestWorld;
let delivery: ReminderDeliveryService;

beforeAll(async () => {
  world = await testWorld();
  delivery = world.get(ReminderDeliveryService);
});
afterAll(() => world.close());

/** The reminder of a step of what is owed of a case. */
async function reminderOf(caseNo: string, kind: string, step: string, department?: string): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    `SELECT r.id FROM reminders r JOIN obligations o ON o.id = r.obligation_id LEFT JOIN cases c ON c.id = o.case_id LEFT JOIN departments d ON d.id = o.department_id
     WHERE c.case_no = $1 AND o.kind = $2 AND r.step = $3 AND r.state = 'SCHEDULED' AND ($4::text IS NULL OR d.code = $4)`,
    [caseNo, kind, step, department ?? null],
  );
  if (!row) throw new Error(`no reminder ${kind} ${step}`);
  return row.id;
}
/** Accounts that were told by a reminder. */
const toldBy = async (reminderId: string) =>
  (
    await world.rows<{ username: string }>(
      'SELECT a.username FROM notifications n JOIN accounts a ON a.person_id = n.person_id WHERE n.reminder_id = $1 ORDER BY 1',
      [reminderId],
    )
  ).map(({ username }) => username);
const stateOf = async (reminderId: string) =>
  (await world.rows<{ state: string }>('SELECT state FROM reminders WHERE id = $1', [reminderId]))[0]?.state;
const goTo = async (reminderId: string) => {
  const [row] = await world.rows<{ fireAt: Date }>('SELECT fire_at AS "fireAt" FROM reminders WHERE id = $1', [
    reminderId,
  ]);
  if (row) world.clock.set(row.fireAt);
};
const deliver = async (caseNo: string, kind: string, step: string, department?: string) => {
  const reminder = await reminderOf(caseNo, kind, step, department);
  await goTo(reminder);
  await delivery.deliver(reminder);
  return toldBy(reminder);
};

describe('delivering a reminder', () => {
  it('tells each person once, whoever wakes it and however many at once', async () => {
    const reminder = await reminderOf(await referredCase(world, { ordinal: 41 }), 'TRIAGE', 'OPENED');
    await Promise.all(Array.from({ length: 4 }, () => delivery.deliver(reminder)));
    await delivery.deliver(reminder);
    expect(await toldBy(reminder)).toEqual(['coordinator']);
    expect(await stateOf(reminder)).toBe('DELIVERED');
    const announced = await world.rows(`SELECT 1 AS one FROM outbox WHERE topic = 'notification' AND key = $1`, [
      (await world.actor('coordinator')).personId,
    ]);
    expect(announced).toHaveLength(1);
  });

  it('waits for its time', async () => {
    const reminder = await reminderOf(await referredCase(world, { ordinal: 42 }), 'TRIAGE', 'DUE');
    await delivery.deliver(reminder);
    expect(await stateOf(reminder)).toBe('SCHEDULED');
    await goTo(reminder);
    await delivery.deliver(reminder);
    expect(await toldBy(reminder)).toEqual(['coordinator']);
  });

  it('is silent once the thing is done, also where only the obligation says so', async () => {
    const caseNo = await referredCase(world, { ordinal: 43 });
    const reminder = await reminderOf(caseNo, 'TRIAGE', 'OPENED');
    const coordinator = await world.actor('coordinator');
    await world.database.write(coordinator, async (tx) => {
      const { id } = await tx.one<{ id: string }>('SELECT id FROM cases WHERE case_no = $1', [caseNo]);
      await closeObligation(tx, 'TRIAGE', id, 'DONE');
      await tx.query(`UPDATE reminders SET state = 'SCHEDULED', closed_at = NULL WHERE id = $1`, [reminder]);
    });
    await delivery.deliver(reminder);
    expect(await toldBy(reminder)).toEqual([]);
    expect(await stateOf(reminder)).toBe('SCHEDULED');
  });

  it('lists what waits, soonest first, and nothing beyond the horizon', async () => {
    const caseNo = await referredCase(world, { ordinal: 44, urgency: 'URGENT' });
    const [opened, due, escalated] = await Promise.all(
      ['OPENED', 'DUE', 'AFTER_4H'].map((step) => reminderOf(caseNo, 'TRIAGE', step)),
    );
    const ids = async (hours: number) => (await delivery.waiting(hours * HOUR)).map(({ id }) => id);
    expect(await ids(1)).toContain(opened);
    expect(await ids(1)).not.toContain(due);
    expect((await ids(3)).indexOf(opened ?? '')).toBeLessThan((await ids(3)).indexOf(due ?? ''));
    expect(await ids(48)).toContain(escalated);
  });
});

describe('who is told', () => {
  it('of a referral: the coordinator, and the centre director when it is late', async () => {
    const caseNo = await referredCase(world, { ordinal: 45 });
    expect(await deliver(caseNo, 'TRIAGE', 'OPENED')).toEqual(['coordinator']);
    expect(await deliver(caseNo, 'TRIAGE', 'AFTER_4H')).toEqual(['director']);
  });

  it('of missing information: the owner, then the lead of the owner’s department', async () => {
    const caseNo = await referredCase(world, { ordinal: 46, owner: 'urology-3' });
    const coordinator = await world.actor('coordinator');
    const triage = world.get(TriageService);
    const { version } = await triage.takeInTriage(coordinator, caseNo, { version: 1 });
    await triage.requestInformation(coordinator, caseNo, {
      version,
      missing: '缺少盆腔 MRI 原始影像',
      dueAt: new Date(world.clock.now().getTime() + 48 * HOUR).toISOString(),
    });
    expect(await deliver(caseNo, 'INFORMATION', 'OPENED')).toEqual(['urology-3']);
    expect(await deliver(caseNo, 'INFORMATION', 'AFTER_24H')).toEqual(['urology-1']);
  });

  it('of an opinion: the whole department, then its lead, then the centre director', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: 47, required: ['urology', 'pathology'] });
    expect(await deliver(caseNo, 'OPINION', 'OPENED', 'urology')).toEqual(['urology-1', 'urology-2', 'urology-3']);
    expect(await deliver(caseNo, 'OPINION', 'DUE', 'pathology')).toEqual(['pathology-1']);
    expect(await deliver(caseNo, 'OPINION', 'AFTER_4H', 'urology')).toEqual(['urology-1']);
    expect(await deliver(caseNo, 'OPINION', 'AFTER_24H', 'urology')).toEqual(['director']);
  });

  it('of a new colleague’s department: them too, from the first day of the membership, and no longer after its last', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: 48, required: ['urology'] });
    const reminder = await reminderOf(caseNo, 'OPINION', 'HALF_TIME', 'urology');
    await goTo(reminder);
    const today = world.clock.now().toISOString().slice(0, 10);
    await world.database.write(await world.actor('coordinator'), async (tx) => {
      await tx.query(
        `UPDATE memberships SET valid_to = $1::date - 1 WHERE role = 'DEPT_MEMBER' AND person_id = (SELECT person_id FROM accounts WHERE username = 'urology-3')`,
        [today],
      );
      await tx.query(
        `INSERT INTO memberships (id, person_id, hospital_id, department_id, role, valid_from)
         SELECT $2, a.person_id, d.hospital_id, d.id, 'DEPT_MEMBER', $1::date FROM accounts a, departments d WHERE a.username = 'plastic-1' AND d.code = 'urology'`,
        [today, tx.newId()],
      );
    });
    await delivery.deliver(reminder);
    expect(await toldBy(reminder)).toEqual(['plastic-1', 'urology-1', 'urology-2']);
  });

  it('of an escalation that has no one to go to: the coordinator', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: 49, required: ['pain-medicine'] });
    const reminder = await reminderOf(caseNo, 'OPINION', 'AFTER_4H', 'pain-medicine');
    await world.database.write(await world.actor('coordinator'), (tx) =>
      tx.query(
        `UPDATE memberships SET valid_to = valid_from WHERE role = 'DEPT_LEAD' AND department_id = (SELECT id FROM departments WHERE code = 'pain-medicine')`,
      ),
    );
    await goTo(reminder);
    await delivery.deliver(reminder);
    expect(await toldBy(reminder)).toEqual(['coordinator']);
  });

  it('of a linked session and what is asked of another hospital: its experts, by the px code and never by our case number', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: 50, required: ['urology'] });
    await recordedConsent(world, caseNo);
    const session = await scheduledSession(world, { linked: ['beichen'], inHours: 75 });
    await world.get(AgendaService).addCase(await world.actor('coordinator'), session.id, {
      version: session.version,
      caseNo,
      minutes: 20,
      shareWithHospitalIds: session.linkedHospitals.map(({ hospitalId }) => hospitalId),
    });
    expect(await deliver(caseNo, 'REMOTE_OPINION', 'OPENED')).toEqual(['beichen-expert']);
    const [opened] = await world.rows<{ id: string }>(
      `SELECT r.id FROM reminders r JOIN obligations o ON o.id = r.obligation_id WHERE o.kind = 'SESSION' AND o.session_id = $1 AND r.step = 'OPENED' AND r.state = 'SCHEDULED'`,
      [session.id],
    );
    await delivery.deliver(opened?.id ?? '');
    expect(await toldBy(opened?.id ?? '')).toEqual(['beichen-expert', 'chair', 'recorder']);

    const expert = await world.actor('beichen-expert');
    const received = await world.rows<{ parameters: object; path: string }>(
      'SELECT parameters, path FROM notifications WHERE person_id = $1 ORDER BY path',
      [expert.personId],
    );
    const [share] = await world.rows<{ px: string }>('SELECT px_code AS px FROM shares');
    expect(received.map(({ path }) => path)).toEqual(['/remote', `/remote/cases/${share?.px}`]);
    expect(JSON.stringify(received)).not.toContain(caseNo);
    expect(JSON.stringify(received)).toContain(share?.px);
  });
});

it('a hospital without a mail server lays down no mails', async () => {
  expect(world.config.SMTP_URL).toBeUndefined();
  expect(await world.rows('SELECT id FROM notifications')).not.toEqual([]);
  expect(await world.rows('SELECT id FROM mails')).toEqual([]);
});
