import type { FieldProblemCode, QuestionReply } from '@consilium/contracts';

interface RefusedAnswer {
  field: string;
  code: FieldProblemCode;
}

/** Answers to questions the round does not ask, and second answers to the same question. Questions are named by their place, from 0. */
export function refusedAnswers(
  answers: readonly Pick<QuestionReply, 'question'>[],
  questions: number,
): RefusedAnswer[] {
  const places = answers.map(({ question }) => question);
  return places.flatMap((question, index): RefusedAnswer[] => {
    const field = `answers.${index}.question`;
    if (question >= questions) return [{ field, code: 'unknown' }];
    return places.indexOf(question) < index ? [{ field, code: 'duplicate' }] : [];
  });
}
