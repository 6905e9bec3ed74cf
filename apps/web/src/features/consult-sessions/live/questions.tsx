import { questionAnswers, type OpinionView } from '@consilium/contracts';
import { CircleHelp } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import styles from './case.module.css';

/** The one to three questions of the case, each with how the written opinions answer it. One can be put in front. */
export function Questions({
  questions,
  opinions,
  chosen,
  onChoose,
}: {
  questions: string[];
  opinions: OpinionView[];
  chosen: number | undefined;
  onChoose: (question: number | undefined) => void;
}) {
  const t = useText();
  const label = useLabel();
  const replies = opinions.flatMap((opinion) => opinion.answers);
  return (
    <ol className={styles.questions} aria-label={t('questions')}>
      {questions.map((question, index) => {
        const counts = questionAnswers.schema.options
          .map((answer) => ({
            answer,
            count: replies.filter((reply) => reply.question === index && reply.answer === answer).length,
          }))
          .filter(({ count }) => count > 0);
        return (
          <li key={question}>
            <button
              type="button"
              className={chosen === index ? `${styles.question} ${styles.inFront}` : styles.question}
              aria-pressed={chosen === index}
              onClick={() => onChoose(chosen === index ? undefined : index)}
            >
              <span className={styles.questionHead}>
                <CircleHelp size={14} aria-hidden="true" />
                {t('questionNo', { n: index + 1 })}
                <span className={styles.answers}>
                  {counts.length === 0
                    ? t('noAnswers')
                    : counts
                        .map(({ answer, count }) => `${label(questionAnswers.labels[answer])} ${count}`)
                        .join(t('listSeparator'))}
                </span>
              </span>
              <span className={styles.questionText}>{question}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
