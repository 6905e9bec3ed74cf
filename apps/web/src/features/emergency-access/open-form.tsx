import {
  EMERGENCY_ACCESS_MINUTES,
  EMERGENCY_REASON_CHARACTERS,
  emergencyReasons,
  fieldProblems,
  type EmergencyReason,
} from '@consilium/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ProblemAlert } from '../../components';
import { isProblem } from '../../lib/api';
import { applyProblem } from '../../lib/form-problems';
import { useLabel } from '../../lib/i18n';
import { useOpenEmergency } from './api';
import styles from './emergency-access.module.css';
import { useTexts } from './locales';

interface Values {
  caseNo: string;
  reasonKind: EmergencyReason;
  reason: string;
  password: string;
}

const CASE_NO = /^[A-Z]\d{2}-\d{4,6}$/;

/** Opens one case in an emergency: which, why, and the own password. */
export function OpenForm({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  const l = useLabel();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const open = useOpenEmergency();
  const [sentence, setSentence] = useState<string>();
  const refused = useRef<'caseNo' | 'password' | null>(null);
  useEffect(() => {
    // A field that is disabled takes no focus: it gets it once the form is no longer sending.
    if (!open.isPending && refused.current !== null) form.focusField(refused.current);
    refused.current = null;
  }, [form, open.isPending]);
  const failAt = (field: 'caseNo' | 'password', message: string) => {
    refused.current = field;
    form.setFields([{ name: field, errors: [message] }]);
  };
  const send = ({ caseNo: asked, ...body }: Values) => {
    setSentence(undefined);
    open.mutate(
      { caseNo: asked, body },
      {
        onSuccess: (opened) => void navigate({ to: '/cases/$caseNo', params: { caseNo: opened.caseNo } }),
        onError: (error) => {
          if (isProblem(error, 'object/not-found')) failAt('caseNo', t('noCase', { caseNo: asked }));
          else if (isProblem(error, 'signature/wrong-password')) failAt('password', error.problem.detail);
          else setSentence(applyProblem(form, error));
        },
      },
    );
  };
  const required = { required: true, message: l(fieldProblems.required) };
  const shortest = EMERGENCY_REASON_CHARACTERS;
  return (
    <Form
      form={form}
      name="break-glass"
      layout="vertical"
      aria-label={t('formTitle')}
      requiredMark={false}
      disabled={open.isPending}
      initialValues={{ caseNo, reason: '', password: '' }}
      onFinish={send}
    >
      <Form.Item
        name="caseNo"
        label={t('caseNo')}
        extra={t('caseNoHint')}
        normalize={(typed: string) => typed.trim().toUpperCase()}
        validateTrigger="onSubmit"
        rules={[required, { pattern: CASE_NO, message: t('caseNoInvalid') }]}
      >
        <Input maxLength={10} autoComplete="off" className={styles.caseNo} />
      </Form.Item>
      <Form.Item name="reasonKind" label={t('reasonKind')} rules={[required]}>
        <Radio.Group
          options={Object.entries(emergencyReasons.labels).map(([value, name]) => ({ value, label: l(name) }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHint', { count: shortest })}
        validateTrigger="onSubmit"
        rules={[required, { min: shortest, whitespace: true, message: t('reasonShort', { count: shortest }) }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[required]}>
        <Input.Password autoComplete="current-password" maxLength={128} className={styles.password} />
      </Form.Item>
      {open.error !== null && sentence !== undefined && <ProblemAlert error={open.error} sentence={sentence} />}
      {isProblem(open.error, 'emergency-access/not-needed') && (
        <p>
          <Link to="/cases/$caseNo" params={{ caseNo: open.variables?.caseNo ?? caseNo }}>
            {t('openCase', { caseNo: open.variables?.caseNo ?? caseNo })}
          </Link>
        </p>
      )}
      <Button type="primary" danger htmlType="submit" loading={open.isPending} className={styles.submit}>
        {t('open')}
      </Button>
    </Form>
  );
}

/** What follows from opening a case in an emergency, said before it is done. */
export function Terms() {
  const t = useTexts();
  return (
    <ul className={styles.terms}>
      <li>{t('termTime', { minutes: EMERGENCY_ACCESS_MINUTES })}</li>
      <li>{t('termTold')}</li>
      <li>{t('termReviewed')}</li>
    </ul>
  );
}
