import { Injectable } from '@nestjs/common';
import type { Bilingual, Role } from '@consilium/contracts';
import { systemActor } from '../access/index.js';
import { Database } from '../database/index.js';

export interface DemonstrationPerson {
  username: string;
  name: Bilingual;
  role: Role;
  hospital: Bilingual;
}

/** The accounts of the demonstration centre, for its sign-in page. Nothing calls it elsewhere. */
@Injectable()
export class DemonstrationPeopleService {
  constructor(private readonly database: Database) {}

  async list(): Promise<DemonstrationPerson[]> {
    return this.database.read(systemActor('demonstration', ''), (tx) =>
      tx.query<DemonstrationPerson>(
        `SELECT a.username, json_build_object('zh', p.name, 'en', p.name_en) AS name,
           coalesce((SELECT m.role FROM memberships m WHERE m.person_id = p.id ORDER BY m.id LIMIT 1), 'OBSERVER') AS role,
           json_build_object('zh', coalesce((SELECT d.name_zh FROM memberships m JOIN departments d ON d.id = m.department_id WHERE m.person_id = p.id ORDER BY m.id LIMIT 1), h.short_name_zh),
             'en', coalesce((SELECT d.name_en FROM memberships m JOIN departments d ON d.id = m.department_id WHERE m.person_id = p.id ORDER BY m.id LIMIT 1), h.short_name_en)) AS hospital
         FROM accounts a JOIN people p ON p.id = a.person_id JOIN hospitals h ON h.id = p.hospital_id
         WHERE EXISTS (SELECT 1 FROM installation WHERE demonstration_loaded_at IS NOT NULL)
         ORDER BY h.is_host DESC, p.id`,
      ),
    );
  }
}
