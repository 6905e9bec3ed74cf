import type { ConsultAction, ConsultState, ConsultUrgency, ObligationKind, Title } from '@consilium/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How long a request may take, in calendar time: no night, weekend or holiday stops these clocks (会诊制度, 国卫医发〔2018〕8号: on site within
 * 10 minutes of an urgent request, a routine one completed within 24 hours).
 */
const LIMITS: Readonly<Record<ConsultUrgency, number>> = { URGENT: 10 * MINUTE, ROUTINE: 24 * HOUR };

export const consultDueAt = (sentAt: Date, urgency: ConsultUrgency): Date =>
  new Date(sentAt.getTime() + LIMITS[urgency]);

/** An opinion is on record by then whatever happens: the 48 hours of 病历书写基本规范, kept for audit beside the stricter 24. */
export const recordLimitAt = (sentAt: Date): Date => new Date(sentAt.getTime() + 48 * HOUR);

/** An urgent opinion is written at once; after half an hour the owner of the case and the department lead hear of it. Default. */
export const urgentRecordDueAt = (arrivedAt: Date): Date => new Date(arrivedAt.getTime() + 30 * MINUTE);

/** How an opinion was carried out is noted within a day. Default; that it is noted is a rule (国卫医发〔2018〕8号). */
export const executionNoteDueAt = (signedAt: Date): Date => new Date(signedAt.getTime() + 24 * HOUR);

/** The duty whose clock starts when a request is sent. */
export const dutyOf = (urgency: ConsultUrgency): ObligationKind =>
  urgency === 'URGENT' ? 'CONSULT_URGENT_ARRIVE' : 'CONSULT_ROUTINE_DONE';

/**
 * The way of a request: from which states each act leads, and where to. What is not written here is refused. Giving it to somebody else puts
 * it back to be taken; its clock goes on.
 */
export const consultTransitions: Readonly<Record<ConsultAction, { from: readonly ConsultState[]; to: ConsultState }>> =
  {
    accept: { from: ['SENT'], to: 'ACCEPTED' },
    reassign: { from: ['SENT', 'ACCEPTED', 'ARRIVED'], to: 'SENT' },
    decline: { from: ['SENT', 'ACCEPTED'], to: 'DECLINED' },
    arrive: { from: ['ACCEPTED'], to: 'ARRIVED' },
    answer: { from: ['ACCEPTED', 'ARRIVED'], to: 'ANSWERED' },
    close: { from: ['ANSWERED'], to: 'CLOSED' },
    cancel: { from: ['SENT', 'ACCEPTED', 'ARRIVED'], to: 'CANCELLED' },
  };

/** States in which a department owes its answer. */
export const openConsultStates: readonly ConsultState[] = ['SENT', 'ACCEPTED', 'ARRIVED'];

/** Titles that may take a routine request: attending physician and above (domain of 会诊制度; an urgent one is for whoever is on duty). */
const ATTENDING_AND_ABOVE: readonly Title[] = ['ATTENDING', 'ASSOCIATE_CHIEF', 'CHIEF'];

export interface ConsultStanding {
  state: ConsultState;
  urgency: ConsultUrgency;
  consultantId: string | null;
  requesterId: string;
}

export interface Acting {
  personId: string | null;
  title: Title;
}

export type ConsultObstacle = 'wrong-state' | 'not-attending' | 'not-consultant' | 'not-on-site';

/** What stands in the way of an act that the policy grants; undefined where nothing does. */
export function obstacleTo(
  action: ConsultAction,
  request: ConsultStanding,
  { personId, title }: Acting,
): ConsultObstacle | undefined {
  if (!consultTransitions[action].from.includes(request.state)) return 'wrong-state';
  const isConsultant = request.consultantId === personId;
  switch (action) {
    case 'accept':
      return request.urgency === 'ROUTINE' && !ATTENDING_AND_ABOVE.includes(title) ? 'not-attending' : undefined;
    case 'arrive':
      return isConsultant || request.requesterId === personId ? undefined : 'not-consultant';
    case 'answer':
      if (!isConsultant) return 'not-consultant';
      return request.urgency === 'URGENT' && request.state !== 'ARRIVED' ? 'not-on-site' : undefined;
    default:
      return undefined;
  }
}
