import type { OpinionContent } from '@consilium/contracts';
import {
  acceptedCase,
  PASSWORD,
  recordedConsent,
  refusal,
  scheduledSession,
  testWorld,
  type TestWorld,
} from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { AgendaService } from '../consult-sessions/agenda.service.js';
import { RecordReadingService, RecordWritingService } from '../record-keeping/index.js';
import { RemoteOpinionService } from '../sharing/remote-opinion.service.js';
import { CaseReadingService } from './case-reading.service.js';
import { OpinionVersionsService } from './opinion-versions.service.js';
import { OpinionsService } from './opinions.service.js';

let world: TestWorld;
let opinions: OpinionsService;
let versions: OpinionVersionsService;
let reading: CaseReadingService;
let coordinator: Actor;
let urologist: Actor;
let pathologist: Actor;
let owner: Actor;
let urology: string;
let pathology: string;
let ordinal = 350;

beforeAll(async () => {
  world = await testWorld();
  opinions = world.get(OpinionsService);
  versions = world.get(OpinionVersionsService);
  reading = world.get(CaseReadingService);
  coordinator = await world.actor('coordinator');
  urologist = await world.actor('urology-1');
  pathologist = await world.actor('pathology-1');
  owner = await world.actor('urology-2');
  urology = await world.departmentId('urology');
  pathology = await world.departmentId('pathology');
});
afterAll(() => world.close());

const support: OpinionContent = {
  stance: 'support',
  text: '同意手术。',
  needs: '',
  answers: [],
  resectability: 'BORDERLINE',
  risks: ['骶前出血'],
  conditions: ['术前栓塞'],
};

/** A ready case: urology and pathology have both given their opinions. */
async function answered(blind = false) {
  const { caseNo } = await acceptedCase(world, { ordinal: (ordinal += 1), required: ['urology', 'pathology'], blind });
  await opinions.submit(urologist, caseNo, urology, { ...support, version: 0 });
  await opinions.submit(pathologist, caseNo, pathology, { ...support, version: 0 });
  return caseNo;
}

/** Enters the structures anew: as they are, or with one more. */
async function writesStructures(caseNo: string, more: readonly { code: string; involvement: 'ABUT' }[] = []) {
  const { sections } = await world.get(RecordReadingService).read(owner, caseNo);
  const present = sections.structures;
  await world.get(RecordWritingService).write(owner, caseNo, 'structures', {
    revision: present?.revision ?? 0,
    observedOn: present?.observedOn ?? '2026-11-10',
    source: 'OWN',
    sourceNote: '',
    reason: '',
    content: { entries: [...(present?.content.entries ?? []), ...more] },
  });
}
const newStructure = [{ code: 'coccyx', involvement: 'ABUT' }] as const;
const stateOf = async (caseNo: string, departmentId: string) => {
  const { state, round } = await reading.read(coordinator, caseNo);
  const own = round.participations.find((one) => one.departmentId === departmentId);
  return { case: state, own: own?.state };
};
const owed = async (caseNo: string, kind: string) =>
  world.rows<{ state: string; dueAt: Date }>(
    `SELECT b.state, b.due_at AS "dueAt" FROM obligations b JOIN cases c ON c.id = b.case_id WHERE c.case_no = $1 AND b.kind = $2 AND b.state = 'OPEN'`,
    [caseNo, kind],
  );

describe('an opinion after which the record changed', () => {
  it('is owed again by every department, on the board and with a new due time, and says what is new', async () => {
    const caseNo = await answered();
    expect(await stateOf(caseNo, urology)).toEqual({ case: 'READY', own: 'GIVEN' });
    await writesStructures(caseNo, newStructure);
    expect(await stateOf(caseNo, urology)).toEqual({ case: 'PREPARING', own: 'STALE' });
    const due = new Date(world.clock.now().getTime() + 24 * 3_600_000);
    expect(await owed(caseNo, 'OPINION')).toEqual([
      { state: 'OPEN', dueAt: due },
      { state: 'OPEN', dueAt: due },
    ]);
    const { round } = await reading.read(coordinator, caseNo);
    expect(round.opinions.map(({ newEvidence }) => newEvidence)).toEqual(
      [1, 2].map(() => [{ section: 'structures', at: world.clock.now().toISOString(), by: owner.name }]),
    );
    const [card] = await world.rows<{ column: string }>(
      `SELECT b.column_key AS "column" FROM board_cards b JOIN cases c ON c.id = b.case_id WHERE c.case_no = $1 AND b.department_id = $2`,
      [caseNo, urology],
    );
    expect(card?.column).toBe('WAITING_ON_US');
  });

  it('stays as it is where the same is entered anew, or a part opinions do not rest on', async () => {
    const caseNo = await answered();
    await writesStructures(caseNo);
    await world.get(RecordWritingService).write(owner, caseNo, 'wishes', {
      revision: 1,
      observedOn: '2026-11-10',
      source: 'PATIENT',
      sourceNote: '',
      reason: '',
      content: { text: '希望保留肛门功能' },
    });
    expect(await stateOf(caseNo, urology)).toEqual({ case: 'READY', own: 'GIVEN' });
  });

  it('is confirmed unchanged in one step, a draft being written left alone, and revised by the other', async () => {
    const caseNo = await answered();
    await writesStructures(caseNo, newStructure);
    await opinions.keepDraft(urologist, caseNo, urology, { ...support, text: '草稿', version: 1 });
    const confirmed = await versions.reconfirm(urologist, caseNo, urology, { version: 2 });
    expect(confirmed).toMatchObject({ revision: 2, text: support.text, newEvidence: [], risks: ['骶前出血'] });
    expect(await stateOf(caseNo, urology)).toEqual({ case: 'PREPARING', own: 'GIVEN' });
    const own = (await reading.read(urologist, caseNo)).round.opinions.find((one) => one.departmentId === urology);
    expect(own).toMatchObject({ state: 'DRAFT', text: '草稿' });

    await opinions.submit(pathologist, caseNo, pathology, { ...support, stance: 'conditional', version: 1 });
    expect(await stateOf(caseNo, pathology)).toEqual({ case: 'READY', own: 'GIVEN' });
    expect(await owed(caseNo, 'OPINION')).toEqual([]);
    const { items } = await versions.revisions(coordinator, caseNo, urology);
    expect(items.map(({ revision, reconfirms, conditions }) => [revision, reconfirms, conditions])).toEqual([
      [2, true, ['术前栓塞']],
      [1, false, ['术前栓塞']],
    ]);
  });

  it('is not confirmed where nothing is new, by others, or on an old version', async () => {
    const caseNo = await answered();
    expect((await refusal(versions.reconfirm(urologist, caseNo, urology, { version: 1 }))).code).toBe(
      'opinion/not-stale',
    );
    await writesStructures(caseNo, newStructure);
    expect((await refusal(versions.reconfirm(pathologist, caseNo, urology, { version: 1 }))).code).toBe(
      'access/denied',
    );
    expect((await refusal(versions.reconfirm(urologist, caseNo, urology, { version: 7 }))).code).toBe('object/stale');
  });

  it('shows its versions to nobody who may not read it yet', async () => {
    const { caseNo } = await acceptedCase(world, {
      ordinal: (ordinal += 1),
      required: ['urology', 'pathology'],
      blind: true,
    });
    await opinions.submit(urologist, caseNo, urology, { ...support, version: 0 });
    expect((await refusal(versions.revisions(pathologist, caseNo, urology))).code).toBe('object/not-found');
    expect((await versions.revisions(urologist, caseNo, urology)).items).toHaveLength(1);
  });

  it('is asked of another hospital too', async () => {
    const caseNo = await answered();
    await recordedConsent(world, caseNo);
    const session = await scheduledSession(world, { linked: ['beichen'], inHours: 60 });
    const seen = await world.get(AgendaService).addCase(coordinator, session.id, {
      version: session.version,
      caseNo,
      minutes: 20,
      shareWithHospitalIds: [await world.hospitalId('beichen')],
    });
    const px = seen.agenda[0]?.sharedWith[0]?.pxCode ?? '';
    const expert = await world.actor('beichen-expert');
    const remote = world.get(RemoteOpinionService);
    await remote.submit(expert, px, { ...support, version: 0, password: PASSWORD });
    expect(await owed(caseNo, 'REMOTE_OPINION')).toEqual([]);
    await writesStructures(caseNo, newStructure);
    expect(await owed(caseNo, 'REMOTE_OPINION')).toHaveLength(1);
    const again = await remote.submit(expert, px, { ...support, version: 1, password: PASSWORD });
    expect(again.myOpinion).toMatchObject({ revision: 2, newEvidence: [] });
    expect(await owed(caseNo, 'REMOTE_OPINION')).toEqual([]);
  });
});
