import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, idParams, nameInBoth, organisationCode, version } from './fields.js';
import { roomKinds } from './vocabulary.js';

/** Names of zones the server knows, e.g. `Asia/Urumqi`; anything else is refused at its field. */
export const timeZone = z.string().refine(isTimeZone);

function isTimeZone(name: string): boolean {
  try {
    const { timeZone: known } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Offsets such as +08:00 are understood too, but know no daylight saving.
    return /^[A-Za-z]/.test(known);
  } catch {
    // Thrown for a name that is none.
    return false;
  }
}

export const managedRoom = z.object({
  id,
  kind: roomKinds.schema,
  name: bilingual,
  isRetired: z.boolean(),
  /** What it is booked for from now on. */
  futureBookings: z.int(),
  version,
});
export type ManagedRoom = z.infer<typeof managedRoom>;

export const managedCampus = z.object({
  id,
  name: bilingual,
  timeZone: z.string(),
  /** Its zone counts the hospital's days and due times. */
  isDefault: z.boolean(),
  rooms: z.array(managedRoom),
  version,
});
export type ManagedCampus = z.infer<typeof managedCampus>;

export const managedHospital = z.object({
  id,
  code: z.string(),
  name: bilingual,
  shortName: bilingual,
  province: z.string(),
  isHost: z.boolean(),
  campuses: z.array(managedCampus),
  version,
});
export type ManagedHospital = z.infer<typeof managedHospital>;

const hospitals = z.object({ items: z.array(managedHospital), mayManage: z.boolean() });
export type ManagedHospitals = z.infer<typeof hospitals>;

const hospitalPlan = z.object({
  code: organisationCode,
  name: nameInBoth,
  shortName: nameInBoth,
  province: z.string().trim().max(40).default(''),
});
export type HospitalPlan = z.infer<typeof hospitalPlan>;
const campusPlan = z.object({ name: nameInBoth, timeZone, isDefault: z.boolean() });
export type CampusPlan = z.infer<typeof campusPlan>;
const roomPlan = z.object({ kind: roomKinds.schema, name: nameInBoth });
export type RoomPlan = z.infer<typeof roomPlan>;
const seen = z.object({ version });

/** Each change answers with all hospitals as they are now. */
export const hospitalEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/organisation/hospitals',
    permission: 'organisation:read',
    summary: 'Hospitals with their campuses, rooms and theatres',
    out: hospitals,
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/organisation/hospitals',
    permission: 'organisation:manage',
    summary: 'Adds a hospital',
    status: 201,
    body: hospitalPlan,
    out: hospitals,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/organisation/hospitals/:id',
    permission: 'organisation:manage',
    summary: 'Changes the code and names of a hospital',
    params: idParams,
    body: hospitalPlan.extend(seen.shape),
    out: hospitals,
  }),
  addCampus: endpoint({
    method: 'POST',
    path: '/api/organisation/hospitals/:id/campuses',
    permission: 'organisation:manage',
    summary: 'Adds a campus; the first of a hospital is its default',
    status: 201,
    params: idParams,
    body: campusPlan,
    out: hospitals,
  }),
  changeCampus: endpoint({
    method: 'PUT',
    path: '/api/organisation/campuses/:id',
    permission: 'organisation:manage',
    summary: 'Changes a campus; times already set keep their instant',
    params: idParams,
    body: campusPlan.extend(seen.shape),
    out: hospitals,
  }),
  addRoom: endpoint({
    method: 'POST',
    path: '/api/organisation/campuses/:id/rooms',
    permission: 'organisation:manage',
    summary: 'Adds a meeting room or a theatre',
    status: 201,
    params: idParams,
    body: roomPlan,
    out: hospitals,
  }),
  renameRoom: endpoint({
    method: 'PUT',
    path: '/api/organisation/rooms/:id',
    permission: 'organisation:manage',
    summary: 'Renames a room',
    params: idParams,
    body: roomPlan.pick({ name: true }).extend(seen.shape),
    out: hospitals,
  }),
  retireRoom: endpoint({
    method: 'POST',
    path: '/api/organisation/rooms/:id/retire',
    permission: 'organisation:manage',
    summary: 'Takes a room out of use: it is booked no more, bookings stay',
    params: idParams,
    /** How many future bookings the person was told of; another number is refused. */
    body: seen.extend({ futureBookings: z.int().min(0) }),
    out: hospitals,
  }),
  bringBackRoom: endpoint({
    method: 'POST',
    path: '/api/organisation/rooms/:id/bring-back',
    permission: 'organisation:manage',
    summary: 'Puts a retired room into use again',
    params: idParams,
    body: seen,
    out: hospitals,
  }),
};
