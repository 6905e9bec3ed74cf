import type { Bilingual, Structure } from '@consilium/contracts';
import { Checkbox, Input } from 'antd';
import { X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import type { FieldWiring } from '../../../components/field-wiring';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import styles from './matrix.module.css';

interface Cell {
  code: string;
  involvement: string;
}
type Props = FieldWiring<Cell[]> & {
  caption: string;
  /** Degrees in the order of the columns. */
  degrees: Record<string, Bilingual>;
  /** Which structures are rows. */
  isRow: (structure: Structure) => boolean;
};

/** Moves to the same degree of the row above or below, or to what is chosen there. */
function moveRow(event: KeyboardEvent<HTMLInputElement>, down: boolean): void {
  const row = event.currentTarget.closest('tr');
  const next = down ? row?.nextElementSibling : row?.previousElementSibling;
  const radios = [...(next?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
  const same = radios.find((radio) => radio.value === event.currentTarget.value);
  (radios.find((radio) => radio.checked) ?? same)?.focus();
}

/** Structure by structure, how far it is involved. A structure without a mark was not looked at. */
export function InvolvementMatrix({ id, value, onChange, caption, degrees, isRow }: Props) {
  const t = useTexts();
  const l = useLabel();
  const own = useId();
  const { data } = useDirectory();
  const [typed, setTyped] = useState('');
  const [onlyMarked, setOnlyMarked] = useState(false);
  const cells = value ?? [];
  const degreeOf = (code: string) => cells.find((cell) => cell.code === code)?.involvement;
  const mark = (code: string, involvement: string | null) => {
    const others = cells.filter((cell) => cell.code !== code);
    if (involvement === null) onChange?.(others);
    else if (degreeOf(code) === undefined) onChange?.([...cells, { code, involvement }]);
    else onChange?.(cells.map((cell) => (cell.code === code ? { code, involvement } : cell)));
  };
  const q = typed.trim().toLowerCase();
  const rows = (data?.structures ?? []).filter(
    (structure) =>
      isRow(structure) &&
      [structure.name.zh, structure.name.en.toLowerCase()].some((name) => name.includes(q)) &&
      (!onlyMarked || degreeOf(structure.code) !== undefined),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, code: string) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      moveRow(event, event.key === 'ArrowDown');
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      mark(code, null);
    }
  };
  return (
    <div className={styles.matrix}>
      <div className={styles.tools}>
        <Input
          id={id}
          allowClear
          size="small"
          aria-label={`${caption} · ${t('matrixFind')}`}
          placeholder={t('matrixFind')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Checkbox checked={onlyMarked} onChange={(event) => setOnlyMarked(event.target.checked)}>
          {t('matrixOnlyMarked')}
        </Checkbox>
      </div>
      <div className={styles.scroll}>
        <table aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">{t('structure')}</th>
              {Object.entries(degrees).map(([code, name]) => (
                <th key={code} scope="col">
                  {l(name)}
                </th>
              ))}
              <td aria-label={t('matrixRemove')} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name }) => (
              <tr key={code} className={degreeOf(code) === undefined ? undefined : styles.marked}>
                <th scope="row">{l(name)}</th>
                {Object.entries(degrees).map(([degree, degreeName]) => (
                  <td key={degree}>
                    <label>
                      <input
                        type="radio"
                        name={`${own}-${code}`}
                        value={degree}
                        aria-label={`${l(name)} ${l(degreeName)}`}
                        checked={degreeOf(code) === degree}
                        onChange={() => mark(code, degree)}
                        onKeyDown={(event) => onKeyDown(event, code)}
                      />
                    </label>
                  </td>
                ))}
                <td>
                  {degreeOf(code) !== undefined && (
                    <button
                      type="button"
                      tabIndex={-1}
                      aria-label={t('matrixClear', { name: l(name) })}
                      onClick={() => mark(code, null)}
                    >
                      <X size={13} aria-hidden="true" />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {data !== undefined && rows.length === 0 && <p className={styles.none}>{t('matrixNone')}</p>}
      </div>
      <p className={styles.hint}>{t('matrixHint')}</p>
    </div>
  );
}
