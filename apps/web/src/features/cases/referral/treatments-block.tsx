import { treatmentKinds } from '@consilium/contracts';
import { Form, Input, Select } from 'antd';
import { memo } from 'react';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { DateField } from '../../../components/date-field';
import { Rows } from '../record/rows';
import { REFERRAL } from './form-name';
import { ReferralBlock } from './referral-block';
import styles from './referral.module.css';

/** What was done before, in order of time. */
export const TreatmentsBlock = memo(function TreatmentsBlock() {
  const t = useTexts();
  const l = useLabel();
  return (
    <ReferralBlock number={3} title={t('blockTreatments')} note={t('blockTreatmentsNote')}>
      <Rows
        name={['clinical', 'priorTreatments']}
        addId={`${REFERRAL}_clinical_priorTreatments`}
        addText={t('treatmentAdd')}
        label={t('blockTreatments')}
        empty={t('blockTreatmentsEmpty')}
        atMost={40}
      >
        {(index) => (
          <>
            <div className={styles.grid3}>
              <Form.Item name={[index, 'kind']} label={t('treatmentKind')} required>
                <Select
                  options={Object.entries(treatmentKinds.labels).map(([value, name]) => ({ value, label: l(name) }))}
                />
              </Form.Item>
              <Form.Item name={[index, 'happenedOn']} label={t('treatmentDate')} required>
                <DateField />
              </Form.Item>
              <Form.Item name={[index, 'hospitalName']} label={t('treatmentHospital')}>
                <Input maxLength={300} />
              </Form.Item>
            </div>
            <Form.Item name={[index, 'text']} label={t('treatmentText')} required>
              <Input maxLength={300} placeholder={t('treatmentTextHint')} />
            </Form.Item>
          </>
        )}
      </Rows>
    </ReferralBlock>
  );
});
