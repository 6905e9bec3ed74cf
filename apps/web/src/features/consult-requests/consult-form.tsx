import { consultUrgencies, fieldProblems, type ConsultUrgency } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Radio } from 'antd';
import { ProblemAlert } from '../../components';
import { isProblem } from '../../lib/api';
import { useLabel } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { useRefusal } from '../../lib/use-refusal';
import { DepartmentSelect, PersonSelect } from '../organisations';
import { useSendConsult } from './api';
import styles from './consults.module.css';
import { useTexts } from './locales';

interface Values {
  caseNo: string;
  departmentId: string | undefined;
  personId: string | undefined;
  urgency: ConsultUrgency;
  condition: string;
  treatment: string;
  reason: string;
  purpose: string;
}

const CASE_NO = /^[A-Z]\d{2}-\d{4,6}$/;
const kinds = consultUrgencies.schema.options;

/** The request part of a consult record; sent at once, since its clock starts with it. */
export function ConsultForm({
  caseNo,
  departmentId,
  urgency,
}: {
  caseNo: string;
  departmentId: string | undefined;
  urgency: ConsultUrgency;
}) {
  const t = useTexts();
  const l = useLabel();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const send = useSendConsult();
  const { refusal, refuse, clear } = useRefusal(form, send.isPending);
  const asked = Form.useWatch('departmentId', form);
  const kind = Form.useWatch('urgency', form) ?? urgency;
  const required = { required: true, whitespace: true, message: l(fieldProblems.required) };
  const submit = ({ caseNo: on, departmentId: to = '', personId, ...body }: Values) => {
    clear();
    send.mutate(
      { caseNo: on, body: { ...body, departmentId: to, personId: personId ?? null } },
      {
        onSuccess: ({ id }) => void navigate({ to: paths.consults, search: { scope: 'sent', open: id } as never }),
        onError: (error) => {
          if (isProblem(error, 'object/not-found') || isProblem(error, 'access/denied'))
            form.setFields([{ name: 'caseNo', errors: [t('noCase', { caseNo: on })] }]);
          else refuse(error);
        },
      },
    );
  };
  return (
    <Form<Values>
      form={form}
      name="consult"
      layout="vertical"
      className={styles.form}
      aria-label={t('askTitle')}
      requiredMark={false}
      disabled={send.isPending}
      initialValues={{ caseNo, departmentId, urgency, condition: '', treatment: '', reason: '', purpose: '' }}
      onFinish={submit}
    >
      <Form.Item
        name="caseNo"
        label={t('caseNo')}
        normalize={(typed: string) => typed.trim().toUpperCase()}
        validateTrigger="onSubmit"
        rules={[required, { pattern: CASE_NO, message: t('caseNoInvalid') }]}
      >
        <Input maxLength={10} autoComplete="off" className={styles.caseNo} />
      </Form.Item>
      <Form.Item name="urgency" label={t('urgency')} extra={t(`urgencyHint_${kind}`)}>
        <Radio.Group
          optionType="button"
          options={kinds.map((value) => ({ value, label: l(consultUrgencies.labels[value]) }))}
        />
      </Form.Item>
      <Form.Item name="departmentId" label={t('department')} rules={[required]}>
        <DepartmentSelect onChange={() => form.setFieldValue('personId', undefined)} />
      </Form.Item>
      <Form.Item name="personId" label={t('person')}>
        <PersonSelect
          allowClear
          disabled={asked === undefined}
          {...(asked === undefined ? {} : { departmentId: asked })}
        />
      </Form.Item>
      {(['purpose', 'reason'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(name)} rules={[required]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Form.Item>
      ))}
      {(['condition', 'treatment'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(name)} rules={[required]} className={styles.wide}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
        </Form.Item>
      ))}
      {refusal !== null && <ProblemAlert error={refusal.error} sentence={refusal.sentence} />}
      <Button
        type="primary"
        danger={kind === 'URGENT'}
        htmlType="submit"
        loading={send.isPending}
        className={`${styles.tap} ${styles.wide}`}
      >
        {t('send')}
      </Button>
    </Form>
  );
}
