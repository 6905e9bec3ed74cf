import type { Bilingual } from '@consilium/contracts';
import { Select } from 'antd';
import type { FieldWiring } from '../../../components/field-wiring';
import { useLabel } from '../../../lib/i18n';

/** A choice among the words of a vocabulary; it can be taken back where nothing need be chosen. */
export function WordSelect({
  labels,
  isOptional = false,
  value,
  onChange,
  ...field
}: FieldWiring<string> & { labels: Record<string, Bilingual>; isOptional?: boolean }) {
  const l = useLabel();
  return (
    <Select
      {...field}
      allowClear={isOptional}
      value={value ?? undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      options={Object.entries(labels).map(([code, name]) => ({ value: code, label: l(name) }))}
    />
  );
}
