import { fingerprint, fingerprintOf } from '../audit/index.js';
import type { PlanRecord } from './plan-record.js';

/** A plan as the audit log names it: times, places, people and amounts; words by their fingerprint. */
export function planNamed({ plan, stages }: PlanRecord): Record<string, unknown> {
  return {
    version: plan.version,
    state: plan.state,
    leadId: plan.leadId,
    theatreId: plan.theatreId,
    startsAt: plan.startsAt,
    patientAgreedOn: plan.patientAgreedOn,
    title: fingerprint(plan.title),
    anaesthesia: fingerprint(plan.anaesthesia),
    position: fingerprint(plan.position),
    stages: stages.map(({ code, departmentId, leadId, minutes, bloodUnits, dayOffset, after, ...stage }) => ({
      code,
      departmentId,
      leadId,
      minutes,
      bloodUnits,
      dayOffset,
      after,
      words: fingerprintOf([
        stage.goal,
        stage.structuresAtRisk,
        stage.entryCondition,
        stage.handoverCondition,
        stage.contingency,
      ]),
    })),
  };
}
