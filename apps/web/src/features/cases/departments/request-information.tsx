import type { CaseView } from '@consilium/contracts';
import { Button, Form, Input } from 'antd';
import { ProblemAlert } from '../../../components';
import { formatFormal } from '../../../lib/time';
import { useRequestInformation } from '../api';
import { CaseNow } from '../case/case-now';
import { ConflictPanel } from '../case/conflict-panel';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import { DueField } from '../record/due-field';
import { workingDaysAhead } from '../record/due-time';
import { useStepForm } from './use-step-form';
import styles from './departments.module.css';

interface RequestValues {
  missing: string;
  dueAt: string | null;
}

const OFFERED_DAYS = 2;
const END_OF_WORK_HOUR = 17;

/** TRIAGE → NEEDS_INFO: the owner is told what is missing and until when. */
export function RequestInformation({ view }: { view: CaseView }) {
  const t = useTexts();
  const change = useRequestInformation(view.caseNo);
  const step = useStepForm<RequestValues, Parameters<typeof change.mutate>[0]>({
    view,
    change,
    body: ({ missing, dueAt }, version) => ({ version, missing, dueAt: dueAt ?? '' }),
    done: t('requested'),
  });
  const { missing, dueAt } = Form.useWatch([], step.form) ?? { missing: '', dueAt: null };
  return (
    <Panel title={t('requestTitle')}>
      <p className={styles.note}>{t('requestNote')}</p>
      <Form
        form={step.form}
        name="request"
        layout="vertical"
        aria-label={t('requestTitle')}
        disabled={step.isSending}
        initialValues={{ missing: '', dueAt: workingDaysAhead(OFFERED_DAYS, END_OF_WORK_HOUR) }}
        onValuesChange={step.typed}
        onFinish={step.submit}
      >
        <Form.Item name="missing" label={t('requestMissing')} required>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            placeholder={t('requestMissingHint')}
          />
        </Form.Item>
        <Form.Item name="dueAt" label={t('requestDue')} required>
          <DueField />
        </Form.Item>
        {step.conflict !== null && (
          <ConflictPanel
            error={step.conflict}
            isSending={step.isSending}
            mine={`${missing}\n${dueAt === null ? t('dueEmpty') : formatFormal(dueAt)}`}
            theirs={<CaseNow view={view} />}
            onKeepMine={step.keepMine}
            onTakeTheirs={step.takeTheirs}
          />
        )}
        {step.problem !== null && <ProblemAlert {...step.problem} />}
        <Button htmlType="submit" loading={step.isSending} disabled={step.conflict !== null}>
          {t('request')}
        </Button>
      </Form>
    </Panel>
  );
}
