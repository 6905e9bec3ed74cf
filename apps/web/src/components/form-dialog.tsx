import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { Button, Form, Modal, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { isProblem } from '../lib/api';
import { applyProblem } from '../lib/form-problems';
import { ProblemAlert } from './problem-alert';
import { useSharedText } from './texts';

interface Props<Values> {
  title: string;
  /** Name of the form, unique on the page. */
  name: string;
  initialValues: Values;
  okText?: string;
  danger?: boolean;
  /** The act cannot be sent yet. */
  isBlocked?: boolean;
  submit: (values: Values) => Promise<unknown>;
  /** What is read again where somebody else changed the same thing. */
  renewed: QueryKey;
  onClose: () => void;
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/**
 * A dialog with one form. Refusals stand at their fields and what was typed stays; where somebody else changed the same thing, the newest is
 * loaded and the person decides whether theirs goes over it.
 */
export function FormDialog<Values extends object>({
  title,
  name,
  initialValues,
  okText,
  danger = false,
  isBlocked = false,
  submit,
  renewed,
  onClose,
  children,
}: Props<Values>) {
  const t = useSharedText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<{ error: unknown; sentence: string | undefined }>();
  const [isSending, setSending] = useState(false);
  const [isRenewed, setRenewed] = useState(false);
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
    await client.refetchQueries({ queryKey: renewed, type: 'active' });
    setRefusal(undefined);
    setRenewed(true);
  };
  const isOutdated = isProblem(refusal?.error, 'object/stale') || isProblem(refusal?.error, 'organisation/in-use');
  return (
    <Modal
      open
      title={title}
      okText={okText ?? t('save')}
      cancelText={t('cancel')}
      confirmLoading={isSending}
      okButtonProps={{ danger, disabled: isBlocked || isOutdated }}
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
        {typeof children === 'function' ? children(form) : children}
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
