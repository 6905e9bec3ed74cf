import { Readable } from 'node:stream';
import {
  AgendaService,
  AttachmentsService,
  ConsultAskingService,
  EmergencyOpeningService,
  NewsService,
  OpinionsService,
  RemoteOpinionService,
  RemotePortalService,
  RestrictedWritingService,
} from '@consilium/core';
import { acceptedCase, referredCase } from './case-builder.js';
import { earlierEvidence, furnishDecision } from './decided-house.js';
import { draftedPlan } from './plan-builder.js';
import { recordedConsent, scheduledSession } from './session-builder.js';
import { PASSWORD } from './test-database.js';
import type { TestWorld } from './test-world.js';

/** A house with something in every table that holds patient data. */
export interface WalledHouse {
  /** Waits for triage; owned by the chair, gynaecology is to take part; cardiology-1 has opened it in an emergency. */
  waiting: string;
  /** On the agenda of a linked session and shared with 北辰, which has given its opinion; owned by urology-2, icu-1 is expected at the session.
   * Pathology may read its restricted fact, has written news of it and has asked urology for a consult. */
  shared: string;
  sharedSessionId: string;
  px: string;
  /** Decided, with a surgical plan whose stages belong to urology, colorectal surgery and bone oncology; owned by urology-2. A fact of the
   * decision has changed, transfusion-1 answers for its recommendation, and head and neck surgery is asked for a consult. */
  planned: string;
}

export async function walledHouse(world: TestWorld): Promise<WalledHouse> {
  const coordinator = await world.actor('coordinator');
  const waiting = await referredCase(world, { ordinal: 901, owner: 'chair', required: ['gynecologic-oncology'] });
  const { caseNo: shared } = await acceptedCase(world, { ordinal: 902, required: ['urology', 'pathology'] });
  const support = { stance: 'support', text: '同意手术。', needs: '', answers: [], version: 0 } as const;
  await world
    .get(OpinionsService)
    .submit(await world.actor('pathology-1'), shared, await world.departmentId('pathology'), {
      ...support,
      answers: [],
    });
  await recordedConsent(world, shared);
  const session = await scheduledSession(world, { linked: ['beichen', 'shenshui'], members: ['icu-1'], inHours: 50 });
  const seen = await world.get(AgendaService).addCase(coordinator, session.id, {
    version: session.version,
    caseNo: shared,
    minutes: 20,
    shareWithHospitalIds: [await world.hospitalId('beichen')],
  });
  const px = seen.agenda[0]?.sharedWith[0]?.pxCode ?? '';
  const expert = await world.actor('beichen-expert');
  await world.get(RemotePortalService).readCase(expert, px);
  await world.get(RemoteOpinionService).submit(expert, px, { ...support, answers: [], password: PASSWORD });
  await world.get(EmergencyOpeningService).open(await world.actor('cardiology-1'), waiting, {
    reasonKind: 'ON_CALL',
    reason: '夜间值班接诊，需要既往治疗经过',
    password: PASSWORD,
  });
  await world.get(RestrictedWritingService).record(await world.actor('urology-2'), shared, {
    kind: 'HIV',
    result: '抗体阴性',
    examinedOn: '2026-11-01',
    source: '本院检验科',
    departmentIds: [await world.departmentId('pathology')],
  });
  const asked = {
    condition: '血尿',
    treatment: '止血',
    reason: '术前评估',
    purpose: '明确手术指征',
    urgency: 'ROUTINE',
  } as const;
  await world.get(ConsultAskingService).send(await world.actor('pathology-1'), shared, {
    ...asked,
    departmentId: await world.departmentId('urology'),
    personId: null,
  });
  await world.get(NewsService).write(await world.actor('pathology-1'), shared, {
    text: '家属来电：血尿加重',
    source: 'FAMILY',
    severity: 'AMBER',
  });
  await keptFile(world, shared);
  await world.rows(
    `INSERT INTO case_imports (id, hospital_id, imported_by, imported_at, sha256, case_nos)
     SELECT gen_random_uuid(), hospital_id, owner_id, $2, repeat('0', 64), ARRAY[case_no] FROM cases WHERE case_no = $1`,
    [shared, world.clock.now()],
  );
  const plan = await draftedPlan(world, { ordinal: 903, inDays: 9 });
  await earlierEvidence(world, shared);
  await furnishDecision(world, plan.caseNo);
  // Laid down directly: to chase or to turn these cases through the services would change what else the house stands for.
  await world.rows(
    `INSERT INTO material_chases (id, round_id, person_id, chased_at, chased_by, codes)
     SELECT gen_random_uuid(), r.id, c.owner_id, $2, c.owner_id, '{asa}' FROM cases c JOIN discussion_rounds r ON r.case_id = c.id WHERE c.case_no = $1`,
    [shared, world.clock.now()],
  );
  await world.rows(
    `INSERT INTO case_turns (id, case_id, round_id, act, from_state, to_state, reason, advice, recorded_at, recorded_by)
     SELECT gen_random_uuid(), c.id, r.id, 'resume', 'ON_HOLD', 'DECIDED', '', '', $2, c.owner_id FROM cases c JOIN discussion_rounds r ON r.case_id = c.id WHERE c.case_no = $1`,
    [plan.caseNo, world.clock.now()],
  );
  await world.get(ConsultAskingService).send(await world.actor('urology-2'), plan.caseNo, {
    ...asked,
    departmentId: await world.departmentId('head-neck-surgery'),
    personId: null,
  });
  return { waiting, shared, sharedSessionId: session.id, px, planned: plan.caseNo };
}

/** A picture of one point, as small as PNG gets, kept with a case by who owns it. */
async function keptFile(world: TestWorld, caseNo: string): Promise<void> {
  const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await world
    .get(AttachmentsService)
    .add(
      await world.actor('urology-2'),
      caseNo,
      { kind: 'IMAGING', title: '盆腔MRI.png' },
      Readable.from([Buffer.from(point, 'base64')]),
    );
}
