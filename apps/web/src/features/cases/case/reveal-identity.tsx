import type { AnswerOf, caseEndpoints } from '@consilium/contracts';
import { Button, Form, Input, Popover } from 'antd';
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ProblemAlert } from '../../../components';
import { revealIdentity } from '../api';
import { useTexts } from '../locales';
import { useRefusal } from '../use-refusal';
import { useShownBriefly } from '../use-shown-briefly';
import styles from './identity-strip.module.css';

export type Identity = AnswerOf<typeof caseEndpoints.revealIdentity>;

const HOLD_MS = 1000;

/** Who the patient is, for a minute. */
export function useRevealed(caseNo: string) {
  const { content, show, mask } = useShownBriefly<Identity>(caseNo);
  return { identity: content, show, mask };
}

interface RevealIdentityProps {
  caseNo: string;
  isShown: boolean;
  onShow: (identity: Identity) => void;
  onMask: () => void;
}

/** Held for a second it shows the patient at once; opened by a click it asks for a reason first. Both are on record. */
export function RevealIdentity({ caseNo, isShown, onShow, onMask }: RevealIdentityProps) {
  const t = useTexts();
  const [form] = Form.useForm<{ reason: string }>();
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { refusal, refuse, clear } = useRefusal(form, isAsking);
  const holding = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wasHeld = useRef(false);
  useEffect(() => () => clearTimeout(holding.current), []);

  const reveal = async (reason: string) => {
    clear();
    setAsking(true);
    try {
      onShow(await revealIdentity(caseNo, reason));
      setOpen(false);
      form.resetFields();
    } catch (error) {
      // Somebody outside the care team is asked for a reason: the form opens and says so at its field.
      setOpen(true);
      refuse(error);
    } finally {
      setAsking(false);
    }
  };
  const hold = () => {
    wasHeld.current = false;
    holding.current = setTimeout(() => {
      wasHeld.current = true;
      void reveal('');
    }, HOLD_MS);
  };
  const letGo = () => clearTimeout(holding.current);

  if (isShown) {
    return (
      <Button size="small" icon={<EyeOff size={14} aria-hidden="true" />} onClick={onMask}>
        {t('hideIdentity')}
      </Button>
    );
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        // Letting go after a hold also clicks: the hold has been answered already.
        if (!wasHeld.current) setOpen(open);
        wasHeld.current = false;
      }}
      trigger="click"
      forceRender
      placement="bottomLeft"
      title={t('revealTitle')}
      content={
        <Form
          form={form}
          name="reveal"
          layout="vertical"
          className={styles.reveal}
          aria-label={t('revealTitle')}
          initialValues={{ reason: '' }}
          disabled={isAsking}
          onFinish={({ reason }) => void reveal(reason)}
        >
          <p>{t('revealNote')}</p>
          <Form.Item name="reason" label={t('revealReason')} extra={t('revealReasonHint')}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          {refusal !== null && <ProblemAlert {...refusal} />}
          <Button type="primary" htmlType="submit" loading={isAsking} block>
            {t('revealConfirm')}
          </Button>
        </Form>
      }
    >
      <Button
        size="small"
        icon={<Eye size={14} aria-hidden="true" />}
        title={t('showFullNameHint')}
        loading={isAsking}
        onPointerDown={hold}
        onPointerUp={letGo}
        onPointerLeave={letGo}
      >
        {t('showFullName')}
      </Button>
    </Popover>
  );
}
