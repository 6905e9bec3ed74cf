import { presentations, tumourTypes, type Presentation } from '@consilium/contracts';
import { Form, Input, InputNumber, Select } from 'antd';
import { memo } from 'react';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { ReferralBlock } from './referral-block';
import type { ReferralValues } from './referral-types';
import styles from './referral.module.css';

const RECURRENT: readonly Presentation[] = ['LOCAL_RECURRENCE', 'LOCAL_PLUS_DISTANT'];
const ECOG_ALIVE = [0, 1, 2, 3, 4] as const;

/** What the patient has, how it presents now, and in what state the patient is. */
export const DiagnosisBlock = memo(function DiagnosisBlock() {
  const t = useTexts();
  const l = useLabel();
  const form = Form.useFormInstance<ReferralValues>();
  const countAlong = (presentation: Presentation) => {
    const count = form.getFieldsValue().clinical?.recurrenceNumber ?? 0;
    if (presentation === 'PRIMARY') form.setFieldsValue({ clinical: { recurrenceNumber: 0 } });
    else if (RECURRENT.includes(presentation) && count === 0)
      form.setFieldsValue({ clinical: { recurrenceNumber: 1 } });
  };
  return (
    <ReferralBlock number={2} title={t('blockDiagnosis')}>
      <Form.Item name={['clinical', 'diagnosis']} label={t('diagnosis')} required>
        <Input maxLength={300} placeholder={t('diagnosisHint')} />
      </Form.Item>
      <div className={styles.grid4}>
        <Form.Item name={['clinical', 'tumourType']} label={t('tumourType')} required>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={Object.entries(tumourTypes.labels).map(([value, name]) => ({ value, label: l(name) }))}
          />
        </Form.Item>
        <Form.Item name={['clinical', 'presentation']} label={t('presentation')} required>
          <Select
            options={Object.entries(presentations.labels).map(([value, name]) => ({ value, label: l(name) }))}
            onChange={countAlong}
          />
        </Form.Item>
        <Form.Item
          name={['clinical', 'recurrenceNumber']}
          label={t('recurrenceNumber')}
          tooltip={t('recurrenceNumberHint')}
          required
        >
          <InputNumber min={0} max={20} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name={['clinical', 'icd10Code']}
          label={t('icd10Code')}
          normalize={(typed: string) => typed.trim().replace(/^[a-z]/, (letter) => letter.toUpperCase())}
        >
          <Input maxLength={16} placeholder="C20.x00" />
        </Form.Item>
      </div>
      <Form.Item name={['clinical', 'summary']} label={t('summary')} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <div className={styles.grid2}>
        <Form.Item name={['clinical', 'ecog']} label={t('ecog')} required>
          <Select options={ECOG_ALIVE.map((value) => ({ value, label: t(`ecog${value}`) }))} />
        </Form.Item>
        <Form.Item name={['clinical', 'comorbidities']} label={t('comorbidities')}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['；', ';', '\n']}
            placeholder={t('comorbiditiesHint')}
          />
        </Form.Item>
      </div>
    </ReferralBlock>
  );
});
