import type { PlanView, StageView } from '@consilium/contracts';
import { App, Button } from 'antd';
import { CircleAlert, CircleCheck, CircleDashed, PenLine, Timer } from 'lucide-react';
import { useState } from 'react';
import { ConfirmButton, ProblemAlert, SlaChip } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatDense, formatFormal } from '../../../lib/time';
import { useConfirmStage } from '../api';
import { usePlanText } from '../locales';
import { DeclineStage } from './decline-stage';
import { Panel } from './panels';
import styles from './sheet.module.css';

/** Who has confirmed which stage, until when the others are asked, and the two answers for whoever is asked. */
export function SignOff({ plan }: { plan: PlanView }) {
  const t = usePlanText();
  const { message } = App.useApp();
  const confirm = useConfirmStage(plan.id);
  const [declining, setDeclining] = useState<StageView | null>(null);
  const confirmed = plan.stages.filter((stage) => stage.confirmation === 'CONFIRMED').length;

  const confirmStage = async (stage: StageView) => {
    await confirm.mutateAsync({ stageId: stage.id, body: { version: plan.version } });
    void message.success(t('confirmDone', { code: stage.code }));
  };
  return (
    <Panel
      icon={<PenLine size={15} aria-hidden="true" />}
      title={t('signOff')}
      detail={t('signOffOf', { n: confirmed, of: plan.stages.length, number: plan.number })}
    >
      {confirm.isError && (
        <div className={styles.panelAlert}>
          <ProblemAlert error={confirm.error} title={t('confirmFailed')} />
        </div>
      )}
      {plan.stages.length === 0 ? (
        <p className={styles.nothing}>{t('signOffNone')}</p>
      ) : (
        <ul className={styles.lines}>
          {[...plan.stages]
            .sort((a, b) => urgency(a) - urgency(b))
            .map((stage) => (
              <li key={stage.id} className={styles.signLine}>
                <StageSign stage={stage} asked={plan.state !== 'DRAFT'} />
                {stage.availableActions.length > 0 && (
                  <span className={styles.signActs}>
                    {stage.availableActions.includes('confirm') && (
                      <ConfirmButton
                        type="primary"
                        size="small"
                        aria-label={t('confirmNamed', { code: stage.code })}
                        question={t('confirmQuestion', { code: stage.code, goal: stage.goal })}
                        detail={t('confirmDetail')}
                        confirmText={t('confirm')}
                        onConfirm={() => confirmStage(stage)}
                      >
                        {t('confirm')}
                      </ConfirmButton>
                    )}
                    {stage.availableActions.includes('decline') && (
                      <Button
                        size="small"
                        aria-label={t('declineNamed', { code: stage.code })}
                        onClick={() => setDeclining(stage)}
                      >
                        {t('decline')}
                      </Button>
                    )}
                  </span>
                )}
              </li>
            ))}
        </ul>
      )}
      <DeclineStage plan={plan} stage={declining} onClose={() => setDeclining(null)} />
    </Panel>
  );
}

/** What this person is asked comes first, then what holds up the plan; within that, the order of the stages. */
function urgency(stage: StageView): number {
  if (stage.availableActions.length > 0) return 0;
  return { DECLINED: 1, WAITING: 2, CONFIRMED: 3 }[stage.confirmation];
}

const looks = {
  CONFIRMED: { icon: CircleCheck, className: styles.isConfirmed },
  WAITING: { icon: Timer, className: styles.isWaiting },
  DECLINED: { icon: CircleAlert, className: styles.isDeclined },
  NOT_ASKED: { icon: CircleDashed, className: styles.muted },
};

function StageSign({ stage, asked }: { stage: StageView; asked: boolean }) {
  const t = usePlanText();
  const label = useLabel();
  const { icon: Icon, className } =
    looks[!asked && stage.confirmation === 'WAITING' ? 'NOT_ASKED' : stage.confirmation];
  return (
    <>
      <Icon size={15} className={className} aria-hidden="true" />
      <span className={styles.signWho}>
        <span>
          <b>{stage.code}</b> {label(stage.department)} <span className={styles.muted}>{stage.leadName}</span>
        </span>
        {stage.confirmation === 'DECLINED' && stage.declineReason !== null && (
          <span className={styles.declineReason}>{t('reason', { reason: stage.declineReason })}</span>
        )}
      </span>
      <span className={styles.signWhen}>
        {stage.confirmation === 'CONFIRMED' && (
          <span
            className={styles.isConfirmed}
            title={stage.confirmedAt === null ? undefined : formatFormal(stage.confirmedAt)}
          >
            {t('laneConfirmed')}
            {stage.confirmedAt !== null && ` ${formatDense(stage.confirmedAt)}`}
          </span>
        )}
        {stage.confirmation === 'DECLINED' && <span className={styles.isDeclined}>{t('laneDeclined')}</span>}
        {stage.confirmation === 'WAITING' && asked && (
          <>
            <span className={styles.isWaiting}>{t('laneWaiting')}</span>
            {stage.confirmDueAt !== null && <SlaChip dueAt={stage.confirmDueAt} />}
          </>
        )}
        {stage.confirmation === 'WAITING' && !asked && <span className={styles.muted}>{t('notAsked')}</span>}
      </span>
    </>
  );
}
