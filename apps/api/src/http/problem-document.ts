import { fieldProblems, fill, problems, type Locale, type ProblemDocument } from '@consilium/contracts';
import type { Problem } from '@consilium/core';

type Parameters = Problem['parameters'];

/** Renders a refusal as an RFC 9457 document in the reader's language, its times in a zone. */
export function problemDocument(
  problem: Problem,
  locale: Locale,
  requestId: string,
  timeZone: string,
): ProblemDocument {
  const { status, zh, en } = problems[problem.code];
  const parameters = { ...inLanguage(problem.parameters, locale, timeZone), requestId };
  const { errors, ...extras } = problem.extras;
  return {
    type: `urn:consilium:problem:${problem.code.replace('/', ':')}`,
    title: fill(locale === 'zh-CN' ? zh : en, parameters),
    status,
    code: problem.code,
    detail: fill(locale === 'zh-CN' ? zh : en, parameters),
    requestId,
    ...(errors && {
      errors: errors.map(({ field, code, parameters: own = {} }) => ({
        field,
        code,
        message: fill(fieldProblems[code][locale === 'zh-CN' ? 'zh' : 'en'], inLanguage(own, locale, timeZone)),
      })),
    }),
    ...extras,
  };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Whether the sentence of a refusal names a time, so that a zone is needed. */
export const namesInstant = ({ parameters }: Problem): boolean =>
  Object.values(parameters).some((value) => typeof value === 'string' && INSTANT.test(value));

/** Instants are written to the minute; two-language values in the reader's language. */
function inLanguage(parameters: Parameters, locale: Locale, timeZone: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (typeof value === 'object') return [name, locale === 'zh-CN' ? value.zh : value.en];
      if (typeof value === 'string' && INSTANT.test(value)) {
        const text = new Intl.DateTimeFormat(locale, {
          timeZone,
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
        return [name, text.format(new Date(value))];
      }
      return [name, value];
    }),
  );
}
