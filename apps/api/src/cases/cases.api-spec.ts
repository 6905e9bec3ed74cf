import { acceptedCase, referralOf, referredCase } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.close());

const IN_TWO_DAYS = '2026-11-20T01:00:00Z';

describe('a case over HTTP', () => {
  it('goes from referral through triage to the opinions of its departments and their boards', async () => {
    const surgeon = await api.as('urology-2');
    const coordinator = await api.as('coordinator');
    const { body: referred } = await surgeon
      .post('/api/cases')
      .send(await referralOf(api.world, '002', 60))
      .expect(201);
    const path = `/api/cases/${String(referred.caseNo)}`;
    await coordinator.post(`${path}/take-in-triage`).send({ version: 1 }).expect(200);
    const { body: accepted } = await coordinator
      .post(`${path}/accept`)
      .send({ version: 2, opinionDueAt: IN_TWO_DAYS })
      .expect(200);
    expect(accepted).toMatchObject({ state: 'PREPARING', round: { blind: false } });

    const urology = await api.world.departmentId('urology');
    const { body: draft } = await surgeon
      .put(`${path}/opinions/${urology}/draft`)
      .send({ version: 0, text: '待补' })
      .expect(200);
    const { body: opinion } = await surgeon
      .post(`${path}/opinions/${urology}`)
      .send({ version: draft.version, stance: 'conditional', text: '先放双J管' })
      .expect(200);
    expect(opinion).toMatchObject({ state: 'SUBMITTED', stance: 'conditional', revision: 1 });
    expect(opinion).not.toHaveProperty('authorId');

    const { body: board } = await surgeon.get(`/api/boards/${urology}`).expect(200);
    expect(board.cards).toMatchObject([{ caseNo: referred.caseNo, column: 'PREPARING', opinionsGiven: 1 }]);
    const { body: list } = await coordinator.get('/api/cases?state=PREPARING').expect(200);
    expect(list.items.map((item: { caseNo: string }) => item.caseNo)).toContain(referred.caseNo);
    const { body: overdue } = await coordinator.get('/api/overdue').expect(200);
    expect(overdue).toEqual({ items: [], total: 0 });
  });

  it('refuses a referral that is wrong, naming each field in the language of the reader, and repeats nothing of the patient', async () => {
    const referral = await referralOf(api.world, '002', 61);
    const surgeon = await api.as('urology-2');
    const answer = await surgeon
      .post('/api/cases')
      .send({
        ...referral,
        clinical: { ...referral.clinical, structures: [{ code: 'antenna', involvement: 'INVADE' }] },
      })
      .expect(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      code: 'request/invalid',
      errors: [{ field: 'clinical.structures.0.code', code: 'unknown', message: '没有这一项。' }],
    });
    expect(JSON.stringify(answer.body)).not.toContain(referral.patient.name);
    expect(JSON.stringify(answer.body)).not.toContain(referral.patient.identityNo);
  });

  it('refuses what a person may not do and hides what they may not see', async () => {
    const { caseNo, version } = await acceptedCase(api.world, { ordinal: 62, required: ['urology'] });
    const waiting = await referredCase(api.world, { ordinal: 63, required: ['urology'] });
    const pathologist = await api.as('pathology-1');
    const urology = await api.world.departmentId('urology');
    const looks = [`/api/cases/${caseNo}`, `/api/boards/${urology}`];
    for (const path of looks) expect([path, (await pathologist.get(path)).status]).toEqual([path, 404]);
    const acts: [path: string, body: object][] = [
      [`/api/cases/${caseNo}/identity`, { reason: '好奇' }],
      [`/api/cases/${caseNo}/consent`, { version, signedBy: 'PATIENT', signedOn: '2026-11-18' }],
      [`/api/cases/${caseNo}/opinions/${urology}`, { version: 0, stance: 'support', text: '同意' }],
    ];
    const colleague = await api.as('urology-3');
    for (const [path, body] of acts) {
      const hidden = await pathologist.post(path).send(body);
      expect([path, hidden.status, hidden.body.code]).toEqual([path, 404, 'object/not-found']);
    }
    for (const [path, body] of acts.slice(0, 2)) {
      const refused = await colleague.post(path).send(body);
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'access/denied']);
    }
    const coordinators: [path: string, body: object][] = [
      [`/api/cases/${waiting}/take-in-triage`, { version: 1 }],
      [`/api/cases/${caseNo}/opinions/${urology}/waive`, { version, reason: '不需要' }],
    ];
    for (const [path, body] of coordinators) {
      const refused = await pathologist.post(path).send(body);
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'access/denied']);
    }
  });

  it('tells a late coordinator who changed the case and what its version is', async () => {
    const { caseNo } = await acceptedCase(api.world, { ordinal: 64, required: ['urology'] });
    const coordinator = await api.as('coordinator');
    const { body } = await coordinator.post(`/api/cases/${caseNo}/take-in-triage`).send({ version: 1 }).expect(409);
    expect(body).toMatchObject({ code: 'object/stale', currentVersion: 3 });
    expect(body.detail).toContain('许棠');
  });

  it('takes no opposition without a reason', async () => {
    const { caseNo } = await acceptedCase(api.world, { ordinal: 65, required: ['urology'] });
    const surgeon = await api.as('urology-2');
    const { body } = await surgeon
      .post(`/api/cases/${caseNo}/opinions/${await api.world.departmentId('urology')}`)
      .send({ version: 0, stance: 'oppose', text: ' ' })
      .expect(422);
    expect(body.errors).toMatchObject([{ field: 'text' }]);
  });

  it('shows the identity to the owner in the answer alone', async () => {
    const { caseNo } = await acceptedCase(api.world, { ordinal: 66, required: ['urology'] });
    const { patient } = await referralOf(api.world, '002', 66);
    const { body } = await (await api.as('urology-2')).post(`/api/cases/${caseNo}/identity`).send({}).expect(200);
    expect(body).toMatchObject({ name: patient.name, identityNo: patient.identityNo, phone: patient.phone });
  });
});
