import type { OpinionView, QuestionAnswer, QuestionReply, Resectability, Stance } from '@consilium/contracts';

/** What stands in the composer: as in the contract, but with one place for each question, answered or not. */
export interface OpinionWords {
  stance: Stance | null;
  text: string;
  needs: string;
  resectability: Resectability;
  /** One each line. */
  risks: string;
  /** One each line. */
  conditions: string;
  answers: { answer: QuestionAnswer | null; text: string }[];
}

/** What is read of an opinion: as it stands, or in one of its versions. */
export type SaidOpinion = Pick<
  OpinionView,
  'stance' | 'text' | 'needs' | 'answers' | 'resectability' | 'risks' | 'conditions'
>;

export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is held of an opinion, laid out for the composer. */
export function wordsOf(opinion: SaidOpinion | undefined, questions: number): OpinionWords {
  return {
    stance: opinion?.stance ?? null,
    text: opinion?.text ?? '',
    needs: opinion?.needs ?? '',
    resectability: opinion?.resectability ?? 'NOT_ASSESSED',
    risks: (opinion?.risks ?? []).join('\n'),
    conditions: (opinion?.conditions ?? []).join('\n'),
    answers: Array.from({ length: questions }, (_, question) => {
      const reply = opinion?.answers.find((one) => one.question === question);
      return { answer: reply?.answer ?? null, text: reply?.text ?? '' };
    }),
  };
}

/** The answered questions as the contract takes them. */
export function repliesOf(words: OpinionWords): QuestionReply[] {
  return words.answers.flatMap(({ answer, text }, question) =>
    answer === null ? [] : [{ question, answer, text: text ?? '' }],
  );
}

/** The words as they are sent, without a version. */
export function bodyOf(words: OpinionWords) {
  return {
    stance: words.stance ?? null,
    text: words.text ?? '',
    needs: words.needs ?? '',
    resectability: words.resectability ?? 'NOT_ASSESSED',
    risks: linesOf(words.risks),
    conditions: linesOf(words.conditions),
    answers: repliesOf(words),
  };
}

/** Where the composer shows what the API says of `answers.<n>`: at the question, not at the n-th answered one. */
export function placeInComposer(path: (string | number)[], words: OpinionWords): (string | number)[] {
  const [first, at, ...rest] = path;
  if (first === 'risks' || first === 'conditions') return [first];
  if (first !== 'answers' || typeof at !== 'number') return path;
  return ['answers', repliesOf(words)[at]?.question ?? at, ...rest];
}
