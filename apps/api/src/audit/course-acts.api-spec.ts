import type { CaseView, Checklist, Completeness } from '@consilium/contracts';
import { acceptedCase, caseInTriage, decidedCase } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { namedEndpoints, Witness } from '../testing/witness.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

let api: ApiWorld;
let witness: Witness;
let coordinator: Browser;
let surgeon: Browser;
let quality: Browser;

beforeAll(async () => {
  api = await apiWorld();
  witness = new Witness(api);
  coordinator = await api.as('coordinator');
  surgeon = await api.as('urology-2');
  quality = await api.as('quality');
}, 60_000);
afterAll(() => api.close());

const actionsOf = (name: string) => (witness.seen.get(name) ?? []).map(({ action }) => action);
const DAY = '2026-11-17';
const act = async (name: string, caseNo: string, path: string, body: object, by = surgeon): Promise<CaseView> => {
  const { body: present } = await by.get(`/api/cases/${caseNo}`).expect(200);
  const { version } = present as CaseView;
  return witness.done<CaseView>(name, by.post(`/api/cases/${caseNo}/${path}`).send({ ...body, version }));
};

describe('everything that turns the course of a case leaves its line', () => {
  it('of turning away, pausing and going on, withdrawing and death', async () => {
    const { caseNo: refused } = await caseInTriage(api.world, { ordinal: 501 });
    const told = { reasonKind: 'UNFIT', reason: '一般情况差', advice: '安宁疗护', patientInformedOn: DAY };
    await act('course.reject', refused, 'reject', told, coordinator);
    const { caseNo: held } = await acceptedCase(api.world, { ordinal: 502, required: ['urology'] });
    await act('course.hold', held, 'hold', { reason: '患者外出' });
    await act('course.resume', held, 'resume', {});
    await act('course.withdraw', held, 'withdraw', { reason: '患者不愿继续', saidOn: DAY });
    const { caseNo: died } = await acceptedCase(api.world, { ordinal: 503, required: ['urology'] });
    await act('course.recordDeath', died, 'death', { diedOn: DAY, source: 'OWN_WARD', inpatient: true });
    await act('course.fileDeathDiscussion', died, 'death-discussion', { heldOn: DAY });
    expect(actionsOf('course.reject')).toContain('case.rejected');
    expect(actionsOf('course.hold')).toContain('case.on-hold');
    expect(actionsOf('course.fileDeathDiscussion')).toEqual(['case.death-discussed']);
    const lines = await api.world.rows<{ text: string }>('SELECT e::text AS text FROM audit_events e');
    expect(lines.filter(({ text }) => /患者外出|安宁疗护|一般情况差/.test(text))).toEqual([]);
  });

  it('of treatment, follow-up, closing and the next round', async () => {
    const { caseNo } = await decidedCase(api.world, { ordinal: 504, direction: 'SYSTEMIC' });
    await act('course.startTreatment', caseNo, 'start-treatment', { startedOn: DAY });
    const write = (section: string, content: object) =>
      surgeon
        .put(`/api/cases/${caseNo}/record/${section}`)
        .send({ revision: 0, observedOn: DAY, source: 'OWN', content })
        .expect(200);
    const early = await surgeon.post(`/api/cases/${caseNo}/follow-up`).send({ version: await versionOf(caseNo) });
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'case/not-yet']);
    expect((early.body as { detail: string }).detail).toContain('随访计划');
    await write('outcome', { summary: '治疗完成', dischargedOn: DAY });
    await write('follow-up', {
      entries: [{ id: '0195f0aa-0000-7000-8000-000000000001', dueOn: '2027-02-17', mode: 'CLINIC', items: ['MRI'] }],
    });
    await act('course.enterFollowUp', caseNo, 'follow-up', {});
    await act('course.proposeClosing', caseNo, 'propose-closing', { reasonKind: 'PALLIATIVE', note: '转安宁疗护' });
    await act('course.close', caseNo, 'close', {}, quality);
    await act('course.reopenRound', caseNo, 'rounds', { reason: 'PROGRESSION', questions: ['能否再次手术？'] });
    await witness.done('course.round', surgeon.get(`/api/cases/${caseNo}/rounds/1`));
    expect(actionsOf('course.enterFollowUp')).toEqual(['case.follow-up']);
    expect(actionsOf('course.reopenRound')).toEqual(expect.arrayContaining(['round.opened', 'case.triage']));
    expect(actionsOf('course.round')).toEqual(['round.read']);
  });

  it('of an operation that begins on a confirmed plan', async () => {
    const { caseNo, version } = await decidedCase(api.world, { ordinal: 505 });
    const started = await surgeon
      .post(`/api/cases/${caseNo}/plans`)
      .send({ version, title: '手术方案', patientAgreedOn: DAY })
      .expect(201);
    await api.world.rows(
      `UPDATE surgical_plans SET state = 'CONFIRMED', starts_at = $2, theatre_id = (SELECT id FROM rooms WHERE kind = 'THEATRE' LIMIT 1) WHERE id = $1`,
      [(started.body as { id: string }).id, api.world.clock.now()],
    );
    const treated = await act('course.startOperation', caseNo, 'start-operation', { startedOn: DAY });
    expect(treated.state).toBe('IN_TREATMENT');
    expect(actionsOf('course.startOperation')).toEqual(['case.in-treatment']);
  });

  it('of the material of a case and of its checklist', async () => {
    const { caseNo } = await acceptedCase(api.world, { ordinal: 506, required: ['urology'] });
    const path = `/api/cases/${caseNo}/completeness`;
    await api.world.rows(`UPDATE cases SET imaging = '[]' WHERE case_no = $1`, [caseNo]);
    const seen = await witness.done<Completeness>('completeness.read', surgeon.get(path));
    expect(seen.mandatoryDone).toBe(seen.mandatory - 1);
    await witness.done('completeness.chase', coordinator.post(`${path}/chase`).send({}));
    await witness.done(
      'completeness.setItem',
      surgeon.put(`${path}/pelvic-mri`).send({ version: 1, state: 'WAIVED', reason: '体内有起搏器' }),
    );
    expect(actionsOf('completeness.setItem')).toContain('completeness.item-set');
    const { items } = await witness.done<{ items: Checklist[] }>('checklists.list', quality.get('/api/checklists'));
    const anal = items.find(({ tumourType }) => tumourType === 'ANAL');
    expect(anal?.mayChange).toBe(false);
    const change = { version: anal?.version, items: anal?.items.slice(1), note: '精简' };
    await quality.put('/api/checklists/ANAL').send(change).expect(403);
    const changed = await witness.done<Checklist>(
      'checklists.change',
      coordinator.put('/api/checklists/ANAL').send(change),
    );
    await witness.done('checklists.versions', coordinator.get('/api/checklists/ANAL/versions'));
    await witness.done(
      'checklists.restore',
      coordinator.post('/api/checklists/ANAL/restore').send({ version: changed.version, number: 1 }),
    );
    expect(actionsOf('checklists.restore')).toEqual(['checklist.restored']);
  });

  it('and no endpoint of them was left out', () => {
    const wanted = [...namedEndpoints.keys()].filter((name) => /^(course|completeness|checklists)\./.test(name));
    expect([...witness.seen.keys()].toSorted()).toEqual(wanted.toSorted());
  });
});

async function versionOf(caseNo: string): Promise<number> {
  const { body } = await surgeon.get(`/api/cases/${caseNo}`).expect(200);
  return (body as CaseView).version;
}
