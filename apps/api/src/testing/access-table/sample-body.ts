import { z } from 'zod';

/** A part of a JSON schema, as far as samples need it. */
interface Shape {
  type?: string;
  const?: unknown;
  default?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  format?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
}

/** Values by the name of a property, wherever it stands: ids of what exists, a version nobody has. */
export type Known = Readonly<Record<string, unknown>>;

/**
 * A body that an endpoint's schema accepts, made from the schema alone: every property that must be there and those whose name is known.
 * Throws where the schema asks for more than its JSON form says.
 */
export function sampleBody(schema: z.ZodType, known: Known): Record<string, unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const sample = sampleOf(shape, known) as Record<string, unknown>;
  const checked = schema.safeParse(sample);
  if (!checked.success) throw new Error(`no sample: ${z.prettifyError(checked.error)}`);
  return sample;
}

function sampleOf(shape: Shape, known: Known): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [choice] = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? [];
  if (choice) return sampleOf(choice, known);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => name in known || (shape.required ?? []).includes(name))
          .map(([name, part]) => [name, name in known ? known[name] : sampleOf(part, known)]),
      );
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items ?? {}, known));
    case 'string':
      return sampleText(shape);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return shape.default ?? Math.max(shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1);
  }
}

function sampleText({ format, minLength }: Shape): string {
  if (format === 'uuid') return '00000000-0000-7000-8000-000000000000';
  if (format === 'date') return '2030-01-07';
  if (format === 'date-time') return '2030-01-07T02:00:00.000Z';
  if (format === 'email') return 'nobody@yunling.example';
  return '示例'.padEnd(minLength ?? 2, '例');
}
