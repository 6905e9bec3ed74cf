import { stageConfirmations, type PlanView } from '@consilium/contracts';
import { Activity, Droplets, Syringe } from 'lucide-react';
import type { ReactNode } from 'react';
import { StateTag } from '../../../components';
import { formatDense, formatNear } from '../../../lib/time';
import { useLabel } from '../../../lib/i18n';
import { usePlanText } from '../locales';
import { stagesBeforeTheDay } from '../relay-stage';
import styles from './sheet.module.css';

const DAY_MS = 86_400_000;
/** One unit of red cells is made of 200 ml whole blood. */
const WHOLE_BLOOD_ML_PER_UNIT = 200;

/** What must be done or ready before the patient leaves the ward: stages of earlier days, anaesthesia, blood, and the confirmations. */
export function Gates({ plan }: { plan: PlanView }) {
  const t = usePlanText();
  const label = useLabel();
  const gates = stagesBeforeTheDay(plan.stages);
  return (
    <div className={styles.gates}>
      {gates.length > 0 && (
        <ul className={styles.gateList} aria-label={t('gates')}>
          {gates.map((stage) => (
            <li key={stage.code} className={`${styles.tile} ${styles.gate}`}>
              <TileHead
                icon={<Syringe size={15} aria-hidden="true" />}
                title={`${stage.code} ${label(stage.department)}`}
              >
                {plan.state === 'DRAFT' && stage.confirmation === 'WAITING' ? null : (
                  <StateTag labels={stageConfirmations.labels} state={stage.confirmation} />
                )}
              </TileHead>
              <p>{stage.goal}</p>
              <p className={styles.muted}>
                D{stage.dayOffset}
                {plan.startsAt !== null &&
                  ` ${formatDense(new Date(Date.parse(plan.startsAt) + stage.dayOffset * DAY_MS))}`}{' '}
                · {stage.leadName} · {t('minutesOf', { n: stage.minutes })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <section className={styles.tile} aria-label={t('anaesthesia')}>
        <TileHead icon={<Activity size={15} aria-hidden="true" />} title={t('anaesthesia')} />
        <p className={styles.twoLines}>{plan.anaesthesia === '' ? t('noAnaesthesia') : plan.anaesthesia}</p>
        <p className={styles.muted}>{plan.position === '' ? t('noPosition') : plan.position}</p>
      </section>
      <section className={styles.tile} aria-label={t('blood')}>
        <TileHead icon={<Droplets size={15} aria-hidden="true" />} title={t('blood')} />
        <p>{t('bloodUnits', { n: plan.bloodUnits })}</p>
        <p className={styles.muted}>{t('bloodVolume', { ml: plan.bloodUnits * WHOLE_BLOOD_ML_PER_UNIT })}</p>
      </section>
      <Summary plan={plan} />
    </div>
  );
}

function TileHead({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <h3 className={styles.tileHead}>
      {icon}
      <span>{title}</span>
      {children}
    </h3>
  );
}

function Summary({ plan }: { plan: PlanView }) {
  const t = usePlanText();
  const label = useLabel();
  const confirmed = plan.stages.filter((stage) => stage.confirmation === 'CONFIRMED').length;
  const declined = plan.stages.filter((stage) => stage.confirmation === 'DECLINED');
  const due = plan.stages
    .flatMap((stage) => (stage.confirmation === 'WAITING' && stage.confirmDueAt !== null ? stage.confirmDueAt : []))
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const text =
    declined.length > 0
      ? t('summaryDeclined', {
          names: declined.map((stage) => `${stage.code} ${label(stage.department)}`).join(t('listSeparator')),
        })
      : { DRAFT: t('summaryDraft'), STAGED: t('summaryStaged'), CONFIRMED: t('summaryConfirmed') }[plan.state];
  return (
    <section className={`${styles.tile} ${styles.summary}`} aria-label={t('summary')}>
      <p className={styles.figure}>
        <strong>{confirmed}</strong> {t('confirmedOf', { of: plan.stages.length })}
      </p>
      <p>{text}</p>
      {plan.state === 'STAGED' && due !== undefined && <p>{t('summaryNext', { at: formatNear(due) })}</p>}
    </section>
  );
}
