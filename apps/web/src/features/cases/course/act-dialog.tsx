import { courseEndpoints, type CaseView, type Endpoint } from '@consilium/contracts';
import { App, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { ProblemAlert } from '../../../components';
import { call } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useCaseChange } from '../api';
import { useTexts } from '../locales';
import { DateField } from '../../../components/date-field';
import { useRefusal } from '../use-refusal';
import type { ActField, CourseForm } from './course-acts';
import styles from './course.module.css';

type Values = Record<string, unknown> & { questions?: string[] };

/** What the form begins with: days with today, everything else empty. */
function beginning(fields: readonly ActField[]): Values {
  const today = isoDay(serverNow());
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (field.kind === 'questions') return [['questions', ['', '', '']]];
      if (field.kind === 'choice') return [];
      return [[field.name, field.kind === 'day' ? today : field.kind === 'flag' ? false : '']];
    }),
  );
}

/** One act that turns the course of a case: what follows from it, what it asks for, and its refusal at the fields. */
export function ActDialog({ view, form: act, onClose }: { view: CaseView; form: CourseForm; onClose: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const endpoint: Endpoint = courseEndpoints[act.endpoint];
  const change = useCaseChange(
    view.caseNo,
    (body: Values) => call(endpoint, { params: { caseNo: view.caseNo }, body }) as Promise<CaseView>,
  );
  const { refusal, refuse, clear } = useRefusal(form, change.isPending);
  const send = ({ questions, ...values }: Values) => {
    clear();
    const asked = questions?.map((question) => question.trim()).filter((question) => question !== '');
    change.mutate(
      { ...values, ...(asked && { questions: asked }), version: view.version },
      {
        onSuccess: () => {
          void message.success(t('actDone', { act: t(act.title) }));
          onClose();
        },
        onError: (error) => refuse(error),
      },
    );
  };
  return (
    <Modal
      open
      title={t(act.title)}
      okText={t(act.title)}
      okButtonProps={{ danger: act.final }}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={act.final ? styles.final : styles.note}>{t(act.note)}</p>
      <Form
        form={form}
        name={act.act}
        layout="vertical"
        disabled={change.isPending}
        initialValues={beginning(act.fields)}
        onFinish={send}
      >
        {act.fields.map((field) => (
          <FieldOf key={field.kind === 'questions' ? 'questions' : field.name} field={field} view={view} />
        ))}
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}

function FieldOf({ field, view }: { field: ActField; view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  switch (field.kind) {
    case 'questions':
      return (
        <>
          {[0, 1, 2].map((place) => (
            <Form.Item
              key={place}
              name={['questions', place]}
              label={t('fieldQuestion', { number: place + 1 })}
              required={place === 0}
              extra={place === 0 ? t('questionHint') : undefined}
            >
              <Input maxLength={300} />
            </Form.Item>
          ))}
        </>
      );
    case 'day':
      return (
        <Form.Item name={field.name} label={t(field.label)} required>
          <DateField />
        </Form.Item>
      );
    case 'flag':
      return (
        <Form.Item name={field.name} valuePropName="checked">
          <Checkbox>{t(field.label)}</Checkbox>
        </Form.Item>
      );
    case 'choice': {
      const fitting = field.among?.(view) ?? Object.keys(field.labels);
      return (
        <Form.Item name={field.name} label={t(field.label)} required>
          <Radio.Group
            className={styles.choices}
            options={Object.entries(field.labels)
              .filter(([value]) => fitting.includes(value))
              .map(([value, label]) => ({ value, label: l(label) }))}
          />
        </Form.Item>
      );
    }
    case 'text':
      return (
        <Form.Item name={field.name} label={t(field.label)} required={field.required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={field.name === 'note' ? 300 : 1000} />
        </Form.Item>
      );
  }
}
