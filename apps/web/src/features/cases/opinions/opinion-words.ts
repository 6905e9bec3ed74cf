import type { OpinionView, QuestionAnswer, QuestionReply, Stance } from '@consilium/contracts';

/** What stands in the composer: as in the contract, but with one place for each question, answered or not. */
export interface OpinionWords {
  stance: Stance | null;
  text: string;
  needs: string;
  answers: { answer: QuestionAnswer | null; text: string }[];
}

/** What is held of an opinion, laid out for the composer. */
export function wordsOf(opinion: OpinionView | undefined, questions: number): OpinionWords {
  return {
    stance: opinion?.stance ?? null,
    text: opinion?.text ?? '',
    needs: opinion?.needs ?? '',
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
    answers: repliesOf(words),
  };
}

/** Where the composer shows what the API says of `answers.<n>`: at the question, not at the n-th answered one. */
export function placeInComposer(path: (string | number)[], words: OpinionWords): (string | number)[] {
  const [first, at, ...rest] = path;
  if (first !== 'answers' || typeof at !== 'number') return path;
  return ['answers', repliesOf(words)[at]?.question ?? at, ...rest];
}
