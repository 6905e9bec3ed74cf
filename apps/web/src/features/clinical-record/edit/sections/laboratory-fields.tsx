import { recordSections } from '@consilium/contracts';
import { Form, Input } from 'antd';
import { DateField } from '../../../../components/date-field';
import { isoDay } from '../../../../lib/time';
import { serverNow } from '../../../../lib/server-clock';
import { useLabel } from '../../../../lib/i18n';
import { useTexts } from '../../locales';
import { CodeField } from '../code-field';
import { EntryList } from '../entry-list';
import { NumberField } from '../number-field';
import { RecordField } from '../record-field';

const ENTRIES = ['content', 'entries'];

/** One result a line; Enter in the unit goes on to the next of the same day. */
export function LaboratoryFields() {
  const t = useTexts();
  const l = useLabel();
  const form = Form.useFormInstance();
  const lastDay = () => {
    const entries = (form.getFieldValue(ENTRIES) ?? []) as { takenOn?: string }[];
    return entries.at(-1)?.takenOn ?? isoDay(serverNow());
  };
  return (
    <EntryList
      name={ENTRIES}
      label={l(recordSections.labels.laboratory)}
      addText={t('addLaboratory')}
      atMost={400}
      begin={() => ({ takenOn: lastDay() })}
      isDense
    >
      {(index, addAfter) => (
        <>
          <RecordField section="laboratory" name={[index, 'takenOn']} required width="narrow">
            <DateField />
          </RecordField>
          <RecordField section="laboratory" name={[index, 'analyte']} required width="narrow">
            <CodeField
              list="analytes"
              onPick={(item) => {
                if (item.unit !== undefined) form.setFieldValue([...ENTRIES, index, 'unit'], item.unit);
              }}
            />
          </RecordField>
          <RecordField section="laboratory" name={[index, 'value']} required width="narrow">
            <NumberField />
          </RecordField>
          <RecordField section="laboratory" name={[index, 'unit']} width="narrow">
            <Input
              maxLength={30}
              onPressEnter={(event) => {
                // Enter within an input method only ends the composing.
                if (event.nativeEvent.isComposing) return;
                event.preventDefault();
                addAfter();
              }}
            />
          </RecordField>
        </>
      )}
    </EntryList>
  );
}
