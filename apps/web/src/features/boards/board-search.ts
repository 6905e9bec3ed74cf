import { z } from 'zod';

const flag = z.literal('1').optional().catch(undefined);

/** What stands in the address of a board, so that a colleague who opens it sees the same. */
export const boardSearch = z.object({
  view: z.enum(['list']).optional().catch(undefined),
  sort: z.enum(['risk', 'number']).optional().catch(undefined),
  mine: flag,
  overdue: flag,
  risk: flag,
  rec: flag,
  remote: flag,
  /** Part of a case number. Other words that somebody looks for may be a diagnosis and stay out of the address. */
  q: z
    .string()
    .regex(/^(?:[A-Za-z]\d{1,2}(?:-\d{0,6})?|\d{1,6})$/)
    .optional()
    .catch(undefined),
  peek: z
    .string()
    .regex(/^[A-Z]\d{2}-\d{4,6}$/)
    .optional()
    .catch(undefined),
});
export type BoardSearch = z.infer<typeof boardSearch>;

export const filterNames = ['mine', 'overdue', 'risk', 'rec', 'remote'] as const;
export type FilterName = (typeof filterNames)[number];

/** The part of a search text that may stand in the address. */
export function addressable(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : boardSearch.shape.q.parse(trimmed);
}
