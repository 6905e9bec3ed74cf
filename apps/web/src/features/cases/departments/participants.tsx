import { participationStates, requirements, type CaseView, type Participation } from '@consilium/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Dot, dotLook, SlaChip, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useNow } from '../../../lib/time';
import { isOwed, useParticipants } from '../case/departments-panel';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import { CorrectDepartments } from './correct-departments';
import { WaiveDialog } from './waive-dialog';
import styles from './departments.module.css';

interface Waiving {
  departmentId: string;
  name: string;
}

/** The departments taking part, with why, how far, and what may be done about each. */
export function Participants({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const now = useNow();
  const participants = useParticipants(view);
  const [isCorrecting, setCorrecting] = useState(false);
  const [waiving, setWaiving] = useState<Waiving | null>(null);
  const mayCorrect = view.availableActions.includes('change-departments');
  const mayWaive = (one: Participation) => view.availableActions.includes('waive-opinion') && isOwed(one);
  if (isCorrecting && mayCorrect) return <CorrectDepartments view={view} onClose={() => setCorrecting(false)} />;
  return (
    <Panel
      title={t('participants')}
      extra={
        mayCorrect ? (
          <Button size="small" onClick={() => setCorrecting(true)}>
            {t('correct')}
          </Button>
        ) : undefined
      }
    >
      {participants.length === 0 && <p className={styles.quiet}>{t('participantsNone')}</p>}
      <ul className={styles.participants} aria-label={t('participants')}>
        {participants.map(({ participation, department }) => {
          const name = department === undefined ? '–' : l(department.name);
          return (
            <li key={participation.departmentId}>
              <Dot look={dotLook(participation, now)} text={department?.label ?? ''} />
              <div className={styles.who}>
                <b>{name}</b> <span className={styles.quiet}>{l(requirements.labels[participation.requirement])}</span>
                <ul className={styles.reasons} aria-label={t('participantReasons')}>
                  {participation.reasons.map((reason) => (
                    <li key={`${reason.rule} ${reason.text.zh}`}>{l(reason.text)}</li>
                  ))}
                  {participation.waiveReason !== null && (
                    <li>{t('waivedBecause', { reason: participation.waiveReason })}</li>
                  )}
                </ul>
              </div>
              <div className={styles.state}>
                <StateTag labels={participationStates.labels} state={participation.state} />
                {isOwed(participation) && participation.dueAt !== null && (
                  <SlaChip dueAt={participation.dueAt} now={now} />
                )}
                {mayWaive(participation) && (
                  <Button
                    size="small"
                    aria-label={t('waiveOf', { name })}
                    onClick={() => setWaiving({ departmentId: participation.departmentId, name })}
                  >
                    {t('waive')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {waiving !== null && <WaiveDialog view={view} {...waiving} onClose={() => setWaiving(null)} />}
    </Panel>
  );
}
