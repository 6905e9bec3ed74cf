import { deidentifiedCase, remoteSession, type OpinionContent } from '@consilium/contracts';
import {
  demonstrationCase,
  PASSWORD,
  refusal,
  scheduledSession,
  sharedCase,
  testWorld,
  type ShareWanted,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { OpinionsService } from '../cases/index.js';
import { RemoteOpinionService } from './remote-opinion.service.js';
import { RemotePortalService } from './remote-portal.service.js';
import { ShareChangeService } from './share-change.service.js';

let world: TestWorld;
let portal: RemotePortalService;
let opinions: RemoteOpinionService;
let changes: ShareChangeService;
let coordinator: Actor;
let expert: Actor;
let ordinal = 300;

beforeAll(async () => {
  world = await testWorld();
  portal = world.get(RemotePortalService);
  opinions = world.get(RemoteOpinionService);
  changes = world.get(ShareChangeService);
  coordinator = await world.actor('coordinator');
  expert = await world.actor('beichen-expert');
});
afterAll(() => world.close());
const support: OpinionContent = { stance: 'support', text: '同意手术。', needs: '', answers: [] };

const shared = (wanted: Partial<ShareWanted> = {}) => sharedCase(world, { ordinal: (ordinal += 1), ...wanted });

describe('a shared case', () => {
  it('shows the other hospital the clinical content without anything that identifies, and puts the opening on record', async () => {
    const { caseNo, name, px, session } = await shared();
    const seen = await portal.readCase(expert, px);
    const text = JSON.stringify(seen);
    expect(deidentifiedCase.parse(seen)).toEqual(seen);
    for (const secret of [
      name,
      '示例',
      '999999',
      '13812345678',
      '1000000',
      '11010519491231002',
      '云岭省肿瘤医院',
      caseNo,
      'D0000',
    ])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/(19|20)\d\d\s*年/);
    expect(seen.wishes).toBe('▇▇希望保留排尿功能');
    expect(seen.summary).toContain('邀请方医院手术');
    expect(seen.ageBand).toMatch(/^\d+–\d+$/);
    expect(seen.questions).toHaveLength(demonstrationCase('002').clinical.questions.length);
    expect(seen.imaging?.every(({ day }) => day <= 0)).toBe(true);
    expect(seen.session).toMatchObject({ id: session.id, title: session.title });
    expect(seen).toMatchObject({ myOpinion: null, otherOpinions: [], canGiveOpinion: true });
    expect(
      await world.rows(
        'SELECT d.person_id AS id FROM disclosures d JOIN shares s ON s.id = d.share_id WHERE s.px_code = $1',
        [px],
      ),
    ).toEqual([{ id: expert.personId }]);
    expect(
      await world.rows(`SELECT 1 FROM audit_events WHERE action = 'shared-case.opened' AND detail ->> 'px' = $1`, [px]),
    ).toHaveLength(1);
  });

  it('does not exist for another hospital, linked or not, nor for the host’s own people', async () => {
    const { px } = await shared();
    for (const account of ['shenshui-expert', 'linchuan-expert', 'coordinator', 'chair'])
      expect((await refusal(portal.readCase(await world.actor(account), px))).code).toBe('object/not-found');
    expect(await portal.home(await world.actor('shenshui-expert'))).toEqual([]);
    expect((await refusal(portal.readCase(expert, 'PX-0000'))).code).toBe('object/not-found');
  });

  it('stands on the portal with the session and nothing else of the host', async () => {
    const { px, session } = await shared();
    const home = await portal.home(expert);
    expect(remoteSession.array().parse(home)).toEqual(home);
    const own = home.find(({ id }) => id === session.id);
    expect(own).toMatchObject({ host: { zh: '云岭省肿瘤医院' }, state: 'PLANNED' });
    expect(own?.cases).toMatchObject([{ px, opinionGivenAt: null, sessionId: session.id }]);
    await scheduledSession(world, { inHours: 100, title: '院内例会', chair: 'urology-1' });
    expect((await portal.home(expert)).map(({ title }) => title)).not.toContain('院内例会');
  });

  it('is gone at once when it is withdrawn; what was owed is too', async () => {
    const { px, shareId } = await shared();
    await changes.revoke(coordinator, shareId, '患者撤回同意');
    expect((await refusal(portal.readCase(expert, px))).code).toBe('object/not-found');
    const late = opinions.submit(expert, px, { ...support, version: 0, password: PASSWORD });
    expect((await refusal(late)).code).toBe('object/not-found');
    expect((await portal.home(expert)).flatMap(({ cases }) => cases).map((one) => one.px)).not.toContain(px);
    expect(
      await world.rows(`SELECT state FROM obligations WHERE kind = 'REMOTE_OPINION' AND subject_id = $1`, [shareId]),
    ).toEqual([{ state: 'CANCELLED' }]);
    expect((await refusal(changes.revoke(coordinator, shareId, '再次'))).code).toBe('share/revoked');
    expect(await world.rows(`SELECT 1 FROM outbox WHERE topic = 'share' AND key = $1`, [px])).not.toHaveLength(0);
  });

  it('is withdrawn by the coordinator or the owner, not by others', async () => {
    const { px, shareId } = await shared();
    expect((await refusal(changes.revoke(await world.actor('urology-3'), shareId, '试'))).code).toBe('access/denied');
    expect((await refusal(changes.revoke(await world.actor('mental-health-1'), shareId, '试'))).code).toBe(
      'object/not-found',
    );
    expect((await refusal(changes.revoke(expert, shareId, '试'))).code).toBe('object/not-found');
    await expect(portal.readCase(expert, px)).resolves.toBeDefined();
    await expect(changes.revoke(await world.actor('urology-2'), shareId, '患者要求')).resolves.toEqual({
      revokedAt: world.clock.now().toISOString(),
    });
  });

  it('closes 48 hours after the session, to the second', async () => {
    const { px, session } = await shared();
    const now = world.clock.now();
    const end = new Date(session.endsAt).getTime() + 48 * 3_600_000;
    world.clock.set(new Date(end - 1000));
    await expect(portal.readCase(expert, px)).resolves.toMatchObject({ px });
    world.clock.set(new Date(end));
    try {
      expect((await refusal(portal.readCase(expert, px))).code).toBe('object/not-found');
    } finally {
      world.clock.set(now);
    }
  });
});

describe('what a share leaves out', () => {
  it('never leaves the house, and the share says what goes with it', async () => {
    const { px } = await shared({ sections: ['QUESTIONS', 'SUMMARY', 'IMAGING'] });
    const seen = await portal.readCase(expert, px);
    expect(deidentifiedCase.parse(seen)).toEqual(seen);
    expect(seen.sections).toEqual(['SUMMARY', 'QUESTIONS', 'IMAGING']);
    expect(seen).toMatchObject({
      priorTreatments: null,
      pathology: null,
      wishes: null,
      ecog: null,
      comorbidities: null,
    });
    expect(seen.otherOpinions).toBeNull();
    expect(seen.imaging).not.toBeNull();
    const rows = await world.database.read(expert, (tx) =>
      tx.query(
        'SELECT wishes, ecog, comorbidities, prior_treatments, pathology FROM shared_records WHERE share_id IN (SELECT id FROM shares WHERE px_code = $1)',
        [px],
      ),
    );
    expect(rows).toEqual([{ wishes: null, ecog: null, comorbidities: null, prior_treatments: null, pathology: null }]);
  });

  it('still hides the hospitals that treated the patient in what is shared', async () => {
    const { px, caseNo } = await shared({ sections: ['SUMMARY', 'QUESTIONS'] });
    await world.rows(
      `UPDATE cases SET summary = '济民堂门诊转来', prior_treatments = jsonb_set(prior_treatments, '{0,hospitalName}', '"济民堂门诊"') WHERE case_no = $1`,
      [caseNo],
    );
    expect((await portal.readCase(expert, px)).summary).toBe('外院 A转来');
  });
});

describe('the record of what was received', () => {
  const received = (px: string) =>
    world.rows<{ kind: string; sections: string[]; agreement: string; content: Record<string, unknown>; at: Date }>(
      `SELECT d.kind, d.sections, a.agreement_no AS agreement, x.content, d.at FROM disclosures d JOIN shares s ON s.id = d.share_id
         JOIN partnerships a ON a.id = d.partnership_id JOIN disclosed_contents x ON x.id = d.content_id WHERE s.px_code = $1 ORDER BY d.id`,
      [px],
    );

  it('keeps every opening with its sections, its agreement and the content word for word', async () => {
    const { px, caseNo } = await shared({ sections: ['SUMMARY', 'QUESTIONS', 'WISHES'] });
    const seen = await portal.readCase(expert, px);
    await portal.readCase(expert, px);
    await world.rows(`UPDATE cases SET wishes = '改变了主意' WHERE case_no = $1`, [caseNo]);
    await portal.readCase(expert, px);
    const lines = await received(px);
    expect(lines.map(({ kind, sections }) => [kind, sections])).toEqual(
      Array.from({ length: 3 }, () => ['CASE', ['SUMMARY', 'QUESTIONS', 'WISHES']]),
    );
    expect(lines[0]?.content).toEqual(lines[1]?.content);
    expect(lines[0]?.content).toMatchObject({ summary: seen.summary, wishes: '▇▇希望保留排尿功能', imaging: null });
    expect(lines[2]?.content).toMatchObject({ wishes: '改变了主意' });
    expect(lines[0]?.agreement).not.toBe('');
    const contents = await world.rows(
      'SELECT 1 FROM disclosed_contents WHERE share_id IN (SELECT id FROM shares WHERE px_code = $1)',
      [px],
    );
    expect(contents).toHaveLength(2);
  });

  it('names what the list of cases told of each, once for what did not change', async () => {
    const { px } = await shared();
    await portal.home(expert);
    await portal.home(expert);
    const lines = await received(px);
    expect(lines.map(({ kind, sections }) => [kind, sections])).toEqual([['LIST', ['SUMMARY']]]);
    expect(Object.keys(lines[0]?.content ?? {}).toSorted()).toEqual(['ageBand', 'diagnosis', 'risk', 'sex']);
  });

  it('can be changed or removed by nobody', async () => {
    const { px } = await shared();
    await portal.readCase(expert, px);
    for (const sql of [
      'DELETE FROM disclosures',
      `UPDATE disclosed_contents SET content = '{}'`,
      'DELETE FROM disclosed_contents',
    ])
      await expect(world.database.write(coordinator, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });
});

describe('a remote opinion', () => {
  it('is drafted, signed with the password, and only then shows the others’, cleaned of names', async () => {
    const { caseNo, name, px, shareId } = await shared();
    const urology = await world.departmentId('urology');
    await world.get(OpinionsService).submit(await world.actor('urology-1'), caseNo, urology, {
      ...support,
      text: `${name}输尿管可再植`,
      version: 0,
    });
    const draft = await opinions.keepDraft(expert, px, { ...support, stance: null, version: 0 });
    expect(draft.version).toBe(1);
    expect((await portal.readCase(expert, px)).otherOpinions).toEqual([]);
    const wrong = opinions.submit(expert, px, { ...support, version: 1, password: 'not the password' });
    expect((await refusal(wrong)).code).toBe('signature/wrong-password');
    const given = await opinions.submit(expert, px, { ...support, version: 1, password: PASSWORD });
    expect(deidentifiedCase.parse(given)).toEqual(given);
    expect(given.myOpinion).toMatchObject({ state: 'SUBMITTED', stance: 'support', isRemote: true, revision: 1 });
    expect(given.otherOpinions?.map(({ text }) => text)).toEqual(['▇▇输尿管可再植']);
    expect(
      await world.rows(`SELECT state FROM obligations WHERE kind = 'REMOTE_OPINION' AND subject_id = $1`, [shareId]),
    ).toEqual([{ state: 'DONE' }]);
    expect(
      (await portal.home(expert)).flatMap(({ cases }) => cases).find((one) => one.px === px)?.opinionGivenAt,
    ).not.toBeNull();
  });

  it('is not given on a version that somebody has changed since', async () => {
    const { px } = await shared();
    await opinions.keepDraft(expert, px, { ...support, version: 0 });
    const stale = opinions.submit(expert, px, { ...support, version: 0, password: PASSWORD });
    expect((await refusal(stale)).code).toBe('object/stale');
  });

  it('answers only questions that were asked', async () => {
    const { px } = await shared();
    const beyond = opinions.submit(expert, px, {
      ...support,
      answers: [
        { question: 0, answer: 'AGREE', text: '' },
        { question: 0, answer: 'AGREE', text: '' },
      ],
      version: 0,
      password: PASSWORD,
    });
    expect((await refusal(beyond)).extras.errors).toEqual([{ field: 'answers.1.question', code: 'duplicate' }]);
  });
});
