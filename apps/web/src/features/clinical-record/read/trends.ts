import type { LaboratoryEntry } from '@consilium/contracts';

export interface Trend {
  analyte: string;
  unit: string;
  /** Oldest first. */
  results: LaboratoryEntry[];
}

/** Results by analyte and unit, since values in different units make no line; those measured latest come first. */
export function trendsOf(entries: readonly LaboratoryEntry[]): Trend[] {
  const trends = new Map<string, Trend>();
  for (const entry of [...entries].sort((a, b) => a.takenOn.localeCompare(b.takenOn))) {
    const key = `${entry.analyte}\n${entry.unit}`;
    const trend = trends.get(key) ?? { analyte: entry.analyte, unit: entry.unit, results: [] };
    trend.results.push(entry);
    trends.set(key, trend);
  }
  const latest = ({ results }: Trend) => results.at(-1)?.takenOn ?? '';
  return [...trends.values()].sort((a, b) => latest(b).localeCompare(latest(a)) || a.analyte.localeCompare(b.analyte));
}

export interface Point {
  x: number;
  y: number;
}

const DAY_MS = 86_400_000;

/** Where each result stands in a box: days across, values upward. A span of nothing is drawn in the middle. */
export function pointsOf(results: readonly LaboratoryEntry[], width: number, height: number): Point[] {
  const days = results.map(({ takenOn }) => Date.parse(takenOn) / DAY_MS);
  const values = results.map(({ value }) => value);
  const along = (all: number[], one: number) => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return high === low ? 0.5 : (one - low) / (high - low);
  };
  return results.map(({ value }, place) => ({
    x: along(days, days[place] ?? 0) * width,
    y: (1 - along(values, value)) * height,
  }));
}
