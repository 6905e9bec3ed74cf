import { itemOwners, type Bilingual, type Completeness, type CompletenessItem } from '@consilium/contracts';
import { may } from '../access/index.js';
import { presentItems, type PresentItem } from '../checklists/index.js';
import { factsForPolicy, isEnded, type CaseFacts } from '../cases/index.js';
import type { Transaction } from '../database/index.js';
import { chaseOf, missingOf } from './providers-of-material.js';

/** Until its discussion is over a round's material can still be brought in. */
export const materialIsOpen = ({ state, roundClosed }: CaseFacts): boolean =>
  !roundClosed && !isEnded(state) && state !== 'ON_HOLD' && state !== 'REFERRED';

/** What the current round needs and what is there, as this person sees it. */
export async function viewCompleteness(tx: Transaction, facts: CaseFacts): Promise<Completeness> {
  const items = await presentItems(tx, facts.id);
  const object = factsForPolicy(facts);
  const open = materialIsOpen(facts);
  const mayChase = open && may(tx.actor, 'completeness:chase', object);
  const names = await departmentNames(tx, facts.hospitalId);
  const { owner, owed } = await tx.one<{ owner: string; owed: number }>(
    `SELECT p.name AS owner, (SELECT count(*)::int FROM participations q WHERE q.round_id = $2 AND q.requirement = 'REQUIRED'
       AND q.state NOT IN ('GIVEN', 'WAIVED')) AS owed FROM people p WHERE p.id = $1`,
    [facts.ownerId, facts.roundId],
  );
  const mandatory = items.filter(({ definition }) => definition.mandatory);
  const labels = new Map(items.map(({ code, definition }) => [code, definition.label]));
  const missing = missingOf(items);
  return {
    round: facts.roundOrdinal,
    checklistNumber: items[0]?.number ?? null,
    items: items.map((item) => itemView(item, ownerName(item, names, owner))),
    mandatory: mandatory.length,
    mandatoryDone: mandatory.length - missing.length,
    opinionsMissing: owed,
    complete: missing.length === 0 && owed === 0,
    maySet: open && may(tx.actor, 'completeness:write', object),
    mayChase,
    chase: mayChase
      ? (await chaseOf(tx, facts, items)).map(({ codes, notBefore, ...person }) => ({
          ...person,
          items: codes.map((code) => labels.get(code) ?? { zh: code, en: code }),
          notBefore: notBefore?.toISOString() ?? null,
        }))
      : [],
  };
}

async function departmentNames(tx: Transaction, hospitalId: string): Promise<Map<string, Bilingual>> {
  const rows = await tx.query<{ code: string } & Bilingual>(
    'SELECT code, name_zh AS zh, name_en AS en FROM departments WHERE hospital_id = $1',
    [hospitalId],
  );
  return new Map(rows.map(({ code, zh, en }) => [code, { zh, en }]));
}

function ownerName({ definition }: PresentItem, names: ReadonlyMap<string, Bilingual>, owner: string): Bilingual {
  const { owner: kind, departmentCode } = definition;
  if (kind === 'CASE_OWNER') return { zh: owner, en: owner };
  return (departmentCode === null ? undefined : names.get(departmentCode)) ?? itemOwners.labels[kind];
}

function itemView(
  { definition, stored, present, number: _number, ...row }: PresentItem,
  name: Bilingual,
): CompletenessItem {
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    group: definition.group,
    label: definition.label,
    basis: definition.basis,
    mandatory: definition.mandatory,
    needs: definition.needs,
    auto: definition.auto,
    validDays: definition.validDays,
    state: present.state,
    done: present.done,
    expired: present.state === 'MISSING' && present.factOn !== null,
    factOn: present.factOn,
    validUntil: present.validUntil,
    owner: definition.owner,
    ownerName: name,
    dueAt: row.dueAt,
    // What somebody said counts only while it stands.
    ...(present.state === stored.state
      ? { setBy: row.setBy, setAt: row.setAt, reason: row.reason }
      : { setBy: null, setAt: null, reason: '' }),
  };
}
