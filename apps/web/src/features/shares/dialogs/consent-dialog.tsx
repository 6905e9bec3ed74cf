import { consentForms, consentKinds, consentSigners, type ConsentForm, type ConsentSigner } from '@consilium/contracts';
import { AutoComplete, Form, Input, Modal, Radio } from 'antd';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useRefusal } from '../../../lib/use-refusal';
import { useRecordConsent } from '../api';
import { DayField } from '../fields';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';

interface Values {
  signedBy: ConsentSigner;
  relation: string;
  reason: string;
  form: ConsentForm;
  signedOn: string;
  endsOn: string | null;
}

const RELATIONS = ['spouse', 'child', 'parent', 'sibling'] as const;

const optionsOf = <Code extends string>(
  labels: Record<Code, { zh: string; en: string }>,
  label: (of: { zh: string; en: string }) => string,
) => (Object.keys(labels) as Code[]).map((value) => ({ value, label: label(labels[value]) }));

/** Records that the patient, or somebody for the patient, agreed in writing to a remote consult. */
export function ConsentDialog({
  caseNo,
  version,
  isRenewal = false,
  onClose,
}: {
  caseNo: string;
  /** Of the case. */
  version: number;
  /** A consent with a last day is there already; this one takes its place. */
  isRenewal?: boolean;
  onClose: () => void;
}) {
  const t = useShareTexts();
  const l = useLabel();
  const [form] = Form.useForm<Values>();
  const signer = Form.useWatch('signedBy', form) ?? 'PATIENT';
  const record = useRecordConsent(caseNo);
  const { refusal, refuse, clear } = useRefusal(form, record.isPending);
  const today = isoDay(serverNow());
  const send = (values: Values) => {
    clear();
    record.mutate({ version, ...values }, { onSuccess: onClose, onError: (error) => refuse(error) });
  };
  return (
    <Modal
      open
      title={l(consentKinds.labels.TELEMEDICINE)}
      okText={t('consentSave')}
      cancelText={t('cancel')}
      confirmLoading={record.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t(isRenewal ? 'consentRenewNote' : 'consentNote')}</p>
      <Form
        form={form}
        name="consent"
        layout="vertical"
        disabled={record.isPending}
        initialValues={{ signedBy: 'PATIENT', relation: '', reason: '', form: 'PAPER', signedOn: today, endsOn: null }}
        onFinish={send}
      >
        <Form.Item name="signedBy" label={t('consentSigner')} required>
          <Radio.Group optionType="button" options={optionsOf(consentSigners.labels, l)} />
        </Form.Item>
        {signer !== 'PATIENT' && (
          <>
            <Form.Item name="relation" label={t('consentRelation')} required>
              <AutoComplete maxLength={60} options={RELATIONS.map((kind) => ({ value: t(kind) }))} />
            </Form.Item>
            <Form.Item name="reason" label={t('consentReason')} required>
              <Input maxLength={300} autoComplete="off" />
            </Form.Item>
          </>
        )}
        <Form.Item name="form" label={t('consentForm')} required>
          <Radio.Group optionType="button" options={optionsOf(consentForms.labels, l)} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="signedOn" label={t('consentDate')} required>
            <DayField until={today} />
          </Form.Item>
          <Form.Item name="endsOn" label={t('consentEndsOn')} extra={t('consentEndsNone')}>
            <DayField from={today} />
          </Form.Item>
        </div>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
