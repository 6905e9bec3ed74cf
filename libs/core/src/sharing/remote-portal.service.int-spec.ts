import { deidentifiedCase, remoteSession, type OpinionContent } from '@consilium/contracts';
import {
  acceptedCase,
  demonstrationCase,
  PASSWORD,
  recordedConsent,
  scheduledSession,
  testWorld,
  type TestWorld,
  refusal,
} from '@consilium/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { OpinionsService } from '../cases/index.js';
import { AgendaService } from '../consult-sessions/index.js';
import { RemoteOpinionService } from './remote-opinion.service.js';
import { RemotePortalService } from './remote-portal.service.js';
import { ShareRevocationService } from './share-revocation.service.js';

let world: TestWorld;
let portal: RemotePortalService;
let opinions: RemoteOpinionService;
let revocation: ShareRevocationService;
let coordinator: Actor;
let expert: Actor;
let ordinal = 300;

beforeAll(async () => {
  world = await testWorld();
  portal = world.get(RemotePortalService);
  opinions = world.get(RemoteOpinionService);
  revocation = world.get(ShareRevocationService);
  coordinator = await world.actor('coordinator');
  expert = await world.actor('beichen-expert');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.write(coordinator, async (tx) => {
    await tx.query('DELETE FROM bookings');
  });
});

const support: OpinionContent = { stance: 'support', text: '同意手术。', needs: '', answers: [] };

/** A case shared with 北辰 for tomorrow's session, its free text planted with what must not leave. */
async function shared() {
  const patient = (ordinal += 1);
  const { caseNo } = await acceptedCase(world, { ordinal: patient, required: ['urology'] });
  const name = `张示例${patient}`;
  await world.database.write(coordinator, async (tx) => {
    await tx.query(`UPDATE cases SET summary = summary || $2, wishes = $3 WHERE case_no = $1`, [
      caseNo,
      `。${name}，电话 13812345678，证件 11010519491231002X，2025年3月1日在云岭省肿瘤医院手术`,
      `${name}希望保留排尿功能`,
    ]);
  });
  await recordedConsent(world, caseNo);
  const session = await scheduledSession(world, { linked: ['beichen'] });
  const seen = await world.get(AgendaService).addCase(coordinator, session.id, {
    version: 1,
    caseNo,
    minutes: 20,
    shareWithHospitalIds: session.linkedHospitals.map(({ hospitalId }) => hospitalId),
  });
  const px = seen.agenda[0]?.sharedWith[0]?.pxCode ?? '';
  const [share] = await world.rows<{ id: string }>('SELECT id FROM shares WHERE px_code = $1', [px]);
  return { caseNo, name, session, px, shareId: share?.id ?? '' };
}

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
    expect(seen.imaging.every(({ day }) => day <= 0)).toBe(true);
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
    await revocation.revoke(coordinator, shareId, '患者撤回同意');
    expect((await refusal(portal.readCase(expert, px))).code).toBe('share/revoked');
    const late = opinions.submit(expert, px, { ...support, version: 0, password: PASSWORD });
    expect((await refusal(late)).code).toBe('share/revoked');
    expect(
      await world.rows(`SELECT state FROM obligations WHERE kind = 'REMOTE_OPINION' AND subject_id = $1`, [shareId]),
    ).toEqual([{ state: 'CANCELLED' }]);
    expect((await refusal(revocation.revoke(coordinator, shareId, '再次'))).code).toBe('share/revoked');
    expect(await world.rows(`SELECT 1 FROM outbox WHERE topic = 'share' AND key = $1`, [px])).not.toHaveLength(0);
  });

  it('is withdrawn by the coordinator or the owner, not by others', async () => {
    const { px, shareId } = await shared();
    expect((await refusal(revocation.revoke(await world.actor('urology-3'), shareId, '试'))).code).toBe(
      'access/denied',
    );
    expect((await refusal(revocation.revoke(await world.actor('mental-health-1'), shareId, '试'))).code).toBe(
      'object/not-found',
    );
    expect((await refusal(revocation.revoke(expert, shareId, '试'))).code).toBe('object/not-found');
    await expect(portal.readCase(expert, px)).resolves.toBeDefined();
    await expect(revocation.revoke(await world.actor('urology-2'), shareId, '患者要求')).resolves.toBeDefined();
  });

  it('closes 48 hours after the session', async () => {
    const { px, session } = await shared();
    const now = world.clock.now();
    world.clock.set(new Date(new Date(session.endsAt).getTime() + 48 * 3_600_000));
    try {
      expect((await refusal(portal.readCase(expert, px))).code).toBe('share/expired');
    } finally {
      world.clock.set(now);
    }
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
    expect(given.otherOpinions.map(({ text }) => text)).toEqual(['▇▇输尿管可再植']);
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
