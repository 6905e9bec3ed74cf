import { Button, Form } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales';
import styles from './rows.module.css';

interface RowsProps {
  /** Where the list stands in the form. */
  name: string[];
  /** Id of the button that adds a row: where the focus goes when the list itself is refused. */
  addId: string;
  addText: string;
  /** The list's own name, read out with each row's number. */
  label: string;
  empty?: string;
  /** The fewest rows; these cannot be removed. */
  atLeast?: number;
  atMost: number;
  newRow?: unknown;
  children: (index: number) => ReactNode;
}

/** A list of like entries of the record, each of which can be taken away. */
export function Rows({ name, addId, addText, label, empty, atLeast = 0, atMost, newRow = {}, children }: RowsProps) {
  const t = useTexts();
  return (
    <Form.List name={name}>
      {(fields, { add, remove }, { errors }) => (
        <fieldset className={styles.rows} aria-label={label}>
          {fields.length === 0 && empty !== undefined && <p className={styles.empty}>{empty}</p>}
          {fields.map((field) => (
            <fieldset key={field.key} className={styles.row} aria-label={`${label} ${field.name + 1}`}>
              <span className={styles.number} aria-hidden="true">
                {field.name + 1}
              </span>
              <div className={styles.fields}>{children(field.name)}</div>
              {fields.length > atLeast && (
                <Button
                  type="text"
                  className={styles.remove}
                  icon={<Trash2 size={15} aria-hidden="true" />}
                  aria-label={`${label} · ${t('removeRow', { number: field.name + 1 })}`}
                  onClick={() => remove(field.name)}
                />
              )}
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < atMost && (
            <Button
              id={addId}
              type="dashed"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => add(structuredClone(newRow))}
            >
              {addText}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
