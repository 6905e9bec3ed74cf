import { stageConfirmations, type PlanView } from '@consilium/contracts';
import { StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatDay } from '../../../lib/time';
import { usePlanText } from '../locales';
import { clockRange } from '../relay/stage-times';
import styles from './sheet.module.css';

const DAY_MS = 86_400_000;

/** The element id of a stage's row, so that a bar of the timeline can lead there. */
export const rowIdOf = (code: string) => `stage-${code}`;

/** All stages with everything written of them: the same as the timeline, for reading aloud, for searching and for paper. */
export function StageTable({ plan, selected }: { plan: PlanView; selected: string | null }) {
  const t = usePlanText();
  const label = useLabel();
  const time = ({ dayOffset, startsAfterMinutes, minutes }: PlanView['stages'][number]) => {
    if (dayOffset === 0) return clockRange(plan.startsAt, startsAfterMinutes, minutes);
    const day = plan.startsAt === null ? '' : ` ${formatDay(new Date(Date.parse(plan.startsAt) + dayOffset * DAY_MS))}`;
    return `D${dayOffset}${day}`;
  };
  if (plan.stages.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={t('table')}>
      <h3 className={styles.panelHead}>
        <span>{t('table')}</span>
        <span className={styles.muted}>{t('stagesCount', { count: plan.stages.length })}</span>
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than a small screen: what scrolls must be reachable by keyboard */}
      <div className={styles.tableScroller} role="group" aria-label={t('table')} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('tableCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              <th scope="col">{t('department')}</th>
              <th scope="col">{t('time')}</th>
              <th scope="col">{t('goal')}</th>
              <th scope="col">{t('structures')}</th>
              <th scope="col">{t('entry')}</th>
              <th scope="col">{t('handover')}</th>
              <th scope="col">{t('contingency')}</th>
              <th scope="col" className={styles.number}>
                {t('minutes')}
              </th>
              <th scope="col" className={styles.number}>
                {t('bloodShort')}
              </th>
              <th scope="col">{t('after')}</th>
              <th scope="col">{t('confirmation')}</th>
              <th scope="col" className={styles.onPaper}>
                {t('signature')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.stages.map((stage) => (
              <tr
                key={stage.id}
                id={rowIdOf(stage.code)}
                tabIndex={-1}
                className={stage.code === selected ? styles.selectedRow : undefined}
                aria-current={stage.code === selected ? 'true' : undefined}
              >
                <th scope="row">{stage.code}</th>
                <td>
                  <strong>{label(stage.department)}</strong>
                  <span className={styles.below}>{stage.leadName}</span>
                </td>
                <td className={styles.noWrap}>{time(stage)}</td>
                <td>{stage.goal}</td>
                <td>{stage.structuresAtRisk.join(t('listSeparator')) || '–'}</td>
                <td>{stage.entryCondition || '–'}</td>
                <td>{stage.handoverCondition}</td>
                <td className={styles.clinical}>{stage.contingency}</td>
                <td className={styles.number}>{t('minutesOf', { n: stage.minutes })}</td>
                <td className={styles.number}>{t('unitsOf', { n: stage.bloodUnits })}</td>
                <td>{stage.after.length === 0 ? t('afterNone') : stage.after.join(' ')}</td>
                <td>
                  {plan.state === 'DRAFT' && stage.confirmation === 'WAITING' ? (
                    t('notAsked')
                  ) : (
                    <StateTag labels={stageConfirmations.labels} state={stage.confirmation} />
                  )}
                </td>
                <td className={styles.onPaper}>&nbsp;</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
