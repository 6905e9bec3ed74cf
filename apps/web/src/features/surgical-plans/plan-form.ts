import type { PlanContent, PlanView, SurgicalStage } from '@consilium/contracts';
import type { Dayjs } from 'dayjs';
import type { RelayStage } from './relay-stage';
import { nextStageCode, orderOfStages, type StageOrder } from './stage-order';

/** A stage as it is being typed: everything may still be missing but its code. */
export interface StageForm {
  code: string;
  departmentId?: string | undefined;
  leadId?: string | undefined;
  goal?: string;
  structuresAtRisk?: string[];
  entryCondition?: string;
  handoverCondition?: string;
  contingency?: string;
  minutes?: number | null;
  bloodUnits?: number | null;
  dayOffset?: number | null;
  after?: string[];
}

/** The plan as it is being typed. `startsAt` is the hospital's wall clock. */
export interface PlanForm {
  title?: string;
  leadId?: string | undefined;
  theatreId?: string | null | undefined;
  startsAt?: Dayjs | null;
  anaesthesia?: string;
  position?: string;
  stages?: StageForm[];
}

const NEW_STAGE_MINUTES = 60;

/** A new stage of the operation day that follows the one before it in the list. */
export function newStage(stages: readonly StageForm[]): StageForm {
  const last = stages.at(-1);
  return {
    code: nextStageCode(stages.map((stage) => stage.code)),
    structuresAtRisk: [],
    minutes: NEW_STAGE_MINUTES,
    bloodUnits: 0,
    dayOffset: 0,
    after: last ? [last.code] : [],
  };
}

/** A copy under a new code; it follows the stage it was copied from, so that one team is not asked to be twice in the theatre at once. */
export function copyOfStage(stages: readonly StageForm[], source: StageForm): StageForm {
  return { ...source, code: nextStageCode(stages.map((stage) => stage.code)), after: [source.code] };
}

/** How the predecessors of one stage change when another stage is taken out. */
export interface Relink {
  code: string;
  was: string[];
  became: string[];
}

/** What waited for a stage that is taken out now waits for what it waited for, so that the relay does not fall apart. */
export function relinksWithout(stages: readonly StageForm[], code: string): Relink[] {
  const removed = stages.find((stage) => stage.code === code);
  return stages.flatMap((stage) => {
    const was = stage.after ?? [];
    if (stage.code === code || !was.includes(code)) return [];
    const became = was.flatMap((one) => (one === code ? (removed?.after ?? []) : one));
    return { code: stage.code, was, became: [...new Set(became)].filter((one) => one !== stage.code) };
  });
}

/** What the preview draws while the plan is typed: starts computed here, nothing asked of the server. */
export function previewOfStages(stages: readonly StageForm[]): {
  stages: (RelayStage & StageForm)[];
  order: StageOrder;
} {
  const whole = stages.map((stage) => ({
    ...stage,
    departmentId: stage.departmentId ?? '',
    leadId: stage.leadId ?? '',
    minutes: stage.minutes ?? 0,
    bloodUnits: stage.bloodUnits ?? 0,
    dayOffset: stage.dayOffset ?? 0,
    after: stage.after ?? [],
  }));
  const order = orderOfStages(whole);
  return {
    order,
    stages: whole
      .filter((stage) => stage.dayOffset < 0 || (stage.minutes > 0 && order.startsAfterMinutes.has(stage.code)))
      .map((stage) => ({ ...stage, startsAfterMinutes: order.startsAfterMinutes.get(stage.code) ?? 0 })),
  };
}

/** The contract's part of a stage, without what the server adds to it. */
export function stageContent(stage: SurgicalStage): SurgicalStage {
  return {
    code: stage.code,
    departmentId: stage.departmentId,
    leadId: stage.leadId,
    goal: stage.goal,
    structuresAtRisk: stage.structuresAtRisk,
    entryCondition: stage.entryCondition,
    handoverCondition: stage.handoverCondition,
    contingency: stage.contingency,
    minutes: stage.minutes,
    bloodUnits: stage.bloodUnits,
    dayOffset: stage.dayOffset,
    after: stage.after,
  };
}

export function planContentOf(plan: PlanView): PlanContent {
  return {
    title: plan.title,
    leadId: plan.leadId,
    theatreId: plan.theatreId,
    startsAt: plan.startsAt,
    anaesthesia: plan.anaesthesia,
    position: plan.position,
    stages: plan.stages.map(stageContent),
  };
}

/** Fills the form. `wallClock` turns an instant into the hospital's wall clock. */
export function formOfContent(content: PlanContent, wallClock: (instant: string) => Dayjs): PlanForm {
  return { ...content, startsAt: content.startsAt === null ? null : wallClock(content.startsAt) };
}

/** What is sent. A part not chosen yet is sent as it is, empty, so that the answer names the field. */
export function contentOfForm(form: PlanForm, instantOf: (wallClock: Dayjs) => Date): PlanContent {
  return {
    title: trimmed(form.title),
    leadId: form.leadId ?? '',
    theatreId: form.theatreId ?? null,
    startsAt: form.startsAt ? instantOf(form.startsAt).toISOString() : null,
    anaesthesia: trimmed(form.anaesthesia),
    position: trimmed(form.position),
    stages: (form.stages ?? []).map((stage) => ({
      code: stage.code,
      departmentId: stage.departmentId ?? '',
      leadId: stage.leadId ?? '',
      goal: trimmed(stage.goal),
      structuresAtRisk: (stage.structuresAtRisk ?? []).map((one) => one.trim()).filter(Boolean),
      entryCondition: trimmed(stage.entryCondition),
      handoverCondition: trimmed(stage.handoverCondition),
      contingency: trimmed(stage.contingency),
      minutes: stage.minutes ?? 0,
      bloodUnits: stage.bloodUnits ?? 0,
      dayOffset: stage.dayOffset ?? 0,
      after: stage.after ?? [],
    })),
  };
}

const trimmed = (text: string | undefined): string => (text ?? '').trim();
