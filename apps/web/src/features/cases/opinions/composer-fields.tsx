import {
  questionAnswers,
  resectabilities,
  stances,
  type QuestionAnswer,
  type Resectability,
  type Stance,
} from '@consilium/contracts';
import { Form, Input } from 'antd';
import { useLabel, useLocale } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { Choices, type Choice } from './choices';
import styles from './opinions.module.css';

const stanceTones = {
  support: 'ok',
  conditional: 'due',
  oppose: 'dissent',
  information: 'neutral',
  'more-information': 'neutral',
} as const satisfies Record<Stance, Choice<Stance>['tone']>;

const resectabilityTones = {
  RESECTABLE: 'ok',
  BORDERLINE: 'due',
  UNRESECTABLE: 'dissent',
  NOT_ASSESSED: 'neutral',
} as const satisfies Record<Resectability, Choice<Resectability>['tone']>;

const answerTones = {
  AGREE: 'ok',
  CONDITIONAL: 'due',
  DISAGREE: 'dissent',
  INSUFFICIENT: 'neutral',
} as const satisfies Record<QuestionAnswer, Choice<QuestionAnswer>['tone']>;

/** An answer with its reason for each question of the round. */
export function QuestionFields({ questions, disabled }: { questions: string[]; disabled: boolean }) {
  const t = useTexts();
  const l = useLabel();
  // English words are longer: fewer of them stand side by side.
  const locale = useLocale();
  const options = Object.entries(questionAnswers.labels).map(([value, name]) => ({
    value: value as QuestionAnswer,
    label: l(name),
    tone: answerTones[value as QuestionAnswer],
  }));
  return questions.map((question, at) => (
    <fieldset key={question} className={styles.question}>
      <legend>
        <span aria-hidden="true">{at + 1}</span> {question}
      </legend>
      <Form.Item name={['answers', at, 'answer']} className={styles.tight}>
        <Choices
          name={`answer-${at}`}
          label={t('answerTo', { question })}
          options={options}
          disabled={disabled}
          columns={locale === 'en-US' ? 2 : 4}
          clearable
        />
      </Form.Item>
      <Form.Item noStyle dependencies={[['answers', at, 'answer']]}>
        {({ getFieldValue }) =>
          getFieldValue(['answers', at, 'answer']) ? (
            <Form.Item name={['answers', at, 'text']} className={styles.tight}>
              <Input.TextArea
                autoSize={{ minRows: 1, maxRows: 6 }}
                maxLength={1000}
                aria-label={`${t('answerReason')} ${at + 1}`}
                placeholder={t('answerReasonHint')}
              />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </fieldset>
  ));
}

/** The department's stance on the case as a whole, with its reason and what it needs. */
export function StanceFields({ disabled, isOpposing }: { disabled: boolean; isOpposing: boolean }) {
  const t = useTexts();
  const l = useLabel();
  const locale = useLocale();
  return (
    <>
      <Form.Item name="stance" label={t('stance')} required extra={isOpposing ? t('opposeNote') : undefined}>
        <Choices
          name="stance"
          label={t('stance')}
          columns={locale === 'en-US' ? 2 : 3}
          disabled={disabled}
          options={Object.entries(stances.labels).map(([value, name]) => ({
            value: value as Stance,
            label: l(name),
            tone: stanceTones[value as Stance],
          }))}
        />
      </Form.Item>
      <Form.Item name="text" label={isOpposing ? t('opinionTextOppose') : t('opinionText')} required>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} placeholder={t('opinionTextHint')} />
      </Form.Item>
      <Form.Item name="resectability" label={t('resectability')}>
        <Choices
          name="resectability"
          label={t('resectability')}
          columns={locale === 'en-US' ? 2 : 4}
          disabled={disabled}
          options={Object.entries(resectabilities.labels).map(([value, name]) => ({
            value: value as Resectability,
            label: l(name),
            tone: resectabilityTones[value as Resectability],
          }))}
        />
      </Form.Item>
      <Form.Item name="risks" label={t('risks')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} placeholder={t('oneEachLine')} />
      </Form.Item>
      <Form.Item name="conditions" label={t('conditions')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} placeholder={t('oneEachLine')} />
      </Form.Item>
      <Form.Item name="needs" label={t('needs')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} placeholder={t('needsHint')} />
      </Form.Item>
    </>
  );
}
