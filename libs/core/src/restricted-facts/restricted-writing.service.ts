import { Injectable } from '@nestjs/common';
import type { InputOf, restrictedEndpoints } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { caseFacts, factsForPolicy, IdentitySeal, type CaseFacts } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields, type FieldRefusal } from '../errors/index.js';
import { RestrictedFact } from './restricted-fact.entity.js';
import { factHeld, factsSeen, type RestrictedFacts, type SealedRow } from './restricted-record.js';

type Written = InputOf<typeof restrictedEndpoints.record>['body'];
type Changed = InputOf<typeof restrictedEndpoints.change>['body'];

/** Writing facts of level 5: the owner of the case alone, who also says which departments read them. */
@Injectable()
export class RestrictedWritingService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  async record(actor: Actor, caseNo: string, { departmentIds, ...content }: Written): Promise<RestrictedFacts> {
    return this.database.write(actor, async (tx) => {
      const facts = await writable(tx, caseNo);
      refuseWrong(tx, facts, { departmentIds, examinedOn: content.examinedOn });
      const id = tx.newId();
      const [now, personId] = [tx.now, personOf(actor)];
      await tx.insert(RestrictedFact, {
        id,
        caseId: facts.id,
        hospitalId: facts.hospitalId,
        sealed: this.seal.sealFact(id, content),
        keyId: this.seal.keyId,
        departmentIds,
        recordedAt: now,
        recordedBy: personId,
        updatedAt: now,
        updatedBy: personId,
      });
      await onRecord(tx, facts, id, 'recorded', { after: { version: 1, departmentIds } });
      return factsSeen(tx, facts);
    });
  }

  async change(
    actor: Actor,
    caseNo: string,
    id: string,
    { version, departmentIds, ...content }: Changed,
  ): Promise<RestrictedFacts> {
    return this.database.write(actor, async (tx) => {
      const { facts, row } = await held(tx, caseNo, id, version);
      if (row.retiredAt !== null) throw new Problem('restricted/wrong-state');
      refuseWrong(tx, facts, { departmentIds, examinedOn: content.examinedOn });
      await tx.query('UPDATE restricted_facts SET sealed = $2, key_id = $3, department_ids = $4 WHERE id = $1', [
        id,
        this.seal.sealFact(id, content),
        this.seal.keyId,
        departmentIds,
      ]);
      await onRecord(tx, facts, id, 'changed', {
        before: { version, departmentIds: row.departmentIds },
        after: { version: version + 1, departmentIds },
      });
      return factsSeen(tx, facts);
    });
  }

  async retire(actor: Actor, caseNo: string, id: string, version: number): Promise<RestrictedFacts> {
    return this.database.write(actor, (tx) => setRetired(tx, caseNo, id, version, true));
  }

  async restore(actor: Actor, caseNo: string, id: string, version: number): Promise<RestrictedFacts> {
    return this.database.write(actor, (tx) => setRetired(tx, caseNo, id, version, false));
  }
}

/** The facts of a case whose level-5 facts this actor may write. */
async function writable(tx: Transaction, caseNo: string): Promise<CaseFacts> {
  const facts = await caseFacts(tx, caseNo);
  authorise(tx.actor, 'restricted:write', factsForPolicy(facts));
  return facts;
}

async function held(
  tx: Transaction,
  caseNo: string,
  id: string,
  version: number,
): Promise<{ facts: CaseFacts; row: SealedRow }> {
  const facts = await writable(tx, caseNo);
  // First that it is there: a version is raised of what one may know of.
  await factHeld(tx, facts, id);
  await tx.raiseVersion('restricted_facts', id, version);
  return { facts, row: await factHeld(tx, facts, id) };
}

async function setRetired(
  tx: Transaction,
  caseNo: string,
  id: string,
  version: number,
  retired: boolean,
): Promise<RestrictedFacts> {
  const { facts, row } = await held(tx, caseNo, id, version);
  if ((row.retiredAt !== null) === retired) throw new Problem('restricted/wrong-state');
  await tx.query('UPDATE restricted_facts SET retired_at = $2 WHERE id = $1', [id, retired ? tx.now : null]);
  await onRecord(tx, facts, id, retired ? 'retired' : 'restored', {
    before: { version, retired: !retired },
    after: { version: version + 1, retired },
  });
  return factsSeen(tx, facts);
}

function refuseWrong(
  tx: Transaction,
  facts: CaseFacts,
  { departmentIds, examinedOn }: { departmentIds: readonly string[]; examinedOn: string },
): void {
  const wrong = departmentIds.flatMap((departmentId, place): FieldRefusal[] => {
    const field = `departmentIds.${place}`;
    if (departmentIds.indexOf(departmentId) !== place) return [{ field, code: 'duplicate' }];
    // Who does not take part in the case does not see it, and has no use of a fact of it.
    return facts.involvedDepartmentIds.includes(departmentId) ? [] : [{ field, code: 'unknown' }];
  });
  if (examinedOn > campusDay(tx.now, facts.timeZone)) wrong.push({ field: 'examinedOn', code: 'in-the-future' });
  if (wrong.length > 0) throw refuseFields(...wrong);
}

/** The log tells that a fact was written and who may read it. What it says is not told there, nor of what kind it is. */
async function onRecord(
  tx: Transaction,
  facts: CaseFacts,
  id: string,
  done: 'recorded' | 'changed' | 'retired' | 'restored',
  change: { before?: Record<string, unknown>; after: Record<string, unknown> },
): Promise<void> {
  await tx.audit({
    action: `restricted-fact.${done}`,
    objectKind: 'restricted-fact',
    objectId: id,
    caseId: facts.id,
    ...change,
  });
  await tx.announce('case', facts.caseNo);
}
