import {
  decisionRecord,
  type ConsensusType,
  type DecisionRecord,
  type DecisionView,
  type Direction,
  type FactChoice,
  type Stance,
} from '@consilium/contracts';
import type { RecordBody } from '../api';

export type Recommendation = DecisionRecord['recommendations'][number];

/** One seat at the table: a department of the case or a linked hospital. */
export interface StanceEntry {
  departmentId: string | null;
  hospitalId: string | null;
  personId: string | null;
  stance: Stance | null;
  note: string;
}

/** The record of one case while it is spoken; unlike the kept record it may be unfinished. */
export interface RecordDraft {
  direction: Direction | null;
  summary: string;
  /** By {@link seatKey}. */
  stances: Readonly<Record<string, StanceEntry>>;
  recommendations: readonly Recommendation[];
  patientPreferenceConsidered: boolean;
  /** Facts it stands on; null where the rules for the direction propose. */
  facts: readonly FactChoice[] | null;
  consensusOverride: { consensus: ConsensusType | null; reason: string } | null;
}

export function seatKey(seat: {
  departmentId: string | null;
  hospitalId: string | null;
  personId?: string | null;
}): string {
  if (seat.hospitalId !== null) return `hospital:${seat.hospitalId}`;
  return seat.departmentId === null ? `person:${seat.personId ?? ''}` : `department:${seat.departmentId}`;
}

/** The draft that stands for what is kept; an empty one where nothing is. */
export function draftOf(decision: DecisionView | null): RecordDraft {
  if (decision === null) {
    return {
      direction: null,
      summary: '',
      stances: {},
      recommendations: [],
      patientPreferenceConsidered: false,
      facts: null,
      consensusOverride: null,
    };
  }
  return {
    direction: decision.direction,
    summary: decision.summary,
    stances: Object.fromEntries(decision.stances.map((entry) => [seatKey(entry), entry])),
    recommendations: decision.recommendations,
    patientPreferenceConsidered: decision.patientPreferenceConsidered,
    facts: decision.facts ?? null,
    consensusOverride: decision.consensusOverride,
  };
}

const needsReason = (entry: StanceEntry) => entry.stance === 'oppose' && entry.note.trim() === '';
const isGiven = (entry: StanceEntry) => entry.stance !== null && entry.personId !== null;

/**
 * What can be kept of the draft now, or null while no direction is chosen: the API keeps no record without one. An opposing stance
 * without its reason and a half-written override wait until they are complete, so that the rest is safe meanwhile.
 */
export function bodyOf(draft: RecordDraft, decisionVersion: number): RecordBody | null {
  if (draft.direction === null) return null;
  const override = draft.consensusOverride;
  return {
    decisionVersion,
    direction: draft.direction,
    summary: draft.summary,
    stances: Object.values(draft.stances).flatMap((entry) =>
      isGiven(entry) && !needsReason(entry)
        ? [
            {
              departmentId: entry.departmentId,
              hospitalId: entry.hospitalId,
              personId: entry.personId ?? '',
              stance: entry.stance ?? 'information',
              note: entry.note,
            },
          ]
        : [],
    ),
    recommendations: [...draft.recommendations],
    patientPreferenceConsidered: draft.patientPreferenceConsidered,
    ...(draft.facts !== null && { facts: [...draft.facts] }),
    consensusOverride:
      override === null || override.consensus === null || override.reason.trim() === ''
        ? null
        : { consensus: override.consensus, reason: override.reason },
  };
}

export type Gap = 'direction' | 'summary' | 'stances' | 'dissent' | 'override' | 'actions';

/** What the record still lacks before the case can be concluded, in the order in which it is spoken. The API checks it again. */
export function gapsOf(draft: RecordDraft): Gap[] {
  const entries = Object.values(draft.stances);
  const gaps: Gap[] = [];
  if (draft.direction === null) gaps.push('direction');
  if (!decisionRecord.shape.summary.safeParse(draft.summary).success) gaps.push('summary');
  if (!entries.some(isGiven)) gaps.push('stances');
  if (entries.some(needsReason)) gaps.push('dissent');
  const override = draft.consensusOverride;
  if (override !== null && (override.consensus === null || override.reason.trim() === '')) gaps.push('override');
  if (draft.recommendations.length === 0) gaps.push('actions');
  return gaps;
}

/** How many support, support with a condition and oppose: only these three count towards consensus. */
export function tallyOf(draft: RecordDraft): DecisionView['tally'] {
  const count = (stance: Stance) => Object.values(draft.stances).filter((entry) => entry.stance === stance).length;
  return { support: count('support'), conditional: count('conditional'), oppose: count('oppose') };
}
