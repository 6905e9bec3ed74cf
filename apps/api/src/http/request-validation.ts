import type { Endpoint, FieldProblemCode } from '@consilium/contracts';
import { notFound, Problem, refuseFields, type FieldRefusal } from '@consilium/core';
import type { z } from 'zod';

interface RequestParts {
  params: unknown;
  query: unknown;
  body?: unknown;
}

/** Validates the three parts of a request by the contract. A path that cannot name anything is simply not found. */
export function parseRequest(
  entry: Endpoint,
  request: RequestParts,
): { params: unknown; query: unknown; body: unknown } {
  const params = entry.params.safeParse(request.params ?? {});
  if (!params.success) throw notFound();
  const query = entry.query.safeParse(request.query ?? {}, { reportInput: true });
  if (!query.success) throw refuse(query.error);
  const takesBody = entry.method === 'POST' || entry.method === 'PUT';
  if (takesBody && request.body !== undefined && request.body !== null && typeof request.body !== 'object')
    throw new Problem('request/malformed');
  const body = entry.body.safeParse(takesBody ? (request.body ?? {}) : {}, { reportInput: true });
  if (!body.success) throw refuse(body.error);
  return { params: params.data, query: query.data, body: body.data };
}

function refuse(error: z.ZodError): Problem {
  const seen = new Set<string>();
  return refuseFields(
    ...error.issues
      .map(fieldRefusal)
      .filter(({ field }) => !seen.has(field) && seen.add(field))
      .slice(0, 50),
  );
}

/** One refused field, in the words of the contract's field problems. */
export function fieldRefusal(issue: z.core.$ZodIssue): FieldRefusal {
  const field = issue.path.map(String).join('.');
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
