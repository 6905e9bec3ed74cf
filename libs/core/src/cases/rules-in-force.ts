import { proposalRules } from '@consilium/contracts';
import type { ProposalRule } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { SHIPPED_RULES } from './department-proposal.rules.js';

/** The table by which a hospital's centre proposes departments now. */
export interface RulesInForce {
  /** Null at a hospital without a centre, which proposes by the shipped table. */
  centerId: string | null;
  /** 0: the shipped table. */
  version: number;
  rules: readonly ProposalRule[];
}

/** Tables by the id of their row. A row never changes, so that what one process remembers stays right whatever others save. */
const remembered = new Map<string, readonly ProposalRule[]>();
const MOST_REMEMBERED = 20;

async function load(tx: Transaction, id: string): Promise<readonly ProposalRule[]> {
  const known = remembered.get(id);
  if (known !== undefined) return known;
  const { rules } = await tx.one<{ rules: unknown }>('SELECT rules FROM proposal_rule_versions WHERE id = $1', [id]);
  const read = proposalRules.parse(rules);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(id, read);
  return read;
}

/** The rules in force at the hospital. Which version that is, is asked anew each time; the table itself is read once. */
export async function rulesInForce(tx: Transaction, hospitalId: string): Promise<RulesInForce> {
  const centre = await tx.maybeOne<{ centerId: string; id: string | null; version: number | null }>(
    `SELECT c.id AS "centerId", v.id, v.version FROM centers c
       LEFT JOIN LATERAL (SELECT id, version FROM proposal_rule_versions WHERE center_id = c.id ORDER BY version DESC LIMIT 1) v ON true
     WHERE c.hospital_id = $1 ORDER BY c.id LIMIT 1`,
    [hospitalId],
  );
  if (!centre || centre.id === null) return { centerId: centre?.centerId ?? null, version: 0, rules: SHIPPED_RULES };
  return { centerId: centre.centerId, version: centre.version ?? 0, rules: await load(tx, centre.id) };
}

/** The table of one version of a centre; undefined where there is no such version. */
export async function rulesOfVersion(
  tx: Transaction,
  centerId: string | null,
  version: number,
): Promise<readonly ProposalRule[] | undefined> {
  if (version === 0) return SHIPPED_RULES;
  const row = await tx.maybeOne<{ id: string }>(
    'SELECT id FROM proposal_rule_versions WHERE center_id = $1 AND version = $2',
    [centerId, version],
  );
  return row && load(tx, row.id);
}
