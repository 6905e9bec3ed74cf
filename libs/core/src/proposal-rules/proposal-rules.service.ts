import { departments } from '@consilium/catalog';
import type { AnswerOf, InputOf, proposalRuleEndpoints, ProposalRule, ProposalTable } from '@consilium/contracts';
import { Injectable } from '@nestjs/common';
import { authorise, may, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { departmentsInRosterOrder, ProposalRuleVersion, rulesInForce, rulesOfVersion } from '../cases/index.js';
import { Database, staleProblem, type Transaction } from '../database/index.js';
import { ConstraintViolation, notFound, refuseFields } from '../errors/index.js';
import { changedRules, refusedOfTable } from './rule-table.rules.js';

type Body<Name extends 'save' | 'restore'> = InputOf<(typeof proposalRuleEndpoints)[Name]>['body'];

const ONE_TABLE_PER_VERSION = 'ux_proposal_rule_versions_version';

/** The rules of who takes part in a case, as the centre keeps them: read, laid down anew, and taken up again. */
@Injectable()
export class ProposalRulesService {
  constructor(private readonly database: Database) {}

  async read(actor: Actor): Promise<ProposalTable> {
    authorise(actor, 'proposal-rules:read', { hospitalId: actor.hospitalId });
    return this.database.list(actor, { action: 'proposal-rules.opened', objectKind: 'proposal-rules' }, tableView);
  }

  /** Lays down a new version. Refuses what the catalogue does not have at its field; another version meanwhile is `object/stale`. */
  async save(
    actor: Actor,
    { version, reason, rules }: Body<'save'>,
  ): Promise<AnswerOf<typeof proposalRuleEndpoints.save>> {
    return this.changing(actor, async (tx) => {
      const refused = refusedOfTable(rules);
      if (refused.length > 0) throw refuseFields(...refused);
      await this.layDown(tx, { version, reason, rules, restoredVersion: null });
    });
  }

  /** The table of an earlier version becomes the newest one; nothing between is lost. */
  async restore(actor: Actor, { version, reason, restoredVersion }: Body<'restore'>): Promise<ProposalTable> {
    return this.changing(actor, async (tx) => {
      const { centerId } = await rulesInForce(tx, actor.hospitalId);
      const rules = await rulesOfVersion(tx, centerId, restoredVersion);
      if (rules === undefined || restoredVersion >= Math.max(version, 1))
        throw refuseFields({ field: 'restoredVersion', code: 'unknown' });
      await this.layDown(tx, { version, reason, rules, restoredVersion });
    });
  }

  private async changing(actor: Actor, work: (tx: Transaction) => Promise<void>): Promise<ProposalTable> {
    authorise(actor, 'proposal-rules:manage', { hospitalId: actor.hospitalId });
    try {
      return await this.database.write(actor, async (tx) => {
        await work(tx);
        return tableView(tx);
      });
    } catch (error) {
      // Two saved at the same moment; the second learns of the first.
      if (error instanceof ConstraintViolation && error.constraint === ONE_TABLE_PER_VERSION)
        throw await this.database.read(actor, (tx) => stale(tx));
      throw error;
    }
  }

  private async layDown(
    tx: Transaction,
    next: { version: number; reason: string; rules: readonly ProposalRule[]; restoredVersion: number | null },
  ): Promise<void> {
    const { hospitalId } = tx.actor;
    const present = await rulesInForce(tx, hospitalId);
    if (present.version !== next.version) throw await stale(tx);
    if (present.centerId === null) throw notFound();
    const changed = changedRules(present.rules, next.rules);
    if (changed.length === 0) throw refuseFields({ field: 'rules', code: 'unchanged' });
    const id = tx.newId();
    await tx.insert(ProposalRuleVersion, {
      id,
      centerId: present.centerId,
      hospitalId,
      version: present.version + 1,
      rules: [...next.rules],
      changedRules: changed,
      reason: next.reason,
      restoredVersion: next.restoredVersion,
      changedAt: tx.now,
      changedBy: personOf(tx.actor),
    });
    await tx.audit({
      action: next.restoredVersion === null ? 'proposal-rules.changed' : 'proposal-rules.restored',
      objectKind: 'proposal-rules',
      objectId: id,
      detail: { changedRules: changed, restoredVersion: next.restoredVersion, reason: fingerprint(next.reason) },
      before: { version: present.version, rules: present.rules.length },
      after: { version: present.version + 1, rules: next.rules.length },
    });
    await tx.announce('directory', hospitalId);
  }
}

async function stale(tx: Transaction) {
  const last = await tx.maybeOne<{ version: number; at: Date; who: string }>(
    `SELECT v.version, v.changed_at AS at, p.name AS who FROM proposal_rule_versions v JOIN people p ON p.id = v.changed_by
     WHERE v.hospital_id = $1 ORDER BY v.version DESC LIMIT 1`,
    [tx.actor.hospitalId],
  );
  return staleProblem(last ?? { version: 0, at: tx.now, who: null });
}

async function tableView(tx: Transaction): Promise<ProposalTable> {
  const { hospitalId } = tx.actor;
  const { centerId, version, rules } = await rulesInForce(tx, hospitalId);
  const versions = await tx.query<Omit<ProposalTable['versions'][number], 'changedAt'> & { changedAt: Date }>(
    `SELECT v.version, v.changed_at AS "changedAt", p.name AS "changedBy", v.reason, v.restored_version AS "restoredVersion",
       v.changed_rules AS "changedRules"
     FROM proposal_rule_versions v JOIN people p ON p.id = v.changed_by WHERE v.center_id = $1 ORDER BY v.version DESC`,
    [centerId],
  );
  const inUse = new Map((await departmentsInRosterOrder(tx, hospitalId)).map(({ code }, place) => [code, place]));
  const place = (code: string) => inUse.get(code) ?? inUse.size;
  return {
    version,
    rules: [...rules],
    versions: versions.map((one) => ({ ...one, changedAt: one.changedAt.toISOString() })),
    departments: departments
      .map(({ code, name }) => ({ code, name, isInUse: inUse.has(code) }))
      .toSorted((a, b) => place(a.code) - place(b.code)),
    mayManage: may(tx.actor, 'proposal-rules:manage', { hospitalId }),
  };
}
