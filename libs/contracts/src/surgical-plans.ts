import { z } from 'zod';
import { endpoint } from './endpoint.js';
import {
  bilingual,
  caseNo,
  caseParams,
  date,
  id,
  idParams,
  instant,
  lineText,
  optionalLine,
  optionalLong,
  shortText,
  version,
} from './fields.js';
import { planStates, risks, sexes, stageConfirmations } from './vocabulary.js';

const stageCode = z.string().regex(/^S\d{1,2}$/);

/** One stage of the operation, by one department. `after` names the stages that must be done before; minutes are of theatre time. */
export const surgicalStage = z.object({
  code: stageCode,
  departmentId: id,
  leadId: id,
  goal: lineText,
  structuresAtRisk: z.array(shortText).max(20).default([]),
  entryCondition: optionalLine,
  handoverCondition: lineText,
  contingency: z.string().trim().min(1).max(1000),
  minutes: z.int().min(5).max(960),
  /** Units of red cells, 200 ml whole blood each. */
  bloodUnits: z.int().min(0).max(60),
  /** Day relative to the operation; −1 for an embolisation the day before. */
  dayOffset: z.int().min(-14).max(0).default(0),
  after: z.array(stageCode).max(20).default([]),
});
export type SurgicalStage = z.infer<typeof surgicalStage>;

export const planContent = z.object({
  title: shortText,
  leadId: id,
  theatreId: id.nullable().default(null),
  startsAt: instant.nullable().default(null),
  anaesthesia: optionalLong,
  position: optionalLine,
  stages: z.array(surgicalStage).max(20),
});
export type PlanContent = z.infer<typeof planContent>;

export const planAction = z.enum(['edit', 'stage']);
export type PlanAction = z.infer<typeof planAction>;

export const stageView = surgicalStage.extend({
  id,
  leadName: z.string(),
  department: bilingual,
  /** Minutes from the start of the operation, from the order and the minutes of the stages before. */
  startsAfterMinutes: z.int(),
  confirmation: stageConfirmations.schema,
  confirmDueAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  declineReason: z.string().nullable(),
  availableActions: z.array(z.enum(['confirm', 'decline'])),
});
export type StageView = z.infer<typeof stageView>;

export const planView = planContent.extend({
  id,
  caseNo,
  number: z.int(),
  version,
  state: planStates.schema,
  patient: z.object({ maskedName: z.string(), sex: sexes.schema, ageYears: z.int() }),
  diagnosis: z.string(),
  risk: risks.schema,
  recurrenceNumber: z.int(),
  leadName: z.string(),
  theatre: bilingual.nullable(),
  patientAgreedOn: date,
  stages: z.array(stageView),
  /** Length of the operation day in minutes, over the longest chain of stages. */
  operationMinutes: z.int(),
  bloodUnits: z.int(),
  updatedAt: instant,
  updatedBy: z.string(),
  availableActions: z.array(planAction),
});
export type PlanView = z.infer<typeof planView>;

export const planListItem = z.object({
  id,
  caseNo,
  title: z.string(),
  maskedName: z.string(),
  state: planStates.schema,
  startsAt: instant.nullable(),
  theatre: bilingual.nullable(),
  leadName: z.string(),
  stages: z.int(),
  confirmed: z.int(),
});
export type PlanListItem = z.infer<typeof planListItem>;

export const planEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/plans',
    permission: 'plan:read',
    summary: 'Surgical plans under way, next operation first',
    out: z.object({ items: z.array(planListItem) }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/plans',
    permission: 'plan:write',
    summary: 'DECIDED → PLAN_IN_PREPARATION: starts the surgical plan once the patient agrees',
    status: 201,
    params: caseParams,
    body: z.object({ version, patientAgreedOn: date, title: shortText }),
    out: z.object({ id }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/plans/:id',
    permission: 'plan:read',
    summary: 'One surgical plan',
    params: idParams,
    out: planView,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/api/plans/:id',
    permission: 'plan:write',
    summary: 'Saves the plan; after staging, only the stages that changed are asked to confirm again',
    params: idParams,
    body: planContent.extend({ version }),
    out: planView,
  }),
  stage: endpoint({
    method: 'POST',
    path: '/api/plans/:id/stage',
    permission: 'plan:write',
    summary: 'DRAFT → STAGED: books theatre and leads and asks each stage lead to confirm',
    params: idParams,
    body: z.object({ version }),
    out: planView,
  }),
  confirmStage: endpoint({
    method: 'POST',
    path: '/api/plans/:id/stages/:stageId/confirm',
    permission: 'stage:confirm',
    summary: 'The stage lead confirms',
    params: z.object({ id, stageId: id }),
    body: z.object({ version }),
    out: planView,
  }),
  declineStage: endpoint({
    method: 'POST',
    path: '/api/plans/:id/stages/:stageId/decline',
    permission: 'stage:confirm',
    summary: 'The stage lead declines with a reason; the plan goes back to draft',
    params: z.object({ id, stageId: id }),
    body: z.object({ version, reason: lineText }),
    out: planView,
  }),
};
