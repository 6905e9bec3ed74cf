import { questionAnswers, resectabilities } from '@consilium/contracts';
import { StanceTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { linesOf, type OpinionWords } from './opinion-words';
import styles from './opinions.module.css';

/** An opinion to read: the stance, the answers to the questions, the words, and what the department needs. */
export function WordsOfOpinion({ words, questions }: { words: OpinionWords; questions: string[] }) {
  const t = useTexts();
  const l = useLabel();
  const answered = questions.flatMap((question, at) => {
    const reply = words.answers[at];
    return reply === undefined || reply.answer === null
      ? []
      : [{ at, question, answer: reply.answer, text: reply.text }];
  });
  return (
    <div className={styles.words}>
      <p>{words.stance === null ? t('noStance') : <StanceTag stance={words.stance} />}</p>
      {words.text !== '' && <p className={styles.prose}>{words.text}</p>}
      {answered.length > 0 && (
        <ul className={styles.answers}>
          {answered.map(({ at, question, answer, text }) => (
            <li key={at}>
              <span title={question}>
                {at + 1}. <b>{l(questionAnswers.labels[answer])}</b>
              </span>{' '}
              {text}
            </li>
          ))}
        </ul>
      )}
      {words.resectability !== 'NOT_ASSESSED' && (
        <p>
          <span className={styles.quiet}>{t('resectability')} </span>
          {l(resectabilities.labels[words.resectability])}
        </p>
      )}
      {(['risks', 'conditions'] as const).map((part) => {
        const lines = linesOf(words[part]);
        return (
          lines.length > 0 && (
            <div key={part}>
              <span className={styles.quiet}>{t(part)}</span>
              <ul className={styles.said}>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      {words.needs !== '' && (
        <p className={styles.prose}>
          <span className={styles.quiet}>{t('opinionNeeds')} </span>
          {words.needs}
        </p>
      )}
    </div>
  );
}
