import type { OpinionContent } from '@consilium/contracts';
import { acceptedCase, caseInTriage, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService } from './case-reading.service.js';
import { OpinionsService } from './opinions.service.js';

let world: TestWorld;
let opinions: OpinionsService;
let reading: CaseReadingService;
let coordinator: Actor;
let urologist: Actor;
let pathologist: Actor;
let urology: string;
let pathology: string;
let ordinal = 50;
const nextPatient = () => (ordinal += 1);

beforeAll(async () => {
  world = await testWorld();
  opinions = world.get(OpinionsService);
  reading = world.get(CaseReadingService);
  coordinator = await world.actor('coordinator');
  urologist = await world.actor('urology-1');
  pathologist = await world.actor('pathology-1');
  urology = await world.departmentId('urology');
  pathology = await world.departmentId('pathology');
});
afterAll(() => world.close());

const support: OpinionContent = { stance: 'support', text: '同意手术，输尿管可再植。', needs: '', answers: [] };
const twoDepartments = (blind = false) =>
  acceptedCase(world, { ordinal: nextPatient(), required: ['urology', 'pathology'], blind });
const stateOf = async (caseNo: string) => (await reading.read(coordinator, caseNo)).state;
const owedBy = async (caseNo: string, departmentId: string) => {
  const [row] = await world.rows<{ state: string }>(
    `SELECT b.state FROM obligations b JOIN cases c ON c.id = b.case_id WHERE b.kind = 'OPINION' AND c.case_no = $1 AND b.department_id = $2`,
    [caseNo, departmentId],
  );
  return row?.state;
};

describe("a department's opinion", () => {
  it('is drafted, submitted and revised; every revision stays on record', async () => {
    const { caseNo } = await twoDepartments();
    const draft = await opinions.keepDraft(urologist, caseNo, urology, { ...support, stance: null, version: 0 });
    expect(draft.version).toBe(1);
    expect((await reading.read(pathologist, caseNo)).round).toMatchObject({ opinions: [], hiddenOpinions: 0 });
    expect((await reading.read(urologist, caseNo)).round.opinions).toMatchObject([{ state: 'DRAFT', stance: null }]);

    const given = await opinions.submit(urologist, caseNo, urology, { ...support, version: 1 });
    expect(given).toMatchObject({
      state: 'SUBMITTED',
      revision: 1,
      version: 2,
      departmentId: urology,
      isRemote: false,
    });
    expect(await owedBy(caseNo, urology)).toBe('DONE');

    await opinions.keepDraft(urologist, caseNo, urology, {
      ...support,
      text: '改为有条件',
      stance: 'conditional',
      version: 2,
    });
    expect((await reading.read(pathologist, caseNo)).round.opinions).toMatchObject([
      { text: support.text, stance: 'support' },
    ]);
    const revised = await opinions.submit(urologist, caseNo, urology, {
      ...support,
      stance: 'conditional',
      text: '先放双J管',
      version: 3,
    });
    expect(revised).toMatchObject({ revision: 2, stance: 'conditional', text: '先放双J管' });
    const revisions = await world.rows<{ revision: number; text: string }>(
      'SELECT revision, text FROM opinion_revisions WHERE opinion_id = $1 ORDER BY revision',
      [given.id],
    );
    expect(revisions).toEqual([
      { revision: 1, text: support.text },
      { revision: 2, text: '先放双J管' },
    ]);
  });

  it('never waits for another department: both answer at the same moment and the case becomes ready', async () => {
    const { caseNo, version } = await twoDepartments();
    await Promise.all([
      opinions.submit(urologist, caseNo, urology, { ...support, version: 0 }),
      opinions.submit(pathologist, caseNo, pathology, { ...support, version: 0 }),
    ]);
    const view = await reading.read(coordinator, caseNo);
    expect(view).toMatchObject({ state: 'READY', version });
    expect(view.round.opinions).toHaveLength(2);
  });

  it('written by two colleagues at once is refused to the second, naming the first', async () => {
    const { caseNo } = await twoDepartments();
    await opinions.keepDraft(urologist, caseNo, urology, { ...support, version: 0 });
    const colleague = await world.actor('urology-3');
    const late = await refusal(
      opinions.keepDraft(colleague, caseNo, urology, { ...support, text: '另一意见', version: 0 }),
    );
    expect(late).toMatchObject({
      code: 'object/stale',
      parameters: { who: urologist.name },
      extras: { currentVersion: 1 },
    });
    await opinions.keepDraft(colleague, caseNo, urology, { ...support, version: 1 });
    const stale = await refusal(opinions.submit(urologist, caseNo, urology, { ...support, version: 1 }));
    expect(stale).toMatchObject({ code: 'object/stale', parameters: { who: colleague.name } });
  });

  it('is given only by its own people, once the case is accepted, and until the round is closed', async () => {
    const waiting = await caseInTriage(world, { ordinal: nextPatient(), required: ['urology'] });
    expect((await refusal(opinions.submit(urologist, waiting.caseNo, urology, { ...support, version: 0 }))).code).toBe(
      'opinion/not-owed',
    );
    const { caseNo } = await twoDepartments();
    expect((await refusal(opinions.submit(pathologist, caseNo, urology, { ...support, version: 0 }))).code).toBe(
      'access/denied',
    );
    const bone = await world.actor('bone-1');
    const notAsked = opinions.submit(bone, caseNo, await world.departmentId('bone-soft-tissue-oncology'), {
      ...support,
      version: 0,
    });
    expect((await refusal(notAsked)).code).toBe('object/not-found');

    await world.rows(
      'UPDATE discussion_rounds SET closed_at = now() WHERE case_id = (SELECT id FROM cases WHERE case_no = $1)',
      [caseNo],
    );
    expect((await refusal(opinions.submit(urologist, caseNo, urology, { ...support, version: 0 }))).code).toBe(
      'opinion/not-owed',
    );
    expect((await reading.read(urologist, caseNo)).opinionDepartmentIds).toEqual([]);
  });

  it('answers only questions that were asked', async () => {
    const { caseNo, clinical } = await twoDepartments();
    const beyond = clinical.questions.length;
    const problem = await refusal(
      opinions.submit(urologist, caseNo, urology, {
        ...support,
        version: 0,
        answers: [{ question: beyond, answer: 'AGREE', text: '' }],
      }),
    );
    expect(problem.extras.errors).toEqual([{ field: 'answers.0.question', code: 'unknown' }]);
  });

  it('is kept back from the others of a blind round until they have answered', async () => {
    const { caseNo } = await twoDepartments(true);
    await opinions.submit(urologist, caseNo, urology, { ...support, version: 0 });
    expect((await reading.read(pathologist, caseNo)).round).toMatchObject({ opinions: [], hiddenOpinions: 1 });
    expect((await reading.read(urologist, caseNo)).round.opinions).toHaveLength(1);
    expect((await reading.read(coordinator, caseNo)).round.opinions).toHaveLength(1);
    await opinions.submit(pathologist, caseNo, pathology, { ...support, version: 0 });
    expect((await reading.read(pathologist, caseNo)).round).toMatchObject({ hiddenOpinions: 0 });
    expect((await reading.read(pathologist, caseNo)).round.opinions).toHaveLength(2);
  });

  it('may be waived by the coordinator with a reason, which makes the case ready', async () => {
    const { caseNo, version } = await twoDepartments();
    await opinions.submit(urologist, caseNo, urology, { ...support, version: 0 });
    expect(await stateOf(caseNo)).toBe('PREPARING');
    expect((await refusal(opinions.waive(pathologist, caseNo, pathology, { version, reason: '无标本' }))).code).toBe(
      'access/denied',
    );
    const { version: after } = await opinions.waive(coordinator, caseNo, pathology, { version, reason: '无标本' });
    expect(after).toBe(version + 1);
    const view = await reading.read(coordinator, caseNo);
    expect(view.state).toBe('READY');
    expect(view.version).toBe(after);
    expect(view.round.participations.find(({ departmentId }) => departmentId === pathology)).toMatchObject({
      state: 'WAIVED',
      waiveReason: '无标本',
    });
    expect(await owedBy(caseNo, pathology)).toBe('CANCELLED');
    const again = await refusal(opinions.waive(coordinator, caseNo, pathology, { version: after, reason: '无标本' }));
    expect(again.code).toBe('opinion/not-owed');
  });

  it('leaves no clinical text in the audit log or the outbox', async () => {
    const { caseNo } = await twoDepartments();
    await opinions.submit(urologist, caseNo, urology, { ...support, text: '独一无二的意见原文', version: 0 });
    for (const table of ['audit_events', 'outbox'])
      expect(await world.rows(`SELECT 1 FROM ${table} AS r WHERE r::text LIKE '%独一无二%'`)).toEqual([]);
    const told = await world.rows<{ topic: string }>('SELECT DISTINCT topic FROM outbox WHERE key = $1 OR key = $2', [
      caseNo,
      urology,
    ]);
    expect(told.map(({ topic }) => topic).toSorted()).toEqual(['board', 'case']);
  });

  it('stays possible while the coordinator works on the case', async () => {
    const { caseNo, version } = await twoDepartments();
    const draft = await opinions.keepDraft(urologist, caseNo, urology, { ...support, version: 0 });
    await opinions.waive(coordinator, caseNo, pathology, { version, reason: '无标本' });
    const given = await opinions.submit(urologist, caseNo, urology, { ...support, version: draft.version });
    expect(given.revision).toBe(1);
    expect(await stateOf(caseNo)).toBe('READY');
  });
});
