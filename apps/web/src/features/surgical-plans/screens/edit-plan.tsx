import type { PlanView } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useBlocker, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, App, Button, Form, Modal } from 'antd';
import { useRef } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { useLocale } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { paths } from '../../../lib/paths';
import { formatClock, formatNear } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { planQuery } from '../api';
import { ClashPanel } from '../clash-panel';
import { PlanBasics } from '../editor/plan-basics';
import { Preview } from '../editor/preview';
import { StageList } from '../editor/stage-list';
import { StaleComparison } from '../editor/stale-comparison';
import { usePlanEditor, useTyped, type PlanEditor } from '../editor/use-plan-editor';
import { useSaveKey } from '../editor/use-save-key';
import { usePlanText } from '../locales';
import { withNamesIn } from '../plan-names';
import { PlanHeader } from '../sheet/plan-header';
import styles from '../editor/editor.module.css';

/** Writing a surgical plan, with the relay it makes drawn beside it. */
export function EditPlanScreen() {
  const { id = '' } = useParams({ strict: false });
  const t = usePlanText();
  const plan = useQuery(planQuery(id));
  useLive([{ topic: 'plan', key: id }]);
  return (
    <>
      <PageTitle title={t('editTitle')} subtitle={plan.data?.caseNo} />
      {plan.isPending && <RowsSkeleton rows={10} rowHeight={45} />}
      {plan.isError && plan.data === undefined && (
        <ProblemAlert error={plan.error} title={t('planLoad')} onRetry={() => void plan.refetch()} />
      )}
      {plan.data !== undefined && <Editor key={id} plan={plan.data} />}
    </>
  );
}

function Editor({ plan }: { plan: PlanView }) {
  const t = usePlanText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const locale = useLocale();
  const { data: directory } = useDirectory();
  const editor = usePlanEditor(plan);
  const { form, base } = editor;
  const handedOver = useRef(false);
  const blocker = useBlocker({
    shouldBlockFn: () => !handedOver.current && editor.isDirty(),
    enableBeforeUnload: () => !handedOver.current && editor.isDirty(),
    withResolver: true,
  });

  const whenValid = async (act: () => Promise<unknown>) => {
    try {
      await form.validateFields();
    } catch {
      // The form says at each field what is missing.
      const first = form.getFieldsError().find((field) => field.errors.length > 0);
      // antd types names by the shape of the values; this one comes from the form itself.
      if (first !== undefined)
        form.scrollToField(first.name as Parameters<typeof form.scrollToField>[0], { focus: true });
      return;
    }
    await act();
  };
  const save = () => {
    if (editor.isDirty() && !editor.sending) void whenValid(editor.save);
  };
  const submit = () =>
    void whenValid(async () => {
      if (!(await editor.submit())) return;
      handedOver.current = true;
      void message.success(t('staged'));
      await navigate({ to: paths.plan, params: { id: plan.id } });
    });
  useSaveKey(save);

  if (!base.availableActions.includes('edit')) {
    return (
      <EmptyState
        text={t('notEditable')}
        action={
          <Link to={paths.plan} params={{ id: plan.id }}>
            <Button tabIndex={-1}>{t('openPlan')}</Button>
          </Link>
        }
      />
    );
  }
  return (
    <>
      <div className={styles.page}>
        <div className={styles.head}>
          <PlanHeader plan={withNamesIn(base, directory, locale)} />
        </div>
        <Notices plan={plan} editor={editor} />
        <div className={styles.form}>
          <Form
            form={form}
            initialValues={editor.initial}
            layout="vertical"
            disabled={editor.sending}
            scrollToFirstError
          >
            <PlanBasics />
            <StageList form={form} caseNo={plan.caseNo} />
          </Form>
        </div>
        <aside className={styles.aside} aria-label={t('preview')}>
          <Preview editor={editor} />
        </aside>
      </div>
      <SaveBar plan={plan} editor={editor} onSave={save} onSubmit={submit} />
      <Modal
        open={blocker.status === 'blocked'}
        title={t('leaveTitle')}
        okText={t('leaveGo')}
        okButtonProps={{ danger: true }}
        cancelText={t('leaveStay')}
        onOk={() => blocker.proceed?.()}
        onCancel={() => blocker.reset?.()}
      >
        {t('leaveText')}
      </Modal>
    </>
  );
}

/** What stands in the way of saving or submitting, and what somebody else did meanwhile. */
function Notices({ plan, editor }: { plan: PlanView; editor: PlanEditor }) {
  const t = usePlanText();
  const { base, theirs, refusal, clash } = editor;
  return (
    <div className={styles.notices}>
      {theirs !== null && <StaleComparison editor={editor} theirs={theirs} />}
      {theirs === null && plan.version > base.version && !editor.sending && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('newerNotice', { who: plan.updatedBy, at: formatNear(plan.updatedAt) })}
        />
      )}
      {clash !== null && (
        <ClashPanel
          problem={clash}
          actionText={(at) => t('alternativeFill', { at })}
          onChoose={(slot) => editor.startAt(slot.startsAt)}
        />
      )}
      {refusal?.sentence !== undefined && (
        <ProblemAlert
          error={refusal.error}
          sentence={refusal.sentence}
          title={refusal.act === 'save' ? t('saveFailed') : t('stageFailed')}
        />
      )}
    </div>
  );
}

interface SaveBarProps {
  plan: PlanView;
  editor: PlanEditor;
  onSave: () => void;
  onSubmit: () => void;
}

/** Whether all is saved, what saving will bring about, and the two ways on. */
function SaveBar({ plan, editor, onSave, onSubmit }: SaveBarProps) {
  const t = usePlanText();
  const { base, saved } = editor;
  const { content, dirty, toAskAgain } = useTyped(editor);
  const who = toAskAgain
    .map((code) => {
      const lead = base.stages.find((stage) => stage.code === code)?.leadName;
      return lead === undefined ? code : `${code} ${lead}`;
    })
    .join(t('listSeparator'));
  const consequence =
    base.state === 'DRAFT' || !dirty ? '' : toAskAgain.length > 0 ? t('askedAgain', { who }) : t('askedAgainNone');
  const asked = saved?.askedAgain ?? [];
  return (
    <div className={styles.saveBar} role="group" aria-label={t('saveBar')}>
      <p className={styles.saveText} role="status">
        {dirty ? (
          <strong>{t('unsaved')}</strong>
        ) : saved === null ? (
          t('unchanged')
        ) : (
          t('saved', { at: formatClock(saved.at) })
        )}
        {consequence !== '' && ` · ${consequence}`}
        {!dirty && asked.length > 0 && ` · ${t('wasAskedAgain', { who: asked.join(t('listSeparator')) })}`}
        {` · ${t('stagesCount', { count: content.stages.length })}`}
      </p>
      <div className={styles.buttons}>
        <Link to={paths.plan} params={{ id: plan.id }}>
          <Button tabIndex={-1}>{t('backToPlan')}</Button>
        </Link>
        <Button onClick={onSave} loading={editor.saving} disabled={!dirty || editor.sending}>
          {t('save')}
        </Button>
        {base.availableActions.includes('stage') && (
          <Button type="primary" onClick={onSubmit} loading={editor.sending}>
            {dirty ? t('saveAndStage') : t('stage')}
          </Button>
        )}
      </div>
    </div>
  );
}
