import {
  fieldProblems,
  restrictedKinds,
  type RestrictedContent,
  type RestrictedFact,
  type RestrictedKind,
} from '@consilium/contracts';
import { Form, Input, Modal, Radio, Select } from 'antd';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import { DateField } from '../../../components/date-field';
import { useRefusal } from '../use-refusal';
import { useChangeFact, useRecordFact } from './api';
import styles from './restricted.module.css';

interface Values {
  kind: RestrictedKind;
  result: string;
  examinedOn: string;
  source: string;
  departmentIds: string[];
}

interface Props {
  caseNo: string;
  /** Departments that may be listed. */
  departmentIds: readonly string[];
  /** The fact that is corrected, with what it said; a new one where left out. */
  changes?: { fact: RestrictedFact; content: RestrictedContent };
  onClose: () => void;
}

/** Records a restricted fact, or corrects one, and says which departments may see it. */
export function FactDialog({ caseNo, departmentIds, changes, onClose }: Props) {
  const t = useTexts();
  const l = useLabel();
  const { data } = useDirectory();
  const [form] = Form.useForm<Values>();
  const record = useRecordFact(caseNo);
  const change = useChangeFact(caseNo);
  const isSending = record.isPending || change.isPending;
  const { refusal, refuse, clear } = useRefusal(form, isSending);
  const send = (values: Values) => {
    clear();
    const then = { onSuccess: onClose, onError: (error: unknown) => refuse(error) };
    if (changes === undefined) record.mutate(values, then);
    else change.mutate({ ...values, id: changes.fact.id, version: changes.fact.version }, then);
  };
  const required = { required: true, message: l(fieldProblems.required) };
  const line = { ...required, whitespace: true };
  return (
    <Modal
      open
      title={t('restrictedTitle')}
      okText={t('restrictedSave')}
      cancelText={t('cancel')}
      confirmLoading={isSending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('restrictedNote')}</p>
      <Form
        form={form}
        name="restricted"
        layout="vertical"
        requiredMark={false}
        disabled={isSending}
        initialValues={
          changes === undefined
            ? { result: '', source: '', departmentIds: [] }
            : { ...changes.content, departmentIds: changes.fact.departmentIds ?? [] }
        }
        onFinish={send}
      >
        <Form.Item name="kind" label={t('restrictedKind')} rules={[required]}>
          <Radio.Group
            options={Object.entries(restrictedKinds.labels).map(([value, name]) => ({ value, label: l(name) }))}
          />
        </Form.Item>
        <Form.Item name="result" label={t('restrictedResult')} rules={[line]}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="examinedOn" label={t('restrictedExaminedOn')} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="source" label={t('restrictedSource')} extra={t('restrictedSourceHint')} rules={[line]}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="departmentIds" label={t('restrictedDepartments')} extra={t('restrictedDepartmentsHint')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={(data?.departments ?? [])
              .filter(({ id }) => departmentIds.includes(id))
              .map(({ id, name }) => ({ value: id, label: l(name) }))}
          />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
