import { discrepancies } from '@consilium/contracts';
import { Form, Input } from 'antd';
import { DateField } from '../../../../components/date-field';
import { useLabel } from '../../../../lib/i18n';
import { useTexts } from '../../locales';
import { wordOf } from '../../texts/field-words';
import { GivenSwitch } from '../given-switch';
import { RecordField } from '../record-field';
import { WordSelect } from '../word-select';
import styles from '../edit.module.css';

/** The re-reading of an outside examination or slide, where there was one. */
export function RereadingFields({ section, index }: { section: 'imaging' | 'pathology'; index: number }) {
  const t = useTexts();
  const l = useLabel();
  const form = Form.useFormInstance();
  const path = ['content', 'entries', index, 'rereading'];
  const isGiven = (Form.useWatch(path, form) as unknown) != null;
  return (
    <fieldset className={styles.nested} aria-label={l(wordOf(section, 'rereading'))}>
      <Form.Item name={[index, 'rereading']} noStyle>
        <GivenSwitch text={`${l(wordOf(section, 'rereading'))}：${t('rereadingGiven')}`} />
      </Form.Item>
      {isGiven && (
        <div className={styles.fields}>
          <RecordField section={section} name={[index, 'rereading', 'readOn']} required width="narrow">
            <DateField />
          </RecordField>
          <RecordField section="pathology" name={[index, 'rereading', 'reader']} required width="narrow">
            <Input maxLength={120} />
          </RecordField>
          <RecordField section={section} name={[index, 'rereading', 'discrepancy']} required width="narrow">
            <WordSelect labels={discrepancies.labels} />
          </RecordField>
          <RecordField section={section} name={[index, 'rereading', 'changed']} width="full">
            <Input maxLength={300} />
          </RecordField>
        </div>
      )}
    </fieldset>
  );
}
