import type { BoardCard, BoardColumn, CaseState, ParticipationState } from '@consilium/contracts';

/** What the place of a case on a department's board depends on. */
export interface BoardSituation {
  state: CaseState;
  /** Of a case on hold: the state it was in. It keeps its column. */
  heldFrom: CaseState | null;
  /** Where this department's own opinion stands. */
  own: ParticipationState;
  /** Whether any department still owes its opinion in this round. */
  opinionsMissing: boolean;
  /** Whether the treatment is an operation, and whether its day is over. */
  operation: 'NONE' | 'AHEAD' | 'OVER';
}

const owes = (state: ParticipationState): boolean => state === 'OWED' || state === 'DRAFTING' || state === 'STALE';

interface ColumnRule {
  column: BoardColumn;
  holds: (situation: BoardSituation) => boolean;
}

const within =
  (...states: CaseState[]) =>
  (situation: BoardSituation): boolean =>
    states.includes(situation.state);

/**
 * The columns of a department's board; the first that holds is the column of the case. The place is worked out per department: a case may
 * wait on urology and be ready for imaging. A case on hold keeps its column; one of which that is not known stays among those in preparation.
 */
export const columnRules: readonly ColumnRule[] = [
  { column: 'WAITING_ON_US', holds: (s) => within('PREPARING', 'READY', 'SCHEDULED')(s) && owes(s.own) },
  {
    column: 'PREPARING',
    holds: within('DRAFT', 'REFERRED', 'TRIAGE', 'NEEDS_INFO', 'PREPARING', 'DEFERRED', 'ON_HOLD'),
  },
  { column: 'PREPARING', holds: (s) => s.state === 'READY' && s.opinionsMissing },
  { column: 'READY', holds: within('READY') },
  { column: 'SCHEDULED', holds: within('SCHEDULED', 'IN_DISCUSSION') },
  { column: 'DECIDED', holds: within('DECISION_PENDING', 'DECIDED') },
  { column: 'DECIDED', holds: (s) => s.state === 'IN_TREATMENT' && s.operation === 'NONE' },
  { column: 'SURGERY_PLANNING', holds: within('PLAN_IN_PREPARATION', 'PLAN_APPROVED') },
  { column: 'SURGERY_PLANNING', holds: (s) => s.state === 'IN_TREATMENT' && s.operation === 'AHEAD' },
  { column: 'FOLLOW_UP', holds: within('IN_TREATMENT', 'FOLLOW_UP') },
];

/** Column of a case on a department's board; null where the case has left the boards. */
export function columnOf(situation: BoardSituation): BoardColumn | null {
  const { state, heldFrom } = situation;
  const placed = state === 'ON_HOLD' && heldFrom !== null ? { ...situation, state: heldFrom } : situation;
  return columnRules.find((rule) => rule.holds(placed))?.column ?? null;
}

/** Due times a card may wait for, as ISO text; null where there is none. */
export interface CardDues {
  ownOpinion: string | null;
  /** The earliest opinion still owed by any department. */
  anyOpinion: string | null;
  triage: string | null;
  information: string | null;
  session: string | null;
  signature: string | null;
  /** This department's stage that is not confirmed yet. */
  ownStage: string | null;
  operation: string | null;
}

export type CardDue = Pick<BoardCard, 'dueAt' | 'dueKind'>;

const due = (dueKind: NonNullable<CardDue['dueKind']>, dueAt: string | null): CardDue =>
  dueAt === null ? { dueAt: null, dueKind: null } : { dueAt, dueKind };

const nothingDue = (): CardDue => ({ dueAt: null, dueKind: null });

/** What a card in each column waits for. */
const dueRules: Readonly<Record<BoardColumn, (dues: CardDues, state: CaseState) => CardDue>> = {
  WAITING_ON_US: (dues) => due('OPINION', dues.ownOpinion),
  PREPARING: (dues, state) => {
    if (state === 'REFERRED' || state === 'TRIAGE') return due('TRIAGE', dues.triage);
    if (state === 'NEEDS_INFO') return due('INFORMATION', dues.information);
    return due('OPINION', dues.anyOpinion);
  },
  READY: nothingDue,
  SCHEDULED: (dues) => due('SESSION', dues.session),
  DECIDED: (dues) => due('SIGNATURE', dues.signature),
  SURGERY_PLANNING: (dues) => (dues.ownStage === null ? due('OPERATION', dues.operation) : due('STAGE', dues.ownStage)),
  FOLLOW_UP: nothingDue,
};

/** What a card in this column waits for, and until when. */
export const dueOf = (column: BoardColumn, state: CaseState, dues: CardDues): CardDue =>
  state === 'ON_HOLD' ? nothingDue() : dueRules[column](dues, state);
