import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, id, idParams, instant, lineText, shortText, version } from './fields.js';
import { decisionRecord, decisionView, quorum } from './decisions.js';
import { slot } from './problems.js';
import {
  agendaItemStates,
  attendanceModes,
  consentStates,
  risks,
  sessionKinds,
  sessionStates,
  sexes,
  shareSections,
} from './vocabulary.js';

const minutes = z.int().min(15).max(480);
const videoUrl = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default('');

export const linkedHospitalChoice = z.object({ hospitalId: id, expertIds: z.array(id).min(1).max(10) });

export const sessionPlan = z.object({
  title: shortText,
  startsAt: instant,
  minutes,
  roomId: id,
  chairId: id,
  recorderId: id,
  /** Further people of the host hospital whose time is booked. */
  memberIds: z.array(id).max(40).default([]),
  linkedHospitals: z.array(linkedHospitalChoice).max(10).default([]),
  videoUrl,
});
export type SessionPlan = z.infer<typeof sessionPlan>;

export const sessionAction = z.enum(['move', 'cancel', 'add-case', 'start', 'end', 'mark-attendance', 'invite']);
export type SessionAction = z.infer<typeof sessionAction>;
export const itemAction = z.enum(['remove', 'open', 'record', 'conclude', 'sign', 'defer']);
export type ItemAction = z.infer<typeof itemAction>;

export const agendaItem = z.object({
  id,
  version,
  ordinal: z.int(),
  minutes: z.int(),
  state: agendaItemStates.schema,
  caseNo,
  maskedName: z.string(),
  sex: sexes.schema,
  ageYears: z.int(),
  diagnosis: z.string(),
  risk: risks.schema,
  questions: z.array(z.string()),
  opinionsGiven: z.int(),
  opinionsOwed: z.int(),
  sharedWith: z.array(z.object({ hospitalId: id, name: bilingual, pxCode: z.string(), opinionGiven: z.boolean() })),
  quorum,
  decision: decisionView.nullable(),
  availableActions: z.array(itemAction),
});
export type AgendaItem = z.infer<typeof agendaItem>;

export const sessionMember = z.object({
  personId: id,
  name: z.string(),
  role: z.enum(['CHAIR', 'RECORDER', 'MEMBER', 'EXPERT']),
  departmentId: id.nullable(),
  department: bilingual.nullable(),
  hospitalId: id,
  hospital: bilingual,
  attendance: z.object({ mode: attendanceModes.schema, arrivedAt: instant }).nullable(),
});
export type SessionMember = z.infer<typeof sessionMember>;

export const sessionListItem = z.object({
  id,
  title: z.string(),
  kind: sessionKinds.schema,
  state: sessionStates.schema,
  startsAt: instant,
  endsAt: instant,
  room: bilingual,
  chair: z.string(),
  linkedHospitals: z.array(bilingual),
  cases: z.int(),
  readyCases: z.int(),
});
export type SessionListItem = z.infer<typeof sessionListItem>;

export const sessionView = z.object({
  id,
  version,
  title: z.string(),
  kind: sessionKinds.schema,
  state: sessionStates.schema,
  startsAt: instant,
  endsAt: instant,
  room: z.object({ id, name: bilingual, campus: bilingual }),
  videoUrl: z.string(),
  cancelReason: z.string().nullable(),
  chairId: id,
  recorderId: id,
  linkedHospitals: z.array(z.object({ hospitalId: id, name: bilingual, shortName: bilingual })),
  members: z.array(sessionMember),
  agenda: z.array(agendaItem),
  plannedMinutes: z.int(),
  availableActions: z.array(sessionAction),
});
export type SessionView = z.infer<typeof sessionView>;

/** A case that can go on an agenda, with what stands in its way for a linked session. */
export const agendaCandidate = z.object({
  caseNo,
  maskedName: z.string(),
  sex: sexes.schema,
  ageYears: z.int(),
  diagnosis: z.string(),
  risk: risks.schema,
  ready: z.boolean(),
  opinionsGiven: z.int(),
  opinionsOwed: z.int(),
  /** Of the patient's consent to a remote consult; null where none was ever recorded. */
  consent: consentStates.schema.nullable(),
  /** What the record of a consent needs; null for who may not record one. */
  recordConsentOn: version.nullable(),
});
export type AgendaCandidate = z.infer<typeof agendaCandidate>;

const itemParams = z.object({ id, itemId: id });

export const sessionEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/sessions',
    permission: 'session:read',
    summary: 'Sessions of a period, in order of time',
    query: z.object({ from: instant, to: instant }),
    out: z.object({ items: z.array(sessionListItem) }),
  }),
  findSlots: endpoint({
    method: 'POST',
    path: '/api/session-slots',
    permission: 'session:schedule',
    summary: 'Free times of a room and people together',
    body: z.object({ from: instant, minutes, roomId: id, personIds: z.array(id).max(60) }),
    out: z.object({ items: z.array(slot) }),
  }),
  schedule: endpoint({
    method: 'POST',
    path: '/api/sessions',
    permission: 'session:schedule',
    summary: 'Schedules a session; refused with the clashes and free times where anything is booked already',
    status: 201,
    body: sessionPlan,
    out: z.object({ id }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/sessions/:id',
    permission: 'session:read',
    summary: 'One session with its agenda',
    params: idParams,
    out: sessionView,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/move',
    permission: 'session:schedule',
    summary: 'Moves a session to another time or room; reminders move with it',
    params: idParams,
    body: z.object({ version, startsAt: instant, minutes, roomId: id }),
    out: sessionView,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/cancel',
    permission: 'session:schedule',
    summary: 'Cancels a session; its cases return to the waiting list',
    params: idParams,
    body: z.object({ version, reason: lineText }),
    out: sessionView,
  }),
  candidates: endpoint({
    method: 'GET',
    path: '/api/sessions/:id/candidates',
    permission: 'session:schedule',
    summary: 'Cases that may go on this agenda',
    params: idParams,
    out: z.object({ items: z.array(agendaCandidate) }),
  }),
  addCase: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/agenda',
    permission: 'session:schedule',
    summary: 'Puts a case on the agenda; in a linked session it is shared, de-identified, with the named hospitals',
    status: 201,
    params: idParams,
    body: z.object({
      version,
      caseNo,
      minutes: z.int().min(5).max(120).default(20),
      shareWithHospitalIds: z.array(id).max(10).default([]),
      shareSections: z.array(shareSections.schema).default(shareSections.schema.options),
    }),
    out: sessionView,
  }),
  removeCase: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:id/agenda/:itemId',
    permission: 'session:schedule',
    summary: 'Takes a case off the agenda; its shares for this session end',
    params: itemParams,
    out: sessionView,
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/start',
    permission: 'session:run',
    summary: 'Opens the session',
    params: idParams,
    body: z.object({ version }),
    out: sessionView,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/end',
    permission: 'session:run',
    summary: 'Ends the session',
    params: idParams,
    body: z.object({ version }),
    out: sessionView,
  }),
  markAttendance: endpoint({
    method: 'PUT',
    path: '/api/sessions/:id/attendance/:personId',
    permission: 'session:attend',
    summary: 'Marks a person as present or absent',
    params: z.object({ id, personId: id }),
    body: z.object({ present: z.boolean(), mode: attendanceModes.schema.default('IN_PERSON') }),
    out: sessionView,
  }),
  openItem: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/agenda/:itemId/open',
    permission: 'session:run',
    summary: 'Opens the discussion of a case',
    params: itemParams,
    body: z.object({ version }),
    out: sessionView,
  }),
  record: endpoint({
    method: 'PUT',
    path: '/api/sessions/:id/agenda/:itemId/decision',
    permission: 'decision:record',
    summary: 'Keeps the record of the discussion as it is spoken',
    params: itemParams,
    body: decisionRecord.extend({ summary: z.string().trim().max(4000).default(''), decisionVersion: z.int().min(0) }),
    out: sessionView,
  }),
  conclude: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/agenda/:itemId/conclude',
    permission: 'decision:record',
    summary: 'Concludes the case; needs quorum and a complete record',
    params: itemParams,
    body: z.object({ version }),
    out: sessionView,
  }),
  sign: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/agenda/:itemId/sign',
    permission: 'decision:sign',
    summary: 'The chair signs the decision with their password; it cannot be changed afterwards',
    params: itemParams,
    body: z.object({ version, password: z.string().min(1).max(128) }),
    out: sessionView,
  }),
  defer: endpoint({
    method: 'POST',
    path: '/api/sessions/:id/agenda/:itemId/defer',
    permission: 'session:run',
    summary: 'Defers the case with a reason; it goes back to preparation',
    params: itemParams,
    body: z.object({ version, reason: lineText }),
    out: sessionView,
  }),
};
