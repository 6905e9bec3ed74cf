import { consentSigners, type CaseView, type ConsentSigner } from '@consilium/contracts';
import { Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useRecordConsent } from '../api';
import { useTexts } from '../locales';
import { useRefusal } from '../use-refusal';
import { DateField } from '../record/date-field';
import { Panel } from './panel';
import styles from './side-panels.module.css';

/** Whether the patient agreed in writing to a remote consult; without it nothing is shared. */
export function ConsentPanel({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('consentTitle')}>
      <div className={styles.facts}>
        {view.consent === null ? (
          <p className={styles.quiet}>{t('consentNone')}</p>
        ) : (
          <p>
            {t('consentGiven', { who: l(consentSigners.labels[view.consent.signedBy]), on: view.consent.signedOn })}
          </p>
        )}
        {view.availableActions.includes('record-consent') && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('consentRecord')}
          </Button>
        )}
      </div>
      {isOpen && <ConsentDialog view={view} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

interface ConsentValues {
  signedBy: ConsentSigner;
  signedOn: string;
}

function ConsentDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const [form] = Form.useForm<ConsentValues>();
  const record = useRecordConsent(view.caseNo);
  const { refusal, refuse, clear } = useRefusal(form, record.isPending);
  const send = ({ signedBy, signedOn }: ConsentValues) => {
    clear();
    record.mutate(
      { version: view.version, signedBy, signedOn },
      { onSuccess: onClose, onError: (error) => refuse(error) },
    );
  };
  return (
    <Modal
      open
      title={t('consentTitle')}
      okText={t('consentSave')}
      cancelText={t('cancel')}
      confirmLoading={record.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('consentNote')}</p>
      <Form
        form={form}
        name="consent"
        layout="vertical"
        disabled={record.isPending}
        initialValues={{ signedBy: 'PATIENT', signedOn: isoDay(serverNow()) }}
        onFinish={send}
      >
        <Form.Item name="signedBy" label={t('consentSigner')} required>
          <Radio.Group
            optionType="button"
            options={Object.entries(consentSigners.labels).map(([value, name]) => ({ value, label: l(name) }))}
          />
        </Form.Item>
        <Form.Item name="signedOn" label={t('consentDate')} required>
          <DateField />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
