import { Injectable } from '@nestjs/common';
import { structures } from '@consilium/catalog';
import { tumourTypes, type Directory } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';

/** Held at a hospital today; a posting counts before it begins, so that sessions and operations can be planned with who is coming. */
const HELD_AT = (hospital: string) =>
  `m.person_id = p.id AND m.hospital_id = ${hospital}.id AND (m.valid_from <= hospital_day(h.id, $1) OR m.posting IS NOT NULL) AND (m.valid_to IS NULL OR m.valid_to >= hospital_day(h.id, $1))`;

/** A person as staff of a hospital: its own, or posted to it. */
const PERSON = (
  hospital: string,
) => `json_build_object('id', p.id, 'name', p.name, 'nameEn', p.name_en, 'title', p.title, 'hospitalId', ${hospital}.id,
  'departmentIds', coalesce((SELECT json_agg(DISTINCT m.department_id) FROM memberships m WHERE ${HELD_AT(hospital)} AND m.department_id IS NOT NULL), '[]'),
  'roles', coalesce((SELECT json_agg(DISTINCT m.role) FROM memberships m WHERE ${HELD_AT(hospital)}), '[]'))`;

const DIRECTORY = `
  SELECT json_build_object('id', h.id, 'name', json_build_object('zh', h.name_zh, 'en', h.name_en), 'shortName', json_build_object('zh', h.short_name_zh, 'en', h.short_name_en),
      'timeZone', hospital_zone(h.id)) AS hospital,
    (SELECT json_build_object('id', c.id, 'name', json_build_object('zh', c.name_zh, 'en', c.name_en)) FROM centers c WHERE c.hospital_id = h.id ORDER BY c.id LIMIT 1) AS centre,
    coalesce((SELECT json_agg(json_build_object('id', d.id, 'code', d.code, 'name', json_build_object('zh', d.name_zh, 'en', d.name_en), 'label', d.label,
        'centreRole', cd.role, 'position', coalesce(cd.position, 1000), 'isRetired', d.retired_at IS NOT NULL) ORDER BY coalesce(cd.position, 1000), d.code)
      FROM departments d LEFT JOIN centers c ON c.hospital_id = d.hospital_id LEFT JOIN center_departments cd ON cd.department_id = d.id AND cd.center_id = c.id
      WHERE d.hospital_id = h.id), '[]') AS departments,
    coalesce((SELECT json_agg(${PERSON('h')} ORDER BY p.name_en) FROM people p
      WHERE p.hospital_id = h.id OR EXISTS (SELECT FROM memberships m WHERE ${HELD_AT('h')} AND m.posting IS NOT NULL)), '[]') AS people,
    coalesce((SELECT json_agg(json_build_object('id', r.id, 'kind', r.kind, 'name', json_build_object('zh', r.name_zh, 'en', r.name_en),
        'campus', json_build_object('zh', c.name_zh, 'en', c.name_en), 'isRetired', r.retired_at IS NOT NULL) ORDER BY r.kind, c.name_zh, r.name_zh)
      FROM rooms r JOIN campuses c ON c.id = r.campus_id WHERE c.hospital_id = h.id), '[]') AS rooms,
    coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', json_build_object('zh', o.name_zh, 'en', o.name_en), 'shortName', json_build_object('zh', o.short_name_zh, 'en', o.short_name_en),
        'agreement', (SELECT json_build_object('agreementNo', a.agreement_no, 'validFrom', a.valid_from, 'validTo', a.valid_to, 'isValid', a.valid_from <= $1::date AND a.valid_to >= $1::date)
          FROM partnerships a WHERE a.host_hospital_id = h.id AND a.partner_hospital_id = o.id
            AND a.ended_at IS NULL AND 'LINKED_MDT' = ANY (a.scopes)
          ORDER BY a.valid_from <= $1::date AND a.valid_to >= $1::date DESC, a.valid_to DESC LIMIT 1),
        'experts', coalesce((SELECT json_agg(${PERSON('o')} ORDER BY p.name_en) FROM people p WHERE p.hospital_id = o.id
          AND EXISTS (SELECT 1 FROM memberships m WHERE ${HELD_AT('o')} AND m.role = 'REMOTE_EXPERT')), '[]')) ORDER BY o.name_en)
      FROM hospitals o WHERE NOT o.is_host), '[]') AS partners
  FROM hospitals h WHERE h.is_host`;

/** The host hospital as its staff know it: departments, people, rooms, linked hospitals. */
@Injectable()
export class DirectoryService {
  constructor(private readonly database: Database) {}

  async read(actor: Actor): Promise<Directory> {
    return this.database.read(actor, async (tx) => {
      const row = await tx.one<Omit<Directory, 'structures' | 'tumourTypes'>>(DIRECTORY, [tx.now]);
      authorise(actor, 'directory:read', { hospitalId: row.hospital.id });
      return {
        ...row,
        structures: structures.map(({ code, name, region }) => ({ code, name, region })),
        tumourTypes: tumourTypes.schema.options.map((code) => ({ code, name: tumourTypes.labels[code] })),
      };
    });
  }
}
