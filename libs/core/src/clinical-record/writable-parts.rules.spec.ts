import { caseStates, recordSections } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { writableParts } from './writable-parts.rules.js';

describe('the parts of a record that may be written', () => {
  it('are all until the case ends, and then what became of the patient', () => {
    const table = Object.fromEntries(caseStates.schema.options.map((state) => [state, writableParts(state)]));
    const { CLOSED, DECEASED, REJECTED, WITHDRAWN, ...open } = table;
    expect({ CLOSED, DECEASED, REJECTED, WITHDRAWN }).toEqual({
      CLOSED: ['outcome', 'follow-up'],
      DECEASED: ['outcome'],
      REJECTED: [],
      WITHDRAWN: [],
    });
    for (const parts of Object.values(open)) expect(parts).toEqual(recordSections.schema.options);
  });
});
