import {
  deviationReasons,
  fieldProblems,
  recommendationStates,
  type DeviationReason,
  type RecommendationState,
  type RecommendationView,
} from '@consilium/contracts';
import { Form, Input, Radio } from 'antd';
import { FormDialog } from '../../components/form-dialog';
import { useLabel } from '../../lib/i18n';
import { useReport } from './api';
import { useTexts } from './locales';

interface Values {
  state: RecommendationState;
  reason: DeviationReason | null;
  note: string;
}

/** Outcomes that went otherwise than recommended, and so say why. */
const DEVIATES: readonly RecommendationState[] = ['PARTLY', 'CHANGED', 'NOT_DONE'];

interface ReportDialogProps {
  recommendation: RecommendationView;
  onClose: () => void;
}

/** Tells how a recommendation went, with why where it went otherwise. */
export function ReportDialog({ recommendation, onClose }: ReportDialogProps) {
  const t = useTexts();
  const l = useLabel();
  const report = useReport(recommendation.caseNo);
  const required = { required: true, message: l(fieldProblems.required) };
  const initial: Partial<Values> = { note: '' };
  return (
    <FormDialog<Values>
      title={t('reportTitle')}
      name="recommendation-report"
      initialValues={initial as Values}
      okText={t('submit')}
      submit={({ state, reason, note }) =>
        report.mutateAsync({
          id: recommendation.id,
          body: { version: recommendation.version, state, note, reason: DEVIATES.includes(state) ? reason : null },
        })
      }
      renewed={['case', recommendation.caseNo]}
      onClose={onClose}
    >
      <p>{recommendation.text}</p>
      <Form.Item name="state" label={t('state')} rules={[required]}>
        <Radio.Group
          options={recommendation.nextStates.map((state) => ({
            value: state,
            label: l(recommendationStates.labels[state]),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['state']}>
        {({ getFieldValue }) =>
          DEVIATES.includes(getFieldValue('state') as RecommendationState) ? (
            <Form.Item name="reason" label={t('reason')} rules={[required]}>
              <Radio.Group
                options={Object.entries(deviationReasons.labels).map(([value, name]) => ({ value, label: l(name) }))}
              />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
