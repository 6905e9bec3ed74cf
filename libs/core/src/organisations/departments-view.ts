import type { ManagedDepartments } from '@consilium/contracts';
import { may } from '../access/index.js';
import type { Transaction } from '../database/index.js';

const DEPARTMENTS = `
  SELECT d.id, d.code, json_build_object('zh', d.name_zh, 'en', d.name_en) AS name, d.label, d.aliases, d.kind, d.retired_at IS NOT NULL AS "isRetired", d.version,
    coalesce((SELECT json_agg(u.campus_id ORDER BY u.campus_id) FROM department_campuses u WHERE u.department_id = d.id), '[]') AS "campusIds"
  FROM departments d LEFT JOIN center_departments cd ON cd.department_id = d.id AND cd.center_id = $2
  WHERE d.hospital_id = $1 ORDER BY d.retired_at IS NOT NULL, coalesce(cd.position, 1000), d.code`;

const CAMPUSES = `
  SELECT id, json_build_object('zh', name_zh, 'en', name_en) AS name FROM campuses WHERE hospital_id = $1 ORDER BY is_default DESC, id`;

const CENTRE = `
  SELECT c.id, json_build_object('zh', c.name_zh, 'en', c.name_en) AS name, c.version,
    coalesce((SELECT json_agg(json_build_object('departmentId', cd.department_id, 'role', cd.role) ORDER BY cd.position, cd.department_id)
      FROM center_departments cd WHERE cd.center_id = c.id), '[]') AS roster
  FROM centers c WHERE c.hospital_id = $1 ORDER BY c.id LIMIT 1`;

/** Departments of the host, those in use first in the order of the centre, and the roster. */
export async function departmentsView(tx: Transaction, hostId: string): Promise<ManagedDepartments> {
  const centre = await tx.one<ManagedDepartments['centre']>(CENTRE, [hostId]);
  return {
    items: await tx.query(DEPARTMENTS, [hostId, centre.id]),
    campuses: await tx.query(CAMPUSES, [hostId]),
    centre,
    mayManage: may(tx.actor, 'organisation:manage', { hospitalId: hostId }),
  };
}
