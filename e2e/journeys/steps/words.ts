import {
  fieldProblems,
  fill,
  problems,
  type Bilingual,
  type FieldProblemCode,
  type ProblemCode,
} from '@consilium/contracts';

/** What a screen says, in both languages of the product; which one must stand there depends on who looks. */
export const said = (zh: string, en: string): Bilingual => ({ zh, en });

/** The sentence that stands at a field. */
export function atField(code: FieldProblemCode, parameters: Record<string, string | number> = {}): Bilingual {
  const { zh, en } = fieldProblems[code];
  return { zh: fill(zh, parameters), en: fill(en, parameters) };
}

/** The sentence of a refusal. */
export function refusal(
  code: ProblemCode,
  parameters: { zh: Record<string, string>; en: Record<string, string> },
): Bilingual {
  const { zh, en } = problems[code];
  return { zh: fill(zh, parameters.zh), en: fill(en, parameters.en) };
}

const DAY_MS = 86_400_000;
/** China has no summer time. */
const HOSPITAL_AHEAD_MS = 8 * 3_600_000;

/** A calendar day of the hospital, days from today, as YYYY-MM-DD. */
export const day = (offset: number): string =>
  new Date(Date.now() + HOSPITAL_AHEAD_MS + offset * DAY_MS).toISOString().slice(0, 10);

/** An instant as it is typed into a field: the hospital's wall clock. */
export const wallTime = (instant: string | Date): string =>
  new Date(new Date(instant).getTime() + HOSPITAL_AHEAD_MS).toISOString().slice(0, 16).replace('T', ' ');

/** Matches a text as a whole. */
export const exactly = (text: string): RegExp => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
