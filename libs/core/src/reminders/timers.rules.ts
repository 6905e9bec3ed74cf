import type { ObligationKind } from '@consilium/contracts';
import { DateTime } from 'luxon';

/** Who is reminded: resolved to people at the moment of delivery, so that a new colleague is told and one who left is not. */
export type Audience =
  | 'COORDINATOR'
  | 'CENTER_DIRECTOR'
  | 'CASE_OWNER'
  | 'CASE_OWNER_AND_LEAD'
  | 'AUDITOR'
  | 'DEPARTMENT'
  | 'DEPARTMENT_LEAD'
  | 'PERSON'
  | 'PERSONS_DEPARTMENT_LEAD'
  | 'SESSION_MEMBERS'
  | 'REMOTE_EXPERTS';

export const timerSteps = [
  'OPENED',
  'HALF_TIME',
  'BEFORE_24H',
  'BEFORE_6H',
  'BEFORE_30MIN',
  'DUE',
  'AFTER_4H',
  'AFTER_24H',
] as const;
export type TimerStepName = (typeof timerSteps)[number];

/** Why a reminder speaks: a step of the timer table, or that what was owed already now reads differently. */
export type Step = TimerStepName | 'MOVED';

export interface TimerStep {
  step: TimerStepName;
  audience: Audience;
  /** When it speaks, from when the thing was opened and when it is due. */
  at: (openedAt: DateTime, dueAt: DateTime) => DateTime;
  /** Soft reminders wait for the morning; hard ones do not. */
  soft: boolean;
  /** Where the step comes from: a rule, evidence, or the centre's own setting. */
  basis: string;
}

const opened = (o: DateTime): DateTime => o;
const halfTime = (o: DateTime, d: DateTime): DateTime => o.plus({ milliseconds: d.diff(o).milliseconds / 2 });
const before = (hours: number) => (_o: DateTime, d: DateTime) => d.minus({ hours });
const after = (hours: number) => (_o: DateTime, d: DateTime) => d.plus({ hours });
const due = (_o: DateTime, d: DateTime): DateTime => d;

/**
 * Every timer of the product, in one table. Steps of an obligation whose time has passed when it is laid down are left out, except
 * OPENED, which speaks at once.
 */
export const timers: Record<ObligationKind, readonly TimerStep[]> = {
  TRIAGE: [
    {
      step: 'OPENED',
      audience: 'COORDINATOR',
      at: opened,
      soft: false,
      basis: 'Default: a referral is told to the coordinator at once',
    },
    {
      step: 'DUE',
      audience: 'COORDINATOR',
      at: due,
      soft: false,
      basis: 'Default: triage within one working day, urgent within 2 h',
    },
    { step: 'AFTER_4H', audience: 'CENTER_DIRECTOR', at: after(4), soft: true, basis: 'Default escalation' },
  ],
  INFORMATION: [
    { step: 'OPENED', audience: 'CASE_OWNER', at: opened, soft: false, basis: 'Default' },
    { step: 'DUE', audience: 'CASE_OWNER', at: due, soft: true, basis: 'Default' },
    { step: 'AFTER_24H', audience: 'PERSONS_DEPARTMENT_LEAD', at: after(24), soft: true, basis: 'Default escalation' },
  ],
  OPINION: [
    { step: 'OPENED', audience: 'DEPARTMENT', at: opened, soft: false, basis: 'Default' },
    { step: 'HALF_TIME', audience: 'DEPARTMENT', at: halfTime, soft: true, basis: 'Default' },
    { step: 'BEFORE_6H', audience: 'DEPARTMENT', at: before(6), soft: true, basis: 'Default' },
    { step: 'DUE', audience: 'DEPARTMENT', at: due, soft: false, basis: 'Default' },
    { step: 'AFTER_4H', audience: 'DEPARTMENT_LEAD', at: after(4), soft: true, basis: 'Default escalation' },
    { step: 'AFTER_24H', audience: 'CENTER_DIRECTOR', at: after(24), soft: true, basis: 'Default escalation' },
  ],
  REMOTE_OPINION: [
    { step: 'OPENED', audience: 'REMOTE_EXPERTS', at: opened, soft: false, basis: 'Default' },
    { step: 'BEFORE_6H', audience: 'REMOTE_EXPERTS', at: before(6), soft: true, basis: 'Default' },
    { step: 'DUE', audience: 'REMOTE_EXPERTS', at: due, soft: false, basis: 'Default' },
    { step: 'AFTER_4H', audience: 'COORDINATOR', at: after(4), soft: true, basis: 'Default escalation' },
  ],
  SESSION: [
    {
      step: 'OPENED',
      audience: 'SESSION_MEMBERS',
      at: opened,
      soft: false,
      basis: 'Default: everyone expected is told at once',
    },
    {
      step: 'BEFORE_24H',
      audience: 'SESSION_MEMBERS',
      at: before(24),
      soft: true,
      basis: 'Evidence: the list is circulated 24 h before',
    },
    { step: 'BEFORE_30MIN', audience: 'SESSION_MEMBERS', at: before(0.5), soft: false, basis: 'Default' },
  ],
  DECISION_SIGNATURE: [
    { step: 'OPENED', audience: 'PERSON', at: opened, soft: false, basis: 'Default' },
    { step: 'DUE', audience: 'PERSON', at: due, soft: true, basis: 'Default: the chair signs within 24 h' },
    { step: 'AFTER_24H', audience: 'COORDINATOR', at: after(24), soft: true, basis: 'Default escalation' },
  ],
  STAGE_CONFIRMATION: [
    { step: 'OPENED', audience: 'PERSON', at: opened, soft: false, basis: 'Default' },
    { step: 'DUE', audience: 'PERSON', at: due, soft: true, basis: 'Default: a stage lead confirms within 24 h' },
    { step: 'AFTER_24H', audience: 'DEPARTMENT_LEAD', at: after(24), soft: true, basis: 'Default escalation' },
  ],
  EMERGENCY_ACCESS: [
    {
      step: 'OPENED',
      audience: 'CASE_OWNER_AND_LEAD',
      at: opened,
      soft: false,
      basis: 'Default: who answers for a case hears at once that it was opened in an emergency',
    },
    { step: 'DUE', audience: 'AUDITOR', at: due, soft: true, basis: 'Default: reviewed within one working day' },
  ],
};

const QUIET_UNTIL = { hour: 7, minute: 30 };
const QUIET_FROM = { hour: 21, minute: 0 };

/** A soft reminder falling into the night (21:00–07:30 at the campus) waits for the morning. */
export function outOfQuietHours(at: DateTime): DateTime {
  const morning = at.set({ ...QUIET_UNTIL, second: 0, millisecond: 0 });
  const evening = at.set({ ...QUIET_FROM, second: 0, millisecond: 0 });
  if (at < morning) return morning;
  return at >= evening ? morning.plus({ days: 1 }) : at;
}

export interface PlannedStep {
  step: Step;
  audience: Audience;
  fireAt: Date;
}

export interface ObligationTimes {
  openedAt: Date;
  dueAt: Date;
  now: Date;
  /** Zone of the campus: nights are counted there. */
  timeZone: string;
  /** It was owed before and is only moved: those concerned are told of the change, not of something new. */
  moved?: boolean;
  /** It cannot wait for the morning, e.g. an operation within 24 hours hangs on it. */
  pressing?: boolean;
}

/**
 * The reminders of one obligation as they stand now, in the order of the timer table. A soft step before the due time is not moved past it:
 * it is dropped, since DUE speaks. Of several soft steps that wait for the same morning only the last one speaks to the same people.
 */
export function planSteps(
  kind: ObligationKind,
  { openedAt, dueAt, now, timeZone, moved = false, pressing = false }: ObligationTimes,
): PlannedStep[] {
  const zoned = (instant: Date) => DateTime.fromJSDate(instant, { zone: timeZone });
  const planned = timers[kind].flatMap<PlannedStep>(({ step, audience, at, soft }) => {
    if (step === 'OPENED') return [{ step: moved ? 'MOVED' : 'OPENED', audience, fireAt: now }];
    const nominal = at(zoned(openedAt), zoned(dueAt));
    if (nominal.toMillis() <= now.getTime()) return [];
    const fire = soft && !pressing ? outOfQuietHours(nominal) : nominal;
    if (nominal.toMillis() < dueAt.getTime() && fire.toMillis() >= dueAt.getTime()) return [];
    return [{ step, audience, fireAt: fire.toJSDate() }];
  });
  return planned.filter(
    ({ audience, fireAt }, index) =>
      !planned
        .slice(index + 1)
        .some((later) => later.audience === audience && later.fireAt.getTime() === fireAt.getTime()),
  );
}
