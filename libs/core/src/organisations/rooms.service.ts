import { Injectable } from '@nestjs/common';
import type { ManagedHospitals, RoomPlan } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { holdRow, hostFor } from './host.js';
import { futureBookings, hospitalsView } from './hospitals-view.js';
import { Room } from './room.entity.js';

const ROOM = `name_zh AS "nameZh", name_en AS "nameEn", retired_at AS "retiredAt"`;
type RoomRow = Pick<Room, 'nameZh' | 'nameEn' | 'retiredAt'>;

/** Meeting rooms and theatres, as an administrator keeps them. */
@Injectable()
export class RoomsService {
  constructor(private readonly database: Database) {}

  async add(actor: Actor, campusId: string, plan: RoomPlan): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const campus = await tx.maybeOne('SELECT 1 AS one FROM campuses WHERE id = $1', [campusId]);
      if (!campus) throw notFound();
      const id = tx.newId();
      const after = { campusId, kind: plan.kind, nameZh: plan.name.zh, nameEn: plan.name.en };
      await tx.insert(Room, { id, ...after, updatedAt: tx.now, updatedBy: actor.personId });
      await tx.audit({ action: 'room.added', objectKind: 'room', objectId: id, after });
    });
  }

  async rename(
    actor: Actor,
    id: string,
    { version, name }: Pick<RoomPlan, 'name'> & { version: number },
  ): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const { nameZh, nameEn } = await holdRow<RoomRow>(tx, 'rooms', { id, version }, ROOM);
      await tx.query('UPDATE rooms SET name_zh = $2, name_en = $3 WHERE id = $1', [id, name.zh, name.en]);
      await tx.audit({
        action: 'room.changed',
        objectKind: 'room',
        objectId: id,
        before: { nameZh, nameEn },
        after: { nameZh: name.zh, nameEn: name.en },
      });
    });
  }

  /**
   * Takes a room out of use. It is offered and booked no more; what was booked stays, and the person must have been told how much that is
   * (`organisation/in-use` with the present number otherwise).
   */
  async retire(actor: Actor, id: string, told: { version: number; futureBookings: number }): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const before = await holdRow<RoomRow>(tx, 'rooms', { id, version: told.version }, ROOM);
      const { count } = await tx.one<{ count: number }>(futureBookings('$1', '$2'), [id, tx.now]);
      if (count !== told.futureBookings)
        throw new Problem('organisation/in-use', {
          what: { zh: `现有 ${count} 个未来预订`, en: `${count} bookings to come` },
        });
      const retiredAt = before.retiredAt ?? tx.now;
      await tx.query('UPDATE rooms SET retired_at = $2 WHERE id = $1', [id, retiredAt]);
      await tx.audit({
        action: 'room.retired',
        objectKind: 'room',
        objectId: id,
        before: { retiredAt: before.retiredAt },
        after: { retiredAt },
        detail: { futureBookings: count },
      });
    });
  }

  async bringBack(actor: Actor, id: string, { version }: { version: number }): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const before = await holdRow<RoomRow>(tx, 'rooms', { id, version }, ROOM);
      await tx.query('UPDATE rooms SET retired_at = NULL WHERE id = $1', [id]);
      await tx.audit({
        action: 'room.brought-back',
        objectKind: 'room',
        objectId: id,
        before: { retiredAt: before.retiredAt },
        after: { retiredAt: null },
      });
    });
  }

  private async changing(actor: Actor, work: (tx: Transaction) => Promise<void>): Promise<ManagedHospitals> {
    return this.database.write(actor, async (tx) => {
      const hostId = await hostFor(tx, actor, 'organisation:manage');
      await work(tx);
      await tx.announce('directory', hostId);
      return hospitalsView(tx, hostId);
    });
  }
}
