import type { Bar, RelayStage } from './relay-stage';
import { stagesBefore } from './stage-order';

/** One team hands the field to the next: a numbered circle, and an arrow where the bars do not touch. Pixels of the chart. */
export interface Handover {
  number: number;
  from: string;
  to: string;
  /** SVG path from the earlier bar to the later one; empty where the circle alone joins them. */
  path: string;
  circle: { x: number; y: number };
}

export const CIRCLE_RADIUS = 9;
const CIRCLE_DISTANCE = 2 * CIRCLE_RADIUS + 2;

/**
 * Pairs of stages between which the field changes hands: a stage and those it waits for directly, where the department or the stage
 * lead changes. What another predecessor already implies is left out.
 */
export function handoverPairs<S extends RelayStage>(day: readonly S[]): { from: S; to: S }[] {
  return day.flatMap((to) => {
    const before = day.filter((stage) => to.after.includes(stage.code));
    const implied = new Set(before.flatMap((stage) => [...stagesBefore(day, stage.code)]));
    return before
      .filter((from) => !implied.has(from.code))
      .filter((from) => from.departmentId !== to.departmentId || from.leadId !== to.leadId)
      .map((from) => ({ from, to }));
  });
}

/** Numbers the hand-overs in the order of the day and finds each a circle that covers neither another circle nor, where possible, a bar. */
export function placeHandovers(day: readonly RelayStage[], bars: readonly Bar[]): Handover[] {
  const barOf = new Map(bars.map((bar) => [bar.code, bar]));
  const placed: Handover[] = [];
  for (const { from, to } of handoverPairs(day)) {
    const source = barOf.get(from.code);
    const target = barOf.get(to.code);
    if (!source || !target) continue;
    const way = wayBetween(source, target);
    const others = bars.filter((bar) => bar !== source && bar !== target);
    const spot =
      way.spots.find((one) => !touchesCircle(one, placed) && !others.some((bar) => touchesBar(one, bar))) ??
      way.spots.find((one) => !touchesCircle(one, placed)) ??
      way.spots[0];
    if (!spot) continue;
    placed.push({ number: placed.length + 1, from: from.code, to: to.code, path: way.path, circle: spot });
  }
  return placed;
}

interface Point {
  x: number;
  y: number;
}

function wayBetween(source: Bar, target: Bar): { path: string; spots: Point[] } {
  const end = source.x + source.width;
  const gap = target.x - end;
  if (source.y === target.y) {
    const y = source.y + source.height / 2;
    const x = end + gap / 2;
    // Bars that touch leave no room between them: the circle sits on their common upper corner.
    if (gap < CIRCLE_DISTANCE) return { path: '', spots: around({ x, y: source.y }, []) };
    return { path: `M${round(end)} ${y}H${round(target.x - 2)}`, spots: around({ x, y }, []) };
  }
  const down = target.y > source.y;
  const leave = down ? source.y + source.height : source.y;
  const gutter = leave + (down ? 4 : -4);
  const arrive = down ? target.y : target.y + target.height;
  const x = gap < 6 ? target.x : target.x + 3;
  const out = gap < 6 ? x : end - 3;
  const neighbours = Math.abs(arrive - leave) < CIRCLE_DISTANCE;
  const middle = { x, y: (leave + arrive) / 2 };
  const path =
    neighbours && gap < CIRCLE_DISTANCE
      ? ''
      : `M${round(out)} ${leave}V${gutter}H${round(x)}V${arrive + (down ? -1 : 1)}`;
  const steps: Point[] = [];
  for (let away = CIRCLE_DISTANCE; away < Math.abs(arrive - leave) / 2 - CIRCLE_RADIUS; away += CIRCLE_DISTANCE / 2) {
    steps.push({ x, y: middle.y - away }, { x, y: middle.y + away });
  }
  return { path, spots: around(middle, steps) };
}

/** The wished spot, then others on the way, then to its sides. */
function around(wish: Point, onTheWay: Point[]): Point[] {
  const sides = [1, 2, 3].flatMap((step) => [
    { x: wish.x + step * CIRCLE_DISTANCE, y: wish.y },
    { x: wish.x - step * CIRCLE_DISTANCE, y: wish.y },
  ]);
  return [wish, ...onTheWay, ...sides].filter((spot) => spot.x >= CIRCLE_RADIUS && spot.y >= 0);
}

function touchesCircle(spot: Point, placed: readonly Handover[]): boolean {
  return placed.some(({ circle }) => Math.hypot(circle.x - spot.x, circle.y - spot.y) < CIRCLE_DISTANCE);
}

function touchesBar(spot: Point, bar: Bar): boolean {
  return (
    spot.x > bar.x - CIRCLE_RADIUS &&
    spot.x < bar.x + bar.width + CIRCLE_RADIUS &&
    spot.y > bar.y - CIRCLE_RADIUS &&
    spot.y < bar.y + bar.height + CIRCLE_RADIUS
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
