/** What the order of stages needs of one stage. */
export interface OrderedStage {
  code: string;
  /** Codes of the stages that must be done before. */
  after: readonly string[];
  minutes: number;
  /** Day relative to the operation; negative days lie outside the operation day. */
  dayOffset: number;
}

/** The codes of one circle in the order of stages, first one repeated at the end; undefined when the order runs out cleanly. */
export function findLoop(stages: readonly OrderedStage[]): string[] | undefined {
  const byCode = new Map(stages.map((stage) => [stage.code, stage]));
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (code: string): string[] | undefined => {
    if (done.has(code)) return undefined;
    const seenAt = path.indexOf(code);
    if (seenAt >= 0) return [...path.slice(seenAt), code];
    path.push(code);
    for (const before of byCode.get(code)?.after ?? []) {
      const loop = walk(before);
      if (loop) return loop;
    }
    path.pop();
    done.add(code);
    return undefined;
  };
  for (const { code } of stages) {
    const loop = walk(code);
    if (loop) return loop;
  }
  return undefined;
}

export interface Timetable {
  /** Minutes from the start of the operation to the start of each stage, by code; 0 for stages of earlier days. */
  startsAfterMinutes: ReadonlyMap<string, number>;
  /** Length of the operation day: the longest chain of stages on it. */
  operationMinutes: number;
}

/**
 * When each stage begins if every stage takes its minutes and begins as soon as those before it are done. Stages of earlier days
 * (an embolisation the day before) take no time of the operation. The order must be free of circles.
 */
export function timetable(stages: readonly OrderedStage[]): Timetable {
  const byCode = new Map(stages.map((stage) => [stage.code, stage]));
  const ends = new Map<string, number>();
  const starts = new Map<string, number>();
  const endOf = (code: string): number => {
    const known = ends.get(code);
    if (known !== undefined) return known;
    const stage = byCode.get(code);
    if (!stage) return 0;
    const start = stage.dayOffset < 0 ? 0 : Math.max(0, ...stage.after.map(endOf));
    const end = stage.dayOffset < 0 ? 0 : start + stage.minutes;
    starts.set(code, start);
    ends.set(code, end);
    return end;
  };
  const operationMinutes = Math.max(0, ...stages.map(({ code }) => endOf(code)));
  return { startsAfterMinutes: starts, operationMinutes };
}
