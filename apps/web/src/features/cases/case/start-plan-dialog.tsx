import type { CaseView } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal } from 'antd';
import { ProblemAlert } from '../../../components';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useStartPlan } from '../api';
import { useTexts } from '../locales';
import { useRefusal } from '../use-refusal';
import { DateField } from '../../../components/date-field';
import styles from './side-panels.module.css';

interface PlanValues {
  patientAgreedOn: string;
  title: string;
}

/** DECIDED → PLAN_IN_PREPARATION: once the patient agrees, the plan is opened for writing. */
export function StartPlanDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<PlanValues>();
  const start = useStartPlan(view.caseNo);
  const { refusal, refuse, clear } = useRefusal(form, start.isPending);
  const send = (values: PlanValues) => {
    clear();
    start.mutate(
      { version: view.version, ...values },
      {
        onSuccess: ({ id }) => void navigate({ to: '/plans/$id/edit', params: { id } }),
        onError: (error) => refuse(error),
      },
    );
  };
  return (
    <Modal
      open
      title={t('startPlanTitle')}
      okText={t('startPlan')}
      cancelText={t('cancel')}
      confirmLoading={start.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('startPlanNote')}</p>
      <Form
        form={form}
        name="start-plan"
        layout="vertical"
        disabled={start.isPending}
        initialValues={{ title: '', patientAgreedOn: isoDay(serverNow()) }}
        onFinish={send}
      >
        <Form.Item name="patientAgreedOn" label={t('planAgreedOn')} required>
          <DateField />
        </Form.Item>
        <Form.Item name="title" label={t('planName')} required>
          <Input maxLength={120} placeholder={t('planNameHint')} />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
