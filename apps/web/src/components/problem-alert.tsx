import { CircleX } from 'lucide-react';
import { ApiProblem } from '../lib/api';
import { sentenceOf } from '../lib/form-problems';
import { formatNear } from '../lib/time';
import { ActionButton } from './action-button';
import { useSharedText } from './texts';
import styles from './problem-alert.module.css';

interface Props {
  /** What was thrown; nothing is shown for null or undefined. */
  error: unknown;
  /** Shown in front of the reason, e.g. which part could not be loaded. */
  title?: string;
  /** A sentence instead of the error's own, e.g. what `applyProblem` left over. */
  sentence?: string;
  onRetry?: () => void;
}

/** A refusal where the data or the act would be: what failed, what stands in the way, retry, and the request to report. */
export function ProblemAlert({ error, title, sentence, onRetry }: Props) {
  const t = useSharedText();
  if (error === null || error === undefined) return null;
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const said = sentence ?? sentenceOf(error);
  return (
    <div role="alert" className={styles.alert}>
      <CircleX size={18} aria-hidden="true" />
      <div className={styles.text}>
        <p>{title === undefined ? said : `${title}${said}`}</p>
        <ProblemDetails
          clashes={problem?.clashes}
          alternatives={problem?.alternatives}
          requestId={problem?.requestId}
        />
      </div>
      {problem?.code === 'session/required' ? (
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {t('signInAgain')}
        </a>
      ) : (
        onRetry !== undefined && (
          <ActionButton size="small" onClick={onRetry}>
            {t('retry')}
          </ActionButton>
        )
      )}
    </div>
  );
}

type Problem = ApiProblem['problem'];

function ProblemDetails({ clashes, alternatives, requestId }: Pick<Problem, 'clashes' | 'alternatives' | 'requestId'>) {
  const t = useSharedText();
  return (
    <>
      {clashes !== undefined && clashes.length > 0 && (
        <ul className={styles.list} aria-label={t('clashes')}>
          {clashes.map((clash) => (
            <li key={`${clash.resourceId}-${clash.startsAt}`}>
              {clash.resourceName} · {clash.title} · {formatNear(clash.startsAt)}
            </li>
          ))}
        </ul>
      )}
      {alternatives !== undefined && alternatives.length > 0 && (
        <p className={styles.line}>
          {t('alternatives')}: {alternatives.map((slot) => formatNear(slot.startsAt)).join(' · ')}
        </p>
      )}
      {requestId !== undefined && <p className={styles.request}>{t('requestId', { id: requestId })}</p>}
    </>
  );
}
