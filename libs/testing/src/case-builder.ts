import type { CaseView } from '@consilium/contracts';
import { ReferCaseService, TriageService } from '@consilium/core';
import { referralOf } from './referral-builder.js';
import type { TestWorld } from './test-world.js';

export interface CaseWanted {
  /** Demonstration case that gives the clinical record, e.g. `002`. */
  key?: string;
  /** Which invented patient it is. */
  ordinal?: number;
  /** Account of the person who refers and then owns the case. */
  owner?: string;
  urgency?: 'ROUTINE' | 'URGENT';
  /** Codes of the departments taking part; those of the demonstration case where left out. */
  required?: readonly string[];
  optional?: readonly string[];
}

/** A case as it stands after its referral. */
export async function referredCase(world: TestWorld, wanted: CaseWanted = {}): Promise<string> {
  const referral = await referralOf(world, wanted.key ?? '002', wanted.ordinal ?? 2);
  const chosen = (codes: readonly string[], requirement: 'REQUIRED' | 'OPTIONAL') =>
    Promise.all(codes.map(async (code) => ({ departmentId: await world.departmentId(code), requirement, reason: '' })));
  const { caseNo } = await world.get(ReferCaseService).refer(await world.actor(wanted.owner ?? 'urology-2'), {
    ...referral,
    urgency: wanted.urgency ?? 'ROUTINE',
    ...(wanted.required
      ? {
          departments: [
            ...(await chosen(wanted.required, 'REQUIRED')),
            ...(await chosen(wanted.optional ?? [], 'OPTIONAL')),
          ],
        }
      : {}),
  });
  return caseNo;
}

/** A case in triage, as the coordinator sees it. */
export async function caseInTriage(world: TestWorld, wanted: CaseWanted = {}): Promise<CaseView> {
  const caseNo = await referredCase(world, wanted);
  return world.get(TriageService).takeInTriage(await world.actor('coordinator'), caseNo, { version: 1 });
}

/** A case whose departments owe their opinions, due in two days. */
export async function acceptedCase(
  world: TestWorld,
  { blind = false, ...wanted }: CaseWanted & { blind?: boolean } = {},
): Promise<CaseView> {
  const { caseNo, version } = await caseInTriage(world, wanted);
  const opinionDueAt = new Date(world.clock.now().getTime() + 48 * 3_600_000).toISOString();
  return world.get(TriageService).accept(await world.actor('coordinator'), caseNo, { version, opinionDueAt, blind });
}
