import type { RecordSection } from '@consilium/contracts';
import { Form } from 'antd';
import type { ReactElement } from 'react';
import { useLabel } from '../../../lib/i18n';
import { wordOf } from '../texts/field-words';
import styles from './edit.module.css';

interface Props {
  section: RecordSection;
  /** Where it stands in the form; its last word names the field. */
  name: (string | number)[];
  required?: boolean;
  extra?: string;
  /** How much of the row it takes. */
  width?: 'narrow' | 'half' | 'full';
  valuePropName?: string;
  children: ReactElement;
}

/** One field of the record with the word it has everywhere. */
export function RecordField({
  section,
  name,
  required = false,
  extra,
  width = 'half',
  valuePropName,
  children,
}: Props) {
  const l = useLabel();
  return (
    <Form.Item
      name={name}
      label={l(wordOf(section, String(name.at(-1))))}
      required={required}
      extra={extra}
      className={styles[width]}
      {...(valuePropName === undefined ? {} : { valuePropName })}
    >
      {children}
    </Form.Item>
  );
}
