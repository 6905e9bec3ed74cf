import { participationStates, type CaseView, type Participation } from '@consilium/contracts';
import { Dot, dotLook, SlaChip, StanceTag, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useNow } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import { Panel } from './panel';
import styles from './side-panels.module.css';

/** Participations in the centre's order of departments, each with the department. */
export function useParticipants(view: CaseView) {
  const { data } = useDirectory();
  return view.round.participations
    .map((participation) => ({
      participation,
      department: data?.departments.find((one) => one.id === participation.departmentId),
    }))
    .sort((a, b) => (a.department?.position ?? 999) - (b.department?.position ?? 999));
}

export const isOwed = (one: Participation) => one.state === 'OWED' || one.state === 'DRAFTING' || one.state === 'STALE';

/** Who owes an opinion, who has given it, and until when. */
export function DepartmentsPanel({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const now = useNow();
  const participants = useParticipants(view);
  const asked = participants.filter(({ participation }) => participation.state !== 'WAIVED');
  const given = asked.filter(({ participation }) => participation.state === 'GIVEN');
  return (
    <Panel title={t('departmentsTitle')} extra={t('departmentsGiven', { given: given.length, owed: asked.length })}>
      {participants.length === 0 && <p className={styles.quiet}>{t('departmentsNone')}</p>}
      <ul className={styles.departments} aria-label={t('departmentsTitle')}>
        {participants.map(({ participation, department }) => {
          const opinion = view.round.opinions.find(
            (one) => one.departmentId === participation.departmentId && one.state === 'SUBMITTED',
          );
          return (
            <li key={participation.departmentId}>
              <Dot look={dotLook(participation, now)} text={department?.label ?? ''} />
              <span className={styles.departmentName}>
                {department === undefined ? '–' : l(department.name)}
                {participation.requirement === 'OPTIONAL' && <small>{t('optionalMark')}</small>}
              </span>
              {opinion?.stance ? (
                <StanceTag stance={opinion.stance} />
              ) : isOwed(participation) && participation.dueAt !== null ? (
                <SlaChip dueAt={participation.dueAt} now={now} />
              ) : (
                <StateTag labels={participationStates.labels} state={participation.state} />
              )}
              {participation.waiveReason !== null && (
                <small className={styles.below}>{t('waivedBecause', { reason: participation.waiveReason })}</small>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
