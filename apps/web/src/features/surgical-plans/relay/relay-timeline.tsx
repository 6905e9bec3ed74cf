import type { Locale } from '@consilium/contracts';
import { ArrowRight, Check, CircleAlert, Timer } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useLocale } from '../../../lib/i18n';
import { usePlanText } from '../locales';
import { layoutRelay } from '../relay-layout';
import { stagesOfTheDay } from '../relay-stage';
import { minutesPastHour } from '../wall-clock';
import { laneColour } from '../lanes';
import { BloodRow, BLOOD_ROW_HEIGHT } from './blood-row';
import { taggedStructures, type DrawnStage } from './drawn-stage';
import { RelayArrows } from './relay-arrows';
import { RelayBar } from './relay-bar';
import { clockAfter, useSpan } from './stage-times';
import { useChartWidth } from './use-chart-width';
import styles from './relay.module.css';

interface Props {
  stages: readonly DrawnStage[];
  /** Start of the operation; null while it is not set. */
  startsAt: string | null;
  operationMinutes: number;
  selected?: string | null;
  /** Called with the code of a stage that was chosen. */
  onSelect?: (code: string) => void;
  title?: string;
  hint?: string;
  /** Shows the whole operation at once, however narrow its stages get. */
  whole?: boolean;
}

/** Width in pixels of the column of department names, which are longer in English. */
const HEAD_WIDTH: Record<Locale, number> = { 'zh-CN': 150, 'en-US': 208 };
const AXIS_HEIGHT = 34;
/** Least widths in pixels of an hour: half an hour still prints its code and name; in an overview only its code. */
const LEAST_HOUR_WIDTH = 96;
const WHOLE_HOUR_WIDTH = 46;

/**
 * The operation as a relay: a lane for each department, a bar for each stage at its clock time, a numbered circle where one team hands
 * over to the next, and the expected blood below. Arrow keys walk the stages; the table of stages holds the same for reading aloud.
 */
export function RelayTimeline({
  stages,
  startsAt,
  operationMinutes,
  selected = null,
  onSelect,
  title,
  hint,
  whole = false,
}: Props) {
  const t = usePlanText();
  const span = useSpan();
  const headWidth = HEAD_WIDTH[useLocale()];
  const { ref, width } = useChartWidth<HTMLDivElement>(headWidth + 2);
  const layout = useMemo(
    () =>
      layoutRelay(stages, width, {
        minutesPastHour: startsAt === null ? 0 : minutesPastHour(startsAt),
        leastHourWidth: whole ? WHOLE_HOUR_WIDTH : LEAST_HOUR_WIDTH,
      }),
    [stages, width, startsAt, whole],
  );
  const tags = useMemo(() => new Map(taggedStructures(stages).map(({ name, tag }) => [name, tag])), [stages]);
  const day = stagesOfTheDay(stages);
  const [current, setCurrent] = useState<string | null>(null);
  const entry = day.some((stage) => stage.code === current) ? current : (day[0]?.code ?? null);

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = day[day.findIndex((stage) => stage.code === entry) + step];
    if (next === undefined) return;
    setCurrent(next.code);
    event.currentTarget.querySelector<HTMLElement>(`[data-stage="${next.code}"]`)?.focus();
  };

  return (
    <section className={styles.panel} aria-label={title ?? t('timeline')}>
      <header className={styles.head}>
        <h3>{title ?? t('timeline')}</h3>
        {operationMinutes > 0 && (
          <span className={styles.muted}>{t('expected', { span: span(operationMinutes) })}</span>
        )}
        {hint !== undefined && <span className={styles.muted}>{hint}</span>}
        {startsAt === null && day.length > 0 && <span className={styles.muted}>{t('startOpen')}</span>}
        <ul className={styles.legend} aria-hidden="true">
          <li>
            <ArrowRight size={16} className={styles.arrowSample} /> {t('legendHandover')}
          </li>
          <li>
            <span className={styles.risk}>R1</span> {t('legendStructure')}
          </li>
        </ul>
      </header>
      <div className={styles.scroller} ref={ref}>
        {day.length === 0 ? (
          <p className={styles.nothing}>{stages.length === 0 ? t('noStages') : t('noDayStages')}</p>
        ) : (
          <div className={styles.grid} style={{ gridTemplateColumns: `${headWidth}px ${layout.width}px` }}>
            <div className={`${styles.laneHead} ${styles.axisHead}`} style={{ height: AXIS_HEIGHT }}>
              {t('departmentLead')}
            </div>
            <div className={styles.axis} style={{ height: AXIS_HEIGHT }} aria-hidden="true">
              {layout.ticks.map((tick) => (
                <span key={tick.minutes} style={{ left: tick.x }}>
                  {clockAfter(startsAt, tick.minutes)}
                </span>
              ))}
            </div>
            <div className={styles.laneHeads}>
              {layout.lanes.map((lane) => (
                <LaneHead
                  key={lane.departmentId}
                  stages={day.filter((stage) => stage.departmentId === lane.departmentId)}
                  height={lane.height}
                />
              ))}
            </div>
            {/* The arrow keys belong to the group; each bar in it is a button of its own. */}
            <div
              className={styles.chart}
              style={{ height: layout.height }}
              role="toolbar"
              aria-label={t('timeline')}
              aria-orientation="horizontal"
              tabIndex={-1}
              onKeyDown={walk}
            >
              {layout.lanes.map((lane) => (
                <div key={lane.departmentId} className={styles.laneRule} style={{ top: lane.y + lane.height - 1 }} />
              ))}
              {layout.ticks.map((tick) => (
                <div key={tick.minutes} className={styles.hourRule} style={{ left: tick.x }} />
              ))}
              {day.map((stage) => {
                const bar = layout.bars.find((one) => one.code === stage.code);
                return bar === undefined ? null : (
                  <RelayBar
                    key={stage.code}
                    stage={stage}
                    bar={bar}
                    startsAt={startsAt}
                    tags={tags}
                    selected={stage.code === selected}
                    reachable={stage.code === entry}
                    onFocus={() => setCurrent(stage.code)}
                    onSelect={onSelect}
                  />
                );
              })}
              <RelayArrows handovers={layout.handovers} width={layout.width} height={layout.height} />
            </div>
            <div className={styles.laneHead} style={{ height: BLOOD_ROW_HEIGHT }}>
              <span className={styles.laneEdge} style={{ background: laneColour('transfusion-medicine').edge }} />
              <span className={styles.laneName}>
                <strong>{t('bloodRow')}</strong>
                <span className={styles.laneLead}>{t('bloodRowUnit')}</span>
              </span>
            </div>
            <BloodRow layout={layout} />
          </div>
        )}
      </div>
    </section>
  );
}

/** Name and stage leads of a lane, and how far their confirmations are. */
function LaneHead({ stages, height }: { stages: readonly DrawnStage[]; height: number }) {
  const t = usePlanText();
  const first = stages[0];
  if (first === undefined) return null;
  const leads = [...new Set(stages.map((stage) => stage.leadName))].filter(Boolean).join(t('listSeparator'));
  return (
    <div className={styles.laneHead} style={{ height }}>
      <span className={styles.laneEdge} style={{ background: laneColour(first.departmentCode).edge }} />
      <span className={styles.laneName}>
        <strong title={first.department}>{first.department}</strong>
        <span className={styles.laneLead} title={leads}>
          {leads}
        </span>
        <LaneState stages={stages} />
      </span>
    </div>
  );
}

function LaneState({ stages }: { stages: readonly DrawnStage[] }) {
  const t = usePlanText();
  const states = stages.map((stage) => stage.confirmation);
  if (states.includes('DECLINED')) {
    return (
      <span className={`${styles.laneState} ${styles.declined}`}>
        <CircleAlert size={13} aria-hidden="true" />
        {t('laneDeclined')}
      </span>
    );
  }
  if (states.every((state) => state === 'CONFIRMED')) {
    return (
      <span className={`${styles.laneState} ${styles.confirmed}`}>
        <Check size={13} aria-hidden="true" />
        {t('laneConfirmed')}
      </span>
    );
  }
  if (states.some((state) => state === null)) return null;
  return (
    <span className={`${styles.laneState} ${styles.waiting}`}>
      <Timer size={13} aria-hidden="true" />
      {t('laneWaiting')}
    </span>
  );
}
