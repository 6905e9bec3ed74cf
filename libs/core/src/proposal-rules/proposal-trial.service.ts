import { departmentByCode } from '@consilium/catalog';
import type { AnswerOf, Bilingual, InputOf, proposalRuleEndpoints } from '@consilium/contracts';
import { Injectable } from '@nestjs/common';
import { authorise, authoriseSight, type Actor } from '../access/index.js';
import {
  basisOfRecord,
  caseFacts,
  clinicalRecordOf,
  departmentsInRosterOrder,
  factsForPolicy,
  openCaseBases,
  proposeDepartments,
  rulesInForce,
  type ProposalFacts,
} from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { differenceOf } from './proposal-difference.rules.js';
import { refusedOfTable } from './rule-table.rules.js';

type Body<Name extends 'try' | 'effect'> = InputOf<(typeof proposalRuleEndpoints)[Name]>['body'];

const nameOf = (code: string): Bilingual => departmentByCode(code)?.name ?? { zh: code, en: code };

/** What rules would propose that are not saved yet. Nothing here changes a case. */
@Injectable()
export class ProposalTrialService {
  constructor(private readonly database: Database) {}

  /** The departments for one case of the hospital, or for what is filled in. A case that may not be read is not found. */
  async try(actor: Actor, { rules, tried }: Body<'try'>): Promise<AnswerOf<typeof proposalRuleEndpoints.try>> {
    this.check(actor, rules);
    return this.database.read(actor, async (tx) => {
      const { facts, caseId } =
        'caseNo' in tried ? await factsOfCase(tx, tried.caseNo) : { facts: tried.facts, caseId: undefined };
      await tx.audit({
        action: 'proposal-rules.tried',
        objectKind: 'proposal-rules',
        ...(caseId !== undefined && { caseId }),
      });
      const available = (await departmentsInRosterOrder(tx, actor.hospitalId)).map(({ code }) => code);
      return {
        items: proposeDepartments(facts, available, rules).map(({ departmentCode, requirement, reasons }) => ({
          code: departmentCode,
          name: nameOf(departmentCode),
          requirement,
          reasons,
        })),
      };
    });
  }

  /** Open cases that would be proposed otherwise than now, at most fifty of them named. */
  async effect(actor: Actor, { rules }: Body<'effect'>): Promise<AnswerOf<typeof proposalRuleEndpoints.effect>> {
    this.check(actor, rules);
    return this.database.read(actor, async (tx) => {
      const { rules: present } = await rulesInForce(tx, actor.hospitalId);
      const available = (await departmentsInRosterOrder(tx, actor.hospitalId)).map(({ code }) => code);
      const cases = await openCaseBases(tx, actor.hospitalId);
      const items = cases.flatMap(({ caseNo, basis: facts }) => {
        const difference = differenceOf(
          proposeDepartments(facts, available, present),
          proposeDepartments(facts, available, rules),
        );
        if (difference === null) return [];
        const { added, removed, changed } = difference;
        return [{ caseNo, added: added.map(nameOf), removed: removed.map(nameOf), changed: changed.map(nameOf) }];
      });
      await tx.audit({
        action: 'proposal-rules.effect-looked-at',
        objectKind: 'proposal-rules',
        detail: { openCases: cases.length, affected: items.length },
      });
      return { openCases: cases.length, affected: items.length, items: items.slice(0, 50) };
    });
  }

  private check(actor: Actor, rules: Body<'try'>['rules']): void {
    authorise(actor, 'proposal-rules:manage', { hospitalId: actor.hospitalId });
    const refused = refusedOfTable(rules);
    if (refused.length > 0) throw refuseFields(...refused);
  }
}

async function factsOfCase(tx: Transaction, caseNo: string): Promise<{ facts: ProposalFacts; caseId: string }> {
  const facts = await caseFacts(tx, caseNo);
  authoriseSight(tx.actor, 'case:read', factsForPolicy(facts));
  const { clinical, ageYears } = await clinicalRecordOf(tx, facts);
  return { facts: basisOfRecord(clinical, ageYears), caseId: facts.id };
}
