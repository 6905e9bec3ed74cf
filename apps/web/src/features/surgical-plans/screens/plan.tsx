import type { PlanView, Slot } from '@consilium/contracts';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Pencil, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ConfirmButton, PageTitle, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { ApiProblem, isProblem } from '../../../lib/api';
import { sentenceOf } from '../../../lib/form-problems';
import { label, useLabel, useLocale } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { useMe } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { useShortcuts } from '../../../lib/shortcuts';
import { formatFormal, useNow } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { planQuery, useSavePlan, useStagePlan } from '../api';
import { ClashPanel } from '../clash-panel';
import { usePlanText } from '../locales';
import { planContentOf } from '../plan-form';
import { withNamesIn } from '../plan-names';
import { drawnStages, taggedStructures } from '../relay/drawn-stage';
import { RelayTimeline } from '../relay/relay-timeline';
import { Gates } from '../sheet/gates';
import { ContingenciesPanel, StructuresPanel } from '../sheet/panels';
import { PlanHeader } from '../sheet/plan-header';
import { SignOff } from '../sheet/sign-off';
import { rowIdOf, StageTable } from '../sheet/stage-table';
import styles from '../sheet/sheet.module.css';

/** One surgical plan: the relay of the departments, its conditions and contingencies, and who has confirmed what. */
export function PlanScreen() {
  const { id = '' } = useParams({ strict: false });
  const t = usePlanText();
  const plan = useQuery(planQuery(id));
  useLive([{ topic: 'plan', key: id }]);
  return (
    <>
      <PageTitle title={t('plan')} subtitle={plan.data === undefined ? undefined : plan.data.caseNo} />
      {plan.isPending && <RowsSkeleton rows={10} rowHeight={45} />}
      {plan.isError && (
        <div className={styles.sheet}>
          <ProblemAlert error={plan.error} title={t('planLoad')} onRetry={() => void plan.refetch()} />
        </div>
      )}
      {plan.data !== undefined && <PlanSheet plan={plan.data} />}
    </>
  );
}

function PlanSheet({ plan: kept }: { plan: PlanView }) {
  const t = usePlanText();
  const label = useLabel();
  const locale = useLocale();
  const { data: directory } = useDirectory();
  const plan = useMemo(() => withNamesIn(kept, directory, locale), [kept, directory, locale]);
  const submission = useSubmission(kept);
  const [selected, setSelected] = useState<string | null>(null);
  const stages = useMemo(() => drawnStages(plan, directory, label), [plan, directory, label]);
  const structures = useMemo(() => taggedStructures(stages), [stages]);

  const goToRow = (code: string) => {
    const row = document.getElementById(rowIdOf(code));
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus({ preventScroll: true });
  };
  const select = (code: string) => {
    setSelected(code);
    goToRow(code);
  };
  useShortcuts({
    KeyL: () => {
      const first = selected ?? plan.stages[0]?.code;
      if (first !== undefined) goToRow(first);
    },
  });
  return (
    <>
      <div className={styles.sheet}>
        <PaperHead plan={plan} />
        <PlanHeader plan={plan} actions={<PlanActions plan={kept} submission={submission} />} />
        <SubmissionProblems plan={kept} submission={submission} />
        <Gates plan={plan} />
        <RelayTimeline
          stages={stages}
          startsAt={plan.startsAt}
          operationMinutes={plan.operationMinutes}
          selected={selected}
          onSelect={select}
        />
        <div className={styles.panels}>
          <StructuresPanel structures={structures} />
          <ContingenciesPanel stages={plan.stages} />
          <SignOff plan={plan} />
        </div>
        <StageTable plan={plan} selected={selected} />
      </div>
      <div className={styles.screenOnly}>
        <StatusBar
          legend={<Link to={paths.plans}>{t('backToPlans')}</Link>}
          keys={[
            { keys: ['←', '→'], text: t('keySelect') },
            { keys: ['L'], text: t('keyTable') },
            { keys: ['Ctrl', 'P'], text: t('keyPrint') },
          ]}
        />
      </div>
    </>
  );
}

/** A refusal with the reasons of its fields, which this screen has no form for: which stage, and who may not lead it. */
function wholeSentence(error: Error): string {
  const reasons = error instanceof ApiProblem ? (error.problem.errors ?? []).map(({ message }) => message) : [];
  return [sentenceOf(error), ...reasons].join(' ');
}

/** Handing the plan to the stage leads, and what stands in the way of it. */
function useSubmission(plan: PlanView) {
  const t = usePlanText();
  const { message } = App.useApp();
  const save = useSavePlan(plan.id);
  const stage = useStagePlan(plan.id);
  const submit = async (version: number) => {
    await stage.mutateAsync({ version });
    void message.success(t('staged'));
  };
  return {
    save,
    stage,
    submit: () => submit(plan.version),
    /** Moves the operation to a free time and submits it there. */
    moveTo: async (slot: Slot) => {
      const saved = await save.mutateAsync({ ...planContentOf(plan), startsAt: slot.startsAt, version: plan.version });
      await submit(saved.version);
    },
  };
}

type Submission = ReturnType<typeof useSubmission>;

/** Printing, editing and handing to the stage leads; the last two only where the API offers them. */
function PlanActions({ plan, submission }: { plan: PlanView; submission: Submission }) {
  const t = usePlanText();
  return (
    <>
      <Button icon={<Printer size={14} aria-hidden="true" />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      {plan.availableActions.includes('edit') && (
        <Link to={paths.editPlan} params={{ id: plan.id }}>
          <Button icon={<Pencil size={14} aria-hidden="true" />} tabIndex={-1}>
            {t('edit')}
          </Button>
        </Link>
      )}
      {plan.availableActions.includes('stage') && (
        <ConfirmButton
          type="primary"
          question={t('stageQuestion')}
          detail={t('stageDetail')}
          confirmText={t('stage')}
          onConfirm={submission.submit}
        >
          {t('stage')}
        </ConfirmButton>
      )}
    </>
  );
}

function SubmissionProblems({ plan, submission }: { plan: PlanView; submission: Submission }) {
  const t = usePlanText();
  const { save, stage, moveTo } = submission;
  const clash = isProblem(stage.error, 'booking/clash') ? stage.error.problem : undefined;
  return (
    <>
      {clash !== undefined && (
        <ClashPanel
          problem={clash}
          busy={save.isPending || stage.isPending}
          actionText={(at) => t('alternativeUse', { at })}
          onChoose={
            plan.availableActions.includes('edit')
              ? (slot) => {
                  // A refusal of either step is shown by its own mutation here.
                  moveTo(slot).catch(() => undefined);
                }
              : undefined
          }
        />
      )}
      {stage.isError && clash === undefined && (
        <ProblemAlert error={stage.error} title={t('stageFailed')} sentence={wholeSentence(stage.error)} />
      )}
      {save.isError && <ProblemAlert error={save.error} title={t('saveFailed')} />}
    </>
  );
}

/** On paper only: who printed when, and what the sheet is worth. */
function PaperHead({ plan }: { plan: PlanView }) {
  const t = usePlanText();
  const locale = useLocale();
  const me = useMe();
  const now = useNow(60_000);
  return (
    <div className={`${styles.onPaper} ${styles.paperHead}`} aria-hidden="true">
      <span>
        {label(me.hospital.name, locale)} · {t('plan')} · {plan.caseNo} · {t('versionIs', { number: plan.number })}
      </span>
      {plan.state !== 'CONFIRMED' && <span className={styles.paperWarning}>{t('printedUnconfirmed')}</span>}
      <span>
        {t('printedAt', { name: locale === 'en-US' ? me.nameEn : me.name, at: formatFormal(now, locale) })} ·{' '}
        {t('printedNotice')}
      </span>
    </div>
  );
}
