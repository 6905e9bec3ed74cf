import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id } from './fields.js';
import { roles, titles, tumourTypes } from './vocabulary.js';

export const department = z.object({
  id,
  code: z.string(),
  name: bilingual,
  /** The single character that stands for the department on cards and dots. */
  label: z.string(),
  centreRole: z.enum(['CORE', 'SUPPORTING']).nullable(),
  /** Place in the centre's roster; the order of dots and rows. */
  position: z.int(),
  /** It is chosen no more, but old cases name it. */
  isRetired: z.boolean(),
});
export type Department = z.infer<typeof department>;

export const person = z.object({
  id,
  name: z.string(),
  nameEn: z.string(),
  title: titles.schema,
  hospitalId: id,
  departmentIds: z.array(id),
  roles: z.array(roles.schema),
});
export type Person = z.infer<typeof person>;

export const bodyRegions = z.enum([
  'anterior',
  'middle',
  'posterior',
  'lateral',
  'perineum',
  'abdomen',
  'vessels',
  'nerves',
]);
export const structure = z.object({ code: z.string(), name: bilingual, region: bodyRegions });
export type Structure = z.infer<typeof structure>;

export const room = z.object({
  id,
  kind: z.enum(['MEETING_ROOM', 'THEATRE']),
  name: bilingual,
  campus: bilingual,
  /** It is booked no more, but what was booked stays. */
  isRetired: z.boolean(),
});
export type Room = z.infer<typeof room>;

export const partnerHospital = z.object({
  id,
  name: bilingual,
  shortName: bilingual,
  /** An agreement that covers linked sessions and was not ended: one valid today before others, then the longest. */
  agreement: z
    .object({ agreementNo: z.string(), validFrom: z.string(), validTo: z.string(), isValid: z.boolean() })
    .nullable(),
  experts: z.array(person),
});
export type PartnerHospital = z.infer<typeof partnerHospital>;

export const directory = z.object({
  hospital: z.object({ id, name: bilingual, shortName: bilingual, timeZone: z.string() }),
  centre: z.object({ id, name: bilingual }),
  departments: z.array(department),
  people: z.array(person),
  rooms: z.array(room),
  partners: z.array(partnerHospital),
  structures: z.array(structure),
  tumourTypes: z.array(z.object({ code: tumourTypes.schema, name: bilingual })),
});
export type Directory = z.infer<typeof directory>;

export const organisationEndpoints = {
  directory: endpoint({
    method: 'GET',
    path: '/api/directory',
    permission: 'directory:read',
    summary: "The host hospital's departments, staff, rooms, linked hospitals and the structures a case may involve",
    out: directory,
  }),
};
