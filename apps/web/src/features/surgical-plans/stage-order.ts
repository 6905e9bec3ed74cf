/** What the order of an operation is computed from: a stage's code, its length in minutes, its day and the stages before it. */
export interface OrderedStage {
  code: string;
  minutes: number;
  dayOffset: number;
  after: readonly string[];
}

export interface StageOrder {
  /** Minutes from the start of the operation to the start of each stage of the operation day, by code. */
  startsAfterMinutes: Map<string, number>;
  /** Length of the operation day in minutes: its longest chain of stages. */
  operationMinutes: number;
  /** Stages that wait for one another, in order and with the first repeated at the end; empty where the order is possible. */
  loop: string[];
}

/**
 * Earliest start of every stage: as soon as all stages named in `after` are done. Stages before the operation day (`dayOffset` < 0)
 * take no theatre time of the day. A code that names no stage is ignored, since it is being typed; a loop leaves its stages without a start.
 */
export function orderOfStages(stages: readonly OrderedStage[]): StageOrder {
  const byCode = new Map(stages.map((stage) => [stage.code, stage]));
  const startsAfterMinutes = new Map<string, number>();
  const finished = new Set<string>();
  const caught = new Set<string>();
  const way: string[] = [];
  let loop: string[] = [];

  const endOf = (stage: OrderedStage): number =>
    stage.dayOffset < 0 ? 0 : (startsAfterMinutes.get(stage.code) ?? 0) + stage.minutes;

  const visit = (stage: OrderedStage): boolean => {
    if (finished.has(stage.code)) return true;
    if (caught.has(stage.code)) return false;
    if (way.includes(stage.code)) {
      if (loop.length === 0) loop = [...way.slice(way.indexOf(stage.code)), stage.code];
      return false;
    }
    way.push(stage.code);
    const before = stage.after.flatMap((code) => byCode.get(code) ?? []);
    const possible = before.map(visit).every(Boolean);
    way.pop();
    if (!possible) {
      caught.add(stage.code);
      return false;
    }
    finished.add(stage.code);
    if (stage.dayOffset === 0) startsAfterMinutes.set(stage.code, Math.max(0, ...before.map(endOf)));
    return true;
  };
  for (const stage of stages) visit(stage);

  const ends = stages.filter((stage) => startsAfterMinutes.has(stage.code)).map(endOf);
  return { startsAfterMinutes, operationMinutes: Math.max(0, ...ends), loop };
}

/** Every stage that comes, directly or through others, before the one named. */
export function stagesBefore(stages: readonly OrderedStage[], code: string): Set<string> {
  const byCode = new Map(stages.map((stage) => [stage.code, stage]));
  const before = new Set<string>();
  const open = [...(byCode.get(code)?.after ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (before.has(next)) continue;
    before.add(next);
    open.push(...(byCode.get(next)?.after ?? []));
  }
  return before;
}

/** The lowest free code S1 … S99. */
export function nextStageCode(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`S${number}`)) number += 1;
  return `S${number}`;
}
