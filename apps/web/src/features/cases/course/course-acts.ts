import {
  closingReasons,
  courseEndpoints,
  deathSources,
  rejectionReasons,
  roundReasons,
  type Bilingual,
  type CaseView,
  type CourseAct,
} from '@consilium/contracts';
import type { useTexts } from '../locales';

type Key = Parameters<ReturnType<typeof useTexts>>[0];

/** One field of an act's form, by what is asked for. */
export type ActField =
  | { kind: 'text'; name: 'reason' | 'advice' | 'note'; label: Key; required: boolean }
  | { kind: 'day'; name: 'patientInformedOn' | 'saidOn' | 'diedOn' | 'heldOn' | 'startedOn'; label: Key }
  | {
      kind: 'choice';
      name: 'reasonKind' | 'source' | 'reason';
      label: Key;
      labels: Readonly<Record<string, Bilingual>>;
      /** What of it fits the case now; everything where left out. */
      among?: (view: CaseView) => readonly string[];
    }
  | { kind: 'flag'; name: 'inpatient'; label: Key }
  | { kind: 'questions' };

interface CourseForm {
  act: CourseAct;
  endpoint: Exclude<keyof typeof courseEndpoints, 'round'>;
  title: Key;
  /** What follows from it. */
  note: Key;
  /** Nothing leads back. */
  final: boolean;
  fields: readonly ActField[];
}

const note: ActField = { kind: 'text', name: 'note', label: 'fieldNote', required: false };
const reason: ActField = { kind: 'text', name: 'reason', label: 'fieldReason', required: true };

/** Every act of the menu with what it asks for; which of them a person sees is the server's answer. */
export const courseForms: readonly CourseForm[] = [
  {
    act: 'start-treatment',
    endpoint: 'startTreatment',
    title: 'startTreatment',
    note: 'startTreatmentNote',
    final: false,
    fields: [{ kind: 'day', name: 'startedOn', label: 'fieldStartedOn' }, note],
  },
  {
    act: 'start-operation',
    endpoint: 'startOperation',
    title: 'startOperation',
    note: 'startOperationNote',
    final: false,
    fields: [{ kind: 'day', name: 'startedOn', label: 'fieldStartedOn' }, note],
  },
  {
    act: 'enter-follow-up',
    endpoint: 'enterFollowUp',
    title: 'enterFollowUp',
    note: 'enterFollowUpNote',
    final: false,
    fields: [note],
  },
  {
    act: 'reopen-round',
    endpoint: 'reopenRound',
    title: 'reopenRound',
    note: 'reopenRoundNote',
    final: false,
    fields: [
      {
        kind: 'choice',
        name: 'reason',
        label: 'fieldReasonKind',
        labels: roundReasons.labels,
        among: (view) => view.nextRoundReasons,
      },
      { kind: 'questions' },
      note,
    ],
  },
  {
    act: 'propose-closing',
    endpoint: 'proposeClosing',
    title: 'proposeClosing',
    note: 'proposeClosingNote',
    final: false,
    fields: [
      { kind: 'choice', name: 'reasonKind', label: 'fieldReasonKind', labels: closingReasons.labels },
      { ...note, required: true },
    ],
  },
  { act: 'close', endpoint: 'close', title: 'close', note: 'closeNote', final: true, fields: [note] },
  { act: 'resume', endpoint: 'resume', title: 'resume', note: 'resumeNote', final: false, fields: [] },
  { act: 'hold', endpoint: 'hold', title: 'hold', note: 'holdNote', final: false, fields: [reason] },
  {
    act: 'reject',
    endpoint: 'reject',
    title: 'reject',
    note: 'rejectNote',
    final: true,
    fields: [
      { kind: 'choice', name: 'reasonKind', label: 'fieldReasonKind', labels: rejectionReasons.labels },
      reason,
      { kind: 'text', name: 'advice', label: 'fieldAdvice', required: true },
      { kind: 'day', name: 'patientInformedOn', label: 'fieldInformedOn' },
    ],
  },
  {
    act: 'withdraw',
    endpoint: 'withdraw',
    title: 'withdraw',
    note: 'withdrawNote',
    final: true,
    fields: [{ kind: 'day', name: 'saidOn', label: 'fieldSaidOn' }, reason],
  },
  {
    act: 'record-death',
    endpoint: 'recordDeath',
    title: 'recordDeath',
    note: 'recordDeathNote',
    final: true,
    fields: [
      { kind: 'day', name: 'diedOn', label: 'fieldDiedOn' },
      { kind: 'choice', name: 'source', label: 'fieldSource', labels: deathSources.labels },
      { kind: 'flag', name: 'inpatient', label: 'fieldInpatient' },
      note,
    ],
  },
  {
    act: 'file-death-discussion',
    endpoint: 'fileDeathDiscussion',
    title: 'fileDeathDiscussion',
    note: 'fileDeathDiscussionNote',
    final: false,
    fields: [{ kind: 'day', name: 'heldOn', label: 'fieldHeldOn' }, note],
  },
];
export type { CourseForm };
