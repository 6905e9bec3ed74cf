import { Form } from 'antd';
import { memo } from 'react';
import { useTexts } from '../locales';
import { ReferralBlock } from './referral-block';
import { StructurePicker } from './structure-picker';

/** Which structures the tumour involves; the departments are proposed from them. */
export const StructuresBlock = memo(function StructuresBlock() {
  const t = useTexts();
  return (
    <ReferralBlock number={7} title={t('blockStructures')} note={t('blockStructuresNote')}>
      <Form.List name={['clinical', 'structures']}>
        {(fields, { add, remove }, { errors }) => (
          <>
            <StructurePicker rows={fields.map((field) => field.name)} add={add} remove={remove} />
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </ReferralBlock>
  );
});
