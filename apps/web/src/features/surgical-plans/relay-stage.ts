/** What the relay timeline draws of a stage. `startsAfterMinutes` counts from the start of the operation. */
export interface RelayStage {
  code: string;
  departmentId: string;
  leadId: string;
  minutes: number;
  bloodUnits: number;
  dayOffset: number;
  after: readonly string[];
  startsAfterMinutes: number;
}

/** A stage of the operation day as a bar; all lengths in CSS pixels from the top left of the chart. */
export interface Bar {
  code: string;
  lane: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
/** Stages that take theatre time of the operation day, first start first. */
export function stagesOfTheDay<S extends RelayStage>(stages: readonly S[]): S[] {
  return stages
    .filter((stage) => stage.dayOffset === 0)
    .sort((a, b) => a.startsAfterMinutes - b.startsAfterMinutes || Number(a.code.slice(1)) - Number(b.code.slice(1)));
}

/** Stages that must be done on a day before; they stand above the timeline as gates, earliest first. */
export function stagesBeforeTheDay<S extends RelayStage>(stages: readonly S[]): S[] {
  return stages.filter((stage) => stage.dayOffset < 0).sort((a, b) => a.dayOffset - b.dayOffset);
}
