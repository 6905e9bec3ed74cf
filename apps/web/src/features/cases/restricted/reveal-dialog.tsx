import type { RestrictedContent } from '@consilium/contracts';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { useTexts } from '../locales';
import { useRefusal } from '../use-refusal';
import { revealFact } from './api';
import styles from './restricted.module.css';

/** Asks once more, and for a reason, before a restricted fact is shown. */
export function RevealDialog({
  caseNo,
  factId,
  onShow,
  onClose,
}: {
  caseNo: string;
  factId: string;
  onShow: (content: RestrictedContent) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const [form] = Form.useForm<{ reason: string }>();
  const [isAsking, setAsking] = useState(false);
  const { refusal, refuse, clear } = useRefusal(form, isAsking);
  const reveal = async ({ reason }: { reason: string }) => {
    clear();
    setAsking(true);
    try {
      onShow(await revealFact(caseNo, factId, reason));
      onClose();
    } catch (error) {
      refuse(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <Modal
      open
      title={t('restrictedShowTitle')}
      okText={t('restrictedShowConfirm')}
      cancelText={t('cancel')}
      confirmLoading={isAsking}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('restrictedShowNote')}</p>
      <Form
        form={form}
        name="reveal-restricted"
        layout="vertical"
        disabled={isAsking}
        initialValues={{ reason: '' }}
        onFinish={(values) => void reveal(values)}
      >
        <Form.Item name="reason" label={t('restrictedReason')} extra={t('restrictedReasonHint')}>
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
