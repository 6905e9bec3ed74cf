import type { CaseView } from '@consilium/contracts';
import { App, Form, Input, Modal } from 'antd';
import { ProblemAlert } from '../../../components';
import { useWaiveOpinion } from '../api';
import { useTexts } from '../locales';
import { useRefusal } from '../use-refusal';
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
  const waive = useWaiveOpinion(view.caseNo);
  const { refusal, refuse, clear } = useRefusal(form, waive.isPending);
  const send = ({ reason }: { reason: string }) => {
    clear();
    waive.mutate(
      { departmentId, body: { version: view.version, reason } },
      {
        onSuccess: () => {
          void message.success(t('waived', { name }));
          onClose();
        },
        onError: (error) => refuse(error),
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
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
