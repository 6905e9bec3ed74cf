import type { FieldProblemCode } from '@consilium/contracts';
import type { z } from 'zod';
import { refuseFields, type FieldRefusal, type Problem } from './problem.js';

/** More than a reader corrects at once. */
const FIELDS = 50;

/**
 * The refusal of what a schema does not accept, field by field. The schema must have been asked with `reportInput`.
 *
 * @param inside path of what was parsed in the body, with a dot at its end; empty for the whole body.
 */
export function refusedBySchema(error: z.ZodError, inside = ''): Problem {
  const seen = new Set<string>();
  return refuseFields(
    ...error.issues
      .map((issue) => fieldRefusal(issue, inside))
      .filter(({ field }) => !seen.has(field) && seen.add(field))
      .slice(0, FIELDS),
  );
}

/** One refused field, in the words of the contract's field problems. */
function fieldRefusal(issue: z.core.$ZodIssue, inside: string): FieldRefusal {
  const field = `${inside}${issue.path.map(String).join('.')}`;
  const code = (value: FieldProblemCode, parameters: Record<string, string | number> = {}): FieldRefusal => ({
    field,
    code: value,
    parameters,
  });
  switch (issue.code) {
    case 'too_small': {
      const min = Number(issue.minimum);
      if (issue.origin === 'string') return min <= 1 ? code('required') : code('too-short', { min });
      if (issue.origin === 'array') return code('too-few', { min });
      return code('too-small', { min });
    }
    case 'too_big': {
      const max = Number(issue.maximum);
      if (issue.origin === 'string') return code('too-long', { max });
      if (issue.origin === 'array') return code('too-many', { max });
      return code('too-big', { max });
    }
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? code('required') : code('invalid');
    case 'invalid_value':
      return code(issue.input === undefined ? 'required' : 'unknown');
    case 'invalid_format':
      return code(issue.format === 'datetime' || issue.format === 'date' ? 'invalid-date' : 'invalid');
    default:
      return code('invalid');
  }
}
