import {
  AgendaService,
  EmergencyOpeningService,
  OpinionsService,
  RemoteOpinionService,
  RemotePortalService,
  RestrictedWritingService,
} from '@consilium/core';
import { acceptedCase, referredCase } from './case-builder.js';
import { draftedPlan } from './plan-builder.js';
import { recordedConsent, scheduledSession } from './session-builder.js';
import { PASSWORD } from './test-database.js';
import type { TestWorld } from './test-world.js';

/** A house with something in every table that holds patient data. */
export interface WalledHouse {
  /** Waits for triage; owned by the chair, gynaecology is to take part; cardiology-1 has opened it in an emergency. */
  waiting: string;
  /** On the agenda of a linked session and shared with 北辰, which has given its opinion; owned by urology-2, icu-1 is expected at the session.
   * Pathology may read its restricted fact. */
  shared: string;
  sharedSessionId: string;
  px: string;
  /** Decided, with a surgical plan whose stages belong to urology, colorectal surgery and bone oncology; owned by urology-2. */
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
  const plan = await draftedPlan(world, { ordinal: 903, inDays: 9 });
  return { waiting, shared, sharedSessionId: session.id, px, planned: plan.caseNo };
}
