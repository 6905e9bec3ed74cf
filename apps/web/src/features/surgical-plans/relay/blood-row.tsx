import { usePlanText } from '../locales';
import type { RelayLayout } from '../relay-layout';
import styles from './relay.module.css';

/** Height of the blood row in pixels, its line between the two insets. */
export const BLOOD_ROW_HEIGHT = 56;
const TOP = 18;
const BOTTOM = 4;
const LABEL_DISTANCE = 64;

/** Whole figures stand where the line has risen to them, never closer than they are wide; the total always does. */
export function bloodLabels(blood: RelayLayout['blood']): RelayLayout['blood'] {
  const rises = blood.filter(
    (point, index) => point.units > (blood[index - 1]?.units ?? point.units) && Number.isInteger(point.units),
  );
  return rises.reduceRight<RelayLayout['blood']>((kept, point) => {
    const later = kept[0];
    return later === undefined || later.x - point.x >= LABEL_DISTANCE ? [point, ...kept] : kept;
  }, []);
}

/** Expected cumulative blood over the day, as a rising line with its figures. */
export function BloodRow({ layout }: { layout: RelayLayout }) {
  const t = usePlanText();
  const { blood, bloodTotal, width } = layout;
  const y = (units: number) =>
    BLOOD_ROW_HEIGHT - BOTTOM - (bloodTotal === 0 ? 0 : (units / bloodTotal) * (BLOOD_ROW_HEIGHT - TOP - BOTTOM));
  const line = blood
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${y(point.units).toFixed(1)}`)
    .join('');
  return (
    <div className={styles.bloodRow} style={{ height: BLOOD_ROW_HEIGHT }}>
      <span className="visually-hidden">{t('bloodSpoken', { n: bloodTotal })}</span>
      {layout.ticks.map((tick) => (
        <div key={tick.minutes} className={styles.hourRule} style={{ left: tick.x }} />
      ))}
      <svg width={width} height={BLOOD_ROW_HEIGHT} aria-hidden="true">
        <path d={`${line}L${width} ${BLOOD_ROW_HEIGHT}L0 ${BLOOD_ROW_HEIGHT}Z`} className={styles.bloodArea} />
        <path d={line} className={styles.bloodLine} />
        {bloodLabels(blood).map((point) => (
          <text
            key={point.minutes}
            x={Math.min(point.x + 4, width - 34)}
            y={Math.max(12, y(point.units) - 5)}
            className={styles.bloodLabel}
          >
            {t('unitsOf', { n: Math.round(point.units * 10) / 10 })}
          </text>
        ))}
      </svg>
    </div>
  );
}
