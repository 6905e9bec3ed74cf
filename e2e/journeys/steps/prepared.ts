import { caseEndpoints, type CaseView, type Referral } from '@consilium/contracts';
import type { House } from './caller.js';
import type { ToldCase } from './told-case.js';

/** The referral of the case as a request. */
export async function referralOf(house: House, told: ToldCase): Promise<Referral> {
  return {
    patient: told.patient,
    clinical: told.clinical,
    urgency: told.of.urgency,
    departments: await Promise.all(
      told.of.departments.map(async ({ code, requirement, reason }) => ({
        departmentId: (await house.department(code)).id,
        requirement,
        reason,
      })),
    ),
  };
}

/** Refers the case without a screen and has the coordinator take it in. */
export async function inTriage(house: House, told: ToldCase): Promise<CaseView> {
  const surgeon = await house.as(told.parts.surgeon);
  const { caseNo } = await surgeon.call(caseEndpoints.refer, { body: await referralOf(house, told) });
  told.caseNo = caseNo;
  const coordinator = await house.as('coordinator');
  return coordinator.call(caseEndpoints.takeInTriage, { params: { caseNo }, body: { version: 1 } });
}

/** The same, accepted: opinions are due at this time. */
export async function accepted(house: House, told: ToldCase, dueAt: Date): Promise<CaseView> {
  const { version } = await inTriage(house, told);
  const coordinator = await house.as('coordinator');
  return coordinator.call(caseEndpoints.accept, {
    params: { caseNo: told.caseNo },
    body: { version, opinionDueAt: dueAt.toISOString(), blind: false },
  });
}
