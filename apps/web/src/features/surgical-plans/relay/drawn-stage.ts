import type { Directory, PlanView, StageConfirmation } from '@consilium/contracts';
import { stagesBeforeTheDay, stagesOfTheDay, type RelayStage } from '../relay-stage';

/** A stage with everything the timeline prints of it. */
export interface DrawnStage extends RelayStage {
  goal: string;
  structuresAtRisk: readonly string[];
  department: string;
  departmentCode: string | undefined;
  leadName: string;
  /** Null while the plan is being typed. */
  confirmation: StageConfirmation | null;
}

/** The stages of a plan as they are drawn. The directory gives the lane colours and may still be on its way. */
export function drawnStages(
  plan: PlanView,
  directory: Directory | undefined,
  label: (name: PlanView['stages'][number]['department']) => string,
): DrawnStage[] {
  return plan.stages.map((stage) => ({
    ...stage,
    department: label(stage.department),
    departmentCode: directory?.departments.find((department) => department.id === stage.departmentId)?.code,
    confirmation: plan.state === 'DRAFT' && stage.confirmation === 'WAITING' ? null : stage.confirmation,
  }));
}

/** A structure at risk with the short tag under which bars show it, and the stages that endanger it. */
export interface TaggedStructure {
  tag: string;
  name: string;
  stages: string[];
  leads: string[];
}

/** Every structure at risk once, numbered in the order in which the operation reaches it. */
export function taggedStructures(stages: readonly DrawnStage[]): TaggedStructure[] {
  const found = new Map<string, TaggedStructure>();
  for (const stage of [...stagesBeforeTheDay(stages), ...stagesOfTheDay(stages)]) {
    for (const name of stage.structuresAtRisk) {
      const known = found.get(name) ?? { tag: `R${found.size + 1}`, name, stages: [], leads: [] };
      if (!known.stages.includes(stage.code)) known.stages.push(stage.code);
      if (stage.leadName !== '' && !known.leads.includes(stage.leadName)) known.leads.push(stage.leadName);
      found.set(name, known);
    }
  }
  return [...found.values()];
}
