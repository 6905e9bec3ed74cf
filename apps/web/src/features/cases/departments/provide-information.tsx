import type { CaseView, caseEndpoints, RequestOf } from '@consilium/contracts';
import { Button, Form, Input } from 'antd';
import { ProblemAlert } from '../../../components';
import { useProvideInformation } from '../api';
import { CaseNow } from '../case/case-now';
import { ConflictPanel } from '../case/conflict-panel';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import { ImagingRows } from '../record/imaging-rows';
import { filledLines } from '../../../components/lines-field';
import { PathologyRows } from '../record/pathology-rows';
import { useStepForm } from './use-step-form';
import styles from './departments.module.css';

type ProvideBody = RequestOf<typeof caseEndpoints.provideInformation>['body'];
type ProvideValues = Required<Pick<ProvideBody, 'imaging' | 'pathology' | 'note'>>;

const FORM = 'provide';

/** NEEDS_INFO → TRIAGE: the owner adds what was asked for, or says why it cannot be had. */
export function ProvideInformation({ view }: { view: CaseView }) {
  const t = useTexts();
  const change = useProvideInformation(view.caseNo);
  const step = useStepForm<ProvideValues, ProvideBody>({
    view,
    change,
    body: ({ imaging, pathology, note }, version) => ({
      version,
      note,
      imaging,
      pathology: pathology.map((one) => ({ ...one, markers: filledLines(one.markers) })),
    }),
    done: t('provided'),
  });
  const values = Form.useWatch([], step.form);
  return (
    <Panel title={t('provideTitle')}>
      {view.missingInformation !== null && (
        <p className={styles.asked}>
          <b>{t('provideAsked')}</b> {view.missingInformation}
        </p>
      )}
      <Form
        form={step.form}
        name={FORM}
        layout="vertical"
        aria-label={t('provideTitle')}
        disabled={step.isSending}
        initialValues={{ imaging: [], pathology: [], note: '' }}
        onValuesChange={step.typed}
        onFinish={step.submit}
      >
        <h4 className={styles.part}>{t('imagingTitle')}</h4>
        <ImagingRows name={['imaging']} formName={FORM} />
        <h4 className={styles.part}>{t('pathologyTitle')}</h4>
        <PathologyRows name={['pathology']} formName={FORM} />
        <Form.Item name="note" label={t('provideNote')} required className={styles.part}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} placeholder={t('provideNoteHint')} />
        </Form.Item>
        {step.conflict !== null && (
          <ConflictPanel
            error={step.conflict}
            isSending={step.isSending}
            mine={[
              values?.note ?? '',
              t('imagingAdded', { count: values?.imaging?.length ?? 0 }),
              t('pathologyAdded', { count: values?.pathology?.length ?? 0 }),
            ].join('\n')}
            theirs={<CaseNow view={view} />}
            onKeepMine={step.keepMine}
            onTakeTheirs={step.takeTheirs}
          />
        )}
        {step.problem !== null && <ProblemAlert {...step.problem} />}
        <Button type="primary" htmlType="submit" loading={step.isSending} disabled={step.conflict !== null}>
          {t('provide')}
        </Button>
      </Form>
    </Panel>
  );
}
