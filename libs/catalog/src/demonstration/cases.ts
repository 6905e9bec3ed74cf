import { z } from 'zod';
import shipped from '../data/demonstration-cases.json' with { type: 'json' };
import { demonstrationCase } from './case-schema.js';
import type { DemonstrationCase } from './case-schema.js';

const file = z.object({ meta: z.object({ note: z.string() }), cases: z.array(demonstrationCase) });

/** The ten full cases. Everything in them is invented, patients and decisions included; not for clinical use. */
export const demonstrationCases: readonly DemonstrationCase[] = file.parse(shipped).cases;

/** The case of this key, e.g. `007`; throws where there is none. */
export const demonstrationCaseByKey = (key: string): DemonstrationCase => {
  const found = demonstrationCases.find((one) => one.key === key);
  if (!found) throw new RangeError(`The demonstration has no case ${key}.`);
  return found;
};
