import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ProblemAlert } from '../../components';
import { isProblem } from '../../lib/api';
import { applyProblem } from '../../lib/form-problems';
import { usePeopleText } from './locales';

/**
 * A dialog with one form about a person. Refusals stand at their fields and what was typed stays; where somebody else changed the same person,
 * the newest is loaded and the administrator decides.
 */
export function FormDialog<Values extends object>({
  title,
  name,
  initialValues,
  okText,
  danger = false,
  submit,
  onClose,
  children,
}: {
  title: string;
  /** Name of the form, unique on the page. */
  name: string;
  initialValues: Values;
  okText?: string;
  danger?: boolean;
  submit: (values: Values) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = usePeopleText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<{ error: unknown; sentence: string | undefined }>();
  const [isSending, setSending] = useState(false);
  const [isRenewed, setRenewed] = useState(false);
  const isOutdated = isProblem(refusal?.error, 'object/stale');
  const send = async (values: Values) => {
    setRefusal(undefined);
    setRenewed(false);
    setSending(true);
    try {
      await submit(values);
      onClose();
    } catch (error) {
      setRefusal({ error, sentence: applyProblem(form, error) });
    } finally {
      setSending(false);
    }
  };
  const renew = async () => {
    await client.refetchQueries({ queryKey: ['people', 'person'], type: 'active' });
    setRefusal(undefined);
    setRenewed(true);
  };
  return (
    <Modal
      open
      title={title}
      okText={okText ?? t('save')}
      cancelText={t('cancel')}
      confirmLoading={isSending}
      okButtonProps={{ danger, disabled: isOutdated }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        disabled={isSending}
        initialValues={initialValues}
        onFinish={(values) => void send(values)}
      >
        {children}
      </Form>
      {refusal?.sentence !== undefined && <ProblemAlert error={refusal.error} sentence={refusal.sentence} />}
      {isOutdated && (
        <Button block onClick={() => void renew()}>
          {t('loadNewest')}
        </Button>
      )}
      {isRenewed && <output>{t('newestLoaded')}</output>}
    </Modal>
  );
}
