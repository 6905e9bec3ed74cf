import type { AgendaItem, SessionView } from '@consilium/contracts';

const MINUTE_MS = 60_000;

export interface AgendaTimes {
  /** When each item begins, by its id: as planned, or later where the session runs late. */
  starts: Map<string, Date>;
  ends: Date;
  /** Whole minutes the session is behind its plan; 0 when on time. */
  lateMinutes: number;
  /** Minutes of the session that are not planned for a case. */
  spareMinutes: number;
}

interface PlannedSpan {
  item: AgendaItem;
  from: number;
  to: number;
}

function plannedSpans(session: SessionView): PlannedSpan[] {
  let cursor = Date.parse(session.startsAt);
  return [...session.agenda]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((item) => {
      const from = cursor;
      cursor += item.minutes * MINUTE_MS;
      return { item, from, to: cursor };
    });
}

/**
 * The agenda against the clock. Nothing is moved before its planned time, since experts of other hospitals were told that time; from
 * the moment the session runs late, everything still to come moves with the clock.
 */
export function agendaTimes(session: SessionView, now: Date): AgendaTimes {
  const spans = plannedSpans(session);
  const starts = new Map(spans.map(({ item, from }) => [item.id, new Date(from)]));
  const plannedEnd = spans.at(-1)?.to ?? Date.parse(session.startsAt);
  const spareMinutes = Math.floor((Date.parse(session.endsAt) - plannedEnd) / MINUTE_MS);
  if (session.state !== 'IN_PROGRESS') return { starts, ends: new Date(plannedEnd), lateMinutes: 0, spareMinutes };

  const open = spans.find(({ item }) => item.state === 'OPEN');
  let free = open === undefined ? now.getTime() : Math.max(now.getTime(), open.to);
  let late = open === undefined ? 0 : free - open.to;
  for (const { item, from } of spans) {
    if (item.state !== 'QUEUED') continue;
    const start = Math.max(from, free);
    late = Math.max(late, start - from);
    starts.set(item.id, new Date(start));
    free = start + item.minutes * MINUTE_MS;
  }
  const pending = open !== undefined || spans.some(({ item }) => item.state === 'QUEUED');
  return {
    starts,
    ends: new Date(pending ? free : plannedEnd),
    lateMinutes: Math.floor(late / MINUTE_MS),
    spareMinutes,
  };
}

export interface AgendaBlock {
  /** Hospitals the cases of this block are shared with; none for an in-house block. */
  hospitalIds: string[];
  items: AgendaItem[];
}

/** Neighbours on the agenda that are shared with the same hospitals. */
export function agendaBlocks(agenda: AgendaItem[]): AgendaBlock[] {
  const blocks: AgendaBlock[] = [];
  for (const item of [...agenda].sort((a, b) => a.ordinal - b.ordinal)) {
    const hospitalIds = item.sharedWith.map((share) => share.hospitalId).sort();
    const last = blocks.at(-1);
    if (last !== undefined && last.hospitalIds.join() === hospitalIds.join()) last.items.push(item);
    else blocks.push({ hospitalIds, items: [item] });
  }
  return blocks;
}
