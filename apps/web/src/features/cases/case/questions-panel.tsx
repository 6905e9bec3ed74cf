import { useTexts } from '../locales';
import { Panel } from './panel';
import styles from './questions-panel.module.css';

/** What the board is asked. */
export function QuestionsPanel({ questions }: { questions: readonly string[] }) {
  const t = useTexts();
  return (
    <Panel title={t('questionsTitle')}>
      <ol className={styles.questions}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </Panel>
  );
}
