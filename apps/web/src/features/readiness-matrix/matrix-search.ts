import { z } from 'zod';

const flag = z.literal('1').optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What stands in the address of the matrix, so that a colleague who opens it sees the same: period, filters, the cell looked at. */
export const matrixSearch = z.object({
  from: day,
  to: day,
  blocked: flag,
  risk: flag,
  view: z.enum(['cases', 'departments']).optional().catch(undefined),
  /** `P26-0187:pathology`: case number and code of the department. */
  cell: z
    .string()
    .regex(/^[A-Z]\d{2}-\d{4,6}:[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
});
export type MatrixSearch = z.infer<typeof matrixSearch>;
