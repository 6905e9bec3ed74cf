import { fieldProblems } from '@consilium/contracts';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../../lib/form-problems';
import { labelOf } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import { useRemoteText } from '../locales';
import styles from './opinion.module.css';

interface Props {
  open: boolean;
  /** How many questions are left without an answer. */
  unanswered: number;
  /** Rejects where the password is not right; everything else it settles itself. */
  onSign: (password: string) => Promise<void>;
  onCancel: () => void;
}

/** The signature: the password once more. It is held for the length of the call and nowhere kept. */
export function SignDialog({ open, unanswered, onSign, onCancel }: Props) {
  const t = useRemoteText();
  const me = useMe();
  const [form] = Form.useForm<{ password: string }>();
  const [busy, setBusy] = useState(false);

  const sign = async (password: string) => {
    setBusy(true);
    try {
      await onSign(password);
      form.resetFields();
    } catch (error) {
      form.setFields([{ name: 'password', value: '', errors: [sentenceOf(error)] }]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={t('signTitle')}
      okText={t('sign')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: busy }}
      cancelButtonProps={{ disabled: busy }}
      onOk={() => form.submit()}
      onCancel={() => {
        form.resetFields();
        onCancel();
      }}
      afterOpenChange={(shown) => {
        if (shown) form.focusField('password');
      }}
      width={420}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={busy}
        onFinish={({ password }) => void sign(password)}
        className={styles.sign}
      >
        <p>{t('signExplain')}</p>
        {unanswered > 0 && <p className={styles.warning}>{t('signUnanswered', { count: unanswered })}</p>}
        <p>
          <strong>{me.name}</strong> <span className={styles.muted}>{me.username}</span>
        </p>
        <Form.Item
          name="password"
          label={t('password')}
          rules={[{ required: true, message: labelOf(fieldProblems, 'required') }]}
        >
          <Input.Password visibilityToggle={false} autoComplete="current-password" maxLength={128} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
