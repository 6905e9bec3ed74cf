import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, idParams, nameInBoth, organisationCode, version } from './fields.js';
import { centreRoles, departmentKinds } from './vocabulary.js';

export const managedDepartment = z.object({
  id,
  code: z.string(),
  name: bilingual,
  label: z.string(),
  aliases: z.array(z.string()),
  kind: departmentKinds.schema,
  campusIds: z.array(id),
  isRetired: z.boolean(),
  version,
});
export type ManagedDepartment = z.infer<typeof managedDepartment>;

const rosterPlace = z.object({ departmentId: id, role: centreRoles.schema });
export type RosterPlace = z.infer<typeof rosterPlace>;

const departments = z.object({
  items: z.array(managedDepartment),
  campuses: z.array(z.object({ id, name: bilingual })),
  centre: z.object({ id, name: bilingual, roster: z.array(rosterPlace), version }),
  mayManage: z.boolean(),
});
export type ManagedDepartments = z.infer<typeof departments>;

const departmentPlan = z.object({
  code: organisationCode,
  name: nameInBoth,
  /** What stands for the department on cards and dots. */
  label: z.string().trim().min(1).max(2),
  aliases: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  kind: departmentKinds.schema,
  campusIds: z.array(id).min(1).max(50),
});
export type DepartmentPlan = z.infer<typeof departmentPlan>;
const seen = z.object({ version });

/** What a department still has to do, to be known before it is retired. */
export const departmentUse = z.object({
  /** Open cases that belong to it, wait for its opinion or have a surgical stage of it. */
  openCases: z.int().min(0),
  /** People who belong to it now. */
  people: z.int().min(0),
});
export type DepartmentUse = z.infer<typeof departmentUse>;

/** Each change answers with all departments of the host as they are now. */
export const departmentEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/organisation/departments',
    permission: 'organisation:read',
    summary: "Departments of the host hospital and the centre's roster",
    out: departments,
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/organisation/departments',
    permission: 'organisation:manage',
    summary: 'Adds a department',
    status: 201,
    body: departmentPlan,
    out: departments,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/organisation/departments/:id',
    permission: 'organisation:manage',
    summary: 'Changes a department',
    params: idParams,
    body: departmentPlan.extend(seen.shape),
    out: departments,
  }),
  use: endpoint({
    method: 'GET',
    path: '/api/organisation/departments/:id/use',
    permission: 'organisation:manage',
    summary: 'How many open cases and people a department has',
    params: idParams,
    out: departmentUse,
  }),
  retire: endpoint({
    method: 'POST',
    path: '/api/organisation/departments/:id/retire',
    permission: 'organisation:manage',
    summary: 'Takes a department out of use: nobody chooses it any more, cases keep it',
    params: idParams,
    /** The numbers the person was told of; others are refused. */
    body: departmentUse.extend(seen.shape),
    out: departments,
  }),
  bringBack: endpoint({
    method: 'POST',
    path: '/api/organisation/departments/:id/bring-back',
    permission: 'organisation:manage',
    summary: 'Puts a retired department into use again',
    params: idParams,
    body: seen,
    out: departments,
  }),
  renameCentre: endpoint({
    method: 'PUT',
    path: '/api/organisation/centre',
    permission: 'organisation:manage',
    summary: 'Renames the centre',
    body: seen.extend({ name: nameInBoth }),
    out: departments,
  }),
  setRoster: endpoint({
    method: 'PUT',
    path: '/api/organisation/centre/roster',
    permission: 'organisation:manage',
    summary: 'Sets which departments form the centre, and their order',
    body: seen.extend({ roster: z.array(rosterPlace).max(200) }),
    out: departments,
  }),
};
