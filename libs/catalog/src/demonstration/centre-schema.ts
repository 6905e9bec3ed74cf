import { z } from 'zod';
import { bilingualText, catalogueCode } from '../bilingual.js';
import { rosterEntry } from '../centre-template.js';
import { demonstrationHospitalCode } from './case-schema.js';

export const demonstrationHospital = z.object({
  code: demonstrationHospitalCode,
  name: bilingualText,
  shortName: bilingualText,
  isHost: z.boolean(),
  province: bilingualText,
});
export type DemonstrationHospital = z.infer<typeof demonstrationHospital>;

export const demonstrationCampus = z.object({
  code: catalogueCode,
  hospitalCode: demonstrationHospitalCode,
  name: bilingualText,
  timeZone: z.literal('Asia/Shanghai'),
});
export type DemonstrationCampus = z.infer<typeof demonstrationCampus>;

export const demonstrationRoom = z.object({
  code: catalogueCode,
  campusCode: catalogueCode,
  kind: z.enum(['MEETING_ROOM', 'THEATRE']),
  name: bilingualText,
});
export type DemonstrationRoom = z.infer<typeof demonstrationRoom>;

const role = z.enum([
  'COORDINATOR',
  'CASE_OWNER',
  'DEPT_MEMBER',
  'DEPT_LEAD',
  'CHAIR',
  'CENTER_DIRECTOR',
  'MEDICAL_AFFAIRS',
  'RECORDER',
  'REMOTE_EXPERT',
  'REMOTE_COORDINATOR',
  'FOLLOWUP_NURSE',
  'THEATRE_NURSE',
  'QC',
  'AUDITOR',
  'SECURITY_ADMIN',
  'ADMIN',
]);

export const demonstrationPerson = z.object({
  /** Sign-in name. */
  account: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  hospitalCode: demonstrationHospitalCode,
  name: bilingualText,
  title: z.enum(['CHIEF', 'ASSOCIATE_CHIEF', 'ATTENDING', 'RESIDENT', 'NURSE', 'STAFF']),
  email: z.string().regex(/@[a-z]+\.example$/),
  /** Department code is null for a role held in the whole hospital. */
  memberships: z.array(z.object({ role, departmentCode: catalogueCode.nullable() })).min(1),
});
export type DemonstrationPerson = z.infer<typeof demonstrationPerson>;

export const demonstrationPartnership = z.object({
  hospitalCode: demonstrationHospitalCode,
  agreementNo: z.string().min(1),
  scopes: z.array(z.enum(['REMOTE_CONSULT', 'LINKED_MDT', 'REFERRAL', 'POSTING'])).min(1),
  /** Days from the day of loading. */
  validFromDay: z.int(),
  validToDay: z.int(),
});
export type DemonstrationPartnership = z.infer<typeof demonstrationPartnership>;

/** The invented centre: hospitals, places, departments in use, people and agreements. No real institution or person. */
export const demonstrationCentre = z.object({
  hospitals: z.array(demonstrationHospital),
  campuses: z.array(demonstrationCampus),
  rooms: z.array(demonstrationRoom),
  centre: z.object({
    hospitalCode: demonstrationHospitalCode,
    name: bilingualText,
    caseLetter: z.string().regex(/^[A-Z]$/),
  }),
  /** Departments the host hospital has in use, in order of position; members of the centre carry a centre role. */
  departments: z.array(rosterEntry),
  people: z.array(demonstrationPerson),
  partnerships: z.array(demonstrationPartnership),
});
export type DemonstrationCentre = z.infer<typeof demonstrationCentre>;
