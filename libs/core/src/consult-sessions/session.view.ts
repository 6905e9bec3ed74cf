import {
  itemAction,
  sessionAction,
  type AgendaItem,
  type DecisionView,
  type ItemAction,
  type Permission,
  type Quorum,
  type SessionAction,
  type SessionView,
} from '@consilium/contracts';
import { may, type Actor, type ObjectFacts } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { standingConsensus, tallyOf } from './consensus.rules.js';
import {
  anaesthesiaCodes,
  imagingCodes,
  pathologyCodes,
  quorumOf,
  withoutAnatomy,
  type Attendee,
} from './quorum.rules.js';
import { itemAllows, plannedMinutes, sessionAllows } from './session.rules.js';
import { sessionRow, type DecisionRow, type ItemRow, type SessionRow } from './session-rows.js';

const sessionPermissions: Readonly<Record<SessionAction, Permission>> = {
  move: 'session:schedule',
  cancel: 'session:schedule',
  'add-case': 'session:schedule',
  start: 'session:run',
  end: 'session:run',
  'mark-attendance': 'session:attend',
  invite: 'session:invite',
};
const itemPermissions: Readonly<Record<ItemAction, Permission>> = {
  remove: 'session:schedule',
  open: 'session:run',
  record: 'decision:record',
  conclude: 'decision:record',
  sign: 'decision:sign',
  defer: 'session:run',
};

const iso = (time: string | Date): string => new Date(time).toISOString();

/** Who of the members is there. */
export const attendeesOf = (row: SessionRow): Attendee[] =>
  row.members.flatMap(({ attendance, ...member }) => (attendance ? [{ ...member, mode: attendance.mode }] : []));

/** Whether the discussion of a case is valid now, with who is there. */
export function quorumOfItem(row: SessionRow, item: ItemRow): Quorum {
  const departmentIds = (codes: readonly string[]) =>
    row.departmentCodes.filter(({ code }) => codes.includes(code)).map(({ departmentId }) => departmentId);
  return quorumOf(
    {
      chairId: row.chairId,
      hostHospitalId: row.hospitalId,
      owner: { personId: item.ownerId, name: item.ownerName, departmentIds: item.ownerDepartmentIds },
      hasPathology: item.hasPathology,
      requiredDepartments: item.requiredDepartments,
      imagingIds: departmentIds(imagingCodes),
      pathologyIds: departmentIds(pathologyCodes),
      anaesthesiaIds: departmentIds(anaesthesiaCodes),
      direction: item.direction,
      sharedWith: item.sharedWith,
    },
    attendeesOf(row),
  );
}

export function decisionViewOf(decision: DecisionRow): DecisionView {
  const { quorum: _quorum, facts, ...record } = decision;
  return {
    ...record,
    ...(facts !== null && { facts }),
    consensus: standingConsensus(record),
    tally: tallyOf(decision.stances),
    signedAt: decision.signedAt && iso(decision.signedAt),
  };
}

function itemView(actor: Actor, row: SessionRow, facts: ObjectFacts, item: ItemRow): AgendaItem {
  const {
    ownerId,
    ownerName: _ownerName,
    ownerDepartmentIds: _ownerDepartmentIds,
    hasPathology: _hasPathology,
    involvedDepartmentIds,
    requiredDepartments: _required,
    structures: _structures,
    direction: _direction,
    heldQuorum,
    decision,
    ...shown
  } = item;
  const another = row.agenda.some(({ state, id }) => state === 'OPEN' && id !== item.id);
  const actions = itemAction.options.filter(
    (action) =>
      itemAllows(action, row.state, item.state) &&
      may(actor, itemPermissions[action], facts) &&
      !(action === 'open' && another),
  );
  // A colleague who is neither expected at the session nor on the case sees that it is discussed, not what of.
  const seesContent =
    may(actor, 'agenda:read', facts) ||
    may(actor, 'case:read', { hospitalId: row.hospitalId, ownerId, departmentIds: involvedDepartmentIds });
  const quorum = heldQuorum ?? quorumOfItem(row, item);
  return {
    ...shown,
    diagnosis: seesContent ? shown.diagnosis : '',
    questions: seesContent ? shown.questions : [],
    quorum: seesContent ? quorum : withoutAnatomy(quorum),
    decision: decision && seesContent ? decisionViewOf(decision) : null,
    availableActions: actions,
  };
}

/** The one mapping of a session to the wire: quorum and consensus as they stand, and the actions open to this person. */
export function sessionViewOf(actor: Actor, row: SessionRow): SessionView {
  const facts: ObjectFacts = {
    hospitalId: row.hospitalId,
    chairId: row.chairId,
    recorderId: row.recorderId,
    memberIds: row.members.map(({ personId }) => personId),
  };
  const { hospitalId: _hospitalId, departmentCodes: _codes, members, agenda, ...shown } = row;
  return {
    ...shown,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    members: members.map(({ title: _title, departmentIds: _departmentIds, attendance, ...member }) => ({
      ...member,
      attendance: attendance && { ...attendance, arrivedAt: iso(attendance.arrivedAt) },
    })),
    agenda: agenda.map((item) => itemView(actor, row, facts, item)),
    plannedMinutes: plannedMinutes(agenda),
    availableActions: sessionAction.options.filter(
      (action) => sessionAllows(action, row.state) && may(actor, sessionPermissions[action], facts),
    ),
  };
}

/** The session as the actor of the transaction sees it now. */
export async function sessionView(tx: Transaction, sessionId: string): Promise<SessionView> {
  return sessionViewOf(tx.actor, await sessionRow(tx, sessionId));
}
