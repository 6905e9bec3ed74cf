import { questionAnswers, type DeidentifiedCase } from '@consilium/contracts';
import { EyeOff } from 'lucide-react';
import { StanceTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import { useRemoteText } from '../locales';
import styles from './opinion.module.css';

/** What others think, once one's own opinion is given; before, only the promise that it will be shown. */
export function OtherOpinions({ shared, given }: { shared: DeidentifiedCase; given: boolean }) {
  const t = useRemoteText();
  const label = useLabel();
  const { otherOpinions } = shared;
  if (otherOpinions === null) return null;
  if (!given) {
    return (
      <p className={styles.blind}>
        <EyeOff size={15} aria-hidden="true" />
        {t('blind')}
      </p>
    );
  }
  return (
    <section className={styles.others} aria-label={t('others')}>
      <h3>{t('others')}</h3>
      {otherOpinions.length === 0 ? (
        <p className={styles.muted}>{t('othersNone')}</p>
      ) : (
        <ul>
          {otherOpinions.map((opinion) => (
            <li key={opinion.id} className={styles.other}>
              <p className={styles.otherHead}>
                <strong>{label(opinion.from)}</strong>
                <span className={styles.muted}>
                  {opinion.author}
                  {opinion.isRemote && ` · ${t('remoteOpinion')}`}
                  {opinion.submittedAt !== null && ` · ${formatNear(opinion.submittedAt)}`}
                </span>
                {opinion.stance !== null && <StanceTag stance={opinion.stance} />}
              </p>
              <p className={styles.clinical}>{opinion.text}</p>
              {opinion.needs !== '' && <p className={styles.muted}>{t('needsOf', { text: opinion.needs })}</p>}
              {opinion.answers.length > 0 && (
                <dl className={styles.answers}>
                  {opinion.answers.map((answer) => (
                    <div key={answer.question}>
                      <dt>{shared.questions[answer.question] ?? ''}</dt>
                      <dd>
                        <b>{label(questionAnswers.labels[answer.answer])}</b> {answer.text}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
