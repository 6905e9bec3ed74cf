import {
  clavienDindoGrades,
  followUpModes,
  recordSections,
  resectionMargins,
  treatmentKinds,
} from '@consilium/contracts';
import { Input, Select } from 'antd';
import { DateField } from '../../../../components/date-field';
import type { FieldWiring } from '../../../../components/field-wiring';
import { LinesField } from '../../../../components/lines-field';
import { useLabel } from '../../../../lib/i18n';
import { useDirectory } from '../../../organisations';
import { useTexts } from '../../locales';
import { fieldWords } from '../../texts/field-words';
import { EntryList } from '../entry-list';
import { NumberField } from '../number-field';
import { RecordField } from '../record-field';
import { WordSelect } from '../word-select';
import styles from '../edit.module.css';

const ENTRIES = ['content', 'entries'];

export function TreatmentsFields() {
  const t = useTexts();
  const l = useLabel();
  return (
    <EntryList name={ENTRIES} label={l(recordSections.labels.treatments)} addText={t('addTreatment')} atMost={40}>
      {(index) => (
        <>
          <RecordField section="treatments" name={[index, 'kind']} required width="narrow">
            <WordSelect labels={treatmentKinds.labels} />
          </RecordField>
          <RecordField section="treatments" name={[index, 'happenedOn']} required width="narrow">
            <DateField />
          </RecordField>
          <RecordField section="treatments" name={[index, 'endedOn']} width="narrow">
            <DateField />
          </RecordField>
          <RecordField section="treatments" name={[index, 'hospitalName']} width="narrow">
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="treatments" name={[index, 'text']} required width="full">
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="treatments" name={[index, 'procedureCode']} width="narrow">
            <Input maxLength={120} />
          </RecordField>
          <RecordField section="treatments" name={[index, 'margin']} width="narrow">
            <WordSelect labels={resectionMargins.labels} isOptional />
          </RecordField>
          <RecordField section="treatments" name={[index, 'doseGy']} width="narrow">
            <NumberField />
          </RecordField>
          <RecordField section="treatments" name={[index, 'organsRemoved']}>
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="treatments" name={[index, 'complications']}>
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="treatments" name={[index, 'note']} width="full">
            <Input maxLength={300} />
          </RecordField>
        </>
      )}
    </EntryList>
  );
}

export function OutcomeFields() {
  const t = useTexts();
  const l = useLabel();
  return (
    <div className={styles.fields}>
      <RecordField section="outcome" name={['content', 'operatedOn']} width="narrow">
        <DateField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'durationMinutes']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'bloodLossMl']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'transfusedUnits']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'marginClass']} width="narrow">
        <WordSelect labels={resectionMargins.labels} isOptional />
      </RecordField>
      <RecordField section="outcome" name={['content', 'margin']}>
        <Input maxLength={300} />
      </RecordField>
      <EntryList
        name={['content', 'complications']}
        label={l(fieldWords.complications)}
        addText={t('addComplication')}
        atMost={40}
        hasIds={false}
        isDense
      >
        {(index) => (
          <>
            <RecordField section="outcome" name={[index, 'grade']} required width="narrow">
              <WordSelect labels={clavienDindoGrades.labels} />
            </RecordField>
            <RecordField section="outcome" name={[index, 'text']} required>
              <Input maxLength={300} />
            </RecordField>
          </>
        )}
      </EntryList>
      <RecordField section="outcome" name={['content', 'icuHours']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'lengthOfStayDays']} width="narrow">
        <NumberField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'dischargedOn']} width="narrow">
        <DateField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'summary']} width="full">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
      </RecordField>
      <RecordField section="outcome" name={['content', 'lastSeenOn']} width="narrow">
        <DateField />
      </RecordField>
      <RecordField section="outcome" name={['content', 'lastSeenStatus']}>
        <Input maxLength={300} />
      </RecordField>
    </div>
  );
}

/** A department of the house, or none. */
function DepartmentField({ value, onChange, ...field }: FieldWiring<string>) {
  const l = useLabel();
  const { data } = useDirectory();
  return (
    <Select
      {...field}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      options={(data?.departments ?? [])
        .filter(({ id, isRetired }) => !isRetired || id === value)
        .map(({ id, name }) => ({ value: id, label: l(name) }))}
    />
  );
}

export function FollowUpFields() {
  const t = useTexts();
  const l = useLabel();
  return (
    <EntryList name={ENTRIES} label={l(recordSections.labels['follow-up'])} addText={t('addFollowUp')} atMost={60}>
      {(index) => (
        <>
          <RecordField section="follow-up" name={[index, 'dueOn']} required width="narrow">
            <DateField isPlanned />
          </RecordField>
          <RecordField section="follow-up" name={[index, 'mode']} required width="narrow">
            <WordSelect labels={followUpModes.labels} />
          </RecordField>
          <RecordField section="follow-up" name={[index, 'departmentId']} width="narrow">
            <DepartmentField />
          </RecordField>
          <RecordField section="follow-up" name={[index, 'items']} width="full" extra={t('linesHint')}>
            <LinesField />
          </RecordField>
        </>
      )}
    </EntryList>
  );
}
