import { directions, type Direction } from '@consilium/contracts';
import { Kbd } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import styles from './record.module.css';

export const DIRECTIONS = directions.schema.options;

/** The direction of treatment, one of a few; the keys 1 to 7 choose it. */
export function DirectionChoice({
  value,
  onChange,
}: {
  value: Direction | null;
  onChange: (direction: Direction) => void;
}) {
  const t = useText();
  const label = useLabel();
  return (
    <fieldset className={styles.section} id="record-direction" tabIndex={-1}>
      <legend className={styles.legend}>
        {t('direction')}
        <span className={styles.keys}>
          <Kbd>1</Kbd>–<Kbd>{DIRECTIONS.length}</Kbd>
        </span>
      </legend>
      <div className={styles.directions}>
        {DIRECTIONS.map((direction) => (
          <label key={direction} className={styles.choice}>
            <input type="radio" name="direction" checked={value === direction} onChange={() => onChange(direction)} />
            <span>{label(directions.labels[direction])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
