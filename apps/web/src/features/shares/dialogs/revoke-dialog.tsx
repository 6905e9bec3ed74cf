import { Form, Input, Modal } from 'antd';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useRefusal } from '../../../lib/use-refusal';
import { useRevokeShare } from '../api';
import { useShareTexts } from '../locales';
import type { RevocableShare } from '../share-types';
import styles from '../shares.module.css';

/** Withdraws a share, with a reason. */
export function RevokeShareDialog({ share, onClose }: { share: RevocableShare; onClose: () => void }) {
  const t = useShareTexts();
  const l = useLabel();
  const [form] = Form.useForm<{ reason: string }>();
  const revoke = useRevokeShare(share.id);
  const { refusal, refuse, clear } = useRefusal(form, revoke.isPending);
  return (
    <Modal
      open
      title={t('revokeTitle', { hospital: l(share.hospital) })}
      okText={t('revoke')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={revoke.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('revokeNote', { px: share.pxCode })}</p>
      <Form
        form={form}
        name="revoke"
        layout="vertical"
        disabled={revoke.isPending}
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => {
          clear();
          revoke.mutate({ reason }, { onSuccess: onClose, onError: (error) => refuse(error) });
        }}
      >
        <Form.Item name="reason" label={t('revokeReason')} required>
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
