import { consultStates, consultUrgencies, sexes, type ConsultListItem } from '@consilium/contracts';
import { Button } from 'antd';
import { Siren } from 'lucide-react';
import { ProblemAlert, StateTag } from '../../components';
import { labelOf, useLabel } from '../../lib/i18n';
import { useConsultAct } from './api';
import { ConsultClock } from './consult-clock';
import styles from './consults.module.css';
import { useTexts } from './locales';

/** Acts that need nothing typed: one tap, also on a phone on the way. */
export function QuickAct({ item, verb }: { item: ConsultListItem; verb: 'accept' | 'arrive' }) {
  const t = useTexts();
  const act = useConsultAct(verb);
  return (
    <>
      <Button
        type="primary"
        className={styles.tap}
        loading={act.isPending}
        onClick={() => act.mutate({ id: item.id, body: { version: item.version } })}
      >
        {t(`do_${verb}`)}
      </Button>
      <ProblemAlert error={act.error} title={t('actFailed')} />
    </>
  );
}

/** One request in a list: how urgent, of whom, to whom, what for, and the clock. */
export function ConsultRow({ item, now, onOpen }: { item: ConsultListItem; now: Date; onOpen: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const { requester, consultant, patient } = item;
  const quick = (['accept', 'arrive'] as const).find((verb) => item.availableActions.includes(verb));
  return (
    <li className={styles.row} data-urgent={(item.urgency === 'URGENT' && item.metAt === null) || undefined}>
      <button
        type="button"
        className={styles.face}
        aria-label={t('open', { caseNo: item.caseNo })}
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <span className={styles.line}>
          <strong className={styles.kind} data-urgent={item.urgency === 'URGENT' || undefined}>
            {item.urgency === 'URGENT' && <Siren size={14} aria-hidden="true" />}
            {l(consultUrgencies.labels[item.urgency])}
          </strong>
          <span className={styles.number}>{item.caseNo}</span>
          <span>
            {t('patient', { name: patient.maskedName, sex: labelOf(sexes.labels, patient.sex), age: patient.ageYears })}
          </span>
          <StateTag
            labels={consultStates.labels}
            state={item.state}
            tone={
              {
                SENT: 'due',
                ACCEPTED: 'progress',
                ARRIVED: 'progress',
                ANSWERED: 'scheduled',
                CLOSED: 'ok',
                DECLINED: 'overdue',
                CANCELLED: 'stale',
              }[item.state] as 'due'
            }
          />
        </span>
        <span className={styles.purpose}>{item.purpose}</span>
        <span className={styles.quiet}>
          {[
            t('toDepartment', { department: l(item.department.name) }),
            consultant === null ? undefined : t(item.state === 'SENT' ? 'named' : 'taken', { name: consultant.name }),
            requester.department === null
              ? t('from', { name: requester.name })
              : t('fromOf', { name: requester.name, department: l(requester.department) }),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </button>
      <div className={styles.acts}>
        <ConsultClock item={item} now={now} />
        {quick !== undefined && <QuickAct key={quick} item={item} verb={quick} />}
      </div>
    </li>
  );
}
