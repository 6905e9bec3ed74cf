import { Form, Input, Modal } from 'antd';
import { ProblemAlert } from '../../../components';
import { useRefusal } from '../../../lib/use-refusal';
import { useWithdrawConsent } from '../api';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';

/** Records that the patient withdrew the consent; says first how many shares end with it. */
export function WithdrawConsentDialog({
  caseNo,
  version,
  openShares,
  onClose,
}: {
  caseNo: string;
  version: number;
  openShares: number;
  onClose: () => void;
}) {
  const t = useShareTexts();
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useWithdrawConsent(caseNo);
  const { refusal, refuse, clear } = useRefusal(form, withdraw.isPending);
  return (
    <Modal
      open
      title={t('withdrawTitle')}
      okText={t('withdraw')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={withdraw.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>
        {openShares === 0 ? t('withdrawNoShares') : t('withdrawEnds', { count: openShares })}
      </p>
      <Form
        form={form}
        name="withdraw-consent"
        layout="vertical"
        disabled={withdraw.isPending}
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => {
          clear();
          withdraw.mutate({ version, reason }, { onSuccess: onClose, onError: (error) => refuse(error) });
        }}
      >
        <Form.Item name="reason" label={t('withdrawReason')} required>
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
