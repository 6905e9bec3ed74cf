import { asaClasses, presentations } from '@consilium/contracts';
import { Checkbox, Form, Input } from 'antd';
import { LinesField } from '../../../../components/lines-field';
import { useLabel } from '../../../../lib/i18n';
import { useTexts } from '../../locales';
import { fieldWords, wordOf } from '../../texts/field-words';
import { CodeField } from '../code-field';
import { EntryList } from '../entry-list';
import { NumberField } from '../number-field';
import { RecordField } from '../record-field';
import { WordSelect } from '../word-select';
import styles from '../edit.module.css';

export function DiagnosisFields() {
  const t = useTexts();
  const l = useLabel();
  const form = Form.useFormInstance();
  return (
    <div className={styles.fields}>
      <RecordField section="diagnosis" name={['content', 'text']} required width="full">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
      </RecordField>
      <RecordField section="diagnosis" name={['content', 'icd10Code']}>
        <CodeField list="icd10" onPick={(item) => form.setFieldValue(['content', 'icd10Text'], l(item.label))} />
      </RecordField>
      <RecordField section="diagnosis" name={['content', 'icd10Text']}>
        <Input maxLength={300} />
      </RecordField>
      <RecordField section="diagnosis" name={['content', 'icd10Edition']}>
        <Input maxLength={120} />
      </RecordField>
      <RecordField section="diagnosis" name={['content', 'morphologyCode']}>
        <CodeField
          list="icdo3"
          onPick={(item) => {
            if (!form.getFieldValue(['content', 'morphologyText']))
              form.setFieldValue(['content', 'morphologyText'], l(item.label));
          }}
        />
      </RecordField>
      <RecordField section="diagnosis" name={['content', 'morphologyText']}>
        <Input maxLength={300} />
      </RecordField>
      <RecordField section="diagnosis" name={['content', 'site']} width="full">
        <Input maxLength={300} />
      </RecordField>
      <EntryList
        name={['content', 'additional']}
        label={l(fieldWords.additional)}
        addText={t('addDiagnosis')}
        atMost={20}
        hasIds={false}
      >
        {(index) => (
          <>
            <RecordField section="diagnosis" name={[index, 'code']}>
              <CodeField
                list="icd10"
                onPick={(item) => {
                  const text = ['content', 'additional', index, 'text'];
                  if (!form.getFieldValue(text)) form.setFieldValue(text, l(item.label));
                }}
              />
            </RecordField>
            <RecordField section="diagnosis" name={[index, 'edition']}>
              <Input maxLength={120} />
            </RecordField>
            <RecordField section="diagnosis" name={[index, 'text']} width="full">
              <Input maxLength={300} />
            </RecordField>
          </>
        )}
      </EntryList>
    </div>
  );
}

export function PresentationFields() {
  const t = useTexts();
  return (
    <div className={styles.fields}>
      <RecordField section="presentation" name={['content', 'presentation']} required>
        <WordSelect labels={presentations.labels} />
      </RecordField>
      <RecordField section="presentation" name={['content', 'recurrenceNumber']} required width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="presentation" name={['content', 'diseaseFreeDays']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="presentation" name={['content', 'pattern']} width="full">
        <Input maxLength={300} />
      </RecordField>
      <RecordField section="presentation" name={['content', 'symptoms']} width="full" extra={t('linesHint')}>
        <LinesField />
      </RecordField>
    </div>
  );
}

export const SummaryFields = () => (
  <RecordField section="summary" name={['content', 'text']} required width="full">
    <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={4000} />
  </RecordField>
);

export const WishesFields = () => (
  <RecordField section="wishes" name={['content', 'text']} required width="full">
    <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={1000} />
  </RecordField>
);

export function StatusFields() {
  const t = useTexts();
  const l = useLabel();
  return (
    <div className={styles.fields}>
      <RecordField section="status" name={['content', 'ecog']} required width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="status" name={['content', 'asa']} width="narrow">
        <WordSelect labels={asaClasses.labels} isOptional />
      </RecordField>
      <RecordField section="status" name={['content', 'nrs2002']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="status" name={['content', 'heightCm']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="status" name={['content', 'weightKg']} width="narrow">
        <NumberField />
      </RecordField>
      <Form.Item name={['content', 'asaEmergency']} valuePropName="checked" label=" " colon={false}>
        <Checkbox>{l(wordOf('status', 'asaEmergency'))}</Checkbox>
      </Form.Item>
      <RecordField section="status" name={['content', 'comorbidities']} width="full" extra={t('linesHint')}>
        <LinesField />
      </RecordField>
    </div>
  );
}
