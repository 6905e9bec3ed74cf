import { laneColour } from '../lanes';
import { usePlanText } from '../locales';
import type { Bar } from '../relay-stage';
import type { DrawnStage } from './drawn-stage';
import { clockRange } from './stage-times';
import styles from './relay.module.css';

/** Widths in pixels of what stands in a bar: a clock range, a length in minutes, a structure tag with its gap, the first words of a name. */
const CLOCK_WIDTH = 74;
const MINUTES_WIDTH = 32;
const TAG_WIDTH = 25;
const NAME_WIDTH = 44;
const GAP = 6;
const PADDING = 16;

/** What fits into a bar: its name or only its code, the clock, the length or neither, and how many tags. */
export interface BarContent {
  name: boolean;
  time: 'clock' | 'minutes' | 'none';
  tags: number;
  /** Whether the last place counts the tags that found none. */
  counted: boolean;
}

export function fittingContent(barWidth: number, tags: number): BarContent {
  const room = barWidth - PADDING;
  const time = room >= CLOCK_WIDTH ? 'clock' : room >= MINUTES_WIDTH ? 'minutes' : 'none';
  const taken = { clock: CLOCK_WIDTH, minutes: MINUTES_WIDTH, none: room }[time];
  const places = Math.max(0, Math.floor((room - taken - GAP) / TAG_WIDTH));
  const name = room >= NAME_WIDTH;
  if (tags <= places) return { name, time, tags, counted: false };
  return { name, time, tags: Math.max(0, places - 1), counted: places > 0 };
}

interface Props {
  stage: DrawnStage;
  bar: Bar;
  startsAt: string | null;
  /** Tag of each structure at risk. */
  tags: ReadonlyMap<string, string>;
  selected: boolean;
  /** Whether the Tab key stops here; the others are reached by arrow keys. */
  reachable: boolean;
  onFocus: () => void;
  onSelect?: ((code: string) => void) | undefined;
}

/** One stage on the time axis. */
export function RelayBar({ stage, bar, startsAt, tags, selected, reachable, onFocus, onSelect }: Props) {
  const t = usePlanText();
  const time = clockRange(startsAt, stage.startsAfterMinutes, stage.minutes);
  const fits = fittingContent(bar.width, stage.structuresAtRisk.length);
  const colour = laneColour(stage.departmentCode);
  const spoken = [
    t('barSpoken', { code: stage.code, department: stage.department, goal: stage.goal, time, lead: stage.leadName }),
    ...(stage.structuresAtRisk.length > 0 ? [t('barRisks', { n: stage.structuresAtRisk.length })] : []),
  ].join(' · ');
  return (
    <button
      type="button"
      className={`${styles.bar} ${fits.name ? '' : styles.narrow} ${selected ? styles.selected : ''}`}
      style={{
        left: bar.x + 1,
        top: bar.y,
        width: Math.max(bar.width - 2, 14),
        height: bar.height,
        background: colour.fill,
        borderLeftColor: colour.edge,
      }}
      data-stage={stage.code}
      aria-label={spoken}
      aria-pressed={selected}
      title={[spoken, ...stage.structuresAtRisk.map((name) => `${tags.get(name) ?? ''} ${name}`)].join('\n')}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onSelect?.(stage.code)}
    >
      <span className={styles.barName}>
        <b style={{ color: colour.edge }}>{stage.code}</b> {fits.name && stage.goal}
      </span>
      {fits.time !== 'none' && (
        <span className={styles.barFoot}>
          <span className={styles.barTime}>{fits.time === 'clock' ? time : t('minutesOf', { n: stage.minutes })}</span>
          <span className={styles.barRisks}>
            {stage.structuresAtRisk.slice(0, fits.tags).map((name) => (
              <span key={name} className={styles.risk}>
                {tags.get(name)}
              </span>
            ))}
            {fits.counted && <span className={styles.risk}>+{stage.structuresAtRisk.length - fits.tags}</span>}
          </span>
        </span>
      )}
    </button>
  );
}
