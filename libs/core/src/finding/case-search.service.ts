import { Injectable } from '@nestjs/common';
import type { AnswerOf, CaseFilters, findEndpoints, InputOf } from '@consilium/contracts';
import { authorise, hasRole, mayOnAll, personOf, type Actor } from '../access/index.js';
import {
  CASE_ROW,
  caseListItemOf,
  cursorOf,
  IdentitySeal,
  mayBeWholeName,
  openStates,
  placeOf,
  readableCases,
  ROUND_OF_ROW,
  type CaseListRow,
} from '../cases/index.js';
import { campusDayBegins } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { campusZone } from '../organisations/index.js';
import { foldedSearch, termsOf } from './search-terms.js';

type Search = InputOf<typeof findEndpoints.search>['body'];

const PARAMETERS = 4;

// The ids come bounded and in order from behind the wall; everything that is shown of them is read before it.
const found = (condition: string) => `
  SELECT x.*, r.given AS "opinionsGiven", r.owed AS "opinionsOwed", r.starts_at AS "sessionStartsAt"
  FROM (
    SELECT ${CASE_ROW}, f.place, f.by_identity AS "byIdentity", f.ordinality, c.patient_id AS "patientId"
    FROM cases_found($1, $2, $3, $4) WITH ORDINALITY f
      JOIN cases c ON c.id = f.case_id
      JOIN patients t ON t.id = c.patient_id
      JOIN people o ON o.id = c.owner_id
      LEFT JOIN LATERAL (SELECT min(b.due_at) AS due_at FROM obligations b WHERE b.case_id = c.id AND b.state = 'OPEN') n ON true
    WHERE ${condition}
  ) x
  ${ROUND_OF_ROW}
  ORDER BY x.ordinality`;

interface FoundRow extends CaseListRow {
  patientId: string;
  byIdentity: boolean;
}

/** Finding cases among all that one may see. */
@Injectable()
export class CaseSearchService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  /**
   * Cases that fit, a page at a time: every word of `q` is part of the number, the family name, in Chinese or pinyin, or words of the diagnosis, in
   * Chinese or English; or `q` as a whole is the patient's name or its pinyin. A name that was found so is on record for each patient, what was
   * typed never is. Without `q` and states it lists the cases that are not ended.
   */
  async search(actor: Actor, { q, filters, cursor, limit }: Search): Promise<AnswerOf<typeof findEndpoints.search>> {
    authorise(actor, 'case:list', { hospitalId: actor.hospitalId });
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const terms = termsOf(q);
    const name = foldedSearch(q);
    const hashes = mayBeWholeName(name) ? this.seal.hashesOfWholeName(name) : [];
    const scope = readableCases(actor, PARAMETERS + 1);
    const detail = { words: terms.length, filters };
    return this.database.list(actor, { action: 'case.searched', objectKind: 'case', detail }, async (tx) => {
      const wanted = {
        terms,
        hashes: hashes.map((hash) => hash.toString('hex')),
        ...(await wantedBy(tx, filters, terms.length > 0)),
        order: filters.order,
        ...after,
      };
      const rows = await tx.query<FoundRow>(found(scope.condition), [
        actor.hospitalId,
        JSON.stringify(wanted),
        await seenOtherwise(tx),
        limit + 1,
        ...scope.parameters,
      ]);
      const page = rows.slice(0, limit);
      await recordIdentified(tx, page);
      const last = page.at(-1);
      return {
        items: page.map(caseListItemOf),
        nextCursor: rows.length > limit && last ? cursorOf({ at: last.place, id: last.id }) : null,
        translated: [...new Set(terms.flatMap(({ zh }) => zh))],
      };
    });
  }
}

/** The filters as the database reads them. */
async function wantedBy(tx: Transaction, filters: CaseFilters, isSearch: boolean): Promise<Record<string, unknown>> {
  const { states, tumourTypes, risks, mine, departmentId, recurrent, overdue, from, to } = filters;
  const zone = from === null && to === null ? '' : await campusZone(tx, tx.actor.hospitalId);
  return {
    states: states.length > 0 || isSearch ? states : openStates,
    tumourTypes,
    risks,
    ownerId: mine ? personOf(tx.actor) : null,
    departmentId,
    recurrent,
    overdueAt: overdue ? tx.now.toISOString() : null,
    since: from === null ? null : campusDayBegins(from, zone).toISOString(),
    until: to === null ? null : campusDayBegins(to, zone, 1).toISOString(),
  };
}

/** Cases somebody sees for a reason that stands in no column of theirs: an emergency, or a session they record. */
async function seenOtherwise(tx: Transaction): Promise<string[]> {
  const { actor, now } = tx;
  if (mayOnAll(actor, 'case:read', actor.hospitalId)) return [];
  const rows = await tx.query<{ id: string }>(
    `SELECT e.case_id AS id FROM emergency_accesses e WHERE e.person_id = $1 AND e.ended_at IS NULL AND e.ends_at > $2
     UNION SELECT i.case_id FROM consult_sessions s JOIN agenda_items i ON i.session_id = s.id WHERE $3 AND s.recorder_id = $1`,
    [personOf(actor), now, hasRole(actor, 'RECORDER')],
  );
  return rows.map(({ id }) => id);
}

/** Who learns that a masked patient bears the name they typed has learned who that is: it is on record like every look at an identity. */
async function recordIdentified(tx: Transaction, page: readonly FoundRow[]): Promise<void> {
  const patients = new Map(page.filter(({ byIdentity }) => byIdentity).map((row) => [row.patientId, row.id]));
  for (const [patientId, caseId] of patients)
    await tx.audit({ action: 'search.identity', objectKind: 'patient', objectId: patientId, caseId });
}
