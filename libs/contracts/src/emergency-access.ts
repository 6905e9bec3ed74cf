import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, caseParams, id, idParams, instant, lineText } from './fields.js';
import { emergencyReasons, emergencyVerdicts } from './vocabulary.js';

/**
 * How long emergency access lasts; it ends by itself. No rule of the state names a length. An hour is the centre's own setting: long enough to
 * take over a patient in the night, and short enough that whoever stays with the case takes part in it the ordinary way.
 */
export const EMERGENCY_ACCESS_MINUTES = 60;
/** Emergencies one person may have open at the same time: nobody rescues more patients at once. The centre's own setting. */
export const OPEN_EMERGENCIES = 3;
/** A reason that can be judged later is longer than a word. */
export const EMERGENCY_REASON_CHARACTERS = 10;

/** Emergency access to a case that is open now, as the person who has it and the owner of the case see it. */
export const openEmergency = z.object({
  id,
  person: z.object({ id, name: z.string() }),
  reasonKind: emergencyReasons.schema,
  reason: z.string(),
  openedAt: instant,
  endsAt: instant,
  /** Whether the person who looks may end it now. */
  mayEnd: z.boolean(),
});
export type OpenEmergency = z.infer<typeof openEmergency>;

export const emergencyAction = z.enum(['end', 'review']);
export type EmergencyAction = z.infer<typeof emergencyAction>;

export const emergencyAccess = z.object({
  id,
  caseNo,
  person: z.object({ id, name: z.string(), department: bilingual.nullable() }),
  ownerName: z.string(),
  reasonKind: emergencyReasons.schema,
  reason: z.string(),
  openedAt: instant,
  endsAt: instant,
  /** Set where somebody ended it before its time. */
  endedEarly: z.object({ at: instant, by: z.string() }).nullable(),
  isOpen: z.boolean(),
  review: z.object({ verdict: emergencyVerdicts.schema, note: z.string(), by: z.string(), at: instant }).nullable(),
  availableActions: z.array(emergencyAction),
});
export type EmergencyAccess = z.infer<typeof emergencyAccess>;

export const emergencyEndpoints = {
  open: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/emergency-accesses',
    permission: 'emergency-access:open',
    summary: 'Opens a case in an emergency, for an hour, to read; its owner is told and the auditor reviews it',
    status: 201,
    params: caseParams,
    body: z.object({
      reasonKind: emergencyReasons.schema,
      reason: z.string().trim().min(EMERGENCY_REASON_CHARACTERS).max(300),
      password: z.string().min(1).max(128),
    }),
    out: z.object({ id, caseNo, endsAt: instant }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/emergency-accesses',
    permission: 'emergency-access:read',
    summary: 'Emergency accesses this person may know of, those not yet reviewed first',
    query: z.object({
      /** Only those that are open now. */
      open: z.literal('1').optional(),
      cursor: z
        .string()
        .regex(/^[01]:[0-9a-f-]{36}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    out: z.object({ items: z.array(emergencyAccess), unreviewed: z.int(), nextCursor: z.string().nullable() }),
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/emergency-accesses/:id/end',
    permission: 'emergency-access:end',
    summary: 'Ends emergency access before its time',
    params: idParams,
    out: emergencyAccess,
  }),
  review: endpoint({
    method: 'POST',
    path: '/api/emergency-accesses/:id/review',
    permission: 'emergency-access:review',
    summary: 'Finds once whether it was justified',
    params: idParams,
    body: z.object({ verdict: emergencyVerdicts.schema, note: lineText }),
    out: emergencyAccess,
  }),
};
