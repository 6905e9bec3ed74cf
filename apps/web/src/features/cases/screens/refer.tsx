import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Form } from 'antd';
import { Send } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Kbd, PageTitle, ProblemAlert } from '../../../components';
import { useLocale } from '../../../lib/i18n';
import { problemSentence } from '../field-problems';
import { useTexts } from '../locales';
import { DepartmentsPanel } from '../referral/departments-panel';
import { DiagnosisBlock } from '../referral/diagnosis-block';
import { ImagingBlock, PathologyBlock, QuestionsBlock } from '../referral/findings-blocks';
import { REFERRAL } from '../referral/form-name';
import { IdentityBlock } from '../referral/identity-block';
import { MissingList } from '../referral/missing-list';
import type { ReferralValues } from '../referral/referral-types';
import { StructuresBlock } from '../referral/structures-block';
import { TreatmentsBlock } from '../referral/treatments-block';
import { useReferral } from '../referral/use-referral';
import { WishesBlock } from '../referral/wishes-block';
import styles from '../referral/referral.module.css';

/** `/cases/new`: one page from who the patient is to who should discuss the case. */
export function ReferScreen() {
  const t = useTexts();
  const locale = useLocale();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<ReferralValues>();
  const referral = useReferral(form, (caseNo) => {
    void message.success(t('referred', { caseNo }));
    void navigate({ to: '/cases/$caseNo', params: { caseNo } });
  });
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!referral.isSending) referral.submit();
  };
  return (
    <>
      <PageTitle title={t('referTitle')} subtitle={t('referSubtitle')} />
      <Form
        form={form}
        name={REFERRAL}
        layout="vertical"
        autoComplete="off"
        initialValues={referral.initialValues}
        disabled={referral.isSending}
        className={styles.page}
        aria-label={t('referTitle')}
        onKeyDown={sendByKey}
      >
        <div className={styles.blocks}>
          {referral.isRestored && (
            <Alert
              type="info"
              showIcon
              title={t('restored')}
              action={
                <Button size="small" onClick={referral.startEmpty}>
                  {t('restoredDiscard')}
                </Button>
              }
            />
          )}
          <IdentityBlock />
          <DiagnosisBlock />
          <TreatmentsBlock />
          <ImagingBlock />
          <PathologyBlock />
          <QuestionsBlock />
          <StructuresBlock />
          <WishesBlock />
        </div>
        <aside className={styles.aside}>
          <div className={styles.asideScroll}>
            <DepartmentsPanel
              proposals={referral.proposals}
              chosen={referral.chosen}
              changes={referral.changes}
              onChange={referral.setChanges}
              disabled={referral.isSending}
              problems={referral.problems
                .filter((problem) => problem.path[0] === 'departments')
                .map((problem) => problemSentence(problem, locale))}
            />
          </div>
          <footer className={styles.send}>
            <ProblemAlert error={referral.error} />
            <MissingList problems={referral.problems} />
            <Button
              type="primary"
              block
              size="large"
              loading={referral.isSending}
              icon={<Send size={15} aria-hidden="true" />}
              onClick={referral.submit}
            >
              {referral.isSending ? t('submitting') : t('submitReferral')}{' '}
              <span>
                <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
              </span>
            </Button>
          </footer>
        </aside>
      </Form>
    </>
  );
}
