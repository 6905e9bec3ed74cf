import { endpoints } from '@consilium/contracts';
import { acceptedCase, PASSWORD } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { Witness } from '../testing/witness.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;
interface Moved {
  id: string;
  version: number;
}

const words = {
  condition: '下肢水肿加重两天',
  treatment: '抗凝未见好转',
  reason: '术前评估血管',
  purpose: '明确血管重建方式',
  opinion: '可行人工血管置换',
  executionNote: '已按意见完善血管造影',
  declined: '本科无此设备',
  cancelled: '患者已转科',
  text: '家属来电血尿加重',
  note: '已电话联系家属',
  outcome: '冲洗后好转',
};

let api: ApiWorld;
let witness: Witness;
let owner: Browser;
let vascular: Browser;
let plastic: Browser;
let caseNo: string;

beforeAll(async () => {
  api = await apiWorld();
  witness = new Witness(api);
  [owner, vascular, plastic] = await Promise.all([api.as('urology-2'), api.as('vascular-1'), api.as('plastic-1')]);
  ({ caseNo } = await acceptedCase(api.world, { ordinal: 88, required: ['urology', 'pathology'] }));
}, 120_000);
afterAll(() => api.close());

const asked = async (code: string, urgency = 'ROUTINE') => {
  const { condition, treatment, reason, purpose } = words;
  const departmentId = await api.world.departmentId(code);
  return witness.done<Moved>(
    'consultRequests.send',
    owner
      .post(`/api/cases/${caseNo}/consult-requests`)
      .send({ condition, treatment, reason, purpose, urgency, departmentId }),
  );
};
const act = (browser: Browser, verb: string, { id, version }: Moved, body: object = {}) =>
  witness.done<Moved>(
    `consultRequests.${verb}`,
    browser.post(`/api/consult-requests/${id}/${verb}`).send({ version, ...body }),
  );
const actionsOf = (name: string) => (witness.seen.get(name) ?? []).map(({ action }) => action);

describe('every act on a consult and on news leaves its line', () => {
  it('from the request to the note of how the opinion was carried out', async () => {
    let request = await asked('vascular-surgery', 'URGENT');
    await witness.done('consultRequests.list', vascular.get('/api/consult-requests'));
    await witness.done('consultRequests.read', vascular.get(`/api/consult-requests/${request.id}`));
    const { personId } = await api.world.actor('vascular-1');
    request = await act(vascular, 'accept', request);
    request = await act(vascular, 'reassign', request, { personId });
    request = await act(vascular, 'accept', request);
    request = await act(vascular, 'arrive', request);
    request = await act(vascular, 'answer', request, { opinion: words.opinion, password: PASSWORD });
    await act(owner, 'close', request, { executionNote: words.executionNote });
    expect(actionsOf('consultRequests.answer')).toContain('consult-request.answered');
    expect(actionsOf('consultRequests.accept')).toEqual(['consult-request.accepted', 'consult-request.accepted']);
  });

  it('where it is declined or taken back', async () => {
    const departmentId = await api.world.departmentId('vascular-surgery');
    await act(plastic, 'decline', await asked('plastic-surgery'), { reason: words.declined, departmentId });
    await act(owner, 'cancel', await asked('plastic-surgery'), { reason: words.cancelled });
    expect(actionsOf('consultRequests.decline')).toEqual(['consult-request.declined']);
    expect((await plastic.get(`/api/cases/${caseNo}`)).status).toBe(404);
  });

  it('from what somebody heard to its outcome', async () => {
    const pathologist = await api.as('pathology-1');
    await witness.done('conditionUpdates.recentCases', pathologist.get('/api/recent-cases'));
    let news = await witness.done<Moved>(
      'conditionUpdates.write',
      pathologist.post(`/api/cases/${caseNo}/condition-updates`).send({ text: words.text, source: 'FAMILY' }),
    );
    await witness.done('conditionUpdates.list', owner.get('/api/condition-updates'));
    await witness.done('conditionUpdates.read', owner.get(`/api/condition-updates/${news.id}`));
    const path = `/api/condition-updates/${news.id}`;
    for (const [verb, body] of [
      ['triage', { severity: 'AMBER' }],
      ['acknowledge', {}],
      ['act', { note: words.note }],
      ['close', { outcome: words.outcome }],
    ] as const)
      news = await witness.done<Moved>(
        `conditionUpdates.${verb}`,
        owner.post(`${path}/${verb}`).send({ version: news.version, ...body }),
      );
    expect(witness.seen.get('conditionUpdates.triage')).toMatchObject([
      {
        action: 'condition-update.triaged',
        before: { state: 'NEW', severity: null },
        after: { state: 'TRIAGED', severity: 'AMBER' },
      },
    ]);
  });

  it('for every endpoint of both, and without a word of what was written', async () => {
    const names = (['consultRequests', 'conditionUpdates'] as const).flatMap((feature) =>
      Object.keys(endpoints[feature] ?? {}).map((name) => `${feature}.${name}`),
    );
    expect(names.filter((name) => (witness.seen.get(name) ?? []).length === 0)).toEqual([]);
    const [{ log } = { log: '' }] = await api.world.rows<{ log: string }>(
      `SELECT string_agg(e::text, ' ') AS log FROM audit_events e`,
    );
    for (const text of Object.values(words)) expect(log).not.toContain(text);
  });
});
