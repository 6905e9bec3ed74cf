import type { Clash, Locale, Slot } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import type { Database, Transaction } from '../database/index.js';
import { ConstraintViolation, Problem } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { freeTimes, SEARCH_DAYS, type Interval } from './free-slots.rules.js';

/** Name of the constraint that refuses two bookings of one resource at once. */
export const DOUBLE_BOOKING = 'ex_bookings_no_double_booking';
/** How many free times a refusal offers. */
const ALTERNATIVES = 5;
const DAY = 86_400_000;

/** Time wanted of a room, a theatre or a person; the end is not part of it. */
export interface WantedBooking {
  resourceKind: 'ROOM' | 'THEATRE' | 'PERSON';
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
}
/** What the time is taken for: a session or a surgical plan, by its id. */
export interface BookingSource {
  sourceKind: 'SESSION' | 'OPERATION';
  sourceId: string;
}

const columns = (wanted: readonly WantedBooking[]) => [
  wanted.map((one) => one.resourceKind),
  wanted.map((one) => one.resourceId),
  wanted.map((one) => one.startsAt.toISOString()),
  wanted.map((one) => one.endsAt.toISOString()),
];

/**
 * Books everything in one statement, or nothing: where anything is taken the database refuses with the constraint
 * `ex_bookings_no_double_booking`, which the caller turns into {@link bookingProblem} after its transaction. Times of one resource that
 * touch or overlap become one booking. Rows go in by resource, so that two writers meet in the same order and cannot block each other.
 */
export async function book(tx: Transaction, wanted: readonly WantedBooking[], source: BookingSource): Promise<void> {
  if (wanted.length === 0) return;
  await tx.query(
    `INSERT INTO bookings (id, resource_kind, resource_id, during, source_kind, source_id)
     SELECT gen_random_uuid(), w.kind, w.id, w.during, $5, $6
     FROM (SELECT kind, id, unnest(range_agg(tstzrange(starts_at, ends_at, '[)'))) AS during
           FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS w (kind, id, starts_at, ends_at)
           GROUP BY kind, id) AS w
     ORDER BY w.id, w.during`,
    [...columns(wanted), source.sourceKind, source.sourceId],
  );
}

/** Frees everything that was booked for a session or an operation. */
export async function releaseBookings(
  tx: Transaction,
  sourceKind: BookingSource['sourceKind'],
  sourceId: string,
): Promise<void> {
  await tx.query('DELETE FROM bookings WHERE source_kind = $1 AND source_id = $2', [sourceKind, sourceId]);
}

/**
 * What stands in the way of the times wanted, soonest first; bookings of `exceptSource` itself do not count. Titles name the session, or the
 * operation by its case number: never a patient.
 */
export async function clashesOf(
  tx: Transaction,
  wanted: readonly WantedBooking[],
  exceptSource?: BookingSource,
): Promise<Clash[]> {
  const rows = await tx.query<Clash & { startsAt: Date; endsAt: Date }>(
    `SELECT DISTINCT b.resource_kind AS "resourceKind", b.resource_id AS "resourceId",
       coalesce(CASE WHEN $7 = 'en-US' THEN p.name_en ELSE p.name END, CASE WHEN $7 = 'en-US' THEN r.name_en ELSE r.name_zh END, '') AS "resourceName",
       coalesce(s.title, CASE WHEN $7 = 'en-US' THEN 'Operation ' ELSE '手术 ' END || o.case_no, '') AS title,
       lower(b.during) AS "startsAt", upper(b.during) AS "endsAt"
     FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS w (kind, id, starts_at, ends_at)
     JOIN bookings b ON b.resource_id = w.id AND b.during && tstzrange(w.starts_at, w.ends_at, '[)')
     LEFT JOIN people p ON b.resource_kind = 'PERSON' AND p.id = b.resource_id
     LEFT JOIN rooms r ON b.resource_kind <> 'PERSON' AND r.id = b.resource_id
     LEFT JOIN consult_sessions s ON b.source_kind = 'SESSION' AND s.id = b.source_id
     LEFT JOIN operation_numbers o ON b.source_kind = 'OPERATION' AND o.plan_id = b.source_id
     WHERE NOT (b.source_kind = $5 AND b.source_id = $6::uuid) OR $6 IS NULL
     ORDER BY "startsAt", "resourceName"
     LIMIT 50`,
    [...columns(wanted), exceptSource?.sourceKind ?? '', exceptSource?.sourceId ?? null, tx.actor.locale],
  );
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }));
}

/**
 * Times at which everything wanted is free together: the next `count` (5) from `from` on, never in the past, on a grid of 15 or 30 minutes,
 * between 07:30 and 20:00 of the campus, within 14 days. What is wanted is moved as a whole; each slot is the time of its first member.
 */
export async function freeSlots(
  tx: Transaction,
  wanted: readonly WantedBooking[],
  options: { from: Date; timeZone: string; exceptSource?: BookingSource; count?: number },
): Promise<Slot[]> {
  if (wanted.length === 0) return [];
  const from = new Date(Math.max(options.from.getTime(), tx.now.getTime()));
  const spread =
    Math.max(...wanted.map((one) => one.endsAt.getTime())) - Math.min(...wanted.map((one) => one.startsAt.getTime()));
  const until = new Date(from.getTime() + SEARCH_DAYS * DAY + spread);
  const rows = await tx.query<{ resourceId: string; startsAt: Date; endsAt: Date }>(
    `SELECT resource_id AS "resourceId", lower(during) AS "startsAt", upper(during) AS "endsAt" FROM bookings
     WHERE resource_id = ANY ($1::uuid[]) AND during && tstzrange($2, $3, '[)') AND (NOT (source_kind = $4 AND source_id = $5::uuid) OR $5 IS NULL)`,
    [
      wanted.map((one) => one.resourceId),
      from,
      until,
      options.exceptSource?.sourceKind ?? '',
      options.exceptSource?.sourceId ?? null,
    ],
  );
  const busy = new Map<string, Interval[]>();
  for (const row of rows) busy.set(row.resourceId, [...(busy.get(row.resourceId) ?? []), row]);
  const found = freeTimes(wanted, busy, { from, timeZone: options.timeZone, count: options.count ?? ALTERNATIVES });
  return found.map((slot) => ({ startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() }));
}

/**
 * The refusal of a double booking, written after the refused transaction: what is taken, by name, and the next free times for the same
 * room and people. A clash that ended in the meantime is not invented: then there are only free times.
 */
export async function bookingProblem(
  database: Database,
  actor: Actor,
  wanted: readonly WantedBooking[],
  exceptSource?: BookingSource,
): Promise<Problem> {
  return database.read(actor, async (tx) => {
    const timeZone = await campusZone(tx, actor.hospitalId);
    const clashes = await clashesOf(tx, wanted, exceptSource);
    const from = wanted[0]?.startsAt ?? tx.now;
    const alternatives = await freeSlots(tx, wanted, { from, timeZone, ...(exceptSource && { exceptSource }) });
    return new Problem(
      'booking/clash',
      { what: { zh: sentence(clashes, timeZone, 'zh-CN'), en: sentence(clashes, timeZone, 'en-US') } },
      { clashes, alternatives },
    );
  });
}

/** Whether an error is the database's refusal of a double booking. */
export const isDoubleBooking = (error: unknown): boolean =>
  error instanceof ConstraintViolation && error.constraint === DOUBLE_BOOKING;

function sentence(clashes: readonly Clash[], timeZone: string, locale: Locale): string {
  if (clashes.length === 0) return locale === 'zh-CN' ? '所选时间刚被占用' : 'the time was taken a moment ago';
  const at = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return clashes
    .map((clash) =>
      `${clash.resourceName} ${at.formatRange(new Date(clash.startsAt), new Date(clash.endsAt))} ${clash.title}`.trim(),
    )
    .join(locale === 'zh-CN' ? '；' : '; ');
}
