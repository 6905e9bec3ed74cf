import type { PlanContent, Role, SurgicalStage } from '@consilium/contracts';
import { findLoop } from './stage-order.rules.js';

export interface RefusedField {
  field: string;
  code: 'unknown' | 'duplicate' | 'loop' | 'later-day' | 'not-of-department' | 'in-the-past';
  parameters?: Record<string, string>;
}

/** Roles of doctors: only they lead a plan or a stage, since only they can write it and confirm it. */
export const operatingRoles: readonly Role[] = ['DEPT_MEMBER', 'DEPT_LEAD', 'CASE_OWNER'];

/** What the host hospital has, for checking a plan against. */
export interface KnownHouse {
  theatreIds: ReadonlySet<string>;
  /** Department ids of each doctor of the hospital. */
  departmentsOfDoctor: ReadonlyMap<string, ReadonlySet<string>>;
  departmentIds: ReadonlySet<string>;
}

/** Everything that is wrong with a plan, each at its field; empty when it can be kept. */
export function refusedFields(
  content: PlanContent,
  house: KnownHouse,
  now: Date,
  presentStart: Date | null,
): RefusedField[] {
  const startsAt = content.startsAt === null ? null : new Date(content.startsAt);
  const startChanged = startsAt?.getTime() !== presentStart?.getTime();
  return [
    ...(house.departmentsOfDoctor.has(content.leadId) ? [] : [{ field: 'leadId', code: 'unknown' as const }]),
    ...(content.theatreId === null || house.theatreIds.has(content.theatreId)
      ? []
      : [{ field: 'theatreId', code: 'unknown' as const }]),
    ...(startsAt !== null && startChanged && startsAt <= now
      ? [{ field: 'startsAt', code: 'in-the-past' as const }]
      : []),
    ...content.stages.flatMap((stage, index) => refusedStageFields(stage, index, content.stages, house)),
    ...refusedOrder(content.stages),
  ];
}

function refusedStageFields(
  stage: SurgicalStage,
  index: number,
  all: readonly SurgicalStage[],
  house: KnownHouse,
): RefusedField[] {
  const field = (name: string) => `stages.${index}.${name}`;
  const refused: RefusedField[] = [];
  if (all.findIndex(({ code }) => code === stage.code) !== index)
    refused.push({ field: field('code'), code: 'duplicate' });
  const departments = house.departmentsOfDoctor.get(stage.leadId);
  if (!house.departmentIds.has(stage.departmentId)) refused.push({ field: field('departmentId'), code: 'unknown' });
  else if (departments && !departments.has(stage.departmentId))
    refused.push({ field: field('leadId'), code: 'not-of-department' });
  if (!departments) refused.push({ field: field('leadId'), code: 'unknown' });
  if (stage.after.some((code) => !all.some((other) => other.code === code)))
    refused.push({ field: field('after'), code: 'unknown' });
  if (stage.after.some((code) => all.some((other) => other.code === code && other.dayOffset > stage.dayOffset)))
    refused.push({ field: field('after'), code: 'later-day' });
  return refused;
}

function refusedOrder(stages: readonly SurgicalStage[]): RefusedField[] {
  const loop = findLoop(stages);
  const index = stages.findIndex(({ code }) => code === loop?.[0]);
  return loop ? [{ field: `stages.${index}.after`, code: 'loop', parameters: { stages: loop.join(' → ') } }] : [];
}

const CONTENT = [
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
] as const;

/** Whether what a lead has confirmed reads differently now, so that they must be asked again. */
export function stageChanged(before: SurgicalStage, after: SurgicalStage): boolean {
  return CONTENT.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What a plan still lacks before its stage leads are asked, in words of both languages; empty when nothing. */
export function missingForStaging(
  content: Pick<PlanContent, 'theatreId'> & { startsAt: unknown; stages: readonly unknown[] },
): { zh: string; en: string }[] {
  return [
    ...(content.stages.length === 0 ? [{ zh: '至少一个阶段', en: 'at least one stage' }] : []),
    ...(content.theatreId === null ? [{ zh: '手术间', en: 'the theatre' }] : []),
    ...(content.startsAt === null ? [{ zh: '手术开始时间', en: 'the start of the operation' }] : []),
  ];
}
