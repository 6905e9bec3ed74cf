import { boardColumns, type BoardCard, type BoardColumn, type OverdueItem, type Risk } from '@consilium/contracts';
import { dotLook } from '../../components/opinion-dots';
import { daysUntil, timeLeft, type Tone } from '../../lib/time';
import type { BoardSearch, FilterName } from './board-search';

/** The seven columns from left to right. */
export const columnOrder: readonly BoardColumn[] = boardColumns.schema.options;

/** Columns in which opinions are still collected, so that a late opinion of another department holds the case up. */
const collecting: ReadonlySet<BoardColumn> = new Set<BoardColumn>(['WAITING_ON_US', 'PREPARING', 'READY']);

/** From this many days before the operation an unconfirmed stage asks to act now. */
const CLOSE_TO_OPERATION_DAYS = 2;

export type Timing =
  | { kind: 'deadline'; dueAt: string; tone: Tone }
  /** Another department is late, while what this card waits for is not. */
  | { kind: 'other-late'; departmentId: string; dueAt: string; tone: 'overdue' }
  | { kind: 'session'; at: string; tone: 'neutral' }
  | { kind: 'operation'; at: string; tone: 'neutral' | 'due' }
  | { kind: 'none'; tone: 'neutral' };

/** What the upper right corner of a card says, and how urgent the card is. */
export function timingOf(card: BoardCard, now: Date): Timing {
  const own = ownTiming(card, now);
  if (own.tone === 'overdue' || !collecting.has(card.column)) return own;
  const late = card.dots
    .filter((dot) => dotLook(dot, now) === 'overdue')
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))[0];
  if (late?.dueAt === undefined || late.dueAt === null) return own;
  return { kind: 'other-late', departmentId: late.departmentId, dueAt: late.dueAt, tone: 'overdue' };
}

function ownTiming(card: BoardCard, now: Date): Timing {
  const { dueAt, dueKind, plan } = card;
  if (dueAt === null) return { kind: 'none', tone: 'neutral' };
  if (dueKind === 'SESSION') return { kind: 'session', at: dueAt, tone: 'neutral' };
  if (dueKind === 'OPERATION') {
    const open = plan !== null && plan.confirmed < plan.stages;
    const close = daysUntil(dueAt, now) <= CLOSE_TO_OPERATION_DAYS;
    return { kind: 'operation', at: dueAt, tone: open && close ? 'due' : 'neutral' };
  }
  return { kind: 'deadline', dueAt, tone: timeLeft(dueAt, now).tone };
}

/** A card with what depends on the moment. */
export interface TimedCard {
  card: BoardCard;
  timing: Timing;
}

export function timed(cards: readonly BoardCard[], now: Date): TimedCard[] {
  return cards.map((card) => ({ card, timing: timingOf(card, now) }));
}

const passes: Record<FilterName, (entry: TimedCard, meId: string) => boolean> = {
  mine: ({ card }, meId) => card.owner.id === meId,
  overdue: ({ timing }) => timing.tone === 'overdue',
  risk: ({ card }) => card.risk === 'HIGH' || card.risk === 'EXTREME',
  rec: ({ card }) => card.recurrenceNumber > 0,
  remote: ({ card }) => card.remoteHospitals > 0,
};

/** How many cards each filter would leave by itself. */
export function filterCounts(cards: readonly TimedCard[], meId: string): Record<FilterName, number> {
  const count = (name: FilterName) => cards.filter((entry) => passes[name](entry, meId)).length;
  return {
    mine: count('mine'),
    overdue: count('overdue'),
    risk: count('risk'),
    rec: count('rec'),
    remote: count('remote'),
  };
}

function contains(card: BoardCard, words: string): boolean {
  return [card.caseNo, card.diagnosis, card.owner.name, card.maskedName].some((text) =>
    text.toLowerCase().includes(words),
  );
}

/** The cards that all chosen filters and the words leave. */
export function filtered(cards: readonly TimedCard[], search: BoardSearch, words: string, meId: string): TimedCard[] {
  const chosen = (Object.keys(passes) as FilterName[]).filter((name) => search[name] === '1');
  const wanted = words.trim().toLowerCase();
  return cards.filter(
    (entry) => chosen.every((name) => passes[name](entry, meId)) && (wanted === '' || contains(entry.card, wanted)),
  );
}

const toneRank: Record<Tone, number> = { overdue: 0, due: 1, neutral: 2 };
const riskRank: Record<Risk, number> = { EXTREME: 0, HIGH: 1, MODERATE: 2 };
const LAST = '9999';

function dueOf(timing: Timing): string {
  if (timing.kind === 'deadline' || timing.kind === 'other-late') return timing.dueAt;
  return timing.kind === 'none' ? LAST : timing.at;
}
// Instants may be written with different offsets: compare the moments, not the text.
const momentOf = (timing: Timing) => (dueOf(timing) === LAST ? Infinity : Date.parse(dueOf(timing)));

/** Overdue first in every order; then what is due, then as asked. */
export function sorted(cards: readonly TimedCard[], order: BoardSearch['sort']): TimedCard[] {
  return [...cards].sort((a, b) => {
    const late = Number(b.timing.tone === 'overdue') - Number(a.timing.tone === 'overdue');
    if (late !== 0) return late;
    const number = a.card.caseNo.localeCompare(b.card.caseNo);
    if (order === 'number') return number;
    const risk = riskRank[a.card.risk] - riskRank[b.card.risk];
    if (order === 'risk' && risk !== 0) return risk;
    const tone = toneRank[a.timing.tone] - toneRank[b.timing.tone];
    if (tone !== 0) return tone;
    const [momentA, momentB] = [momentOf(a.timing), momentOf(b.timing)];
    return momentA === momentB ? number : momentA < momentB ? -1 : 1;
  });
}

export function byColumn(cards: readonly TimedCard[]): Record<BoardColumn, TimedCard[]> {
  const columns = Object.fromEntries(columnOrder.map((column) => [column, []])) as unknown as Record<
    BoardColumn,
    TimedCard[]
  >;
  for (const entry of cards) columns[entry.card.column].push(entry);
  return columns;
}

export const overdueOf = (cards: readonly TimedCard[]) =>
  cards.filter(({ timing }) => timing.tone === 'overdue').length;

/** One line of the ribbon: what this department is late with. */
export interface LateItem {
  key: string;
  dueAt: string;
  kind: string;
  caseNo: string | null;
  sessionId: string | null;
  planId: string | null;
  owner: string | undefined;
  column: BoardColumn | undefined;
}

/**
 * What the department of this board is late with: the house's list, and the late opinions its own cards show in case the list has not
 * been asked again yet. The longest overdue first.
 */
export function lateItems(
  departmentId: string,
  items: readonly OverdueItem[],
  cards: readonly TimedCard[],
  now: Date,
): LateItem[] {
  const cardOf = new Map(cards.map(({ card }) => [card.caseNo, card]));
  const listed: LateItem[] = items
    .filter((item) => item.departmentId === departmentId && Date.parse(item.dueAt) <= now.getTime())
    .map((item) => {
      const card = item.caseNo === null ? undefined : cardOf.get(item.caseNo);
      return { ...item, key: item.id, owner: card?.owner.name, column: card?.column };
    });
  const known = new Set(listed.filter((item) => item.kind === 'OPINION').map((item) => item.caseNo));
  const unlisted = cards.flatMap(({ card }): LateItem[] => {
    const ours = card.dots.find((dot) => dot.departmentId === departmentId);
    if (ours === undefined || ours.dueAt === null || known.has(card.caseNo)) return [];
    if (!collecting.has(card.column) || dotLook(ours, now) !== 'overdue') return [];
    const { caseNo, column, owner } = card;
    return [
      {
        key: caseNo,
        dueAt: ours.dueAt,
        kind: 'OPINION',
        caseNo,
        sessionId: null,
        planId: null,
        owner: owner.name,
        column,
      },
    ];
  });
  return [...listed, ...unlisted].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
}

/** Masked names that occur more than once in a list: two patients who must not be taken for each other. */
export function sharedSurnames(cards: readonly TimedCard[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { card } of cards) (seen.has(card.maskedName) ? shared : seen).add(card.maskedName);
  return shared;
}
