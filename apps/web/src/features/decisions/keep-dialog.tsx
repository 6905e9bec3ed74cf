import { fieldProblems, type DecisionReview } from '@consilium/contracts';
import { Form, Input } from 'antd';
import { FormDialog } from '../../components/form-dialog';
import { useLabel } from '../../lib/i18n';
import { decisionsQuery, useKeepDecision } from './api';
import { useTexts } from './locales';

interface KeepDialogProps {
  caseNo: string;
  review: DecisionReview;
  onClose: () => void;
}

/** Keeps a decision although facts changed; why stays on record. */
export function KeepDialog({ caseNo, review, onClose }: KeepDialogProps) {
  const t = useTexts();
  const l = useLabel();
  const keep = useKeepDecision(caseNo);
  return (
    <FormDialog
      title={t('keepTitle')}
      name="keep-decision"
      initialValues={{ reason: '' }}
      okText={t('keep')}
      submit={({ reason }) => keep.mutateAsync({ id: review.id, body: { version: review.version, reason } })}
      renewed={decisionsQuery(caseNo).queryKey}
      onClose={onClose}
    >
      <p>{t('keepText')}</p>
      <Form.Item
        name="reason"
        label={t('keepReason')}
        rules={[{ required: true, whitespace: true, message: l(fieldProblems.required) }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
