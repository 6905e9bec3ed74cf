import { agendaItemStates, sexes, type AgendaItem, type CaseView } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { ChevronLeft, ChevronRight, Timer } from 'lucide-react';
import { Kbd, RecurrenceBadge, RiskBadge, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import styles from './case.module.css';

/** Who is discussed, who presents, and the way to the neighbours on the agenda. */
export function CaseHead({
  item,
  discussed,
  onStep,
  hasPrevious,
  hasNext,
}: {
  item: AgendaItem;
  discussed: CaseView | undefined;
  onStep: (by: -1 | 1) => void;
  hasPrevious: boolean;
  hasNext: boolean;
}) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  const department = discussed?.owner.department ?? null;
  return (
    <header className={styles.head}>
      <div className={styles.identity}>
        <p className={styles.identityLine}>
          <strong className={styles.name}>{item.maskedName}</strong>
          <span>
            {label(sexes.labels[item.sex])} {t('age', { n: item.ageYears })}
          </span>
          <Link to={paths.case} params={{ caseNo: item.caseNo }} className={styles.caseNo}>
            {item.caseNo}
          </Link>
          <RiskBadge risk={item.risk} reasons={discussed?.riskReasons.map((reason) => label(reason.text))} />
          {discussed !== undefined && (
            <RecurrenceBadge
              presentation={discussed.clinical.presentation}
              recurrenceNumber={discussed.clinical.recurrenceNumber}
            />
          )}
          <StateTag labels={agendaItemStates.labels} state={item.state} />
        </p>
        <p className={styles.diagnosis}>
          {item.diagnosis === '' ? t('contentHidden') : item.diagnosis}
          {discussed !== undefined && (
            <span className={styles.presenter}>
              {t('presentedBy', { name: staff(discussed.owner.name) })}
              {department !== null && ` · ${label(department)}`}
            </span>
          )}
        </p>
      </div>
      <span className={styles.planned}>
        <Timer size={16} aria-hidden="true" />
        {t('plannedMinutes', { count: item.minutes })}
      </span>
      <div className={styles.steps}>
        <Button disabled={!hasPrevious} aria-label={t('previousItem')} onClick={() => onStep(-1)}>
          <ChevronLeft size={15} aria-hidden="true" />
          <Kbd>[</Kbd>
        </Button>
        <Button disabled={!hasNext} onClick={() => onStep(1)}>
          {t('nextItem')}
          <ChevronRight size={15} aria-hidden="true" />
          <Kbd>]</Kbd>
        </Button>
      </div>
    </header>
  );
}
