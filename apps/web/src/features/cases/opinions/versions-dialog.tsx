import type { OpinionRevision } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { ModalDialog } from '../../../components/modal-dialog';
import { formatFormal } from '../../../lib/time';
import { opinionVersionsQuery } from '../api';
import { useTexts } from '../locales';
import { wordsOf } from './opinion-words';
import styles from './opinions.module.css';
import { changedParts, differenceOf } from './version-difference';
import { WordsOfOpinion } from './words-of-opinion';

interface VersionsDialogProps {
  caseNo: string;
  departmentId: string;
  name: string;
  revision: number;
  questions: string[];
  onClose: () => void;
}

/** Every version of a department's opinion, latest first, each with what it changed. */
export function VersionsDialog({ caseNo, departmentId, name, revision, questions, onClose }: VersionsDialogProps) {
  const t = useTexts();
  const { data, error, isPending, refetch } = useQuery(opinionVersionsQuery(caseNo, departmentId, revision));
  return (
    <ModalDialog title={t('versionsOf', { name })} onClose={onClose}>
      {isPending && <RowsSkeleton rows={4} />}
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <ol className={styles.versions}>
          {data.items.map((version, index) => (
            <li key={version.revision}>
              <header>
                <b>{t('versionTitle', { number: version.revision })}</b>
                <span className={styles.quiet}>
                  {t('opinionBy', { author: version.author, at: formatFormal(version.submittedAt) })}
                </span>
              </header>
              <Difference version={version} before={data.items[index + 1]} />
              {!version.reconfirms && (
                <WordsOfOpinion words={wordsOf(version, questions.length)} questions={questions} />
              )}
            </li>
          ))}
        </ol>
      )}
    </ModalDialog>
  );
}

const partText = { text: 'opinionText', answers: 'answer' } as const;
const nameOfPart = (part: ReturnType<typeof changedParts>[number]) =>
  part === 'text' || part === 'answers' ? partText[part] : part;

function Difference({ version, before }: { version: OpinionRevision; before: OpinionRevision | undefined }) {
  const t = useTexts();
  if (before === undefined) return <p className={styles.quiet}>{t('versionFirst')}</p>;
  const parts = changedParts(before, version);
  if (parts.length === 0) return <p className={styles.quiet}>{t('versionSame')}</p>;
  return (
    <>
      <p className={styles.quiet}>
        {t('versionChanges')} {parts.map((part) => t(nameOfPart(part))).join(' · ')}
      </p>
      {parts.includes('text') && (
        <p className={styles.prose}>
          {differenceOf(before.text, version.text).map((piece, at) =>
            piece.kind === 'same' ? (
              <span key={at}>{piece.text}</span>
            ) : piece.kind === 'added' ? (
              <ins key={at} className={styles.changed}>
                {piece.text}
              </ins>
            ) : (
              <del key={at} className={styles.gone}>
                {piece.text}
              </del>
            ),
          )}
        </p>
      )}
    </>
  );
}
