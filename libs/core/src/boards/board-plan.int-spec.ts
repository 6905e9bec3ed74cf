import { referredCase, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService } from '../cases/index.js';
import { Transaction } from '../database/index.js';
import { BoardsService } from './boards.service.js';

const CASES = 4_000;
/** Tables that grow with the archive. What reads one of them whole becomes slower every year. */
const GROWING = new Set(['cases', 'board_cards', 'participations', 'discussion_rounds', 'patients']);

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

let world: TestWorld;
let caseNo: string;

beforeAll(async () => {
  world = await testWorld();
  caseNo = await referredCase(world, { ordinal: 1, required: ['urology', 'pathology'] });
  // One case some thousand times, laid down directly: what counts here is how many there are. Most are followed up, as in a real archive.
  for (const [table, alias, changes] of [
    ['patients', 't', `'id', md5('patient' || n)::uuid`],
    [
      'cases',
      'c',
      `'id', md5('case' || n)::uuid, 'patient_id', md5('patient' || n)::uuid, 'case_no', 'P20-' || n, 'state', CASE WHEN n % 40 = 0 THEN c.state ELSE 'FOLLOW_UP' END`,
    ],
    ['discussion_rounds', 'r', `'id', md5('round' || n)::uuid, 'case_id', md5('case' || n)::uuid`],
    ['participations', 'p', `'id', md5('part' || n || p.department_id)::uuid, 'round_id', md5('round' || n)::uuid`],
    [
      'board_cards',
      'b',
      `'case_id', md5('case' || n)::uuid, 'sequence', n, 'due_at', b.due_at + n * interval '1 minute', 'column_key', CASE WHEN n % 40 = 0 THEN b.column_key ELSE 'FOLLOW_UP' END`,
    ],
  ])
    await world.rows(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(${alias}, jsonb_build_object(${changes}))).* FROM ${table} ${alias}, generate_series(1, ${CASES}) n`,
    );
  await world.rows('ANALYZE');
});
afterAll(() => world.close());

const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How the server reads what the statements of a look ask for, as this person and with every policy in it. */
async function nodesRead(actor: Actor, look: () => Promise<unknown>): Promise<PlanNode[]> {
  const query = vi.spyOn(Transaction.prototype, 'query');
  await look();
  const statements = query.mock.calls.filter(([sql]) => /^\s*(SELECT|WITH)/.test(sql));
  query.mockRestore();
  const nodes: PlanNode[] = [];
  for (const [sql, parameters] of statements) {
    const [row] = await world.database.read(actor, (tx) =>
      tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${sql}`, parameters),
    );
    nodes.push(...(row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan)));
  }
  return nodes;
}
const readWhole = (nodes: readonly PlanNode[]): string[] =>
  nodes.flatMap((node) => {
    const relation = node['Relation Name'] ?? '';
    return node['Node Type'] === 'Seq Scan' && GROWING.has(relation) ? [relation] : [];
  });

describe('with thousands of cases, behind the wall', () => {
  it.each(['urology-1', 'coordinator'])('a board is read by its index for %s', async (account) => {
    const actor = await world.actor(account);
    const urology = await world.departmentId('urology');
    const nodes = await nodesRead(actor, () => world.get(BoardsService).read(actor, urology));
    expect(nodes.map((node) => node['Index Name'])).toEqual(
      expect.arrayContaining(['ix_board_cards_department', 'ix_board_cards_follow_up']),
    );
    expect(readWhole(nodes)).toEqual([]);
  });

  it.each(['urology-1', 'coordinator'])('a case is read by its keys for %s', async (account) => {
    const actor = await world.actor(account);
    const nodes = await nodesRead(actor, () => world.get(CaseReadingService).read(actor, caseNo));
    expect(nodes.map((node) => node['Index Name'])).toContain('ux_cases_case_no');
    expect(readWhole(nodes)).toEqual([]);
  });
});
