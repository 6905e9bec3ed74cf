import type { AuditEvent, AuditLine } from '@consilium/contracts';
import { AuditSealService } from '@consilium/core';
import { acceptedCase, recordedConsent, scheduledSession } from '@consilium/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

let api: ApiWorld;
let auditor: Browser;
let caseNo: string;
let px: string;

beforeAll(async () => {
  api = await apiWorld();
  const coordinator = await api.as('coordinator');
  ({ caseNo } = await acceptedCase(api.world, { ordinal: 90, required: ['urology'] }));
  await recordedConsent(api.world, caseNo);
  const session = await scheduledSession(api.world, { linked: ['beichen'] });
  const { body } = await coordinator
    .post(`/api/sessions/${session.id}/agenda`)
    .send({
      version: session.version,
      caseNo,
      minutes: 20,
      shareWithHospitalIds: session.linkedHospitals.map(({ hospitalId }) => hospitalId),
    })
    .expect(201);
  px = body.agenda[0].sharedWith[0].pxCode;
  const expert = await api.as('beichen-expert');
  await expert.get(`/api/remote/cases/${px}`).expect(200);
  await expert.get(`/api/cases/${caseNo}`);
  await coordinator.get(`/api/cases/${caseNo}`).expect(200);
  await coordinator.post(`/api/cases/${caseNo}/identity`).send({ reason: '核对身份' }).expect(200);
  auditor = await api.as('auditor');
}, 120_000);
afterAll(() => api.close());

async function lines(query: Record<string, string> = {}): Promise<AuditLine[]> {
  const { body } = await auditor.get('/api/audit').query(query).expect(200);
  return body.items;
}

describe('the audit log over HTTP', () => {
  it('is for auditors alone: coordinators, administrators and other hospitals are refused', async () => {
    for (const account of ['coordinator', 'administrator', 'security', 'director', 'chair', 'beichen-expert']) {
      const browser = await api.as(account);
      for (const path of ['/api/audit', '/api/audit/chain', '/api/audit/events/1'])
        expect((await browser.get(path).expect(403)).body.code).toBe('access/denied');
      await browser.post('/api/audit/checks').send({}).expect(403);
      await browser.post('/api/audit/exports').send({ reason: 'x', filters: {} }).expect(403);
    }
  });

  it('lists newest first, with role, source and reason', async () => {
    const all = await lines({ limit: '200' });
    const ids = all.map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(all.find(({ action }) => action === 'identity.revealed')).toMatchObject({
      roles: expect.arrayContaining(['COORDINATOR']),
      caseNo,
      reason: '核对身份',
      source: expect.stringContaining('127.0.0.1'),
    });
  });

  it('pages by key, each line once', async () => {
    const whole = await lines({ limit: '20', action: 'case.' });
    const first = await auditor.get('/api/audit').query({ limit: '3', action: 'case.' }).expect(200);
    const second = await auditor
      .get('/api/audit')
      .query({ limit: '3', action: 'case.', cursor: first.body.nextCursor })
      .expect(200);
    expect([...first.body.items, ...second.body.items]).toEqual(whole.slice(0, 6));
  });

  it('finds what was done to a case, also by the other hospital and by whom it was refused', async () => {
    const found = await lines({ case: caseNo, limit: '200' });
    const actions = found.map(({ action }) => action);
    for (const action of ['case.referred', 'case.shared', 'shared-case.opened', 'identity.revealed', 'access.refused'])
      expect(actions).toContain(action);
    expect(found.filter(({ action }) => action !== 'access.refused').map((line) => line.caseNo)).not.toContain(null);
    expect((await lines({ case: px })).map(({ action }) => action)).toContain('shared-case.opened');
    expect(await lines({ case: 'P26-9999' })).toEqual([]);
  });

  it('filters by person, action, result and time', async () => {
    const expert = await api.world.actor('beichen-expert');
    const byExpert = await lines({ actor: expert.personId ?? '' });
    expect(new Set(byExpert.map(({ actor }) => actor))).toEqual(new Set([expert.name]));
    expect((await lines({ actor: expert.name.slice(0, 2) })).length).toBeGreaterThanOrEqual(byExpert.length);
    expect(new Set((await lines({ action: 'case.shared,consent.recorded' })).map(({ action }) => action))).toEqual(
      new Set(['case.shared', 'consent.recorded']),
    );
    expect(new Set((await lines({ outcome: 'REFUSED' })).map(({ outcome }) => outcome))).toEqual(new Set(['REFUSED']));
    expect(await lines({ to: '2026-11-18T00:59:59Z', from: '2026-11-18T00:00:00Z' })).toEqual([]);
    expect(await lines({ actor: '%' })).toEqual([]);
  });

  it('names the field that is wrong and changes nothing', async () => {
    for (const [field, value] of [
      ['case', '张三'],
      ['action', 'x'],
      ['outcome', 'MAYBE'],
      ['from', 'yesterday'],
      ['cursor', 'abc'],
      ['limit', '1000'],
    ] as const) {
      const { body } = await auditor
        .get('/api/audit')
        .query({ [field]: value })
        .expect(422);
      expect(body.errors).toMatchObject([{ field }]);
    }
  });

  it('shows a line with what it replaced, and its seal once it has one', async () => {
    const [line] = await lines({ action: 'case.scheduled' });
    const read = async (): Promise<AuditEvent> =>
      (await auditor.get(`/api/audit/events/${line?.id ?? ''}`).expect(200)).body;
    expect(await read()).toMatchObject({ after: { state: 'SCHEDULED' }, caseNo, seal: null });
    await api.world.get(AuditSealService).sealWaiting();
    expect((await read()).seal).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await auditor.get('/api/audit/events/999999').expect(404)).body.code).toBe('object/not-found');
  });

  it('tells how far it is sealed, verifies on demand and names what is broken', async () => {
    await api.world.get(AuditSealService).sealWaiting();
    const { body: whole } = await auditor.post('/api/audit/checks').send({}).expect(200);
    expect(whole).toMatchObject({ lastCheck: { outcome: 'PASSED', broken: null, checkedBy: expect.any(String) } });
    expect(whole.sealedRows).toBeGreaterThan(10);
    expect(whole.unsealedRows).toBeGreaterThan(0);
    const intruder = new Client({ connectionString: api.world.config.DATABASE_URL });
    await intruder.connect();
    await intruder.query('SET session_replication_role = replica');
    const [row] = await lines({ action: 'case.referred' });
    const put = (actor: string) => intruder.query('UPDATE audit_events SET actor = $2 WHERE id = $1', [row?.id, actor]);
    await put('somebody else');
    const { body: broken } = await auditor.post('/api/audit/checks').send({}).expect(200);
    expect(broken.lastCheck).toMatchObject({ outcome: 'BROKEN', broken: { kind: 'CHANGED', eventId: row?.id } });
    expect((await auditor.get('/api/audit/chain').expect(200)).body.lastCheck.outcome).toBe('BROKEN');
    await put(row?.actor ?? '');
    await intruder.end();
    expect((await auditor.post('/api/audit/checks').send({}).expect(200)).body.lastCheck.outcome).toBe('PASSED');
  });

  it('exports what meets the filters for a reason, which is itself on record', async () => {
    const { body } = await auditor
      .post('/api/audit/exports')
      .send({ reason: '季度核查', filters: { action: 'identity.revealed' } })
      .expect(200);
    const [head, first, ...rest] = (body.csv as string).split('\r\n');
    expect(head).toContain('编号,时间,人员');
    expect(first).toMatch(/2026-11-18 \d\d:\d\d:\d\d \+08:00/);
    expect(first).toContain('显示全名');
    expect(rest).toEqual(['']);
    expect(body).toMatchObject({
      rows: 1,
      isComplete: true,
      fileName: expect.stringMatching(/^audit-\d{8}-\d{4}\.csv$/),
    });
    const [logged] = await lines({ action: 'audit.exported' });
    expect(logged).toMatchObject({ reason: '季度核查' });
    const refused = await auditor.post('/api/audit/exports').send({ reason: ' ', filters: {} }).expect(422);
    expect(refused.body.errors).toMatchObject([{ field: 'reason' }]);
    expect(await lines({ action: 'audit.exported' })).toHaveLength(1);
  });

  it('is the host’s alone: an auditor of another hospital is refused', async () => {
    const expert = await api.world.actor('beichen-expert');
    const admin = new Client({ connectionString: api.world.config.DATABASE_URL });
    await admin.connect();
    await admin.query(
      `INSERT INTO memberships (id, person_id, hospital_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'AUDITOR', '2026-01-01')`,
      [expert.personId, expert.hospitalId],
    );
    await admin.end();
    const foreign = await api.as('beichen-expert');
    const [own] = await lines({ action: 'identity.revealed' });
    for (const path of ['/api/audit', '/api/audit/chain', `/api/audit/events/${own?.id ?? ''}`])
      expect((await foreign.get(path).expect(403)).body).toMatchObject({ code: 'access/denied' });
  });

  it('exports in the language of the reader and keeps no name that was searched for', async () => {
    const english = await api.as('auditor', 'en-US');
    await english.put('/api/auth/me/locale').send({ locale: 'en-US' }).expect(200);
    const { body } = await english
      .post('/api/audit/exports')
      .send({ reason: 'quarterly', filters: { actor: '张三', outcome: 'REFUSED' } })
      .expect(200);
    expect(body.csv).toContain('Line,Time,Actor');
    const [last] = await lines({ action: 'audit.exported' });
    const { body: line } = await auditor.get(`/api/audit/events/${last?.id ?? ''}`).expect(200);
    expect(line.detail.filters).toEqual({ outcome: 'REFUSED', actorByName: true });
  });
});
