import { recordSections, type RecordSection } from '@consilium/contracts';
import { wordOf } from '../texts/field-words';
import { printValue, type Names } from './print-value';

const ENTRY = 'entries/';

/** What one field, or one entry of a list, is called and how its value reads. */
export function unitWords(section: RecordSection, key: string, names: Names) {
  const isEntry = key.startsWith(ENTRY);
  return {
    label: names.label(isEntry ? recordSections.labels[section] : wordOf(section, key)),
    print: (value: unknown) => printValue(section, isEntry ? 'entries' : key, value, names),
  };
}
