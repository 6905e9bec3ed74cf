import { urgencies } from '@consilium/contracts';
import { Form, Input, Radio } from 'antd';
import { memo } from 'react';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { ReferralBlock } from './referral-block';

/** What the patient wants, without which no board can decide, and how soon it must meet. */
export const WishesBlock = memo(function WishesBlock() {
  const t = useTexts();
  const l = useLabel();
  return (
    <ReferralBlock number={8} title={t('blockWishes')}>
      <Form.Item name={['clinical', 'wishes']} label={t('wishes')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} placeholder={t('wishesHint')} />
      </Form.Item>
      <Form.Item name="urgency" label={t('urgency')} required>
        <Radio.Group
          optionType="button"
          options={Object.entries(urgencies.labels).map(([value, name]) => ({ value, label: l(name) }))}
        />
      </Form.Item>
    </ReferralBlock>
  );
});
