import { caseStates, type CaseState, type PlanState, type StageConfirmation } from '@consilium/contracts';
import { factsForPolicy, caseFacts, type CaseFacts } from '../cases/index.js';
import type { ObjectFacts } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { timetable } from './stage-order.rules.js';
import type { WantedBooking } from '../consult-sessions/index.js';

export interface StageRow {
  id: string;
  ordinal: number;
  code: string;
  departmentId: string;
  leadId: string;
  goal: string;
  structuresAtRisk: string[];
  entryCondition: string;
  handoverCondition: string;
  contingency: string;
  minutes: number;
  bloodUnits: number;
  dayOffset: number;
  after: string[];
  confirmation: StageConfirmation;
  confirmDueAt: Date | null;
  confirmedAt: Date | null;
  declineReason: string | null;
}

export interface PlanRow {
  id: string;
  caseId: string;
  number: number;
  version: number;
  state: PlanState;
  title: string;
  leadId: string;
  theatreId: string | null;
  startsAt: Date | null;
  anaesthesia: string;
  position: string;
  patientAgreedOn: string;
}

/** A plan as it stands, with its stages in order and its case. */
export interface PlanRecord {
  plan: PlanRow;
  stages: StageRow[];
  ofCase: CaseFacts;
}

const PLAN = `SELECT id, case_id AS "caseId", number, version, state, title, lead_id AS "leadId", theatre_id AS "theatreId", starts_at AS "startsAt", anaesthesia, "position",
  patient_agreed_on::text AS "patientAgreedOn" FROM surgical_plans WHERE id = $1`;
const STAGES = `SELECT id, ordinal, code, department_id AS "departmentId", lead_id AS "leadId", goal, structures_at_risk AS "structuresAtRisk", entry_condition AS "entryCondition",
  handover_condition AS "handoverCondition", contingency, minutes, blood_units AS "bloodUnits", day_offset AS "dayOffset", after_codes AS "after", confirmation,
  confirm_due_at AS "confirmDueAt", confirmed_at AS "confirmedAt", decline_reason AS "declineReason" FROM surgical_stages WHERE plan_id = $1 ORDER BY ordinal`;

/** Reads a plan; throws `object/not-found`. */
export async function planRecord(tx: Transaction, planId: string): Promise<PlanRecord> {
  const plan = await tx.maybeOne<PlanRow>(PLAN, [planId]);
  if (!plan) throw notFound();
  return { plan, stages: await tx.query<StageRow>(STAGES, [planId]), ofCase: await caseFacts(tx, { id: plan.caseId }) };
}

/** What the policy needs to know of a plan. */
export function planFacts({ plan, stages, ofCase }: PlanRecord): ObjectFacts {
  return {
    ...factsForPolicy(ofCase),
    leadId: plan.leadId,
    departmentIds: stages.map(({ departmentId }) => departmentId),
    memberIds: [plan.leadId, ...stages.map(({ leadId }) => leadId)],
  };
}

/** States of a case in which its plan may still change. */
const planningStates: readonly CaseState[] = ['PLAN_IN_PREPARATION', 'PLAN_APPROVED'];

export const isPlanning = ({ state }: Pick<CaseFacts, 'state'>): boolean => planningStates.includes(state);

/** Throws `case/wrong-state` once the case is operated on, on hold or ended. */
export function refuseUnlessPlanning(ofCase: CaseFacts): void {
  if (!isPlanning(ofCase)) throw new Problem('case/wrong-state', { state: caseStates.labels[ofCase.state] });
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The theatre for the operation, and every lead for their stretch of it; what a staged plan keeps booked. */
export function bookingsOf(
  plan: Pick<PlanRow, 'theatreId' | 'startsAt'>,
  stages: readonly StageRow[],
): WantedBooking[] {
  const { startsAt, theatreId } = plan;
  if (startsAt === null || theatreId === null) return [];
  const { startsAfterMinutes, operationMinutes } = timetable(stages);
  const at = (minutes: number) => new Date(startsAt.getTime() + minutes * MINUTE);
  const theatre: WantedBooking[] =
    operationMinutes > 0
      ? [{ resourceKind: 'THEATRE', resourceId: theatreId, startsAt, endsAt: at(operationMinutes) }]
      : [];
  return [
    ...theatre,
    ...stages.map(({ code, leadId, minutes, dayOffset }): WantedBooking => {
      const begin =
        dayOffset < 0 ? new Date(startsAt.getTime() + dayOffset * DAY) : at(startsAfterMinutes.get(code) ?? 0);
      return {
        resourceKind: 'PERSON',
        resourceId: leadId,
        startsAt: begin,
        endsAt: new Date(begin.getTime() + minutes * MINUTE),
      };
    }),
  ];
}
