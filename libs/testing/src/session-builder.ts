import type { AgendaItem, AttendanceMode, DecisionRecord, SessionPlan, SessionView } from '@consilium/contracts';
import {
  AgendaService,
  CaseReadingService,
  ConsentsService,
  SessionPlanningService,
  SessionReadingService,
  SessionRunningService,
} from '@consilium/core';
import { acceptedCase } from './case-builder.js';
import { dayFrom } from './referral-builder.js';
import type { TestWorld } from './test-world.js';

export interface SessionWanted {
  title?: string;
  /** Hours from the world's present. */
  inHours?: number;
  minutes?: number;
  /** Which meeting room, from 0. */
  room?: number;
  /** Accounts. */
  chair?: string;
  recorder?: string;
  members?: readonly string[];
  /** Hospital codes; each brings its expert. */
  linked?: readonly string[];
}

const HOUR = 3_600_000;
const personIdOf = async (world: TestWorld, account: string): Promise<string> => {
  const { personId } = await world.actor(account);
  if (personId === null) throw new Error(`${account} is not a person`);
  return personId;
};

/** A session as a coordinator would plan it: tomorrow in the first meeting room, with chair and recorder. */
export async function sessionPlanOf(world: TestWorld, wanted: SessionWanted = {}): Promise<SessionPlan> {
  return {
    title: wanted.title ?? '盆腔肿瘤联动MDT',
    startsAt: new Date(world.clock.now().getTime() + (wanted.inHours ?? 29) * HOUR).toISOString(),
    minutes: wanted.minutes ?? 90,
    roomId: await world.roomId('MEETING_ROOM', wanted.room ?? 0),
    chairId: await personIdOf(world, wanted.chair ?? 'chair'),
    recorderId: await personIdOf(world, wanted.recorder ?? 'recorder'),
    memberIds: await Promise.all((wanted.members ?? []).map((account) => personIdOf(world, account))),
    linkedHospitals: await Promise.all(
      (wanted.linked ?? []).map(async (code) => ({
        hospitalId: await world.hospitalId(code),
        expertIds: [await personIdOf(world, `${code}-expert`)],
      })),
    ),
    videoUrl: '',
  };
}

/** A session on the calendar, as the coordinator sees it. */
export async function scheduledSession(world: TestWorld, wanted: SessionWanted = {}): Promise<SessionView> {
  const coordinator = await world.actor('coordinator');
  const { id } = await world.get(SessionPlanningService).schedule(coordinator, await sessionPlanOf(world, wanted));
  return world.get(SessionReadingService).read(coordinator, id);
}

/** Records the patient's consent to a remote consult. */
export async function recordedConsent(
  world: TestWorld,
  caseNo: string,
  consent: { endsOn?: string } = {},
): Promise<void> {
  const coordinator = await world.actor('coordinator');
  const { version } = await world.get(CaseReadingService).read(coordinator, caseNo);
  const signedOn = dayFrom(world.clock.now().toISOString().slice(0, 10), -1);
  await world.get(ConsentsService).record(coordinator, caseNo, {
    version,
    kind: 'TELEMEDICINE',
    form: 'PAPER',
    signedBy: 'PATIENT',
    relation: '',
    reason: '',
    signedOn,
    endsOn: null,
    ...consent,
  });
}

/** Marks people as present, by account. */
export async function arrived(
  world: TestWorld,
  sessionId: string,
  accounts: readonly string[],
  mode: AttendanceMode = 'IN_PERSON',
): Promise<void> {
  const coordinator = await world.actor('coordinator');
  for (const account of accounts) {
    const personId = await personIdOf(world, account);
    await world.get(SessionRunningService).markAttendance(coordinator, sessionId, personId, { present: true, mode });
  }
}

/** Everyone whom the quorum of {@link discussedCase} asks for, by account. */
export const QUORATE = ['chair', 'urology-2', 'imaging-1', 'pathology-1', 'urology-1', 'anaesthesia-1'] as const;

/** The item of an agenda at a place, from 0. */
export function itemOf(session: SessionView, index = 0): AgendaItem {
  const item = session.agenda[index];
  if (!item) throw new Error('no such item');
  return item;
}

/** A session in progress with one case under discussion; urology, imaging, pathology and anaesthesia take part in it. */
export async function discussedCase(
  world: TestWorld,
  {
    ordinal,
    present = QUORATE,
    linked = [],
  }: { ordinal: number; present?: readonly string[]; linked?: readonly string[] },
): Promise<{ caseNo: string; session: SessionView; item: AgendaItem }> {
  const [coordinator, chair] = await Promise.all([world.actor('coordinator'), world.actor('chair')]);
  const required = ['urology', 'diagnostic-radiology', 'pathology', 'anesthesiology'];
  const { caseNo } = await acceptedCase(world, { ordinal, required });
  const planned = await scheduledSession(world, { linked });
  if (linked.length > 0) await recordedConsent(world, caseNo);
  const filled = await world.get(AgendaService).addCase(coordinator, planned.id, {
    version: planned.version,
    caseNo,
    minutes: 20,
    shareWithHospitalIds: planned.linkedHospitals.map(({ hospitalId }) => hospitalId),
  });
  const running = world.get(SessionRunningService);
  const started = await running.start(chair, planned.id, filled.version);
  await arrived(world, planned.id, present);
  const session = await running.openItem(chair, planned.id, itemOf(started).id, itemOf(started).version);
  return { caseNo, session, item: itemOf(session) };
}

/** A complete record of {@link discussedCase}: urology supports an operation, transfusion prepares blood within a week. */
export async function completeRecord(world: TestWorld, changes: Partial<DecisionRecord> = {}): Promise<DecisionRecord> {
  const urologist = await personIdOf(world, 'urology-1');
  return {
    direction: 'SURGERY',
    summary: '行盆腔廓清术，先栓塞。',
    stances: [
      {
        departmentId: await world.departmentId('urology'),
        hospitalId: null,
        personId: urologist,
        stance: 'support',
        note: '',
      },
    ],
    recommendations: [
      {
        text: '备血 12 U',
        ownerId: await personIdOf(world, 'transfusion-1'),
        dueOn: dayFrom(world.clock.now().toISOString().slice(0, 10), 7),
      },
    ],
    patientPreferenceConsidered: true,
    consensusOverride: null,
    ...changes,
  };
}
