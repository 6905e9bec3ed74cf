import { z } from 'zod';
import { id, instant } from './fields.js';
import { participationReason } from './referrals.js';
import { participationStates, requirements } from './vocabulary.js';

export const participation = z.object({
  departmentId: id,
  requirement: requirements.schema,
  state: participationStates.schema,
  reasons: z.array(participationReason),
  dueAt: instant.nullable(),
  waiveReason: z.string().nullable(),
});
export type Participation = z.infer<typeof participation>;
