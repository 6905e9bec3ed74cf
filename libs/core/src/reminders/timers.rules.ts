import type { ObligationKind } from '@consilium/contracts';
import { DateTime } from 'luxon';

/** Who is reminded: resolved to people at the moment of delivery, so that a new colleague is told and one who left is not. */
export type Audience =
  | 'COORDINATOR'
  | 'CENTER_DIRECTOR'
  | 'CASE_OWNER'
  | 'CASE_OWNER_AND_CHAIR'
  | 'CASE_OWNER_AND_LEAD'
  | 'AUDITOR'
  | 'QC'
  | 'DEPARTMENT'
  | 'DEPARTMENT_LEAD'
  | 'PERSON'
  | 'PERSONS_DEPARTMENT_LEAD'
  | 'SESSION_MEMBERS'
  | 'REMOTE_EXPERTS'
  | 'MEDICAL_AFFAIRS'
  | 'PERSON_OR_DEPARTMENT'
  | 'OWNER_AND_DEPARTMENT'
  | 'OWNER_AND_DEPARTMENT_LEAD';

export const timerSteps = [
  'OPENED',
  'DAY_1',
  'DAY_2',
  'DAY_3',
  'HALF_TIME',
  'BEFORE_3D',
  'BEFORE_24H',
  'BEFORE_20H',
  'BEFORE_12H',
  'BEFORE_6H',
  'BEFORE_4H',
  'BEFORE_30MIN',
  'BEFORE_5MIN',
  'DUE',
  'AFTER_5MIN',
  'AFTER_30MIN',
  'AFTER_4H',
  'AFTER_24H',
  'AFTER_3D',
  'AFTER_7D',
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
/** Calendar days at the campus: the hour stays, whatever the clocks do. */
const daysBefore = (days: number) => (_o: DateTime, d: DateTime) => d.minus({ days });
const daysAfter = (days: number) => (_o: DateTime, d: DateTime) => d.plus({ days });
const daysOn = (days: number) => (o: DateTime) => o.plus({ days });
const due = (_o: DateTime, d: DateTime): DateTime => d;

const MINUTES = 1 / 60;
/** 会诊制度, 国卫医发〔2018〕8号: on site within 10 minutes, completed within 24 hours, counted by the calendar, by night and on holidays. */
const CONSULT_RULE = 'Rule: 国卫医发〔2018〕8号';

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
  RECOMMENDATION_DUE: [
    { step: 'OPENED', audience: 'PERSON', at: opened, soft: false, basis: 'Default: who is to do it hears so at once' },
    { step: 'BEFORE_3D', audience: 'PERSON', at: daysBefore(3), soft: true, basis: 'Default' },
    {
      step: 'DUE',
      audience: 'PERSON',
      at: due,
      soft: true,
      basis: 'Rule for consults: how an opinion was carried out is on record; Default for decisions',
    },
    {
      step: 'AFTER_3D',
      audience: 'PERSONS_DEPARTMENT_LEAD',
      at: daysAfter(3),
      soft: true,
      basis: 'Default escalation',
    },
    { step: 'AFTER_7D', audience: 'QC', at: daysAfter(7), soft: true, basis: 'Default escalation' },
  ],
  REVIEW_DECISION: [
    {
      step: 'OPENED',
      audience: 'CASE_OWNER_AND_CHAIR',
      at: opened,
      soft: false,
      basis: 'Default: who answers for a decision hears at once that what it stands on has changed',
    },
    { step: 'DUE', audience: 'CASE_OWNER_AND_CHAIR', at: due, soft: true, basis: 'Default: looked at within 48 h' },
    { step: 'AFTER_24H', audience: 'COORDINATOR', at: after(24), soft: true, basis: 'Default escalation' },
  ],
  MATERIAL: [
    { step: 'OPENED', audience: 'PERSON', at: opened, soft: false, basis: 'Default: a chase is told at once' },
    { step: 'DAY_1', audience: 'PERSON', at: daysOn(1), soft: true, basis: 'Default' },
    { step: 'DAY_2', audience: 'PERSON', at: daysOn(2), soft: true, basis: 'Default' },
    { step: 'DAY_3', audience: 'PERSONS_DEPARTMENT_LEAD', at: daysOn(3), soft: true, basis: 'Default escalation' },
  ],
  DEATH_DISCUSSION: [
    { step: 'OPENED', audience: 'CASE_OWNER_AND_LEAD', at: opened, soft: false, basis: '国卫医发〔2018〕8号' },
    { step: 'BEFORE_24H', audience: 'CASE_OWNER_AND_LEAD', at: before(24), soft: true, basis: 'Default' },
    {
      step: 'DUE',
      audience: 'QC',
      at: due,
      soft: true,
      basis: '国卫医发〔2018〕8号: a death is discussed within a week',
    },
  ],
  CLOSING: [
    { step: 'OPENED', audience: 'QC', at: opened, soft: false, basis: 'Default: quality control confirms a closing' },
    { step: 'DUE', audience: 'QC', at: due, soft: true, basis: 'Default' },
  ],
  CONSULT_URGENT_ARRIVE: [
    {
      step: 'OPENED',
      audience: 'DEPARTMENT',
      at: opened,
      soft: false,
      basis: `${CONSULT_RULE}: on site within 10 min`,
    },
    {
      step: 'BEFORE_5MIN',
      audience: 'DEPARTMENT',
      at: before(5 * MINUTES),
      soft: false,
      basis: 'Default: everybody of the department after 5 min',
    },
    { step: 'DUE', audience: 'DEPARTMENT_LEAD', at: due, soft: false, basis: `${CONSULT_RULE}: 10 min` },
    {
      step: 'AFTER_5MIN',
      audience: 'MEDICAL_AFFAIRS',
      at: after(5 * MINUTES),
      soft: false,
      basis: 'Default escalation',
    },
  ],
  CONSULT_URGENT_RECORD: [
    {
      step: 'OPENED',
      audience: 'PERSON',
      at: opened,
      soft: false,
      basis: 'Rule: 病历书写基本规范, an urgent consult is recorded at once',
    },
    { step: 'DUE', audience: 'OWNER_AND_DEPARTMENT_LEAD', at: due, soft: false, basis: 'Default: 30 min later' },
  ],
  CONSULT_ROUTINE_DONE: [
    {
      step: 'OPENED',
      audience: 'DEPARTMENT',
      at: opened,
      soft: false,
      basis: `${CONSULT_RULE}: completed within 24 h`,
    },
    { step: 'BEFORE_20H', audience: 'DEPARTMENT', at: before(20), soft: false, basis: 'Default: accepted within 4 h' },
    { step: 'BEFORE_12H', audience: 'PERSON_OR_DEPARTMENT', at: before(12), soft: false, basis: 'Default' },
    { step: 'BEFORE_4H', audience: 'DEPARTMENT_LEAD', at: before(4), soft: false, basis: 'Default escalation' },
    { step: 'DUE', audience: 'MEDICAL_AFFAIRS', at: due, soft: false, basis: `${CONSULT_RULE}: 24 h` },
  ],
  CONSULT_EXECUTION_NOTE: [
    {
      step: 'OPENED',
      audience: 'PERSON',
      at: opened,
      soft: false,
      basis: `${CONSULT_RULE}: whoever asked notes how the opinion was carried out`,
    },
    { step: 'DUE', audience: 'PERSON', at: due, soft: true, basis: 'Default: within 24 h' },
    { step: 'AFTER_24H', audience: 'PERSONS_DEPARTMENT_LEAD', at: after(24), soft: true, basis: 'Default escalation' },
  ],
  CONSULT_PROGRESS: [
    {
      step: 'OPENED',
      audience: 'PERSON',
      at: opened,
      soft: false,
      basis: 'Default: whoever asked hears what became of it',
    },
  ],
  CONDITION_UPDATE: [
    { step: 'OPENED', audience: 'OWNER_AND_DEPARTMENT', at: opened, soft: false, basis: 'Default' },
    { step: 'HALF_TIME', audience: 'CASE_OWNER', at: halfTime, soft: true, basis: 'Default' },
    { step: 'DUE', audience: 'DEPARTMENT_LEAD', at: due, soft: true, basis: 'Default: 15 min, 2 h or 1 working day' },
    { step: 'AFTER_30MIN', audience: 'COORDINATOR', at: after(30 * MINUTES), soft: true, basis: 'Default escalation' },
  ],
  CONDITION_PROGRESS: [
    {
      step: 'OPENED',
      audience: 'PERSON',
      at: opened,
      soft: false,
      basis: 'Default: whoever wrote it hears what became of it',
    },
  ],
};

/** What only tells somebody something: nothing is owed, and it is done once it is told. */
export const onlyTells = (kind: ObligationKind): boolean =>
  kind === 'CONSULT_PROGRESS' || kind === 'CONDITION_PROGRESS';

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
