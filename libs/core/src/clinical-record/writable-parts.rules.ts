import { recordSections, type CaseState, type RecordSection } from '@consilium/contracts';

const EVERY_PART = recordSections.schema.options;

/**
 * What may still be written once a case has ended: what became of the patient. A case that was rejected or withdrawn was not treated here, and
 * nobody follows up a patient who died.
 */
const AFTER_THE_END: Partial<Record<CaseState, readonly RecordSection[]>> = {
  REJECTED: [],
  WITHDRAWN: [],
  CLOSED: ['outcome', 'follow-up'],
  DECEASED: ['outcome'],
};

/**
 * The parts of a record that may be written while the case is in this state. Until it ends these are all: facts come when they come, and an
 * emergency operation does not wait for the board.
 */
export const writableParts = (state: CaseState): readonly RecordSection[] => AFTER_THE_END[state] ?? EVERY_PART;
