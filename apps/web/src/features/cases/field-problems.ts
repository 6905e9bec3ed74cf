import { fieldProblems, fill, type FieldProblemCode, type Locale } from '@consilium/contracts';
import type { z } from 'zod';
import { label } from '../../lib/i18n';

/** Why one field would be refused, found before anything is sent. `message` is set where the API said it in its own words. */
export interface FieldProblem {
  path: (string | number)[];
  code: string;
  parameters?: Record<string, string | number>;
  message?: string;
}

/** The value at a path of what was typed. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = value;
  for (const part of path) {
    if (found === null || typeof found !== 'object') return undefined;
    found = (found as Record<PropertyKey, unknown>)[part];
  }
  return found;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function problemOf(issue: z.core.$ZodIssue, typed: unknown): Omit<FieldProblem, 'path'> {
  if (isEmpty(typed)) return { code: 'required' };
  if (issue.code === 'too_small') {
    const parameters = { min: Number(issue.minimum) };
    if (issue.origin === 'string') return { code: 'too-short', parameters };
    if (issue.origin === 'array') return { code: 'too-few', parameters };
    return { code: 'too-small', parameters };
  }
  if (issue.code === 'too_big') {
    const parameters = { max: Number(issue.maximum) };
    if (issue.origin === 'string') return { code: 'too-long', parameters };
    if (issue.origin === 'array') return { code: 'too-many', parameters };
    return { code: 'too-big', parameters };
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return { code: 'invalid-date' };
  return { code: 'invalid' };
}

/** What the contract's schema would refuse of what was typed: one problem for each field. */
export function problemsOf(schema: z.ZodType, typed: unknown): FieldProblem[] {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return [];
  const found = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const key = path.join('.');
    if (!found.has(key)) found.set(key, { path, ...problemOf(issue, valueAt(typed, path)) });
  }
  return [...found.values()];
}

/** The sentence for a field's problem in the language shown. */
export function problemSentence(problem: FieldProblem, locale: Locale): string {
  if (problem.message !== undefined) return problem.message;
  const known = fieldProblems[problem.code as FieldProblemCode] ?? fieldProblems.invalid;
  return fill(label(known, locale), problem.parameters);
}
