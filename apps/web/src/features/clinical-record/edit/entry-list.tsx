import { Button, Form } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../locales';
import { newId } from './new-id';
import styles from './edit.module.css';

interface Props {
  name: string[];
  /** The list's own name, read out with each entry's number. */
  label: string;
  addText: string;
  atMost: number;
  atLeast?: number;
  /** What a new entry begins with; its id is added. Left out where entries have none. */
  begin?: () => Record<string, unknown>;
  hasIds?: boolean;
  /** Entries in one line each. */
  isDense?: boolean;
  children: (index: number, addAfter: () => void) => ReactNode;
}

/** Entries of a list: added, changed, and taken away with a way back. */
export function EntryList({
  name,
  label,
  addText,
  atMost,
  atLeast = 0,
  begin = () => ({}),
  hasIds = true,
  isDense = false,
  children,
}: Props) {
  const t = useTexts();
  const form = Form.useFormInstance();
  const [taken, setTaken] = useState<{ place: number; entry: unknown } | null>(null);
  return (
    <Form.List name={name}>
      {(fields, { add, remove }, { errors }) => {
        const addOne = () => add({ ...begin(), ...(hasIds ? { id: newId() } : {}) });
        return (
          <fieldset className={styles.list} aria-label={label}>
            {fields.map((field) => (
              <fieldset
                key={field.key}
                className={isDense ? styles.denseEntry : styles.entry}
                aria-label={`${label} ${field.name + 1}`}
              >
                <div className={styles.fields}>{children(field.name, addOne)}</div>
                {fields.length > atLeast && (
                  <Button
                    type="text"
                    className={styles.remove}
                    icon={<Trash2 size={15} aria-hidden="true" />}
                    aria-label={`${label} · ${t('entryRemove', { number: field.name + 1 })}`}
                    onClick={() => {
                      setTaken({ place: field.name, entry: form.getFieldValue([...name, field.name]) });
                      remove(field.name);
                    }}
                  />
                )}
              </fieldset>
            ))}
            <Form.ErrorList errors={errors} />
            {taken !== null && (
              <output className={styles.taken}>
                {t('entryRemoved', { number: taken.place + 1 })}{' '}
                <Button
                  size="small"
                  onClick={() => {
                    add(taken.entry, Math.min(taken.place, fields.length));
                    setTaken(null);
                  }}
                >
                  {t('undo')}
                </Button>
              </output>
            )}
            {fields.length < atMost && (
              <Button type="dashed" icon={<Plus size={14} aria-hidden="true" />} onClick={addOne}>
                {addText}
              </Button>
            )}
          </fieldset>
        );
      }}
    </Form.List>
  );
}
