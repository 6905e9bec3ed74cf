import { fieldProblems, type SessionView } from '@consilium/contracts';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { applyProblem } from '../../../lib/form-problems';
import { useLabel } from '../../../lib/i18n';
import { useCancelSession } from '../api';
import { useText } from '../locales';
import { requiredMark } from '../required-mark';

/** Cancels a session; the reason goes to everybody who was invited. */
export function CancelDialog({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useText();
  const label = useLabel();
  const [form] = Form.useForm<{ reason: string }>();
  const cancel = useCancelSession(session.id);
  const [rest, setRest] = useState<string>();
  const submit = ({ reason }: { reason: string }) => {
    setRest(undefined);
    cancel.mutate(
      { version: session.version, reason },
      { onSuccess: onClose, onError: (error) => setRest(applyProblem(form, error)) },
    );
  };
  return (
    <Modal
      open
      title={t('cancelSession')}
      okText={t('cancelSession')}
      okButtonProps={{ danger: true }}
      cancelText={t('keepSession')}
      confirmLoading={cancel.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(shown) => {
        if (shown) form.focusField('reason');
      }}
    >
      <p>{t('cancelConsequence', { count: session.agenda.length })}</p>
      <Form form={form} requiredMark={requiredMark} layout="vertical" onFinish={submit} style={{ marginTop: 12 }}>
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: label(fieldProblems.required) }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </Form>
      {rest !== undefined && <ProblemAlert error={cancel.error} sentence={rest} />}
    </Modal>
  );
}
