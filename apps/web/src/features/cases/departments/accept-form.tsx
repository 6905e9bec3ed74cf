import type { CaseView } from '@consilium/contracts';
import { Button, Checkbox, Form } from 'antd';
import { ProblemAlert } from '../../../components';
import { formatFormal } from '../../../lib/time';
import { useAccept } from '../api';
import { CaseNow } from '../case/case-now';
import { ConflictPanel } from '../case/conflict-panel';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import { DueField } from '../record/due-field';
import { workingDaysAhead } from '../record/due-time';
import { useStepForm } from './use-step-form';
import styles from './departments.module.css';

interface AcceptValues {
  opinionDueAt: string | null;
  blind: boolean;
}

const OFFERED_DAYS = 3;
const END_OF_WORK_HOUR = 17;

/** TRIAGE → PREPARING: each department taking part owes an opinion from now on. */
export function AcceptForm({ view }: { view: CaseView }) {
  const t = useTexts();
  const change = useAccept(view.caseNo);
  const step = useStepForm<AcceptValues, Parameters<typeof change.mutate>[0]>({
    view,
    change,
    body: ({ opinionDueAt, blind }, version) => ({ version, opinionDueAt: opinionDueAt ?? '', blind }),
    done: t('accepted'),
  });
  const { opinionDueAt, blind } = Form.useWatch([], step.form) ?? { opinionDueAt: null, blind: false };
  return (
    <Panel title={t('acceptTitle')}>
      <p className={styles.note}>{t('acceptNote')}</p>
      <Form
        form={step.form}
        name="accept"
        layout="vertical"
        aria-label={t('acceptTitle')}
        disabled={step.isSending}
        initialValues={{ opinionDueAt: workingDaysAhead(OFFERED_DAYS, END_OF_WORK_HOUR), blind: false }}
        onValuesChange={step.typed}
        onFinish={step.submit}
      >
        <Form.Item name="opinionDueAt" label={t('acceptDue')} required>
          <DueField />
        </Form.Item>
        <Form.Item name="blind" valuePropName="checked">
          <Checkbox>{t('acceptBlind')}</Checkbox>
        </Form.Item>
        {step.conflict !== null && (
          <ConflictPanel
            error={step.conflict}
            isSending={step.isSending}
            mine={`${t('acceptTitle')} · ${opinionDueAt === null ? t('dueEmpty') : formatFormal(opinionDueAt)} · ${t(blind ? 'blindOn' : 'blindOff')}`}
            theirs={<CaseNow view={view} />}
            onKeepMine={step.keepMine}
            onTakeTheirs={step.takeTheirs}
          />
        )}
        {step.problem !== null && <ProblemAlert {...step.problem} />}
        <Button type="primary" htmlType="submit" loading={step.isSending} disabled={step.conflict !== null}>
          {t('accept')}
        </Button>
      </Form>
    </Panel>
  );
}
