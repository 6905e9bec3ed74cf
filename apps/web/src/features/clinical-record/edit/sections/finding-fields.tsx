import {
  involvements,
  organInvolvements,
  recordSections,
  vesselInvolvements,
  type Structure,
} from '@consilium/contracts';
import { Form, Input, Select } from 'antd';
import { DateField } from '../../../../components/date-field';
import type { FieldWiring } from '../../../../components/field-wiring';
import { LinesField } from '../../../../components/lines-field';
import { useLabel } from '../../../../lib/i18n';
import { useTexts } from '../../locales';
import { EntryList } from '../entry-list';
import { InvolvementMatrix } from '../involvement-matrix';
import { NumberField } from '../number-field';
import { RecordField } from '../record-field';
import { SizeField } from '../size-field';
import { RereadingFields } from './rereading-fields';
import styles from '../edit.module.css';

const ENTRIES = ['content', 'entries'];
const SACRAL_LEVELS = ['S1', 'S2', 'S3', 'S4', 'S5'];
const isVessel = ({ region }: Structure) => region === 'vessels';
const isOrgan = (structure: Structure) => !isVessel(structure);
const isAny = () => true;

function SacralLevel({ value, onChange, ...field }: FieldWiring<string>) {
  return (
    <Select
      {...field}
      allowClear
      value={value === '' || value == null ? undefined : value}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? '')}
      options={SACRAL_LEVELS.map((level) => ({ value: level, label: level }))}
    />
  );
}

export function ImagingFields() {
  const t = useTexts();
  const l = useLabel();
  return (
    <EntryList
      name={ENTRIES}
      label={l(recordSections.labels.imaging)}
      addText={t('addImaging')}
      atMost={20}
      atLeast={1}
    >
      {(index) => (
        <>
          <RecordField section="imaging" name={[index, 'modality']} required>
            <Input maxLength={120} />
          </RecordField>
          <RecordField section="imaging" name={[index, 'examinedOn']} required width="narrow">
            <DateField />
          </RecordField>
          <RecordField section="imaging" name={[index, 'finding']} required width="full">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={4000} />
          </RecordField>
          <RecordField section="imaging" name={[index, 'sizeMm']}>
            <SizeField />
          </RecordField>
          <RecordField section="imaging" name={[index, 'crmMm']} width="narrow">
            <NumberField />
          </RecordField>
          <RecordField section="imaging" name={[index, 'emvi']} width="narrow">
            <NumberField />
          </RecordField>
          <RecordField section="imaging" name={[index, 'sacralLevel']} width="narrow">
            <SacralLevel />
          </RecordField>
          <RecordField section="imaging" name={[index, 'resectability']}>
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="imaging" name={[index, 'organs']} width="full">
            <InvolvementMatrix caption={t('organMatrix')} degrees={organInvolvements.labels} isRow={isOrgan} />
          </RecordField>
          <RecordField section="imaging" name={[index, 'vessels']} width="full">
            <InvolvementMatrix caption={t('vesselMatrix')} degrees={vesselInvolvements.labels} isRow={isVessel} />
          </RecordField>
          <RecordField section="imaging" name={[index, 'hospitalName']} width="narrow">
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="imaging" name={[index, 'reader']} width="narrow">
            <Input maxLength={120} />
          </RecordField>
          <RecordField section="imaging" name={[index, 'studyUid']}>
            <Input maxLength={64} />
          </RecordField>
          <RereadingFields section="imaging" index={index} />
        </>
      )}
    </EntryList>
  );
}

export function PathologyFields() {
  const t = useTexts();
  const l = useLabel();
  return (
    <EntryList name={ENTRIES} label={l(recordSections.labels.pathology)} addText={t('addPathology')} atMost={20}>
      {(index) => (
        <>
          <RecordField section="pathology" name={[index, 'reportedOn']} width="narrow">
            <DateField />
          </RecordField>
          <RecordField section="pathology" name={[index, 'reportNo']} width="narrow">
            <Input maxLength={120} />
          </RecordField>
          <RecordField section="pathology" name={[index, 'hospitalName']} width="narrow">
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="pathology" name={[index, 'specimen']}>
            <Input maxLength={300} />
          </RecordField>
          <RecordField section="pathology" name={[index, 'marginMm']} width="narrow">
            <NumberField />
          </RecordField>
          <RecordField section="pathology" name={[index, 'text']} required width="full">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={4000} />
          </RecordField>
          <RecordField section="pathology" name={[index, 'markers']} extra={t('linesHint')}>
            <LinesField />
          </RecordField>
          <RecordField section="pathology" name={[index, 'molecularMarkers']} extra={t('linesHint')}>
            <LinesField />
          </RecordField>
          <RecordField section="pathology" name={[index, 'molecular']} width="full">
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={4000} />
          </RecordField>
          <RereadingFields section="pathology" index={index} />
        </>
      )}
    </EntryList>
  );
}

export function StructuresFields() {
  const t = useTexts();
  return (
    <Form.Item name={ENTRIES} className={styles.full}>
      <InvolvementMatrix caption={t('structuresMatrix')} degrees={involvements.labels} isRow={isAny} />
    </Form.Item>
  );
}
