import { fieldProblems, type ConsultAction, type ConsultRequestView } from '@consilium/contracts';
import { Form, Input, Select } from 'antd';
import { FormDialog } from '../../components/form-dialog';
import { useLabel } from '../../lib/i18n';
import { DepartmentSelect } from '../organisations';
import { useConsultAct } from './api';
import { useTexts } from './locales';

export type TypedAct = Exclude<ConsultAction, 'accept' | 'arrive'>;

interface Props {
  consult: ConsultRequestView;
  onClose: () => void;
}

const useFrame = ({ consult, onClose }: Props) => ({
  name: 'consult-act',
  renewed: ['consults', 'one', consult.id],
  onClose,
});

function useRequired() {
  const l = useLabel();
  return { required: true, whitespace: true, message: l(fieldProblems.required) };
}

function Answer(props: Props) {
  const t = useTexts();
  const required = useRequired();
  const act = useConsultAct('answer');
  const { id, version } = props.consult;
  return (
    <FormDialog
      {...useFrame(props)}
      title={t('do_answer')}
      okText={t('signIt')}
      initialValues={{ opinion: '', password: '' }}
      submit={(values) => act.mutateAsync({ id, body: { version, ...values } })}
    >
      <Form.Item name="opinion" label={t('opinion')} extra={t('opinionOnce')} rules={[required]}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ ...required, whitespace: false }]}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
    </FormDialog>
  );
}

function Close(props: Props) {
  const t = useTexts();
  const required = useRequired();
  const act = useConsultAct('close');
  const { id, version } = props.consult;
  return (
    <FormDialog
      {...useFrame(props)}
      title={t('do_close')}
      initialValues={{ executionNote: '' }}
      submit={(values) => act.mutateAsync({ id, body: { version, ...values } })}
    >
      <Form.Item name="executionNote" label={t('executionNote')} rules={[required]}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}

function Reassign(props: Props) {
  const t = useTexts();
  const required = useRequired();
  const act = useConsultAct('reassign');
  const { id, version, assignable } = props.consult;
  return (
    <FormDialog<{ personId: string | undefined }>
      {...useFrame(props)}
      title={t('do_reassign')}
      initialValues={{ personId: undefined }}
      submit={({ personId = '' }) => act.mutateAsync({ id, body: { version, personId } })}
    >
      <Form.Item name="personId" label={t('reassignTo')} rules={[required]}>
        <Select options={assignable.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
    </FormDialog>
  );
}

function Decline(props: Props) {
  const t = useTexts();
  const required = useRequired();
  const act = useConsultAct('decline');
  const { id, version } = props.consult;
  return (
    <FormDialog<{ reason: string; departmentId: string | undefined }>
      {...useFrame(props)}
      title={t('do_decline')}
      okText={t('do_decline')}
      danger
      initialValues={{ reason: '', departmentId: undefined }}
      submit={({ reason, departmentId = '' }) => act.mutateAsync({ id, body: { version, reason, departmentId } })}
    >
      <Form.Item name="reason" label={t('declineReason')} extra={t('declineHint')} rules={[required]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
      <Form.Item name="departmentId" label={t('declineTo')} rules={[required]}>
        <DepartmentSelect />
      </Form.Item>
    </FormDialog>
  );
}

function Cancel(props: Props) {
  const t = useTexts();
  const required = useRequired();
  const act = useConsultAct('cancel');
  const { id, version } = props.consult;
  return (
    <FormDialog
      {...useFrame(props)}
      title={t('do_cancel')}
      okText={t('do_cancel')}
      danger
      initialValues={{ reason: '' }}
      submit={(values) => act.mutateAsync({ id, body: { version, ...values } })}
    >
      <Form.Item name="reason" label={t('cancelReason')} rules={[required]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}

const dialogs: Record<TypedAct, (props: Props) => React.ReactNode> = {
  answer: Answer,
  close: Close,
  reassign: Reassign,
  decline: Decline,
  cancel: Cancel,
};

/** The dialog of an act that needs something typed. */
export function ActDialog({ verb, ...props }: Props & { verb: TypedAct }) {
  const Dialog = dialogs[verb];
  return <Dialog {...props} />;
}
