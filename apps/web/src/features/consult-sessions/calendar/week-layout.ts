import type { SessionListItem } from '@consilium/contracts';
import { isoDay } from '../../../lib/time';
import { minuteOfDay } from '../../../lib/wall-time';

/** The hours the week shows; what lies outside is drawn at the edge, never left out. */
export const FIRST_HOUR = 7;
export const LAST_HOUR = 20;
const FIRST_MINUTE = FIRST_HOUR * 60;
const LAST_MINUTE = LAST_HOUR * 60;
/** A block never gets so flat that its title cannot be read. */
const LEAST_MINUTES = 30;

export interface PlacedSession {
  session: SessionListItem;
  /** Minutes after the first hour shown. */
  top: number;
  minutes: number;
  /** Column among those that overlap, and how many there are. */
  lane: number;
  lanes: number;
}

interface Span {
  session: SessionListItem;
  from: number;
  to: number;
}

function spanOf(session: SessionListItem): Span {
  const start = minuteOfDay(session.startsAt);
  const length = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000);
  const from = Math.min(Math.max(start, FIRST_MINUTE), LAST_MINUTE - LEAST_MINUTES);
  const to = Math.min(Math.max(start + length, from + LEAST_MINUTES), LAST_MINUTE);
  return { session, from, to };
}

function placeCluster(cluster: Span[]): PlacedSession[] {
  const ends: number[] = [];
  const lanes = cluster.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
  return cluster.map(({ session, from, to }, i) => ({
    session,
    top: from - FIRST_MINUTE,
    minutes: to - from,
    lane: lanes[i] ?? 0,
    lanes: ends.length,
  }));
}

/** Where the sessions of one day stand; those that overlap stand side by side. */
export function placeDay(sessions: SessionListItem[]): PlacedSession[] {
  const spans = sessions.map(spanOf).sort((a, b) => a.from - b.from || b.to - a.to);
  const placed: PlacedSession[] = [];
  let cluster: Span[] = [];
  let end = 0;
  for (const span of spans) {
    if (cluster.length > 0 && span.from >= end) {
      placed.push(...placeCluster(cluster));
      cluster = [];
      end = 0;
    }
    cluster.push(span);
    end = Math.max(end, span.to);
  }
  return [...placed, ...placeCluster(cluster)];
}

/** Sessions by the hospital's calendar day on which they begin. */
export function byDay(sessions: SessionListItem[]): Map<string, SessionListItem[]> {
  const days = new Map<string, SessionListItem[]>();
  for (const session of sessions) {
    const day = isoDay(session.startsAt);
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return days;
}
