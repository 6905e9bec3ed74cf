import { placeHandovers, type Handover } from './handover-layout';
import { stagesBeforeTheDay, stagesOfTheDay, type Bar, type RelayStage } from './relay-stage';

export interface Lane {
  departmentId: string;
  y: number;
  height: number;
}
export interface BloodPoint {
  minutes: number;
  x: number;
  units: number;
}
export interface RelayLayout {
  width: number;
  /** Height of all lanes together; the blood row comes below. */
  height: number;
  lanes: Lane[];
  bars: Bar[];
  handovers: Handover[];
  /** Whole hours of the clock, or of the operation where its start is not set. */
  ticks: { minutes: number; x: number }[];
  /** Cumulative red-cell units over the day; the corners of the line. */
  blood: BloodPoint[];
  bloodTotal: number;
}

/** Row and bar heights of the timeline in pixels: two lines of text and the gap in which hand-overs run. */
export const ROW_HEIGHT = 45;
export const BAR_HEIGHT = 37;
const BAR_INSET = (ROW_HEIGHT - BAR_HEIGHT) / 2;

export interface Scale {
  /** How far the start of the operation lies past a whole hour of the hospital's clock, so that the ticks fall on whole hours. */
  minutesPastHour: number;
  /** An hour is never narrower than this many pixels; what does not fit scrolls. */
  leastHourWidth: number;
}

/** Places stages, hand-overs, hours and the blood line on a chart at least `width` pixels wide. */
export function layoutRelay(
  stages: readonly RelayStage[],
  width: number,
  { minutesPastHour, leastHourWidth }: Scale,
): RelayLayout {
  const day = stagesOfTheDay(stages);
  const operationMinutes = Math.max(60, ...day.map((stage) => stage.startsAfterMinutes + stage.minutes));
  const axisMinutes = Math.ceil((operationMinutes + 10) / 30) * 30;
  const perMinute = Math.max(width / axisMinutes, leastHourWidth / 60);

  const { lanes, bars } = placeBars(day, perMinute);
  const ticks: RelayLayout['ticks'] = [];
  for (let minutes = (60 - minutesPastHour) % 60; minutes < axisMinutes; minutes += 60) {
    ticks.push({ minutes, x: minutes * perMinute });
  }
  const blood = bloodOverTheDay(stages, axisMinutes).map((point) => ({ ...point, x: point.minutes * perMinute }));
  return {
    width: axisMinutes * perMinute,
    height: lanes.reduce((sum, lane) => sum + lane.height, 0),
    lanes,
    bars,
    handovers: placeHandovers(day, bars),
    ticks,
    blood,
    bloodTotal: blood.at(-1)?.units ?? 0,
  };
}

/** One lane per department in the order of their first stage; stages of one department that run at the same time take further rows of its lane. */
function placeBars(day: readonly RelayStage[], perMinute: number): { lanes: Lane[]; bars: Bar[] } {
  const lanes: Lane[] = [];
  const bars: Bar[] = [];
  let y = 0;
  for (const departmentId of new Set(day.map((stage) => stage.departmentId))) {
    const rowEnds: number[] = [];
    for (const stage of day.filter((one) => one.departmentId === departmentId)) {
      const free = rowEnds.findIndex((end) => end <= stage.startsAfterMinutes);
      const row = free === -1 ? rowEnds.length : free;
      rowEnds[row] = stage.startsAfterMinutes + stage.minutes;
      bars.push({
        code: stage.code,
        lane: lanes.length,
        x: stage.startsAfterMinutes * perMinute,
        y: y + row * ROW_HEIGHT + BAR_INSET,
        width: stage.minutes * perMinute,
        height: BAR_HEIGHT,
      });
    }
    lanes.push({ departmentId, y, height: rowEnds.length * ROW_HEIGHT });
    y += rowEnds.length * ROW_HEIGHT;
  }
  return { lanes, bars };
}

/** Each stage's blood is expected evenly over its minutes; what is needed before the operation day is there from the start. */
function bloodOverTheDay(stages: readonly RelayStage[], axisMinutes: number): { minutes: number; units: number }[] {
  const day = stagesOfTheDay(stages);
  const before = stagesBeforeTheDay(stages).reduce((sum, stage) => sum + stage.bloodUnits, 0);
  const corners = new Set([0, axisMinutes]);
  for (const stage of day) {
    corners.add(stage.startsAfterMinutes);
    corners.add(stage.startsAfterMinutes + stage.minutes);
  }
  return [...corners]
    .sort((a, b) => a - b)
    .map((minutes) => ({
      minutes,
      units: day.reduce((sum, stage) => {
        const share = Math.min(1, Math.max(0, (minutes - stage.startsAfterMinutes) / stage.minutes));
        return sum + stage.bloodUnits * share;
      }, before),
    }));
}
