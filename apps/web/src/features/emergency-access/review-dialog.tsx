import {
  emergencyReasons,
  emergencyVerdicts,
  fieldProblems,
  type EmergencyAccess,
  type EmergencyVerdict,
} from '@consilium/contracts';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../components';
import { ModalDialog } from '../../components/modal-dialog';
import { applyProblem } from '../../lib/form-problems';
import { useLabel } from '../../lib/i18n';
import { useReviewEmergency } from './api';
import styles from './emergency-access.module.css';
import { useTexts } from './locales';

interface Values {
  verdict: EmergencyVerdict;
  note: string;
}

/** The auditor finds, once, whether an emergency access was justified. */
export function ReviewDialog({ access, onClose }: { access: EmergencyAccess; onClose: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const [form] = Form.useForm<Values>();
  const [sentence, setSentence] = useState<string>();
  const review = useReviewEmergency();
  const { person, caseNo, reasonKind, reason } = access;
  const required = { required: true, message: l(fieldProblems.required) };
  return (
    <ModalDialog title={t('reviewTitle')} onClose={onClose}>
      <Form
        form={form}
        name="emergency-review"
        layout="vertical"
        className={styles.dialog}
        requiredMark={false}
        disabled={review.isPending}
        onFinish={(body) => {
          setSentence(undefined);
          review.mutate(
            { id: access.id, body },
            { onSuccess: onClose, onError: (error) => setSentence(applyProblem(form, error)) },
          );
        }}
      >
        <p>
          <strong>{t('reviewOf', { name: person.name, caseNo, kind: l(emergencyReasons.labels[reasonKind]) })}</strong>
        </p>
        <p className={styles.why}>{reason}</p>
        <Form.Item name="verdict" label={t('verdict')} rules={[required]}>
          <Radio.Group
            options={Object.entries(emergencyVerdicts.labels).map(([value, name]) => ({ value, label: l(name) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('note')} extra={t('reviewOnce')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
        {review.error !== null && sentence !== undefined && <ProblemAlert error={review.error} sentence={sentence} />}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={review.isPending}>
            {t('submitReview')}
          </Button>
        </div>
      </Form>
    </ModalDialog>
  );
}
