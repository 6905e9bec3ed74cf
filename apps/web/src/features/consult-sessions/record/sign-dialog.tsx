import { consensusTypes, directions, fieldProblems, type AgendaItem, type SessionView } from '@consilium/contracts';
import { Form, Input, Modal } from 'antd';
import { Hand } from 'lucide-react';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { isProblem } from '../../../lib/api';
import { applyProblem } from '../../../lib/form-problems';
import { useLabel } from '../../../lib/i18n';
import { useSign } from '../api';
import { useText } from '../locales';
import { requiredMark } from '../required-mark';
import kept from './decision.module.css';
import styles from './record.module.css';
import type { Seat } from './seats';
import { seatKey } from './record-draft';

/** What is about to be signed, in short; a dissent is part of it. */
function WhatIsSigned({ item, seats }: { item: AgendaItem; seats: Seat[] }) {
  const t = useText();
  const label = useLabel();
  const { decision } = item;
  if (decision === null) return null;
  return (
    <div className={kept.toSign}>
      <p>
        <strong>
          {item.caseNo} · {label(directions.labels[decision.direction])}
          {decision.consensus !== null && ` · ${label(consensusTypes.labels[decision.consensus])}`}
        </strong>
      </p>
      <p className={kept.readText}>{decision.summary}</p>
      {decision.stances
        .filter((entry) => entry.stance === 'oppose')
        .map((entry) => (
          <p key={seatKey(entry)} className={kept.toSignDissent}>
            <Hand size={13} aria-hidden="true" />
            {t('dissentOf', {
              name: seats.find((seat) => seat.key === seatKey(entry))?.name ?? '',
              reason: entry.note,
            })}
          </p>
        ))}
    </div>
  );
}

/** The chair signs with their password; nothing can be changed afterwards. */
export function SignDialog({
  session,
  item,
  seats,
  onClose,
}: {
  session: SessionView;
  item: AgendaItem;
  seats: Seat[];
  onClose: () => void;
}) {
  const t = useText();
  const label = useLabel();
  const [form] = Form.useForm<{ password: string }>();
  const sign = useSign(session.id);
  const [rest, setRest] = useState<string>();
  const submit = ({ password }: { password: string }) => {
    setRest(undefined);
    sign.mutate(
      { itemId: item.id, version: item.version, password },
      {
        onSuccess: onClose,
        onError: (error) => {
          if (isProblem(error, 'signature/wrong-password')) {
            form.setFields([{ name: 'password', errors: [error.problem.detail] }]);
            form.scrollToField('password', { focus: true });
          } else setRest(applyProblem(form, error));
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('signTitle')}
      okText={t('signAct')}
      cancelText={t('cancel')}
      confirmLoading={sign.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(shown) => {
        if (shown) form.focusField('password');
      }}
    >
      <WhatIsSigned item={item} seats={seats} />
      <p className={styles.muted}>{t('signConsequence')}</p>
      <Form form={form} requiredMark={requiredMark} layout="vertical" onFinish={submit} style={{ marginTop: 12 }}>
        <Form.Item
          name="password"
          label={t('signPassword')}
          rules={[{ required: true, message: label(fieldProblems.required) }]}
        >
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
      </Form>
      {rest !== undefined && <ProblemAlert error={sign.error} sentence={rest} />}
    </Modal>
  );
}
