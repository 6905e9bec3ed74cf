import { importColumns, type ImportRow } from '@consilium/contracts';
import { CircleX } from 'lucide-react';
import { useLabel } from '../../lib/i18n';
import { useTexts } from './locales';
import styles from './import.module.css';

/** Every row as it was read; a cell that is refused says why, also where it is empty. */
export function PreviewTable({ rows }: { rows: readonly ImportRow[] }) {
  const t = useTexts();
  const l = useLabel();
  const columns = importColumns.schema.options.filter((column) =>
    rows.some((row) => row.cells[column] !== undefined || row.problems.some((problem) => problem.column === column)),
  );
  return (
    // Browsers let the keyboard into what scrolls by itself.
    <div className={styles.frame} role="group" aria-labelledby="import-rows">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {l(importColumns.labels[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">
                {row.row}
                <span className={styles.quiet}>{t(row.isKnownPatient ? 'known' : 'new')}</span>
              </th>
              {columns.map((column) => {
                const problem = row.problems.find((one) => one.column === column);
                return (
                  <td key={column} className={problem === undefined ? undefined : styles.wrong}>
                    {row.cells[column] ?? ''}
                    {problem !== undefined && (
                      <span className={styles.why}>
                        <CircleX size={13} aria-hidden="true" /> {problem.message}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
