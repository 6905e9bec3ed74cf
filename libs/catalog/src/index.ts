export * from './bilingual.js';
export * from './codes.js';
export * from './checklists.js';
export * from './departments.js';
export * from './staging.js';
export * from './structures.js';
export * from './written-case.js';
export * from './proposal-rules.js';
export * from './procedures.js';
export * from './noses.js';
export * from './centre-template.js';
export * from './demonstration/case-schema.js';
export * from './demonstration/cases.js';
export {
  demonstrationCampus,
  demonstrationHospital,
  demonstrationPartnership,
  demonstrationPerson,
  demonstrationRoom,
} from './demonstration/centre-schema.js';
export type {
  DemonstrationCampus,
  DemonstrationCentre,
  DemonstrationHospital,
  DemonstrationPartnership,
  DemonstrationPerson,
  DemonstrationRoom,
} from './demonstration/centre-schema.js';
export * from './demonstration/centre.js';
export * from './demonstration/light-cases.js';
export * from './demonstration/patients.js';
export * from './demonstration/record-parts.js';
