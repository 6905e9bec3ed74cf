import type { ChecklistItem, FieldProblemCode } from '@consilium/contracts';

/** What the schema of a checklist cannot know: codes used twice, and departments the hospital does not have. */
export function refusedOfChecklist(
  items: readonly ChecklistItem[],
  departmentCodes: ReadonlySet<string>,
): { field: string; code: FieldProblemCode }[] {
  return items.flatMap(({ code, owner, departmentCode }, index) => [
    ...(items.findIndex((one) => one.code === code) < index
      ? [{ field: `items.${index}.code`, code: 'duplicate' as const }]
      : []),
    ...(owner === 'DEPARTMENT' && departmentCode === null
      ? [{ field: `items.${index}.departmentCode`, code: 'department-missing' as const }]
      : []),
    ...(departmentCode !== null && !departmentCodes.has(departmentCode)
      ? [{ field: `items.${index}.departmentCode`, code: 'unknown' as const }]
      : []),
  ]);
}
