import type { Clash, FieldProblemCode, ProblemCode, Slot } from '@consilium/contracts';

type Parameters = Record<string, string | number | { zh: string; en: string }>;

export interface FieldRefusal {
  /** Path in the body, e.g. `stages.2.after`. */
  field: string;
  code: FieldProblemCode;
  parameters?: Parameters;
}

/**
 * A refusal with a stable code. It knows no transport and no language: the edge renders it. Parameters may be bilingual and never hold
 * anything of a patient.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly parameters: Parameters = {},
    readonly extras: {
      errors?: FieldRefusal[];
      clashes?: Clash[];
      alternatives?: Slot[];
      currentVersion?: number;
    } = {},
  ) {
    super(code);
  }
}

/** Refuses single fields; nothing is changed. */
export function refuseFields(...errors: FieldRefusal[]): Problem {
  return new Problem('request/invalid', { count: errors.length }, { errors });
}

export const notFound = (): Problem => new Problem('object/not-found');

/** A constraint of the database was violated; `constraint` is its name. Services that know better turn it into a Problem. */
export class ConstraintViolation extends Error {
  override readonly name = 'ConstraintViolation';
  constructor(
    readonly constraint: string,
    readonly sqlState: string,
  ) {
    super(`constraint ${constraint}`);
  }
}
