import type { ManagedHospitals } from '@consilium/contracts';
import { may } from '../access/index.js';
import type { Transaction } from '../database/index.js';

const ROOMS = `
  SELECT json_agg(json_build_object('id', r.id, 'kind', r.kind, 'name', json_build_object('zh', r.name_zh, 'en', r.name_en),
      'isRetired', r.retired_at IS NOT NULL, 'version', r.version, 'futureBookings', (${futureBookings('r.id', '$1')}))
    ORDER BY r.retired_at IS NOT NULL, r.kind, r.name_zh, r.id)
  FROM rooms r WHERE r.campus_id = c.id`;

const CAMPUSES = `
  SELECT json_agg(json_build_object('id', c.id, 'name', json_build_object('zh', c.name_zh, 'en', c.name_en), 'timeZone', c.time_zone,
      'isDefault', c.is_default, 'version', c.version, 'rooms', coalesce((${ROOMS}), '[]')) ORDER BY c.is_default DESC, c.id)
  FROM campuses c WHERE c.hospital_id = h.id`;

const HOSPITALS = `
  SELECT h.id, h.code, json_build_object('zh', h.name_zh, 'en', h.name_en) AS name,
    json_build_object('zh', h.short_name_zh, 'en', h.short_name_en) AS "shortName", h.province, h.is_host AS "isHost", h.version,
    coalesce((${CAMPUSES}), '[]') AS campuses
  FROM hospitals h ORDER BY h.is_host DESC, h.name_en, h.id`;

/** In SQL, for how many times to come a room is booked. */
export function futureBookings(room: string, now: string): string {
  return `SELECT count(*)::int FROM bookings b WHERE b.resource_id = ${room} AND upper(b.during) > ${now}`;
}

/** Every hospital, the host first. */
export async function hospitalsView(tx: Transaction, hostId: string): Promise<ManagedHospitals> {
  return {
    items: await tx.query(HOSPITALS, [tx.now]),
    mayManage: may(tx.actor, 'organisation:manage', { hospitalId: hostId }),
  };
}
