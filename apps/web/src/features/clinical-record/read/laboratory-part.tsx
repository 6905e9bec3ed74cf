import type { FullRecord } from '@consilium/contracts';
import { useTexts } from '../locales';
import { fieldWords } from '../texts/field-words';
import { useLabel } from '../../../lib/i18n';
import { PartPanel, type ReadPart } from './part-panel';
import { pointsOf, trendsOf, type Trend } from './trends';
import styles from './laboratory.module.css';

/** Each analyte with its latest value, its line and, on demand, every value. */
export function LaboratoryPart({
  sections: { laboratory },
  read,
}: {
  sections: FullRecord['sections'];
  read: ReadPart;
}) {
  return (
    <PartPanel read={read} section="laboratory" part={laboratory}>
      <ul className={styles.trends}>
        {trendsOf(laboratory?.content.entries ?? []).map((trend) => (
          <TrendLine key={`${trend.analyte} ${trend.unit}`} trend={trend} />
        ))}
      </ul>
    </PartPanel>
  );
}

const WIDTH = 120;
const HEIGHT = 26;

function TrendLine({ trend: { analyte, unit, results } }: { trend: Trend }) {
  const t = useTexts();
  const l = useLabel();
  const latest = results.at(-1);
  const points = pointsOf(results, WIDTH, HEIGHT);
  const last = points.at(-1);
  return (
    <li>
      <details>
        <summary>
          <b>{analyte}</b>
          <span className={styles.latest}>
            {latest?.value} <small>{unit}</small>
          </span>
          <time dateTime={latest?.takenOn}>{latest?.takenOn}</time>
          {points.length > 1 && (
            <svg
              viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`}
              role="img"
              aria-label={t('trendOf', { analyte, count: results.length })}
            >
              <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
              {points.map(({ x, y }, place) => (
                <circle key={results[place]?.id} cx={x} cy={y} r="1.6" />
              ))}
              {last !== undefined && <circle className={styles.last} cx={last.x} cy={last.y} r="3" />}
            </svg>
          )}
        </summary>
        <table aria-label={`${analyte} · ${t('trendTable')}`}>
          <thead>
            <tr>
              <th scope="col">{l(fieldWords.takenOn)}</th>
              <th scope="col">{l(fieldWords.value)}</th>
            </tr>
          </thead>
          <tbody>
            {[...results].reverse().map((result) => (
              <tr key={result.id}>
                <td>{result.takenOn}</td>
                <td>
                  {result.value} {result.unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
