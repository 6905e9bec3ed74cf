export const caseTabs = ['overview', 'opinions', 'decisions', 'departments', 'files'] as const;
export type CaseTab = (typeof caseTabs)[number];

/** The tab named in the address; the overview where it names none that exists. */
export const tabOf = (search: Record<string, unknown>): CaseTab =>
  caseTabs.find((tab) => tab === search['tab']) ?? 'overview';
