/** What a person holds at the hospital of the operation on one day. */
export interface LeadOnDay {
  name: string;
  /** Departments in which they work as a doctor that day. */
  departmentIds: readonly string[];
  /** The highest level for which they hold a valid privilege that day; null without one. */
  level: number | null;
}

export interface StageToLead {
  code: string;
  departmentId: string;
  leadId: string;
  /** Calendar day on which the stage is done. */
  day: string;
  /** Of a department that operates. */
  isSurgical: boolean;
}

/**
 * Level of the operations these plans are for. Multi-visceral pelvic surgery is of level 4 (医疗机构手术分级管理办法, 国卫办医政发〔2022〕18号), so
 * every surgical stage needs a lead with level 4, whichever single step it is. A stage names no operation of the catalogue: a privilege of
 * that level for any one operation counts as one for all of it does.
 */
export const PLAN_LEVEL = 4;

const LEVEL_WORDS: Record<number, { zh: string; en: string }> = {
  1: { zh: '一级手术', en: 'level 1' },
  2: { zh: '二级手术', en: 'level 2' },
  3: { zh: '三级手术', en: 'level 3' },
  4: { zh: '四级手术', en: 'level 4' },
};

export interface RefusedLead {
  field: string;
  code: 'no-privilege' | 'not-on-staff-then';
  parameters: Record<string, string | { zh: string; en: string }>;
}

/**
 * Stages that cannot be sent out, each at its lead: who is not on the staff of the department on the day of the stage — a posting may end
 * before — and, in departments that operate, who holds no valid privilege of the plan's level at this hospital.
 */
export function refusedLeads(
  stages: readonly StageToLead[],
  leadOf: (stage: StageToLead) => LeadOnDay,
  level: number = PLAN_LEVEL,
): RefusedLead[] {
  return stages.flatMap((stage, index): RefusedLead[] => {
    const lead = leadOf(stage);
    const at = {
      field: `stages.${index}.leadId`,
      parameters: { stage: stage.code, person: lead.name, day: stage.day },
    };
    if (!lead.departmentIds.includes(stage.departmentId)) return [{ ...at, code: 'not-on-staff-then' }];
    if (!stage.isSurgical || (lead.level !== null && lead.level >= level)) return [];
    const words = LEVEL_WORDS[level] ?? { zh: `${level} 级手术`, en: `level ${level}` };
    return [{ ...at, code: 'no-privilege', parameters: { ...at.parameters, level: words } }];
  });
}
