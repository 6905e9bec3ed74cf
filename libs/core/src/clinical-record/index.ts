export {
  analyteOf,
  emptyRecord,
  factsOf,
  imagingKindOf,
  imagingKinds,
  type FactKey,
  type ImagingKind,
  type KeptPart,
  type KeptRecord,
  type RecordFact,
} from './record-facts.rules.js';
export { readingFormOf, type ReadingForm } from './reading-form.rules.js';
export {
  imagingEntries,
  latestDay,
  partsOfReferral,
  pathologyEntries,
  type PartToWrite,
} from './referred-record.rules.js';
export {
  addRevisions,
  contentOf,
  keepReadingForm,
  latestParts,
  PART_COLUMNS,
  readingFormOfParts,
  recordOf,
  type PartRow,
  type Writing,
} from './record-parts.js';
export { writableParts } from './writable-parts.rules.js';
