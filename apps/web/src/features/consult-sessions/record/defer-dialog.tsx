import { fieldProblems, type AgendaItem, type SessionView } from '@consilium/contracts';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { applyProblem } from '../../../lib/form-problems';
import { useLabel } from '../../../lib/i18n';
import { useDefer } from '../api';
import { useText } from '../locales';
import { requiredMark } from '../required-mark';

/** Defers the case: it goes back to preparation with the reason. */
export function DeferDialog({
  session,
  item,
  onClose,
  onDeferred,
}: {
  session: SessionView;
  item: AgendaItem;
  onClose: () => void;
  onDeferred: () => void;
}) {
  const t = useText();
  const label = useLabel();
  const [form] = Form.useForm<{ reason: string }>();
  const defer = useDefer(session.id);
  const [rest, setRest] = useState<string>();
  const submit = ({ reason }: { reason: string }) => {
    setRest(undefined);
    defer.mutate(
      { itemId: item.id, version: item.version, reason },
      {
        onSuccess: () => {
          onClose();
          onDeferred();
        },
        onError: (error) => setRest(applyProblem(form, error)),
      },
    );
  };
  return (
    <Modal
      open
      title={t('deferTitle', { caseNo: item.caseNo })}
      okText={t('defer')}
      cancelText={t('cancel')}
      confirmLoading={defer.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(shown) => {
        if (shown) form.focusField('reason');
      }}
    >
      <p>{t('deferConsequence')}</p>
      <Form form={form} requiredMark={requiredMark} layout="vertical" onFinish={submit} style={{ marginTop: 12 }}>
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: label(fieldProblems.required) }]}
        >
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </Form>
      {rest !== undefined && <ProblemAlert error={defer.error} sentence={rest} />}
    </Modal>
  );
}
