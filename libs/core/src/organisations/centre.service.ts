import { Injectable } from '@nestjs/common';
import type { Bilingual, ManagedDepartments, RosterPlace } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields, type FieldRefusal } from '../errors/index.js';
import { CenterDepartment } from './center-department.entity.js';
import { departmentsView } from './departments-view.js';
import { holdRow, hostFor } from './host.js';

/** The centre of the host: its name, which departments form it, and in which order they stand everywhere. */
@Injectable()
export class CentreService {
  constructor(private readonly database: Database) {}

  async rename(actor: Actor, { version, name }: { version: number; name: Bilingual }): Promise<ManagedDepartments> {
    return this.changing(actor, async (tx, { centreId }) => {
      const before = await holdRow<{ nameZh: string; nameEn: string }>(
        tx,
        'centers',
        { id: centreId, version },
        'name_zh AS "nameZh", name_en AS "nameEn"',
      );
      await tx.query('UPDATE centers SET name_zh = $2, name_en = $3 WHERE id = $1', [centreId, name.zh, name.en]);
      await tx.audit({
        action: 'centre.changed',
        objectKind: 'centre',
        objectId: centreId,
        before: { ...before },
        after: { nameZh: name.zh, nameEn: name.en },
      });
    });
  }

  /** Sets the whole roster in its order. A retired department keeps its place, but cannot be taken in. */
  async setRoster(
    actor: Actor,
    { version, roster }: { version: number; roster: RosterPlace[] },
  ): Promise<ManagedDepartments> {
    return this.changing(actor, async (tx, { hostId, centreId }) => {
      await holdRow(tx, 'centers', { id: centreId, version }, 'id');
      const before = await rosterOf(tx, centreId);
      const refused = await refusedPlaces(tx, hostId, roster, before);
      if (refused.length > 0) throw refuseFields(...refused);
      await tx.query('DELETE FROM center_departments WHERE center_id = $1', [centreId]);
      await tx.insert(
        CenterDepartment,
        roster.map(({ departmentId, role }, index) => ({
          centerId: centreId,
          departmentId,
          role,
          position: index + 1,
        })),
      );
      await tx.audit({
        action: 'centre.roster-changed',
        objectKind: 'centre',
        objectId: centreId,
        before: { roster: before },
        after: { roster },
      });
    });
  }

  private async changing(
    actor: Actor,
    work: (tx: Transaction, ids: { hostId: string; centreId: string }) => Promise<void>,
  ): Promise<ManagedDepartments> {
    return this.database.write(actor, async (tx) => {
      const hostId = await hostFor(tx, actor, 'organisation:manage');
      const centre = await tx.one<{ id: string }>('SELECT id FROM centers WHERE hospital_id = $1 ORDER BY id LIMIT 1', [
        hostId,
      ]);
      await work(tx, { hostId, centreId: centre.id });
      await tx.announce('directory', hostId);
      return departmentsView(tx, hostId);
    });
  }
}

const rosterOf = (tx: Transaction, centreId: string) =>
  tx.query<RosterPlace>(
    'SELECT department_id AS "departmentId", role FROM center_departments WHERE center_id = $1 ORDER BY position, department_id',
    [centreId],
  );

async function refusedPlaces(
  tx: Transaction,
  hostId: string,
  roster: readonly RosterPlace[],
  before: readonly RosterPlace[],
): Promise<FieldRefusal[]> {
  const known = await tx.query<{ id: string; isRetired: boolean }>(
    'SELECT id, retired_at IS NOT NULL AS "isRetired" FROM departments WHERE hospital_id = $1',
    [hostId],
  );
  return roster.flatMap(({ departmentId }, index): FieldRefusal[] => {
    const field = `roster.${index}.departmentId`;
    const department = known.find(({ id }) => id === departmentId);
    const wasIn = before.some((place) => place.departmentId === departmentId);
    if (!department || (department.isRetired && !wasIn)) return [{ field, code: 'unknown' }];
    if (roster.findIndex((place) => place.departmentId === departmentId) < index) return [{ field, code: 'duplicate' }];
    return [];
  });
}
