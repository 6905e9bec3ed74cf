import { Injectable } from '@nestjs/common';
import type { SessionListItem, SessionView, Slot } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { refuseFields, type FieldRefusal } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { freeSlots, type WantedBooking } from './bookings.js';
import { sessionFacts } from './session-facts.js';
import { sessionView } from './session.view.js';

/** More sessions than this are not shown for one period. */
const LIST_LIMIT = 500;
/** How many free times the slot finder offers. */
const SLOTS = 10;

const LIST = `
  SELECT s.id, s.title, s.kind, s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
    json_build_object('zh', r.name_zh, 'en', r.name_en) AS room, p.name AS chair,
    coalesce((SELECT json_agg(json_build_object('zh', h.short_name_zh, 'en', h.short_name_en) ORDER BY h.name_en)
      FROM session_hospitals l JOIN hospitals h ON h.id = l.hospital_id WHERE l.session_id = s.id), '[]') AS "linkedHospitals",
    (SELECT count(*) FROM agenda_lines i WHERE i.session_id = s.id AND i.state <> 'DEFERRED')::int AS cases,
    (SELECT count(*) FROM agenda_lines i WHERE i.session_id = s.id AND i.state <> 'DEFERRED' AND i.is_ready)::int AS "readyCases"
  FROM consult_sessions s JOIN rooms r ON r.id = s.room_id JOIN people p ON p.id = s.chair_id
  WHERE s.hospital_id = $1 AND s.starts_at >= $2 AND s.starts_at < $3
  ORDER BY s.starts_at, s.id LIMIT ${LIST_LIMIT}`;

/** Looking at sessions and for times. */
@Injectable()
export class SessionReadingService {
  constructor(private readonly database: Database) {}

  /** Sessions of the own hospital that begin in a period, in order of time, cancelled ones too. */
  async list(actor: Actor, period: { from: string; to: string }): Promise<SessionListItem[]> {
    authorise(actor, 'session:read', { hospitalId: actor.hospitalId });
    if (new Date(period.to) <= new Date(period.from)) throw refuseFields({ field: 'to', code: 'before-start' });
    return this.database.list(
      actor,
      { action: 'session.listed', objectKind: 'session', detail: period },
      async (tx) => {
        const rows = await tx.query<SessionListItem & { startsAt: Date; endsAt: Date }>(LIST, [
          actor.hospitalId,
          period.from,
          period.to,
        ]);
        return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }));
      },
    );
  }

  /** One session with its agenda. Opening it is on record. */
  async read(actor: Actor, sessionId: string): Promise<SessionView> {
    return this.database.read(actor, async (tx) => {
      await sessionFacts(tx, actor, sessionId);
      await tx.audit({ action: 'session.opened', objectKind: 'session', objectId: sessionId });
      return sessionView(tx, sessionId);
    });
  }

  /** The next times at which the room and all of the people are free together, from a time on but never in the past. */
  async findSlots(
    actor: Actor,
    wish: { from: string; minutes: number; roomId: string; personIds: readonly string[] },
  ): Promise<Slot[]> {
    authorise(actor, 'session:schedule', { hospitalId: actor.hospitalId });
    return this.database.read(actor, async (tx) => {
      const known = await tx.one<{ room: boolean; people: string[] }>(
        `SELECT EXISTS (SELECT 1 FROM rooms r JOIN campuses c ON c.id = r.campus_id WHERE r.id = $1 AND r.kind = 'MEETING_ROOM' AND r.retired_at IS NULL AND c.hospital_id = $2) AS room,
           coalesce((SELECT json_agg(id) FROM people WHERE id = ANY ($3::uuid[])), '[]') AS people`,
        [wish.roomId, actor.hospitalId, wish.personIds],
      );
      const refusals: FieldRefusal[] = known.room ? [] : [{ field: 'roomId', code: 'unknown' }];
      wish.personIds.forEach((personId, index) => {
        if (!known.people.includes(personId)) refusals.push({ field: `personIds.${index}`, code: 'unknown' });
      });
      if (refusals.length > 0) throw refuseFields(...refusals);
      const startsAt = new Date(wish.from);
      const endsAt = new Date(startsAt.getTime() + wish.minutes * 60_000);
      const wanted: WantedBooking[] = [
        { resourceKind: 'ROOM', resourceId: wish.roomId, startsAt, endsAt },
        ...[...new Set(wish.personIds)].map((resourceId) => ({
          resourceKind: 'PERSON' as const,
          resourceId,
          startsAt,
          endsAt,
        })),
      ];
      const timeZone = await campusZone(tx, actor.hospitalId);
      return freeSlots(tx, wanted, { from: startsAt, timeZone, count: SLOTS });
    });
  }
}
