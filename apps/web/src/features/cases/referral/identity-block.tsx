import { sexes } from '@consilium/contracts';
import { Form, Input, Radio } from 'antd';
import { memo } from 'react';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { DateField } from '../../../components/date-field';
import { ReferralBlock } from './referral-block';
import { KnownPatient } from './known-patient';
import { birthAndSexOf } from './identity-number';
import type { ReferralValues } from './referral-types';
import styles from './referral.module.css';

/** Who the patient is. Browsers are asked not to remember any of it. */
export const IdentityBlock = memo(function IdentityBlock() {
  const t = useTexts();
  const l = useLabel();
  const form = Form.useFormInstance<ReferralValues>();
  // A mainland identity number says when its holder was born and of which sex; what was entered by hand stays.
  const fillFromNumber = (identityNo: string) => {
    const known = birthAndSexOf(identityNo);
    if (known === null) return;
    const { birthDate, sex } = form.getFieldsValue().patient ?? {};
    form.setFieldsValue({ patient: { birthDate: birthDate ?? known.birthDate, sex: sex ?? known.sex } });
  };
  return (
    <ReferralBlock number={1} title={t('blockIdentity')} note={t('blockIdentityNote')}>
      <div className={styles.grid3}>
        <Form.Item name={['patient', 'name']} label={t('name')} required>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item
          name={['patient', 'identityNo']}
          label={t('identityNo')}
          required
          normalize={(typed: string) => typed.replace(/\s/g, '').toUpperCase()}
        >
          <Input
            autoComplete="off"
            inputMode="text"
            maxLength={18}
            onBlur={(event) => fillFromNumber(event.target.value)}
          />
        </Form.Item>
        <Form.Item name={['patient', 'phone']} label={t('phone')} required>
          <Input autoComplete="off" type="tel" maxLength={20} />
        </Form.Item>
        <Form.Item name={['patient', 'sex']} label={t('sex')} required>
          <Radio.Group
            optionType="button"
            options={Object.entries(sexes.labels).map(([value, name]) => ({ value, label: l(name) }))}
          />
        </Form.Item>
        <Form.Item name={['patient', 'birthDate']} label={t('birthDate')} required>
          <DateField />
        </Form.Item>
        <Form.Item name={['patient', 'province']} label={t('province')} required>
          <Input autoComplete="off" maxLength={120} />
        </Form.Item>
        <Form.Item name={['patient', 'recordNo']} label={t('recordNo')}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
      </div>
      <KnownPatient />
    </ReferralBlock>
  );
});
