import type { AgendaItem, CaseView, PlanView, SessionView } from '@consilium/contracts';
import {
  acceptedCase,
  codeOfSecret,
  completeRecord,
  emptyDatabase,
  freshCode,
  itemOf,
  PASSWORD,
  planContentOf,
  QUORATE,
  recordedConsent,
  referralOf,
  scheduledSession,
  sessionPlanOf,
  testConfig,
} from '@consilium/testing';
import { FirstAdministratorService, ReminderDeliveryService } from '@consilium/core';
import { Client } from 'pg';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../application.js';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { namedEndpoints, Witness } from '../testing/witness.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

/** What shows nothing of a patient and changes nothing, and so leaves no line. */
const LEAVES_NO_LINE: Record<string, string> = {
  'health.live': 'whether the process answers',
  'health.ready': 'whether the database answers',
  'health.openapi': 'the document of the API',
  'identity.me': 'who is signed in',
  'identity.methods': 'ways of signing in',
  'identity.demonstrationPeople': 'invented people',
  'identity.demonstrationCode': 'codes of invented people',
  'identity.beginSingleSignOn': "the address of the hospital's sign-in page",
  'ownSecurity.read': "one's own browsers",
  'organisations.directory': 'departments, rooms and colleagues',
  'cases.propose': 'departments for what is being filled in; nothing is kept',
  'record.stagings': 'staging systems of the catalogue',
  'record.deriveStage': 'what a staging system derives; nothing is kept',
  'record.codes': 'code lists of the catalogue',
  'imports.template': 'an empty template',
  'sessions.findSlots': 'free times of rooms and people',
  'invitations.look': 'whom a link in hand is for',
  'reminders.channels': "one's own ways of being reminded",
  'audit.chain': 'how many lines are sealed',
  'shares.sessions': 'when the sessions were for which something was shared',
  'people.procedures': 'operations of the catalogue',
  'people.privilegeHolders': 'which colleague holds which surgical privilege',
  'people.lookAtLink': 'whose password a link in hand sets',
};
/** What has a test of its own that looks at the log: single sign-on, people, the organisation, what other hospitals receive, imports, studies, finding cases and patients, a case's course and completeness, consults and news. */
const SHOWN_ELSEWHERE = [
  'identity.completeSingleSignOn',
  'people.',
  'hospitals.',
  'departments.',
  'partnerships.',
  'shares.',
  'course.',
  'completeness.',
  'checklists.',
  'consultRequests.',
  'conditionUpdates.',
  'cases.withdrawConsent',
  'imports.',
  'attachments.openStudy',
  'find.',
  'patients.',
];

let api: ApiWorld;
let witness: Witness;
let coordinator: Browser;
let surgeon: Browser;
let chair: Browser;

beforeAll(async () => {
  api = await apiWorld({ environment: { DEMO: '1' } });
  witness = new Witness(api);
  coordinator = await api.as('coordinator');
  surgeon = await api.as('urology-2');
  chair = await api.as('chair');
}, 120_000);
afterAll(() => api.close());

const inHours = (hours: number) => new Date(api.world.clock.now().getTime() + hours * 3_600_000).toISOString();
const casePath = (caseNo: string) => `/api/cases/${caseNo}`;
const seen = (name: string) => witness.seen.get(name) ?? [];
const actionsOf = (name: string) => seen(name).map(({ action }) => action);
const idOf = async (account: string): Promise<string> => (await api.world.actor(account)).personId ?? '';

describe('everything done and every opening of a case leaves its line', () => {
  let caseNo: string;
  let urology: string;

  it('from the referral to the opinions', async () => {
    urology = await api.world.departmentId('urology');
    const referral = await referralOf(api.world, '002', 70);
    const referred = await witness.done<{ caseNo: string }>('cases.refer', surgeon.post('/api/cases').send(referral));
    caseNo = referred.caseNo;
    const path = casePath(caseNo);
    await witness.done('cases.list', coordinator.get('/api/cases'));
    await witness.done('cases.read', coordinator.get(path));
    await witness.done('cases.revealIdentity', surgeon.post(`${path}/identity`).send({ reason: '' }));
    await witness.done('cases.takeInTriage', coordinator.post(`${path}/take-in-triage`).send({ version: 1 }));
    await witness.done(
      'cases.requestInformation',
      coordinator.post(`${path}/request-information`).send({ version: 2, missing: '补充增强MRI', dueAt: inHours(24) }),
    );
    await witness.done(
      'cases.provideInformation',
      surgeon.post(`${path}/provide-information`).send({ version: 3, note: '已补MRI报告' }),
    );
    await witness.done(
      'cases.changeDepartments',
      coordinator.put(`${path}/departments`).send({
        version: 4,
        departments: [
          { departmentId: urology, requirement: 'REQUIRED', reason: '' },
          { departmentId: await api.world.departmentId('pathology'), requirement: 'REQUIRED', reason: '' },
        ],
      }),
    );
    await witness.done(
      'cases.accept',
      coordinator.post(`${path}/accept`).send({ version: 5, opinionDueAt: inHours(48) }),
    );
    await witness.done(
      'cases.recordConsent',
      coordinator.post(`${path}/consent`).send({ version: 6, signedBy: 'PATIENT', signedOn: '2026-11-17' }),
    );
    const opinions = `${path}/opinions/${urology}`;
    await witness.done('opinions.keepDraft', surgeon.put(`${opinions}/draft`).send({ version: 0, text: '待补' }));
    await witness.done(
      'opinions.submit',
      surgeon.post(opinions).send({ version: 1, stance: 'support', text: '可行盆腔廓清' }),
    );
    await witness.done('opinions.revisions', surgeon.get(`${opinions}/revisions`));
    const structures = { entries: [{ code: 'rectum', involvement: 'SUSPECT' }] };
    const changed = { revision: 1, observedOn: '2026-11-17', source: 'OWN', content: structures };
    await surgeon.put(`${path}/record/structures`).send(changed).expect(200);
    await witness.done('opinions.reconfirm', surgeon.post(`${opinions}/reconfirm`).send({ version: 2 }));
    const pathology = await api.world.departmentId('pathology');
    await witness.done(
      'opinions.waive',
      coordinator.post(`${path}/opinions/${pathology}/waive`).send({ version: 7, reason: '外院病理已会诊' }),
    );
    await witness.done('boards.read', surgeon.get(`/api/boards/${urology}`));
    await witness.done('matrix.read', coordinator.get('/api/readiness-matrix'));
    await witness.done('boards.overdue', coordinator.get('/api/overdue'));
    expect(actionsOf('cases.refer')).toEqual(['patient.registered', 'case.referred']);
  });

  it('of a linked session, its discussion and its decision', async () => {
    const plan = await sessionPlanOf(api.world, { linked: ['beichen'], inHours: 100 });
    const { id } = await witness.done<{ id: string }>(
      'sessions.schedule',
      coordinator.post('/api/sessions').send(plan),
    );
    const path = `/api/sessions/${id}`;
    await witness.done('sessions.list', coordinator.get('/api/sessions').query({ from: inHours(0), to: inHours(300) }));
    const planned = await witness.done<SessionView>('sessions.read', coordinator.get(path));
    await witness.done('sessions.candidates', coordinator.get(`${path}/candidates`));
    const moved = await witness.done<SessionView>(
      'sessions.move',
      coordinator
        .post(`${path}/move`)
        .send({ version: planned.version, startsAt: inHours(101), minutes: 90, roomId: plan.roomId }),
    );
    const expert = moved.members.find(({ role }) => role === 'EXPERT')?.personId;
    const { invitation, path: link } = await witness.done<{ invitation: { id: string }; path: string }>(
      'invitations.issue',
      coordinator.post(`${path}/invitations`).send({ personId: expert }),
    );
    await witness.done('invitations.list', coordinator.get(`${path}/invitations`));
    const token = link.replace('/join#', '');
    const code = await freshCode(api.world, 'beichen-expert');
    await witness.done('invitations.redeem', api.stranger().post('/api/join/redeem').send({ token, code }));
    await witness.done('invitations.revoke', coordinator.post(`${path}/invitations/${invitation.id}/revoke`).send({}));

    const hospitalIds = moved.linkedHospitals.map(({ hospitalId }) => hospitalId);
    const add = (version: number, of: string, shareWithHospitalIds: string[]) =>
      coordinator.post(`${path}/agenda`).send({ version, caseNo: of, minutes: 20, shareWithHospitalIds });
    const first = await witness.done<SessionView>('sessions.addCase', add(moved.version, caseNo, []));
    const removed = await witness.done<SessionView>(
      'sessions.removeCase',
      coordinator.delete(`${path}/agenda/${itemOf(first).id}`),
    );
    const shared = await witness.done<SessionView>('sessions.addCase', add(removed.version, caseNo, hospitalIds));
    const other = await acceptedCase(api.world, { ordinal: 71, required: ['urology'] });
    const full = await witness.done<SessionView>('sessions.addCase', add(shared.version, other.caseNo, []));

    const remote = await api.as('beichen-expert');
    const px = itemOf(full).sharedWith[0]?.pxCode ?? '';
    await witness.done('remote.home', remote.get('/api/remote'));
    await witness.done('remote.readCase', remote.get(`/api/remote/cases/${px}`));
    const opinion = `/api/remote/cases/${px}/opinion`;
    await witness.done('remote.keepDraft', remote.put(`${opinion}/draft`).send({ version: 0, text: '同意' }));
    await witness.done(
      'remote.submit',
      remote.post(opinion).send({ version: 1, stance: 'support', text: '同意手术', password: PASSWORD }),
    );

    const started = await witness.done<SessionView>(
      'sessions.start',
      chair.post(`${path}/start`).send({ version: full.version }),
    );
    for (const account of [...QUORATE, 'beichen-expert'])
      await witness.done(
        'sessions.markAttendance',
        coordinator.put(`${path}/attendance/${await idOf(account)}`).send({ present: true, mode: 'REMOTE' }),
      );
    const at = (item: AgendaItem) => `${path}/agenda/${item.id}`;
    const put = itemOf(started, 1);
    const opened = await witness.done<SessionView>(
      'sessions.openItem',
      chair.post(`${at(put)}/open`).send({ version: put.version }),
    );
    const running = itemOf(opened, 1);
    await witness.done(
      'sessions.defer',
      chair.post(`${at(put)}/defer`).send({ version: running.version, reason: '资料不全' }),
    );
    const item = itemOf(started);
    const open = await witness.done<SessionView>(
      'sessions.openItem',
      chair.post(`${at(item)}/open`).send({ version: item.version }),
    );
    const recorder = await api.as('recorder');
    await witness.done('decisions.facts', recorder.get(`${at(item)}/facts`));
    const record = await completeRecord(api.world);
    await witness.done('sessions.record', recorder.put(`${at(item)}/decision`).send({ ...record, decisionVersion: 0 }));
    const concluded = await witness.done<SessionView>(
      'sessions.conclude',
      recorder.post(`${at(item)}/conclude`).send({ version: itemOf(open).version }),
    );
    await witness.done(
      'sessions.sign',
      chair.post(`${at(item)}/sign`).send({ version: itemOf(concluded).version, password: PASSWORD }),
    );
    const signed = await witness.done<SessionView>('sessions.read', coordinator.get(path));
    await witness.done('sessions.end', chair.post(`${path}/end`).send({ version: signed.version }));
    expect(actionsOf('sessions.sign')).toContain('decision.signed');
  });

  it('of a share withdrawn and a session cancelled', async () => {
    const { caseNo: withdrawn } = await acceptedCase(api.world, { ordinal: 72, required: ['urology'] });
    await recordedConsent(api.world, withdrawn);
    const session = await scheduledSession(api.world, { linked: ['beichen'], inHours: 200 });
    const hospitalIds = session.linkedHospitals.map(({ hospitalId }) => hospitalId);
    const path = `/api/sessions/${session.id}`;
    await coordinator
      .post(`${path}/agenda`)
      .send({ version: session.version, caseNo: withdrawn, minutes: 20, shareWithHospitalIds: hospitalIds })
      .expect(201);
    const { shares, ...held } = await witness.done<CaseView>('cases.read', coordinator.get(casePath(withdrawn)));
    const share = shares[0];
    await witness.done('shares.list', coordinator.get('/api/shares'));
    await witness.done(
      'shares.change',
      coordinator
        .put(`/api/shares/${share?.id ?? ''}`)
        .send({ version: share?.version, sections: ['SUMMARY', 'QUESTIONS'], expiresAt: share?.expiresAt }),
    );
    const log = await witness.done<{ items: { id: string }[] }>(
      'shares.disclosures',
      coordinator.get('/api/disclosures'),
    );
    await witness.done('shares.disclosed', coordinator.get(`/api/disclosures/${log.items[0]?.id ?? ''}`));
    await witness.done(
      'shares.exportLines',
      coordinator.post('/api/shares/exports').send({ reason: '年度检查', which: 'disclosures', filters: {} }),
    );
    await witness.done(
      'remote.revoke',
      coordinator.post(`/api/shares/${shares[0]?.id ?? ''}/revoke`).send({ reason: '患者撤回同意' }),
    );
    const { version } = await witness.done<SessionView>('sessions.read', coordinator.get(path));
    await witness.done('sessions.cancel', coordinator.post(`${path}/cancel`).send({ version, reason: '主持人出差' }));
    expect(actionsOf('remote.revoke')).toEqual(['share.ended']);
    await witness.done(
      'cases.withdrawConsent',
      coordinator
        .post(`${casePath(withdrawn)}/consent/withdraw`)
        .send({ version: held.version, reason: '患者撤回同意' }),
    );
  });

  it('of the surgical plan and the answers of its stage leads', async () => {
    const { version } = await witness.done<CaseView>('cases.read', surgeon.get(casePath(caseNo)));
    const start = { version, patientAgreedOn: '2026-11-18', title: '盆腔廓清术' };
    const { id } = await witness.done<{ id: string }>(
      'plans.start',
      surgeon.post(`${casePath(caseNo)}/plans`).send(start),
    );
    const path = `/api/plans/${id}`;
    await witness.done('plans.list', surgeon.get('/api/plans'));
    const draft = await witness.done<PlanView>('plans.read', surgeon.get(path));
    const content = { ...(await planContentOf(api.world)), version: draft.version };
    const saved = await witness.done<PlanView>('plans.save', surgeon.put(path).send(content));
    const staged = await witness.done<PlanView>(
      'plans.stage',
      surgeon.post(`${path}/stage`).send({ version: saved.version }),
    );
    const [first, second] = staged.stages;
    const lead = await api.as('urology-1');
    const confirmed = await witness.done<PlanView>(
      'plans.confirmStage',
      lead.post(`${path}/stages/${first?.id ?? ''}/confirm`).send({ version: staged.version }),
    );
    await witness.done(
      'plans.declineStage',
      chair.post(`${path}/stages/${second?.id ?? ''}/decline`).send({ version: confirmed.version, reason: '时间冲突' }),
    );
    expect(actionsOf('plans.declineStage')).toContain('stage.declined');
  });

  it('of a case opened in an emergency, ended and reviewed', async () => {
    const doctor = await api.as('nutrition-1');
    const reason = { reasonKind: 'RESCUE', reason: '夜间大出血，急诊抢救需要', password: PASSWORD };
    const opened = await witness.done<{ id: string }>(
      'emergencies.open',
      doctor.post(`${casePath(caseNo)}/emergency-accesses`).send(reason),
    );
    await witness.done('emergencies.list', doctor.get('/api/emergency-accesses'));
    const path = `/api/emergency-accesses/${opened.id}`;
    await witness.done('emergencies.end', doctor.post(`${path}/end`).send({}));
    const auditor = await api.as('auditor');
    await witness.done(
      'emergencies.review',
      auditor.post(`${path}/review`).send({ verdict: 'JUSTIFIED', note: '抢救记录相符' }),
    );
    expect(actionsOf('emergencies.review')).toEqual(['emergency-access.reviewed']);
  });

  it('of what was decided: recommendations carried out, facts that changed and the decision kept', async () => {
    const path = casePath(caseNo);
    const { items } = await witness.done<{ items: { id: string }[] }>(
      'recommendations.ofCase',
      surgeon.get(`${path}/recommendations`),
    );
    const answerable = await api.as('transfusion-1');
    await witness.done('recommendations.list', answerable.get('/api/recommendations').query({ mine: '1' }));
    await witness.done(
      'recommendations.report',
      answerable.post(`/api/recommendations/${items[0]?.id ?? ''}/reports`).send({ version: 1, state: 'DONE' }),
    );
    const changed = { revision: 2, observedOn: '2026-11-17', source: 'OWN' };
    const structures = { entries: [{ code: 'bladder', involvement: 'INVADE' }] };
    await surgeon
      .put(`${path}/record/structures`)
      .send({ ...changed, content: structures })
      .expect(200);
    const decisions = await witness.done<{ items: { reviews: { id: string; version: number }[] }[] }>(
      'decisions.ofCase',
      surgeon.get(`${path}/decisions`),
    );
    const review = decisions.items[0]?.reviews[0];
    await witness.done(
      'decisions.keep',
      surgeon
        .post(`/api/decision-reviews/${review?.id ?? ''}/keep`)
        .send({ version: review?.version, reason: '变化不影响手术' }),
    );
    const told = await api.world.rows<{ action: string }>(
      `SELECT DISTINCT action FROM audit_events WHERE action IN ('opinion.stale', 'decision.flagged') ORDER BY action`,
    );
    expect(told.map(({ action }) => action)).toEqual(['decision.flagged', 'opinion.stale']);
    expect(actionsOf('decisions.keep')).toEqual(['decision.kept']);
  });

  it('of the clinical record, its parts and their history', async () => {
    const path = `${casePath(caseNo)}/record`;
    await witness.done('record.read', surgeon.get(path));
    const part = { revision: 0, observedOn: '2026-11-17', source: 'OWN', content: { entries: [] } };
    await witness.done('record.write', surgeon.put(`${path}/laboratory`).send(part));
    await witness.done('record.history', surgeon.get(`${path}/laboratory/history`));
    expect(actionsOf('record.read')).toEqual(['record.opened']);
    expect(seen('record.write')).toMatchObject([
      { action: 'record.written', before: { content: null }, after: { content: { characters: 14 } } },
    ]);
  });

  it('of the files kept with a case, and of copies that leave the house', async () => {
    const path = `${casePath(caseNo)}/attachments`;
    const { id } = await witness.done<{ id: string }>(
      'attachments.add',
      surgeon
        .post(path)
        .field('kind', 'PATHOLOGY')
        .field('title', '张示例70-病理.txt')
        .attach('file', Buffer.from('外院病理报告'), 'report.txt'),
    );
    await witness.done('attachments.list', surgeon.get(path));
    await witness.done('attachments.content', surgeon.get(`${path}/${id}/content`));
    await witness.done('attachments.remove', surgeon.post(`${path}/${id}/remove`).send({ version: 1, reason: '重复' }));
    await witness.done('attachments.restore', surgeon.post(`${path}/${id}/restore`).send({ version: 2 }));
    await witness.done('exports.pdf', surgeon.post(`${casePath(caseNo)}/exports/pdf`).send({}));
    const identified = { identified: true, reason: '转院' };
    await witness.done('exports.fhir', surgeon.post(`${casePath(caseNo)}/exports/fhir`).send(identified));
    expect(actionsOf('exports.pdf')).toEqual(['case.exported']);
    expect(actionsOf('exports.fhir')).toEqual(['identity.revealed', 'case.exported']);
    const lines = await api.world.rows<{ text: string }>('SELECT e::text AS text FROM audit_events e');
    expect(lines.filter(({ text }) => text.includes('张示例70'))).toEqual([]);
  });

  it('of the rules by which departments are proposed', async () => {
    const { rules } = await witness.done<{ rules: unknown[] }>(
      'proposalRules.read',
      coordinator.get('/api/proposal-rules'),
    );
    await witness.done(
      'proposalRules.try',
      coordinator.post('/api/proposal-rules/trial').send({ rules, tried: { caseNo } }),
    );
    await witness.done('proposalRules.effect', coordinator.post('/api/proposal-rules/effect').send({ rules }));
    const change = { version: 0, reason: '科室要求', rules: rules.slice(1) };
    await witness.done('proposalRules.save', coordinator.put('/api/proposal-rules').send(change));
    const back = { version: 1, reason: '恢复原规则', restoredVersion: 0 };
    await witness.done('proposalRules.restore', coordinator.post('/api/proposal-rules/restore').send(back));
    await witness.done('anatomy.read', surgeon.get(`${casePath(caseNo)}/anatomy`));
    expect(actionsOf('proposalRules.restore')).toEqual(['proposal-rules.restored']);
  });

  it('of the facts of the highest level of protection', async () => {
    const path = `${casePath(caseNo)}/restricted-facts`;
    const fact = {
      kind: 'STD',
      result: '滴度一比三十二',
      examinedOn: '2026-11-01',
      source: '检验科',
      departmentIds: [],
    };
    const { items } = await witness.done<{ items: { id: string }[] }>(
      'restricted.record',
      surgeon.post(path).send(fact),
    );
    const one = `${path}/${items[0]?.id ?? ''}`;
    await witness.done('restricted.list', surgeon.get(path));
    await witness.done('restricted.reveal', surgeon.post(`${one}/reveal`).send({}));
    await witness.done('restricted.change', surgeon.put(one).send({ ...fact, version: 1 }));
    await witness.done('restricted.retire', surgeon.post(`${one}/retire`).send({ version: 2 }));
    await witness.done('restricted.restore', surgeon.post(`${one}/restore`).send({ version: 3 }));
    const lines = await api.world.rows<{ text: string }>('SELECT e::text AS text FROM audit_events e');
    expect(lines.filter(({ text }) => text.includes(fact.result) || text.includes('STD'))).toEqual([]);
  });

  it('of what a person is told and looks through', async () => {
    const delivery = api.world.get(ReminderDeliveryService);
    for (const { id } of await delivery.waiting(3_600_000)) await delivery.deliver(id);
    await witness.done('reminders.owed', surgeon.get('/api/obligations'));
    const { items } = await witness.done<{ items: { id: string }[] }>(
      'reminders.notifications',
      surgeon.get('/api/notifications'),
    );
    await witness.done('reminders.read', surgeon.post(`/api/notifications/${items[0]?.id ?? ''}/read`).send({}));
    await witness.done('reminders.readAll', surgeon.post('/api/notifications/read-all').send({}));
    await witness.done('reminders.mailbox', surgeon.get('/api/mailbox'));
    const told = await api.world.rows(`SELECT 1 AS one FROM audit_events WHERE action = 'reminder.delivered'`);
    expect(told.length).toBeGreaterThan(0);
  });

  it("of signing in and out and of one's own password, codes and browsers", async () => {
    const browser = api.stranger();
    const credentials = { username: 'imaging-1', password: PASSWORD };
    await witness.done('identity.signIn', browser.post('/api/auth/sign-in').send(credentials));
    await witness.done('identity.setLocale', browser.put('/api/auth/me/locale').send({ locale: 'en-US' }));
    await witness.done('identity.lock', browser.post('/api/auth/lock').send({}));
    await witness.done('identity.unlock', browser.post('/api/auth/unlock').send({ password: PASSWORD }));
    const password = { password: PASSWORD };
    const { secret } = await witness.done<{ secret: string }>(
      'ownSecurity.beginCode',
      browser.post('/api/auth/one-time-code').send(password),
    );
    const code = await codeOfSecret(secret, api.world.clock.now());
    await witness.done('ownSecurity.confirmCode', browser.post('/api/auth/one-time-code/confirm').send({ code }));
    await witness.done('ownSecurity.renewRecoveryCodes', browser.post('/api/auth/recovery-codes').send(password));
    await witness.done('ownSecurity.removeCode', browser.post('/api/auth/one-time-code/remove').send(password));
    await api.stranger().post('/api/auth/sign-in').send(credentials).expect(200);
    await api.stranger().post('/api/auth/sign-in').send(credentials).expect(200);
    const { body: own } = await browser.get('/api/auth/security').expect(200);
    const another = (own.browsers as { id: string; current: boolean }[]).find(({ current }) => !current);
    await witness.done('ownSecurity.endBrowser', browser.post(`/api/auth/browsers/${another?.id ?? ''}/end`).send({}));
    await witness.done('ownSecurity.endOtherBrowsers', browser.post('/api/auth/browsers/end-others').send({}));
    await witness.done(
      'ownSecurity.changePassword',
      browser.post('/api/auth/password').send({ oldPassword: PASSWORD, newPassword: 'harbour-lantern-43' }),
    );
    await witness.done('identity.signOut', browser.post('/api/auth/sign-out').send({}));
    expect(actionsOf('identity.signIn')).toEqual(['sign-in.made']);
  });

  it('of reading, exporting and verifying the log itself', async () => {
    const auditor = await api.as('auditor');
    const { items } = await witness.done<{ items: { id: string }[] }>('audit.list', auditor.get('/api/audit'));
    await witness.done('audit.read', auditor.get(`/api/audit/events/${items[0]?.id ?? ''}`));
    await witness.done('audit.verify', auditor.post('/api/audit/checks').send({}));
    await witness.done(
      'audit.exportLines',
      auditor.post('/api/audit/exports').send({ reason: '季度核查', filters: {} }),
    );
    expect(actionsOf('audit.exportLines')).toEqual(['audit.exported']);
  });

  it('of the first administrator of an empty house', async () => {
    const empty = await emptyDatabase();
    const app = await createApplication(testConfig(empty.url), { clock: api.world.clock });
    const token = await app.get(FirstAdministratorService).issueToken();
    const client = new Client({ connectionString: empty.url });
    await client.connect();
    const answer = await supertest(app.getHttpServer())
      .post('/api/auth/first-administrator')
      .set('X-Consilium', '1')
      .send({
        token,
        hospitalName: '某医院',
        name: '某人',
        username: 'first',
        password: 'a long enough phrase',
      });
    expect(answer.status).toBe(201);
    const { rows } = await client.query<{ action: string }>('SELECT action FROM audit_events ORDER BY id');
    witness.seen.set('identity.createFirstAdministrator', rows as never);
    await client.end();
    await app.close();
    await empty.drop();
    expect(actionsOf('identity.createFirstAdministrator')).toContain('administrator.created');
  }, 60_000);

  it('for every endpoint of the contract but those that show and change nothing', () => {
    const recorded = [...namedEndpoints.keys()].filter(
      (name) => !(name in LEAVES_NO_LINE) && !SHOWN_ELSEWHERE.some((area) => name.startsWith(area)),
    );
    expect(recorded.filter((name) => seen(name).length === 0)).toEqual([]);
    expect(Object.keys(LEAVES_NO_LINE).filter((name) => !namedEndpoints.has(name))).toEqual([]);
  });

  it('names what a change replaced and by what', () => {
    const changed = (name: string, action: string) => seen(name).find((line) => line.action === action);
    expect(changed('cases.takeInTriage', 'case.triage')).toMatchObject({
      before: { state: 'REFERRED' },
      after: { state: 'TRIAGE' },
    });
    expect(changed('opinions.submit', 'opinion.given')).toMatchObject({
      before: { stance: null, text: { characters: 2 } },
      after: { stance: 'support', text: { characters: 6 } },
    });
    expect(changed('sessions.sign', 'decision.signed')).toMatchObject({
      before: { state: 'CONCLUDED' },
      after: { state: 'SIGNED' },
    });
    expect(changed('plans.save', 'plan.saved')).toMatchObject({ before: { stages: [] }, after: { state: 'DRAFT' } });
  });

  it('holds no words of the case and nothing of who the patient is', async () => {
    const { patient, clinical } = await referralOf(api.world, '002', 70);
    const [{ log } = { log: '' }] = await api.world.rows<{ log: string }>(
      `SELECT string_agg(e::text, E'\\n') AS log FROM audit_events e`,
    );
    const secrets = [patient.name, patient.identityNo, patient.phone, patient.recordNo];
    const words = [clinical.diagnosis, clinical.summary, clinical.wishes, '可行盆腔廓清', '外院病理已会诊', '时间冲突'];
    for (const text of [...secrets, ...words].filter((part) => part !== '')) expect(log).not.toContain(text);
  });
});

describe('every denial leaves its line', () => {
  it('of an act that no role of the person may do', async () => {
    const auditor = await api.as('auditor');
    const { answer, lines } = await witness.watch(auditor.post('/api/cases/P26-0001/accept').send({}));
    expect(answer.status).toBe(403);
    expect(lines).toEqual([
      expect.objectContaining({
        action: 'access.refused',
        outcome: 'REFUSED',
        objectKind: 'case',
        objectId: 'P26-0001',
        detail: { code: 'access/denied', route: 'POST /api/cases/:caseNo/accept' },
      }),
    ]);
  });

  it('of a case, a session, a plan and a shared case that exist and are not for this person', async () => {
    const outsider = await api.as('beichen-expert');
    const stranger = await api.as('shenshui-expert');
    const [ids] = await api.world.rows<{ caseNo: string; session: string; plan: string; px: string }>(
      `SELECT (SELECT detail ->> 'caseNo' FROM audit_events WHERE action = 'case.referred' ORDER BY id LIMIT 1) AS "caseNo",
         (SELECT object_id FROM audit_events WHERE action = 'session.scheduled' ORDER BY id LIMIT 1) AS session,
         (SELECT object_id FROM audit_events WHERE action = 'plan.started' ORDER BY id LIMIT 1) AS plan,
         (SELECT detail ->> 'px' FROM audit_events WHERE action = 'case.shared' ORDER BY id LIMIT 1) AS px`,
    );
    if (!ids) throw new Error('the first part has left no lines');
    const attempts = [
      { call: outsider.get(casePath(ids.caseNo)), object: ids.caseNo },
      { call: outsider.get(`/api/sessions/${ids.session}`), object: ids.session },
      { call: outsider.get(`/api/plans/${ids.plan}`), object: ids.plan },
      { call: stranger.get(`/api/remote/cases/${ids.px}`), object: ids.px },
    ];
    for (const { call, object } of attempts) {
      const { answer, lines } = await witness.watch(call);
      expect([403, 404]).toContain(answer.status);
      expect(lines).toEqual([
        expect.objectContaining({ action: 'access.refused', outcome: 'REFUSED', objectId: object }),
      ]);
    }
  });

  it('also where it is told as not found to a colleague of the same hospital', async () => {
    const colleague = await api.as('cardiology-1');
    const { caseNo: hidden } = await acceptedCase(api.world, { ordinal: 79, required: ['urology'] });
    const { answer, lines } = await witness.watch(colleague.get(casePath(hidden)));
    expect(answer.status).toBe(404);
    expect(lines).toMatchObject([{ action: 'access.refused', objectKind: 'case', objectId: hidden }]);
  });

  it('of a signature with a wrong password', async () => {
    const { lines } = await witness.watch(
      api.stranger().post('/api/auth/sign-in').send({ username: 'chair', password: 'something else 1' }),
    );
    expect(lines).toMatchObject([{ action: 'sign-in.made', outcome: 'REFUSED' }]);
  });

  it('names no object where the path holds what somebody typed', async () => {
    const { lines } = await witness.watch(coordinator.get(`/api/sessions/${encodeURIComponent('张三')}`));
    expect(JSON.stringify(lines)).not.toContain('张三');
  });

  it('is one line of a list, however often the open screen asks again', async () => {
    const browser = await api.as('urology-1');
    const board = `/api/boards/${await api.world.departmentId('urology')}`;
    expect((await witness.watch(browser.get(board))).lines).toMatchObject([{ action: 'board.opened' }]);
    expect((await witness.watch(browser.get(board))).lines).toEqual([]);
    api.world.clock.advance(10 * 60_000);
    expect((await witness.watch(browser.get(board))).lines).toMatchObject([{ action: 'board.opened' }]);
  });
});
