import { participationStates, type OpinionView, type Participation } from '@consilium/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { RemoteBadge, SlaChip, StateTag } from '../../../components';
import { formatFormal, formatNear } from '../../../lib/time';
import { isOwed } from '../case/departments-panel';
import { useTexts } from '../locales';
import { wordsOf } from './opinion-words';
import { StaleNotice } from './stale-notice';
import { VersionsDialog } from './versions-dialog';
import { WordsOfOpinion } from './words-of-opinion';
import styles from './opinions.module.css';

interface OpinionBlockProps {
  caseNo: string;
  /** Name of the department or of the other hospital. */
  name: string;
  opinion: OpinionView | undefined;
  /** None for another hospital. */
  participation: Participation | undefined;
  questions: string[];
}

/** One department's opinion, or why there is none to read. */
export function OpinionBlock({ caseNo, name, opinion, participation, questions }: OpinionBlockProps) {
  const t = useTexts();
  const isDraft = opinion?.state === 'DRAFT';
  const [showsVersions, setShowsVersions] = useState(false);
  const departmentId = opinion?.departmentId ?? null;
  return (
    <section className={styles.block} aria-label={t('opinionsOf', { name })}>
      <header>
        <h3>{name}</h3>
        {opinion?.isRemote === true && <RemoteBadge count={1} />}
        {participation !== undefined && <StateTag labels={participationStates.labels} state={participation.state} />}
        {participation !== undefined && isOwed(participation) && participation.dueAt !== null && (
          <SlaChip dueAt={participation.dueAt} />
        )}
        {opinion !== undefined && (
          <span className={styles.by}>
            {opinion.submittedAt === null ? (
              opinion.author
            ) : (
              <time dateTime={opinion.submittedAt} title={formatFormal(opinion.submittedAt)}>
                {t('opinionBy', { author: opinion.author, at: formatNear(opinion.submittedAt) })}
              </time>
            )}
            {isDraft && ` · ${t('opinionDraftMark')}`}
            {opinion.revision > 1 && ` · ${t('opinionRevision', { number: opinion.revision })}`}
            {opinion.revision > 1 && departmentId !== null && (
              <Button type="link" size="small" onClick={() => setShowsVersions(true)}>
                {t('versions')}
              </Button>
            )}
          </span>
        )}
      </header>
      {opinion !== undefined && <StaleNotice evidence={opinion.newEvidence} />}
      {showsVersions && opinion !== undefined && departmentId !== null && (
        <VersionsDialog
          caseNo={caseNo}
          departmentId={departmentId}
          name={name}
          revision={opinion.revision}
          questions={questions}
          onClose={() => setShowsVersions(false)}
        />
      )}
      {opinion !== undefined ? (
        <WordsOfOpinion words={wordsOf(opinion, questions.length)} questions={questions} />
      ) : (
        <p className={styles.quiet}>{reasonForNone(participation, t)}</p>
      )}
    </section>
  );
}

function reasonForNone(participation: Participation | undefined, t: ReturnType<typeof useTexts>): string {
  if (participation?.state === 'GIVEN') return t('opinionHidden');
  if (participation?.state === 'WAIVED') return t('waivedBecause', { reason: participation.waiveReason ?? '' });
  return t('opinionNone');
}
