import type { SessionView, ShareSection } from '@consilium/contracts';
import { AgendaService } from '@consilium/core';
import { acceptedCase } from './case-builder.js';
import { recordedConsent, scheduledSession } from './session-builder.js';
import type { TestWorld } from './test-world.js';

export interface ShareWanted {
  ordinal: number;
  sections?: readonly ShareSection[];
  /** Last day of the consent, YYYY-MM-DD. */
  consentEndsOn?: string;
  /** Hospital codes. */
  with?: readonly string[];
  inHours?: number;
}

export interface SharedCase {
  caseNo: string;
  /** Name of the patient. */
  name: string;
  session: SessionView;
  /** Of the first hospital named. */
  px: string;
  shareId: string;
}

/** A case of urology shared with 北辰 for tomorrow's session, its free text planted with what must not leave the house. */
export async function sharedCase(world: TestWorld, wanted: ShareWanted): Promise<SharedCase> {
  const coordinator = await world.actor('coordinator');
  await world.rows('DELETE FROM bookings');
  const { caseNo } = await acceptedCase(world, { ordinal: wanted.ordinal, required: ['urology'] });
  const name = `张示例${wanted.ordinal}`;
  await world.database.write(coordinator, async (tx) => {
    await tx.query(`UPDATE cases SET summary = summary || $2, wishes = $3 WHERE case_no = $1`, [
      caseNo,
      `。${name}，电话 13812345678，证件 11010519491231002X，2025年3月1日在云岭省肿瘤医院手术`,
      `${name}希望保留排尿功能`,
    ]);
  });
  await recordedConsent(world, caseNo, wanted.consentEndsOn === undefined ? {} : { endsOn: wanted.consentEndsOn });
  const session = await scheduledSession(world, {
    linked: wanted.with ?? ['beichen'],
    ...(wanted.inHours === undefined ? {} : { inHours: wanted.inHours }),
  });
  const seen = await world.get(AgendaService).addCase(coordinator, session.id, {
    version: session.version,
    caseNo,
    minutes: 20,
    shareWithHospitalIds: session.linkedHospitals.map(({ hospitalId }) => hospitalId),
    ...(wanted.sections && { shareSections: wanted.sections }),
  });
  const first = await world.hospitalId(wanted.with?.[0] ?? 'beichen');
  const px = seen.agenda[0]?.sharedWith.find(({ hospitalId }) => hospitalId === first)?.pxCode ?? '';
  const [share] = await world.rows<{ id: string }>('SELECT id FROM shares WHERE px_code = $1', [px]);
  return { caseNo, name, session, px, shareId: share?.id ?? '' };
}
