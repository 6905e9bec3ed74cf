import type { PlanView, StageView } from '@consilium/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { applyProblem } from '../../../lib/form-problems';
import { useLabel } from '../../../lib/i18n';
import { useDeclineStage } from '../api';
import { usePlanText } from '../locales';

/** Asks for the reason with which a stage lead declines; shown while `stage` is given. */
export function DeclineStage({
  plan,
  stage,
  onClose,
}: {
  plan: PlanView;
  stage: StageView | null;
  onClose: () => void;
}) {
  const t = usePlanText();
  const label = useLabel();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const decline = useDeclineStage(plan.id);
  const [sentence, setSentence] = useState<string>();

  const close = () => {
    form.resetFields();
    decline.reset();
    setSentence(undefined);
    onClose();
  };
  const send = async (asked: StageView, reason: string) => {
    setSentence(undefined);
    try {
      await decline.mutateAsync({ stageId: asked.id, body: { version: plan.version, reason } });
      void message.success(t('declineDone', { code: asked.code }));
      close();
    } catch (error) {
      setSentence(applyProblem(form, error));
    }
  };
  return (
    <Modal
      open={stage !== null}
      title={stage === null ? '' : t('declineTitle', { code: stage.code, department: label(stage.department) })}
      okText={t('decline')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: true, loading: decline.isPending }}
      onOk={() => form.submit()}
      onCancel={close}
      afterOpenChange={(open) => {
        if (open) form.focusField('reason');
      }}
      destroyOnHidden
    >
      <p>{t('declineExplain')}</p>
      {sentence !== undefined && <ProblemAlert error={decline.error} sentence={sentence} title={t('declineFailed')} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={decline.isPending}
        onFinish={({ reason }) => {
          if (stage !== null) void send(stage, reason.trim());
        }}
      >
        <Form.Item
          name="reason"
          label={t('declineReason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 6 }} maxLength={300} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
