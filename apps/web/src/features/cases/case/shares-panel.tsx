import type { CaseView } from '@consilium/contracts';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatNear, useNow } from '../../../lib/time';
import { useRevokeShare } from '../api';
import { useTexts } from '../locales';
import { useRefusal } from '../use-refusal';
import { Panel } from './panel';
import styles from './side-panels.module.css';

type Share = CaseView['shares'][number];

/** Which hospitals see the case, de-identified, under which code and until when. */
export function SharesPanel({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const now = useNow();
  const [revoking, setRevoking] = useState<Share | null>(null);
  const period = (share: Share) => {
    if (share.revokedAt !== null) return t('shareRevoked', { at: formatNear(share.revokedAt, now) });
    const isOver = Date.parse(share.expiresAt) <= now.getTime();
    return t(isOver ? 'shareExpired' : 'shareUntil', { at: formatNear(share.expiresAt, now) });
  };
  const isOpen = (share: Share) => share.revokedAt === null && Date.parse(share.expiresAt) > now.getTime();
  return (
    <Panel title={t('sharesTitle')}>
      {view.shares.length === 0 && <p className={styles.quiet}>{t('sharesNone')}</p>}
      <ul className={styles.shares} aria-label={t('sharesTitle')}>
        {view.shares.map((share) => (
          <li key={share.id}>
            <span>
              {l(share.hospital)} · {share.pxCode}
            </span>
            <small>{period(share)}</small>
            {isOpen(share) && view.availableActions.includes('revoke-share') && (
              <Button
                size="small"
                aria-label={`${t('shareRevoke')} ${share.pxCode}`}
                onClick={() => setRevoking(share)}
              >
                {t('shareRevoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {revoking !== null && <RevokeDialog caseNo={view.caseNo} share={revoking} onClose={() => setRevoking(null)} />}
    </Panel>
  );
}

function RevokeDialog({ caseNo, share, onClose }: { caseNo: string; share: Share; onClose: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const [form] = Form.useForm<{ reason: string }>();
  const revoke = useRevokeShare(caseNo);
  const { refusal, refuse, clear } = useRefusal(form, revoke.isPending);
  return (
    <Modal
      open
      title={t('shareRevokeTitle', { hospital: l(share.hospital) })}
      okText={t('shareRevoke')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={revoke.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('shareRevokeNote')}</p>
      <Form
        form={form}
        name="revoke"
        layout="vertical"
        disabled={revoke.isPending}
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => {
          clear();
          revoke.mutate({ shareId: share.id, reason }, { onSuccess: onClose, onError: (error) => refuse(error) });
        }}
      >
        <Form.Item name="reason" label={t('shareRevokeReason')} required>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
