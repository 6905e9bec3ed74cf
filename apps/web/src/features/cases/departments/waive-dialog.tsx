import type { CaseView } from '@consilium/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { applyProblem } from '../../../lib/form-problems';
import { useWaiveOpinion } from '../api';
import { useTexts } from '../locales';
import styles from './departments.module.css';

interface WaiveDialogProps {
  view: CaseView;
  departmentId: string;
  name: string;
  onClose: () => void;
}

/** Excuses a department from its opinion, for a reason everybody can read. */
export function WaiveDialog({ view, departmentId, name, onClose }: WaiveDialogProps) {
  const t = useTexts();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const [sentence, setSentence] = useState<string>();
  const waive = useWaiveOpinion(view.caseNo);
  const send = ({ reason }: { reason: string }) => {
    setSentence(undefined);
    waive.mutate(
      { departmentId, body: { version: view.version, reason } },
      {
        onSuccess: () => {
          void message.success(t('waived', { name }));
          onClose();
        },
        onError: (error) => setSentence(applyProblem(form, error)),
      },
    );
  };
  return (
    <Modal
      open
      title={t('waiveOf', { name })}
      okText={t('waive')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={waive.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('waiveNote')}</p>
      <Form
        form={form}
        name="waive"
        layout="vertical"
        disabled={waive.isPending}
        initialValues={{ reason: '' }}
        onFinish={send}
      >
        <Form.Item name="reason" label={t('waiveReason')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
      {sentence !== undefined && <ProblemAlert error={waive.error} sentence={sentence} />}
    </Modal>
  );
}
