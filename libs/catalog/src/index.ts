export * from './bilingual.js';
export * from './departments.js';
export * from './structures.js';
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
