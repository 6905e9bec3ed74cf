import { questionAnswers, questionReply, stances, type QuestionAnswer, type Stance } from '@consilium/contracts';
import { Form, Input, Radio } from 'antd';
import { Check } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useRemoteText } from '../locales';
import styles from './opinion.module.css';

const answerLook: Record<QuestionAnswer, string | undefined> = {
  AGREE: styles.agree,
  CONDITIONAL: styles.conditional,
  DISAGREE: styles.disagree,
  INSUFFICIENT: styles.insufficient,
};

const MOST_CHARACTERS = questionReply.shape.text.unwrap().maxLength ?? undefined;

/** The element id of a question, for the keys 1 to 3. */
export const questionIdOf = (index: number) => `question-${index + 1}`;

/** One question of the host: four fixed answers and the reason. */
export function QuestionBlock({
  index,
  question,
  answer,
  hasText,
}: {
  index: number;
  question: string;
  answer: QuestionAnswer | undefined;
  hasText: boolean;
}) {
  const t = useRemoteText();
  return (
    <fieldset className={styles.question} id={questionIdOf(index)}>
      <legend>
        <span className={answer === undefined ? styles.ordinal : styles.done} aria-hidden="true">
          {answer === undefined ? index + 1 : <Check size={13} />}
        </span>
        {question}
      </legend>
      <Form.Item name={['answers', index, 'answer']} className={styles.tight}>
        <AnswerChoice named={t('answerOf', { question })} />
      </Form.Item>
      <Form.Item
        name={['answers', index, 'text']}
        className={styles.tight}
        extra={hasText && answer === undefined ? t('reasonUnsaved') : undefined}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={MOST_CHARACTERS}
          placeholder={t('reasonHint')}
          aria-label={t('reasonOf', { question })}
        />
      </Form.Item>
    </fieldset>
  );
}

interface Choice<Value> {
  /** Handed over by the form. */
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
}

function AnswerChoice({ id, named, value, onChange }: Choice<QuestionAnswer> & { named: string }) {
  const label = useLabel();
  return (
    <Radio.Group
      id={id}
      className={styles.choices}
      aria-label={named}
      value={value}
      onChange={(event) => onChange?.(event.target.value as QuestionAnswer)}
    >
      {questionAnswers.schema.options.map((one) => (
        <Radio.Button key={one} value={one} className={value === one ? answerLook[one] : undefined}>
          {label(questionAnswers.labels[one])}
        </Radio.Button>
      ))}
    </Radio.Group>
  );
}

const stanceLook: Record<Stance, string | undefined> = {
  support: styles.agree,
  conditional: styles.conditional,
  oppose: styles.disagree,
  information: styles.insufficient,
  'more-information': styles.insufficient,
};

/** The stance on the case as a whole. */
export function StanceChoice({ id, value, onChange }: Choice<Stance>) {
  const t = useRemoteText();
  const label = useLabel();
  return (
    <Radio.Group
      id={id}
      className={`${styles.choices} ${styles.stances}`}
      aria-label={t('stance')}
      value={value}
      onChange={(event) => onChange?.(event.target.value as Stance)}
    >
      {stances.schema.options.map((one) => (
        <Radio.Button key={one} value={one} className={value === one ? stanceLook[one] : undefined}>
          {label(stances.labels[one])}
        </Radio.Button>
      ))}
    </Radio.Group>
  );
}
