import type { ApiRequest } from './request-context.js';

/** Names of parameters that say what they name, whatever the route. */
const KINDS: Record<string, string> = { caseNo: 'case', px: 'share', departmentId: 'department', stageId: 'stage' };

/**
 * What a refused request was about: the object its path names, in the contract's form (`caseNo` before others). A path that has another form
 * may hold anything somebody typed, so then the route alone is named.
 */
export function refusedObject({ endpoint, params, routeOptions, method }: ApiRequest): {
  objectKind: string;
  objectId: string;
} {
  const route = { objectKind: 'route', objectId: `${method} ${routeOptions.url ?? ''}` };
  const parsed = endpoint?.params.safeParse(params);
  if (!endpoint || !parsed?.success) return route;
  const [name, value] = Object.entries(parsed.data as Record<string, unknown>)[0] ?? [];
  if (name === undefined || typeof value !== 'string') return route;
  const segments = endpoint.path.split('/');
  const before = segments[segments.indexOf(`:${name}`) - 1] ?? '';
  return { objectKind: KINDS[name] ?? before.replace(/s$/, ''), objectId: value };
}
