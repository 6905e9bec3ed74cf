import type { DecisionRecord } from '@consilium/contracts';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { presentFacts } from '../decision-facts/index.js';
import { refuseFields, type FieldRefusal } from '../errors/index.js';
import type { ItemFacts, SessionFacts } from './session-facts.js';

type Stance = DecisionRecord['stances'][number];

interface Known {
  /** Departments taking part in the round, and hospitals the case is shared with or was for this session. */
  departmentIds: string[];
  hospitalIds: string[];
  people: { id: string; hospitalId: string; departmentIds: string[] }[];
}

async function known(
  tx: Transaction,
  session: SessionFacts,
  item: ItemFacts,
  personIds: readonly string[],
): Promise<Known> {
  return tx.one<Known>(
    `SELECT coalesce((SELECT json_agg(department_id) FROM participations WHERE round_id = $1), '[]') AS "departmentIds",
       coalesce((SELECT json_agg(DISTINCT hospital_id) FROM shares WHERE case_id = $2 AND session_id = $3), '[]') AS "hospitalIds",
       coalesce((SELECT json_agg(json_build_object('id', p.id, 'hospitalId', p.hospital_id, 'departmentIds',
           coalesce((SELECT json_agg(DISTINCT m.department_id) FROM memberships m WHERE m.person_id = p.id AND m.department_id IS NOT NULL
             AND m.valid_from <= $5::date AND (m.valid_to IS NULL OR m.valid_to >= $5::date)), '[]')))
         FROM people p WHERE p.id = ANY ($4::uuid[])), '[]') AS people`,
    [item.roundId, item.caseId, session.id, personIds, tx.now],
  );
}

const seatOf = ({ departmentId, hospitalId }: Stance) => departmentId ?? hospitalId;

function stanceRefusals(stance: Stance, index: number, all: readonly Stance[], facts: Known): FieldRefusal[] {
  const at = `stances.${index}`;
  const refusals: FieldRefusal[] = [];
  const person = facts.people.find(({ id }) => id === stance.personId);
  if ((stance.departmentId === null) === (stance.hospitalId === null))
    refusals.push({ field: `${at}.departmentId`, code: 'required' });
  else if (all.findIndex((other) => seatOf(other) === seatOf(stance)) < index)
    refusals.push({
      field: `${at}.${stance.departmentId === null ? 'hospitalId' : 'departmentId'}`,
      code: 'duplicate',
    });
  if (!person) refusals.push({ field: `${at}.personId`, code: 'unknown' });
  if (stance.departmentId !== null) {
    if (!facts.departmentIds.includes(stance.departmentId))
      refusals.push({ field: `${at}.departmentId`, code: 'unknown' });
    else if (person && !person.departmentIds.includes(stance.departmentId))
      refusals.push({ field: `${at}.personId`, code: 'not-of-department' });
  } else if (stance.hospitalId !== null) {
    if (!facts.hospitalIds.includes(stance.hospitalId)) refusals.push({ field: `${at}.hospitalId`, code: 'unknown' });
    else if (person && person.hospitalId !== stance.hospitalId)
      refusals.push({ field: `${at}.personId`, code: 'not-of-hospital' });
  }
  if (stance.stance === 'oppose' && stance.note === '') refusals.push({ field: `${at}.note`, code: 'reason-required' });
  return refusals;
}

/** Facts somebody chose that the case does not have. */
async function unknownFacts(
  tx: Transaction,
  caseId: string,
  { facts = [], recommendations }: Pick<DecisionRecord, 'recommendations' | 'facts'>,
): Promise<FieldRefusal[]> {
  const chosen = [
    ...facts.map(({ key }, index) => ({ key, field: `facts.${index}.key` })),
    ...recommendations.flatMap((one, at) =>
      (one.facts ?? []).map(({ key }, index) => ({ key, field: `recommendations.${at}.facts.${index}.key` })),
    ),
  ];
  if (chosen.length === 0) return [];
  const known = await presentFacts(tx, caseId);
  return chosen.flatMap(({ key, field }) => (known.has(key) ? [] : [{ field, code: 'fact-unknown' as const }]));
}

/**
 * Checks a record against the case: stances come from departments taking part or from linked hospitals, one each, by one of their people;
 * opposing needs a reason; a recommendation has an owner at the host and a day that is not past; facts somebody chose are in the record. Throws `request/invalid` with every field.
 */
export async function checkRecord(
  tx: Transaction,
  session: SessionFacts,
  item: ItemFacts,
  record: Pick<DecisionRecord, 'stances' | 'recommendations' | 'facts'>,
): Promise<void> {
  const personIds = [
    ...record.stances.map(({ personId }) => personId),
    ...record.recommendations.map(({ ownerId }) => ownerId),
  ];
  const facts = await known(tx, session, item, personIds);
  const today = campusDay(tx.now, session.timeZone);
  const refusals = [
    ...(await unknownFacts(tx, item.caseId, record)),
    ...record.stances.flatMap((stance, index) => stanceRefusals(stance, index, record.stances, facts)),
    ...record.recommendations.flatMap<FieldRefusal>(({ ownerId, dueOn }, index) => {
      const owner = facts.people.find(({ id }) => id === ownerId);
      return [
        ...(owner ? [] : [{ field: `recommendations.${index}.ownerId`, code: 'unknown' as const }]),
        ...(owner && owner.hospitalId !== session.hospitalId
          ? [{ field: `recommendations.${index}.ownerId`, code: 'not-of-hospital' as const }]
          : []),
        ...(dueOn < today ? [{ field: `recommendations.${index}.dueOn`, code: 'in-the-past' as const }] : []),
      ];
    }),
  ];
  if (refusals.length > 0) throw refuseFields(...refusals);
}
