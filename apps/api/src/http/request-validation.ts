import type { Endpoint } from '@consilium/contracts';
import { notFound, Problem, refusedBySchema } from '@consilium/core';

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
  if (!query.success) throw refusedBySchema(query.error);
  const takesBody = entry.method === 'POST' || entry.method === 'PUT';
  if (takesBody && request.body !== undefined && request.body !== null && typeof request.body !== 'object')
    throw new Problem('request/malformed');
  const body = entry.body.safeParse(takesBody ? (request.body ?? {}) : {}, { reportInput: true });
  if (!body.success) throw refusedBySchema(body.error);
  return { params: params.data, query: query.data, body: body.data };
}
