import { fieldProblems, type Checklist, type ChecklistItem } from '@consilium/contracts';
import { App, Form, Input, Modal } from 'antd';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useRefusal } from '../../../lib/use-refusal';
import { useChangeChecklist, useRestoreChecklist } from '../api';
import { useTexts } from '../locales';

interface SaveDialogProps {
  checklist: Checklist;
  /** The list to save, or the number of the version to bring back. */
  next: readonly ChecklistItem[] | number;
  onDone: () => void;
  onClose: () => void;
}

/** Says how many cases the next version touches before it is saved. */
export function SaveDialog({ checklist, next, onDone, onClose }: SaveDialogProps) {
  const t = useTexts();
  const l = useLabel();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ note: string }>();
  const change = useChangeChecklist(checklist.tumourType);
  const restore = useRestoreChecklist(checklist.tumourType);
  const isPending = change.isPending || restore.isPending;
  const { refusal, refuse, clear } = useRefusal(form, isPending);
  const { version, impact } = checklist;
  const then = {
    onSuccess: ({ number }: { number: number }) => {
      void message.success(t('saved', { number }));
      onDone();
    },
    onError: (error: Error) => refuse(error),
  };
  const send = ({ note }: { note: string }) => {
    clear();
    if (typeof next === 'number') restore.mutate({ version, number: next, note }, then);
    else change.mutate({ version, items: [...next], note }, then);
  };
  return (
    <Modal
      open
      title={typeof next === 'number' ? t('restoreVersion', { number: next }) : t('save')}
      okText={typeof next === 'number' ? t('restore') : t('save')}
      cancelText={t('cancel')}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {typeof next === 'number' && <p>{t('restoreNote', { number: next })}</p>}
      <p>{t('saveNote', impact)}</p>
      <Form form={form} name="checklist-save" layout="vertical" initialValues={{ note: '' }} onFinish={send}>
        <Form.Item
          name="note"
          label={t('note')}
          rules={
            typeof next === 'number' ? [] : [{ required: true, whitespace: true, message: l(fieldProblems.required) }]
          }
        >
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
