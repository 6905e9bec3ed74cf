import {
  consensusTypes,
  courseEndpoints,
  directions,
  roundReasons,
  type CaseView,
  type RoundView,
} from '@consilium/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { EmptyState, ProblemAlert, RowsSkeleton, StanceTag } from '../../../components';
import { call } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear } from '../../../lib/time';
import { Panel } from '../case/panel';
import { useTexts } from '../locales';
import styles from './course.module.css';

const roundQuery = (caseNo: string, ordinal: number) =>
  queryOptions({
    queryKey: ['case', caseNo, 'round', ordinal] as const,
    queryFn: ({ signal }) => call(courseEndpoints.round, { params: { caseNo, ordinal }, signal }),
  });

interface RoundSwitchProps {
  view: CaseView;
  chosen: number;
  onChoose: (ordinal: number) => void;
}

/** Between the rounds of a case; nothing to choose where there is one. */
export function RoundSwitch({ view, chosen, onChoose }: RoundSwitchProps) {
  const t = useTexts();
  const { ordinal: current } = view.round;
  if (view.rounds.length < 2) return null;
  return (
    <div className={styles.rounds}>
      <Segmented
        aria-label={t('roundSwitch')}
        value={chosen}
        options={view.rounds.map(({ ordinal }) => ({
          value: ordinal,
          label: t(ordinal === current ? 'roundCurrent' : 'roundNumber', { number: ordinal }),
        }))}
        onChange={onChoose}
      />
    </div>
  );
}

/** An earlier round as it stands on record: its questions, opinions and decision. */
export function EarlierRound({ caseNo, ordinal }: { caseNo: string; ordinal: number }) {
  const { data, error, refetch } = useQuery(roundQuery(caseNo, ordinal));
  return (
    <div className={styles.round}>
      {data === undefined && error === null && <RowsSkeleton rows={8} />}
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <RoundRecord round={data} />}
    </div>
  );
}

function RoundRecord({ round }: { round: RoundView }) {
  const t = useTexts();
  const l = useLabel();
  const given = round.opinions.filter(({ state }) => state === 'SUBMITTED');
  const { decision } = round;
  return (
    <>
      <p className={styles.readOnly}>
        {t('roundReadOnly')}{' '}
        <span title={formatFormal(round.openedAt)}>{t('roundOpened', { at: formatNear(round.openedAt) })}</span>{' '}
        {round.reason !== null && t('roundBecause', { reason: l(roundReasons.labels[round.reason]) })} {round.note}
      </p>
      <Panel title={t('roundQuestions')}>
        <ol className={styles.questions}>
          {round.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </Panel>
      <Panel
        title={t('roundDecision')}
        extra={decision === null ? undefined : l(directions.labels[decision.direction])}
      >
        {decision === null ? (
          <EmptyState text={t('roundNoDecision')} />
        ) : (
          <>
            <p className={styles.words}>{decision.summary}</p>
            <p className={styles.readOnly}>
              {decision.consensus !== null && l(consensusTypes.labels[decision.consensus])}{' '}
              {t('roundSigned', { by: decision.signedBy ?? '–', at: formatNear(decision.signedAt) })}
            </p>
            {decision.recommendations.length > 0 && (
              <ul aria-label={t('roundRecommendations')}>
                {decision.recommendations.map(({ text, dueOn }) => (
                  <li key={text}>
                    {text} <span className={styles.readOnly}>{t('dueOn', { day: dueOn })}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Panel>
      <Panel title={t('roundOpinions')}>
        {round.hiddenOpinions > 0 && <p>{t('roundHidden', { count: round.hiddenOpinions })}</p>}
        {given.length === 0 && round.hiddenOpinions === 0 && <EmptyState text={t('roundNoOpinions')} />}
        <ul className={styles.opinions}>
          {given.map((opinion) => (
            <li key={opinion.id}>
              <strong>{l(opinion.from)}</strong> {opinion.author}{' '}
              {opinion.stance !== null && <StanceTag stance={opinion.stance} />}
              <p className={styles.words}>{opinion.text}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
