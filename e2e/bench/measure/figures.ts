import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

export const isQuick = process.argv.includes('--quick');
/** Words of the command line that are no options. */
export const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);
/** The smallest value that at least this share of the values does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;
export const median = (values: readonly number[]): number => quantile(values, 0.5);
/** Half the distance between the quartiles, as a share of the median. */
export const spread = (values: readonly number[]): number =>
  (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);

export const say = (what: string, value: string): void => console.log(`${what.padEnd(66)} ${value}`);

export interface Figure {
  value: number;
  unit: string;
  /** Half the distance between the quartiles of the rounds, as a share of the value. */
  spread?: number;
  /** What the value must not pass. */
  target?: { at: 'most' | 'least'; value: number };
  met?: boolean;
}

/** What a bench measured, under names that stay the same from one version to the next. */
export class Figures {
  private readonly kept: Record<string, Figure> = {};

  constructor(private readonly bench: string) {
    say('machine', `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`);
  }

  /** Keeps and prints a figure; `target` says what it must not pass. */
  add(name: string, says: string, figure: Omit<Figure, 'met'>): void {
    const { value, unit, target } = figure;
    const met = target && (target.at === 'most' ? value <= target.value : value >= target.value);
    this.kept[`${this.bench}.${name}`] = { ...figure, ...(met !== undefined && { met }) };
    const wanted = target ? `  (at ${target.at} ${target.value} ${unit}: ${met ? 'yes' : 'NO'})` : '';
    const about = figure.spread === undefined ? '' : ` ± ${(figure.spread * 100).toFixed(0)} %`;
    say(says, `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ${unit}${about}${wanted}`);
  }

  /** Hands the figures to whoever runs the benches; the exit code tells whether every target was met. */
  finish(): void {
    const file = process.env['BENCH_FIGURES'];
    if (file) writeFileSync(file, JSON.stringify(this.kept));
    if (Object.values(this.kept).some(({ met }) => met === false)) process.exitCode = 1;
  }
}
