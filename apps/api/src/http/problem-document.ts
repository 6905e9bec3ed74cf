import { fieldProblems, fill, problems, type Locale, type ProblemDocument } from '@consilium/contracts';
import type { Problem } from '@consilium/core';

type Parameters = Problem['parameters'];

/** Renders a refusal as an RFC 9457 document in the reader's language. */
export function problemDocument(problem: Problem, locale: Locale, requestId: string): ProblemDocument {
  const { status, zh, en } = problems[problem.code];
  const parameters = { ...inLanguage(problem.parameters, locale), requestId };
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
        message: fill(fieldProblems[code][locale === 'zh-CN' ? 'zh' : 'en'], inLanguage(own, locale)),
      })),
    }),
    ...extras,
  };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Instants are written in the host's zone, to the minute; two-language values in the reader's language. */
function inLanguage(parameters: Parameters, locale: Locale): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (typeof value === 'object') return [name, locale === 'zh-CN' ? value.zh : value.en];
      if (typeof value === 'string' && INSTANT.test(value)) {
        const text = new Intl.DateTimeFormat(locale, {
          timeZone: 'Asia/Shanghai',
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
