import type { PlanContent, SurgicalStage } from '@consilium/contracts';

export type PlanField = Exclude<keyof PlanContent, 'stages'>;
export type Side = 'mine' | 'theirs';

/** One part of a plan that two people hold differently. `changedBy` says who departed from what both started with. */
export type Difference =
  | {
      key: string;
      kind: 'field';
      field: PlanField;
      mine: string | null;
      theirs: string | null;
      changedBy: Side | 'both';
    }
  | {
      key: string;
      kind: 'stage';
      code: string;
      mine: SurgicalStage | null;
      theirs: SurgicalStage | null;
      changedBy: Side | 'both';
    };

const FIELDS: readonly PlanField[] = ['title', 'leadId', 'theatreId', 'startsAt', 'anaesthesia', 'position'];

/** Codes of the stages of `next` whose content is not what it was. */
export function changedStages(before: PlanContent, next: PlanContent): string[] {
  return next.stages
    .filter((stage) => {
      const old = before.stages.find((one) => one.code === stage.code);
      return !old || !sameStage(old, stage);
    })
    .map((stage) => stage.code);
}

/**
 * Codes of the stages whose leads are asked to confirm again when a plan already handed over is saved: those whose stage reads
 * differently; all of them where the operation has another start or theatre, since every lead answers for a time and a place.
 */
export function stagesAskedAgain(before: PlanContent, next: PlanContent): string[] {
  const moved = !sameField('startsAt', before.startsAt, next.startsAt) || before.theatreId !== next.theatreId;
  return moved ? next.stages.map((stage) => stage.code) : changedStages(before, next);
}

export function samePlan(a: PlanContent, b: PlanContent): boolean {
  return (
    FIELDS.every((field) => sameField(field, a[field], b[field])) &&
    a.stages.map((stage) => stage.code).join() === b.stages.map((stage) => stage.code).join() &&
    changedStages(a, b).length === 0
  );
}

/** What differs between what is typed here and what another person saved meanwhile, seen from what both started with. */
export function differencesOf(base: PlanContent, mine: PlanContent, theirs: PlanContent): Difference[] {
  const fields = FIELDS.flatMap((field): Difference[] => {
    if (sameField(field, mine[field], theirs[field])) return [];
    const changedBy = sideOf(
      !sameField(field, base[field], mine[field]),
      !sameField(field, base[field], theirs[field]),
    );
    return [{ key: field, kind: 'field', field, mine: mine[field], theirs: theirs[field], changedBy }];
  });
  const codes = new Set([...mine.stages, ...theirs.stages].map((stage) => stage.code));
  const stages = [...codes].flatMap((code): Difference[] => {
    const [was, my, their] = [base, mine, theirs].map(
      (plan) => plan.stages.find((stage) => stage.code === code) ?? null,
    ) as [SurgicalStage | null, SurgicalStage | null, SurgicalStage | null];
    if (sameOrBothAbsent(my, their)) return [];
    const changedBy = sideOf(!sameOrBothAbsent(was, my), !sameOrBothAbsent(was, their));
    return [{ key: `stage ${code}`, kind: 'stage', code, mine: my, theirs: their, changedBy }];
  });
  return [...fields, ...stages];
}

/** Whoever alone changed a part is taken at first; where both did, what is typed here. */
export function firstChoices(differences: readonly Difference[]): Record<string, Side> {
  return Object.fromEntries(differences.map(({ key, changedBy }) => [key, changedBy === 'theirs' ? 'theirs' : 'mine']));
}

/** The plan with the chosen side of every difference. A predecessor whose stage is gone is taken out of `after`. */
export function mergedPlan(
  mine: PlanContent,
  theirs: PlanContent,
  differences: readonly Difference[],
  choices: Readonly<Record<string, Side>>,
): PlanContent {
  const merged: PlanContent = { ...mine };
  let stages = mine.stages;
  for (const difference of differences) {
    if (choices[difference.key] !== 'theirs') continue;
    if (difference.kind === 'field') {
      Object.assign(merged, { [difference.field]: theirs[difference.field] });
    } else if (difference.theirs === null) {
      stages = stages.filter((stage) => stage.code !== difference.code);
    } else if (difference.mine === null) {
      stages = [...stages, difference.theirs];
    } else {
      const chosen = difference.theirs;
      stages = stages.map((stage) => (stage.code === difference.code ? chosen : stage));
    }
  }
  const codes = new Set(stages.map((stage) => stage.code));
  return {
    ...merged,
    stages: stages.map((stage) => ({ ...stage, after: stage.after.filter((code) => codes.has(code)) })),
  };
}

const sideOf = (byMe: boolean, byThem: boolean): Side | 'both' =>
  byMe && byThem ? 'both' : byThem ? 'theirs' : 'mine';

function sameOrBothAbsent(a: SurgicalStage | null, b: SurgicalStage | null): boolean {
  return a === null || b === null ? a === b : sameStage(a, b);
}

/** Two instants are the same time however their offset is written. */
function sameField(field: PlanField, a: string | null, b: string | null): boolean {
  if (field === 'startsAt' && a !== null && b !== null) return Date.parse(a) === Date.parse(b);
  return a === b;
}

const STAGE_PARTS: readonly (keyof SurgicalStage)[] = [
  'code',
  'departmentId',
  'leadId',
  'goal',
  'structuresAtRisk',
  'entryCondition',
  'handoverCondition',
  'contingency',
  'minutes',
  'bloodUnits',
  'dayOffset',
  'after',
];

function sameStage(a: SurgicalStage, b: SurgicalStage): boolean {
  return STAGE_PARTS.every((part) => JSON.stringify(a[part]) === JSON.stringify(b[part]));
}
