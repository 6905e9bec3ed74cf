import {
  demonstrationCases,
  demonstrationCentre,
  partsAfterOperation,
  partsBeforeDiscussion,
  type DemonstrationCase,
  type DemonstrationPart,
} from '@consilium/catalog';
import type { CaseView, FullRecord, RestrictedContent } from '@consilium/contracts';
import { dayFrom, referralOf } from '@consilium/testing';
import { randomUUID } from 'node:crypto';
import type TestAgent from 'supertest/lib/agent.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

const TODAY = '2026-11-18';
/** Long enough ago that what became of the patients has happened. */
const DISCUSSED = -600;

let api: ApiWorld;
let coordinator: TestAgent;
const browsers = new Map<string, TestAgent>();
const departments = new Map<string, string>();

const as = async (account: string): Promise<TestAgent> => {
  const browser = browsers.get(account) ?? (await api.as(account));
  browsers.set(account, browser);
  return browser;
};
const holder = (role: string, codes: readonly string[]): string => {
  const held = codes.flatMap((code) =>
    demonstrationCentre.people.filter(({ memberships }) =>
      memberships.some((membership) => membership.departmentCode === code && membership.role === role),
    ),
  );
  return held[0]?.account ?? 'chair';
};

beforeAll(async () => {
  api = await apiWorld({ environment: { REQUESTS_PER_ADDRESS: '100000', REQUESTS_PER_BROWSER: '100000' } });
  coordinator = await as('coordinator');
  for (const { departments: taking, followUp } of demonstrationCases)
    for (const code of [...taking.map((one) => one.code), ...followUp.map(({ ownerDepartment }) => ownerDepartment)])
      departments.set(code, departments.get(code) ?? (await api.world.departmentId(code)));
}, 120_000);
afterAll(() => api.close());

/** Refers and accepts a case; returns its path and the browser of its owner. */
async function entered(of: DemonstrationCase, ordinal: number): Promise<{ path: string; owner: TestAgent }> {
  const owner = await as(
    holder(
      'CASE_OWNER',
      of.departments.map(({ code }) => code),
    ),
  );
  const referral = await referralOf(api.world, of.key, ordinal);
  const { body } = await owner.post('/api/cases').send(referral).expect(201);
  const path = `/api/cases/${(body as { caseNo: string }).caseNo}`;
  await coordinator.post(`${path}/take-in-triage`).send({ version: 1 }).expect(200);
  const opinionDueAt = new Date(api.world.clock.now().getTime() + 86_400_000).toISOString();
  await coordinator.post(`${path}/accept`).send({ version: 2, opinionDueAt }).expect(200);
  return { path, owner };
}

const recordAt = async (browser: TestAgent, path: string): Promise<FullRecord['sections']> =>
  ((await browser.get(`${path}/record`).expect(200)).body as FullRecord).sections;

const partsOf = (of: DemonstrationCase, kept: FullRecord['sections']): DemonstrationPart[] => {
  const entryId = (section: DemonstrationPart['section'], place: number) => {
    const content = kept[section]?.content;
    const entry = content !== undefined && 'entries' in content ? content.entries[place] : undefined;
    return entry !== undefined && 'id' in entry ? entry.id : randomUUID();
  };
  const before = (offset: number) => dayFrom(TODAY, DISCUSSED + offset);
  const after = (offset: number) => before(of.surgicalPlan.operationDay + offset);
  return [
    ...partsBeforeDiscussion(of, { day: before, entryId }),
    ...partsAfterOperation(of, { day: after, entryId, departmentId: (code) => departments.get(code) ?? '' }),
  ];
};

async function restrictedRead(owner: TestAgent, path: string): Promise<RestrictedContent[]> {
  const { body } = await owner.get(`${path}/restricted-facts`).expect(200);
  const ids = (body as { items: { id: string }[] }).items.map(({ id }) => id);
  return Promise.all(
    ids.map(
      async (id) =>
        (await owner.post(`${path}/restricted-facts/${id}/reveal`).send({ reason: '' }).expect(200))
          .body as RestrictedContent,
    ),
  );
}

/** Every text and number of a value, wherever it stands. */
function leaves(value: unknown): (string | number)[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [value] : [];
}

describe('the ten cases, entered as their surgeons and departments enter them', () => {
  it.each(demonstrationCases.map((of, index) => ({ key: of.key, of, ordinal: 501 + index })))(
    '$key is read back with no field lost',
    async ({ of, ordinal }) => {
      const { path, owner } = await entered(of, ordinal);
      const kept = await recordAt(owner, path);
      const parts = partsOf(of, kept);
      for (const { section, observedOn, content } of parts) {
        const revision = kept[section]?.revision ?? 0;
        const answer = await owner
          .put(`${path}/record/${section}`)
          .send({ revision, observedOn, source: 'OUTSIDE', sourceNote: '外院病历', content });
        expect([section, answer.status, (answer.body as { errors?: unknown }).errors]).toEqual([
          section,
          200,
          undefined,
        ]);
      }
      const facts = of.record.restricted.map((fact) => ({ ...fact, examinedOn: '2025-03-01' }));
      for (const fact of facts)
        await owner
          .post(`${path}/restricted-facts`)
          .send({ ...fact, departmentIds: [] })
          .expect(201);
      for (const { departmentCode, stance, text } of of.opinions)
        await (
          await as(holder('DEPT_LEAD', [departmentCode]))
        )
          .post(`${path}/opinions/${departments.get(departmentCode) ?? ''}`)
          .send({ stance, text, needs: '', answers: [], version: 0 })
          .expect(200);

      const record = await recordAt(owner, path);
      for (const { section, observedOn, content } of parts)
        expect(record[section]).toMatchObject({ observedOn, source: 'OUTSIDE', sourceNote: '外院病历', content });
      const view = (await owner.get(path).expect(200)).body as CaseView;
      const restricted = facts.length > 0 ? await restrictedRead(owner, path) : [];
      expect(restricted.map(({ result }) => result).toSorted()).toEqual(facts.map(({ result }) => result).toSorted());

      const {
        diagnosis,
        icd10: _icd10,
        stage,
        imaging,
        pathology,
        priorTreatments,
        questions,
        ...clinical
      } = of.clinical;
      const days = ({ dayOffset: _dayOffset, ...rest }: { dayOffset: number | null }) => rest;
      const treatments = of.record.treatments.map(({ doseGy, note }) => [doseGy, note]);
      const read = new Set(leaves([record, view, restricted]));
      const given = leaves([
        [diagnosis.zh, stage, clinical, imaging.map(days), pathology.map(days), priorTreatments.map(days)],
        [questions.map(({ zh }) => zh), { ...of.record, treatments }],
        of.departments.map(({ reason }) => reason),
        of.opinions.map(({ stance, text }) => [stance, text]),
        of.outcome,
        of.followUp.map(({ items, mode }) => [items, mode]),
      ]);
      expect(given.filter((leaf) => !read.has(leaf))).toEqual(
        // Counted from the operation here and dated there.
        of.outcome === null ? [] : [of.outcome.lastFollowUp.daysAfterOperation].filter((days) => !read.has(days)),
      );
    },
    60_000,
  );
});
