import type { Directory, Locale, PlanView } from '@consilium/contracts';

/** The plan with its people named in the language shown; whoever the directory does not hold keeps the name on the plan. */
export function withNamesIn(plan: PlanView, directory: Directory | undefined, locale: Locale): PlanView {
  if (locale !== 'en-US' || directory === undefined) return plan;
  const nameOf = (id: string, otherwise: string) =>
    directory.people.find((person) => person.id === id)?.nameEn ?? otherwise;
  return {
    ...plan,
    leadName: nameOf(plan.leadId, plan.leadName),
    stages: plan.stages.map((stage) => ({ ...stage, leadName: nameOf(stage.leadId, stage.leadName) })),
  };
}
