import { ApiProblem } from '../../lib/api';

/** The reasons at the named fields of a form, and the error where it says anything besides. */
export function refusedFields(
  error: Error | null,
  ...names: string[]
): { errors: ReadonlyMap<string, string>; rest: Error | null } {
  const refused = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const errors = new Map(refused.map(({ field, message }) => [field, message]));
  const homeless = refused.some(({ field }) => !names.includes(field));
  return { errors, rest: refused.length > 0 && !homeless ? null : error };
}
