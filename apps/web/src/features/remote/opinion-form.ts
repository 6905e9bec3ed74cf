import {
  opinionContent,
  type OpinionDraft,
  type OpinionView,
  type QuestionAnswer,
  type Stance,
} from '@consilium/contracts';
import { fieldName, type FieldName } from '../../lib/form-problems';

/** A remote opinion as it is being typed; `answers` has one place for each question. */
export interface OpinionForm {
  answers: { answer?: QuestionAnswer | undefined; text?: string }[];
  stance?: Stance | undefined;
  text?: string;
  needs?: string;
}

export type OpinionWords = Omit<OpinionDraft, 'version'>;

/** The form with what was kept or given before. */
export function formOfOpinion(opinion: OpinionView | null, questions: number): OpinionForm {
  return {
    answers: Array.from({ length: questions }, (_, question) => {
      const given = opinion?.answers.find((one) => one.question === question);
      return { answer: given?.answer, text: given?.text ?? '' };
    }),
    stance: opinion?.stance ?? undefined,
    text: opinion?.text ?? '',
    needs: opinion?.needs ?? '',
  };
}

/** What can be kept: a reason goes with its answer, so a question without an answer is left out. */
export function wordsOfForm(form: OpinionForm): OpinionWords {
  return {
    stance: form.stance ?? null,
    text: (form.text ?? '').trim(),
    needs: (form.needs ?? '').trim(),
    answers: form.answers.flatMap(({ answer, text = '' }, question) =>
      answer === undefined ? [] : [{ question, answer, text: text.trim() }],
    ),
  };
}

export const isEmpty = (words: OpinionWords): boolean =>
  words.stance === null && words.text === '' && words.needs === '' && words.answers.length === 0;

/** Path of a field of the API as the form names it: `answers` are sent by place in the list, the form keeps them by question. */
export function formFieldOf(path: string, words: OpinionWords): FieldName {
  const name = fieldName(path);
  const [part, place, ...rest] = name;
  const question = part === 'answers' && typeof place === 'number' ? words.answers[place]?.question : undefined;
  return question === undefined ? name : ['answers', question, ...rest];
}

/** Most characters of a free text, as the contract has it. */
export const MOST_CHARACTERS = opinionContent.shape.text.maxLength ?? undefined;
