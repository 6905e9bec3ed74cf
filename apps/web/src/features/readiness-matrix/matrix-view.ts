import type { Department, MatrixCase, MatrixSession, OpinionDot, ReadinessMatrix, Risk } from '@consilium/contracts';
import { dotLook, type DotLook } from '../../components/opinion-dots';

export interface Cell {
  department: Department;
  /** Null where the department does not take part. */
  dot: OpinionDot | null;
  look: DotLook | 'absent';
}

export interface Row {
  card: MatrixCase;
  cells: Cell[];
  overdue: number;
  due: number;
  /** Required opinions that are not in yet. */
  missing: number;
  /** Something required is late: the case cannot go to its session as it stands. */
  isBlocked: boolean;
  isReady: boolean;
}

export interface Group {
  /** Null for the cases that have no session. */
  session: MatrixSession | null;
  rows: Row[];
  ready: number;
  blocked: number;
}

const OWED = new Set(['OWED', 'DRAFTING', 'STALE']);
const riskRank: Record<Risk, number> = { EXTREME: 0, HIGH: 1, MODERATE: 2 };

/** Departments of the matrix: the centre's roster in its order, and every other department that takes part in a case on it. */
export function columnsOf(departments: readonly Department[], cases: readonly MatrixCase[]): Department[] {
  const takingPart = new Set(cases.flatMap(({ dots }) => dots.map(({ departmentId }) => departmentId)));
  return departments
    .filter(({ id, centreRole, isRetired }) => takingPart.has(id) || (centreRole !== null && !isRetired))
    .sort((a, b) => a.position - b.position);
}

function rowOf(card: MatrixCase, columns: readonly Department[], now: Date): Row {
  const dots = new Map(card.dots.map((dot) => [dot.departmentId, dot]));
  const cells = columns.map((department): Cell => {
    const dot = dots.get(department.id) ?? null;
    return { department, dot, look: dot === null ? 'absent' : dotLook(dot, now) };
  });
  const count = (look: Cell['look']) => cells.filter((cell) => cell.look === look).length;
  const required = card.dots.filter(({ requirement }) => requirement === 'REQUIRED');
  const missing = required.filter(({ state }) => OWED.has(state));
  return {
    card,
    cells,
    overdue: count('overdue'),
    due: count('due'),
    missing: missing.length,
    isBlocked: missing.some((dot) => dotLook(dot, now) === 'overdue'),
    isReady: missing.length === 0,
  };
}

/** By risk, then by what is due first, as a coordinator works them off. */
function inOrder(a: Row, b: Row): number {
  const risk = riskRank[a.card.risk] - riskRank[b.card.risk];
  if (risk !== 0) return risk;
  const [dueA, dueB] = [a, b].map(({ card }) => earliestDue(card));
  return (dueA ?? '').localeCompare(dueB ?? '') || a.card.caseNo.localeCompare(b.card.caseNo);
}

const LAST = '9999';
const earliestDue = ({ dots }: MatrixCase): string =>
  dots.flatMap(({ state, dueAt }) => (OWED.has(state) && dueAt !== null ? [dueAt] : [])).sort()[0] ?? LAST;

/** Rows by session, earliest first, and those without one at the end. */
export function groupsOf(matrix: ReadinessMatrix, columns: readonly Department[], now: Date): Group[] {
  const rows = matrix.cases.map((card) => rowOf(card, columns, now));
  return [...matrix.sessions, null].flatMap((session): Group[] => {
    const own = rows.filter(({ card }) => (card.session?.id ?? null) === (session?.id ?? null)).sort(inOrder);
    if (own.length === 0) return [];
    return [
      {
        session,
        rows: own,
        ready: own.filter(({ isReady }) => isReady).length,
        blocked: own.filter(({ isBlocked }) => isBlocked).length,
      },
    ];
  });
}

export interface Filter {
  blocked: boolean;
  risk: boolean;
}

/** The groups that the filters leave, without those that became empty. */
export function filteredGroups(groups: readonly Group[], { blocked, risk }: Filter): Group[] {
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter(
        (row) => (!blocked || row.isBlocked) && (!risk || row.card.risk === 'HIGH' || row.card.risk === 'EXTREME'),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

export interface ColumnHead {
  given: number;
  asked: number;
  overdue: number;
  due: number;
}

/** What stands below a department's name: how many opinions are in, or the worst exception. */
export function headOf(rows: readonly Row[], departmentId: string): ColumnHead {
  const cells = rows.flatMap((row) => row.cells.filter(({ department }) => department.id === departmentId));
  const count = (look: Cell['look']) => cells.filter((cell) => cell.look === look).length;
  return {
    given: count('given'),
    asked: cells.filter(({ look }) => look !== 'absent' && look !== 'waived').length,
    overdue: count('overdue'),
    due: count('due'),
  };
}

export const cellKey = (caseNo: string, departmentCode: string): string => `${caseNo}:${departmentCode}`;
