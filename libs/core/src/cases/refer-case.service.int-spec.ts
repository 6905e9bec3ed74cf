import { acceptedCase, referralOf, referredCase, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReferCaseService } from './refer-case.service.js';

let world: TestWorld;
let refer: ReferCaseService;
beforeAll(async () => {
  world = await testWorld();
  refer = world.get(ReferCaseService);
});
afterAll(() => world.close());

const count = async (table: string): Promise<number> => {
  const [row] = await world.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return row?.count ?? -1;
};

describe('referring a case', () => {
  it('opens a case that waits for triage until the next working day, and tells the coordinators', async () => {
    const caseNo = await referredCase(world, { ordinal: 10 });
    expect(caseNo).toMatch(/^P26-\d{4,6}$/);
    const [row] = await world.rows<Record<string, unknown>>(
      `SELECT c.state, c.risk, c.version, b.kind, b.role, b.state AS owed, b.due_at AS "dueAt", p.masked_name AS "maskedName",
         (SELECT count(*)::int FROM reminders m WHERE m.obligation_id = b.id AND m.audience = 'COORDINATOR') AS reminders
       FROM cases c JOIN patients p ON p.id = c.patient_id JOIN obligations b ON b.subject_id = c.id WHERE c.case_no = $1`,
      [caseNo],
    );
    expect(row).toMatchObject({
      state: 'REFERRED',
      version: 1,
      kind: 'TRIAGE',
      role: 'COORDINATOR',
      owed: 'OPEN',
      maskedName: '张**',
      dueAt: new Date('2026-11-19T01:00:00Z'),
    });
    expect(row?.['reminders']).toBeGreaterThan(0);
  });

  it('keeps beside each department the rules that name it', async () => {
    const caseNo = await referredCase(world, { ordinal: 11, required: ['urology', 'nephrology'] });
    const reasons = await world.rows<{ code: string; state: string; rules: string[] }>(
      `SELECT d.code, p.state, ARRAY(SELECT r ->> 'rule' FROM jsonb_array_elements(p.reasons) r) AS rules
       FROM participations p JOIN departments d ON d.id = p.department_id JOIN discussion_rounds r ON r.id = p.round_id
         JOIN cases c ON c.id = r.case_id WHERE c.case_no = $1 ORDER BY d.code DESC`,
      [caseNo],
    );
    expect(reasons.map(({ code, state }) => [code, state])).toEqual([
      ['urology', 'PROPOSED'],
      ['nephrology', 'PROPOSED'],
    ]);
    expect(reasons[0]?.rules).not.toContain('by-hand');
    expect(reasons[1]?.rules).toEqual(['by-hand']);
  });

  it('refuses departments, structures and days that cannot be, naming each field, and keeps nothing', async () => {
    const before = [
      await count('cases'),
      await count('patients'),
      await count('obligations'),
      await count('audit_events'),
    ];
    const referral = await referralOf(world, '002', 12);
    const foreign = '018f0000-0000-7000-8000-00000000dead';
    const problem = await refusal(
      refer.refer(await world.actor('urology-2'), {
        ...referral,
        clinical: {
          ...referral.clinical,
          structures: [{ code: 'antenna', involvement: 'INVADE' }],
          imaging: [{ modality: 'MRI', examinedOn: '2026-11-19', finding: '肿块' }],
        },
        departments: [
          { departmentId: await world.departmentId('urology'), requirement: 'REQUIRED', reason: '' },
          { departmentId: foreign, requirement: 'REQUIRED', reason: '' },
        ],
      }),
    );
    expect(problem.code).toBe('request/invalid');
    expect(problem.extras.errors).toEqual([
      { field: 'clinical.structures.0.code', code: 'unknown' },
      { field: 'clinical.imaging.0.examinedOn', code: 'in-the-future' },
      { field: 'departments.1.departmentId', code: 'unknown' },
    ]);
    expect([
      await count('cases'),
      await count('patients'),
      await count('obligations'),
      await count('audit_events'),
    ]).toEqual(before);
  });

  it('finds a known patient again, and refuses the number under another name', async () => {
    const owner = await world.actor('urology-2');
    const referral = await referralOf(world, '005', 13);
    const before = await count('patients');
    await refer.refer(owner, referral);
    await refer.refer(owner, { ...referral, patient: { ...referral.patient, phone: '10000009999' } });
    expect(await count('patients')).toBe(before + 1);
    const problem = await refusal(
      refer.refer(owner, { ...referral, patient: { ...referral.patient, name: '李示例13' } }),
    );
    expect(problem.code).toBe('patient/identity-conflict');
  });

  it('registers a patient once when two colleagues refer at the same moment', async () => {
    const referral = await referralOf(world, '005', 14);
    const before = [await count('patients'), await count('cases')];
    const [one, two] = await Promise.all(
      ['urology-2', 'chair'].map(async (account) => refer.refer(await world.actor(account), referral)),
    );
    expect(one?.caseNo).not.toBe(two?.caseNo);
    expect([await count('patients'), await count('cases')]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 2]);
  });

  it('is not for the theatre nurse, nor for the expert of another hospital', async () => {
    const referral = await referralOf(world, '005', 15);
    expect((await refusal(refer.refer(await world.actor('theatre-nurse'), referral))).code).toBe('access/denied');
    expect((await refusal(refer.refer(await world.actor('beichen-expert'), referral))).code).toBe('access/denied');
  });

  it('proposes departments from what is filled in so far', async () => {
    const { clinical } = await referralOf(world, '002', 16);
    const { items } = await refer.propose(await world.actor('urology-2'), {
      ...clinical,
      birthDate: '1950-01-01',
      priorTreatmentKinds: clinical.priorTreatments.map(({ kind }) => kind),
    });
    const proposed = items.map(({ departmentId }) => departmentId);
    expect(proposed).toContain(await world.departmentId('pathology'));
    expect(proposed).toContain(await world.departmentId('colorectal-surgery'));
    for (const { reasons } of items) expect(reasons.length).toBeGreaterThan(0);
  });

  it('leaves nothing that identifies the patient in any table, log or message', async () => {
    await acceptedCase(world, { ordinal: 17 });
    const { patient, clinical } = await referralOf(world, '002', 17);
    const tables = await world.rows<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const holding = async (text: string): Promise<string[]> => {
      const held: string[] = [];
      for (const { name } of tables) {
        const sql = `SELECT 1 FROM ${name} AS r WHERE strpos(r::text, $1) > 0 OR strpos(r::text, $2) > 0 LIMIT 1`;
        if ((await world.rows(sql, [text, Buffer.from(text).toString('hex')])).length > 0) held.push(name);
      }
      return held.toSorted();
    };
    // The search finds what may be read, so that finding nothing means something.
    expect(await holding(clinical.diagnosis)).toEqual(['board_cards', 'case_search', 'cases', 'record_revisions']);
    for (const secret of [patient.name, patient.identityNo, patient.phone, patient.recordNo])
      expect(await holding(secret)).toEqual([]);
  });
});
