import { endpoints, problemDocument, type Endpoint } from '@consilium/contracts';
import { z } from 'zod';

const asSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** A file is the last part of a form, after the fields of the body. */
const bodyOf = (entry: Endpoint): Record<string, unknown> => {
  const schema = asSchema(entry.body, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  if (entry.fileBytes === 0) return { 'application/json': { schema } };
  const file = { type: 'string', contentMediaType: 'application/octet-stream', maxLength: entry.fileBytes };
  const properties = { ...schema.properties, file };
  return {
    'multipart/form-data': { schema: { ...schema, properties, required: [...(schema.required ?? []), 'file'] } },
  };
};

const answerOf = (entry: Endpoint): Record<string, unknown> =>
  entry.givesFile
    ? { 'application/octet-stream': {} }
    : { 'application/json': { schema: asSchema(entry.out, 'output') } };

const PARAMETER = /:(\w+)/g;

function operation(feature: string, name: string, entry: Endpoint): Record<string, unknown> {
  const query = asSchema(entry.query, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  const params = asSchema(entry.params, 'input') as { properties?: Record<string, unknown> };
  const hasBody =
    (entry.method === 'POST' || entry.method === 'PUT') &&
    Object.keys((asSchema(entry.body, 'input') as { properties?: object }).properties ?? {}).length > 0;
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: entry.summary,
    'x-permission': entry.permission,
    security: entry.permission === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...[...entry.path.matchAll(PARAMETER)].map(([, parameter = '']) => ({
        name: parameter,
        in: 'path',
        required: true,
        schema: params.properties?.[parameter] ?? {},
      })),
      ...Object.entries(query.properties ?? {}).map(([parameter, schema]) => ({
        name: parameter,
        in: 'query',
        required: query.required?.includes(parameter) ?? false,
        schema,
      })),
    ],
    ...((hasBody || entry.fileBytes > 0) && { requestBody: { required: true, content: bodyOf(entry) } }),
    responses: {
      [entry.status]:
        entry.status === 204 ? { description: 'Done' } : { description: 'Done', content: answerOf(entry) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The OpenAPI 3.1 document, made from the same schemas that validate. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [feature, entries] of Object.entries(endpoints)) {
    for (const [name, entry] of Object.entries(entries)) {
      const path = entry.path.replace(PARAMETER, '{$1}');
      (paths[path] ??= {})[entry.method.toLowerCase()] = operation(feature, name, entry);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Consilium', version: '0.1.0' },
    paths,
    components: {
      schemas: { Problem: asSchema(problemDocument, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'consilium' } },
    },
  };
}
