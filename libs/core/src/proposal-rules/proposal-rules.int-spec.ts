import type { ProposalRule } from '@consilium/contracts';
import { referralOf, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReferCaseService } from '../cases/index.js';
import { Problem } from '../errors/index.js';
import { ProposalRulesService, ProposalTrialService } from './index.js';

let world: TestWorld;
let caseNo: string;

const rulesOf = async () => (await world.get(ProposalRulesService).read(await world.actor('coordinator'))).rules;
const save = async (account: string, version: number, rules: ProposalRule[], reason = '科室要求') =>
  world.get(ProposalRulesService).save(await world.actor(account), { version, reason, rules });
const proposed = async () => {
  const owner = await world.actor('urology-2');
  const { clinical } = await referralOf(world, '002', 951);
  const { items } = await world.get(ReferCaseService).propose(owner, {
    ...clinical,
    birthDate: null,
    priorTreatmentKinds: clinical.priorTreatments.map(({ kind }) => kind),
  });
  return items.map(({ departmentId }) => departmentId);
};
const codeOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return error instanceof Problem ? error.code : error;
};
const withoutUrology = (rules: readonly ProposalRule[]) =>
  rules.filter(({ departmentCode }) => departmentCode !== 'urology');

beforeAll(async () => {
  world = await testWorld();
  const referral = await referralOf(world, '002', 952);
  ({ caseNo } = await world.get(ReferCaseService).refer(await world.actor('urology-2'), referral));
});
afterAll(() => world.close());

describe('the rules of a centre', () => {
  it('are tried out on a case before they are saved, with the number of open cases they change', async () => {
    const actor = await world.actor('director');
    const rules = withoutUrology(await rulesOf());
    const { items } = await world.get(ProposalTrialService).try(actor, { rules, tried: { caseNo } });
    expect(items.map(({ code }) => code)).not.toContain('urology');
    expect(items.find(({ code }) => code === 'diagnostic-radiology')?.reasons[0]?.text.zh).toContain('影像');
    const effect = await world.get(ProposalTrialService).effect(actor, { rules });
    expect(effect).toMatchObject({ openCases: 1, affected: 1 });
    expect(effect.items[0]).toMatchObject({ caseNo, added: [], changed: [] });
    expect(effect.items[0]?.removed.map(({ en }) => en)).toEqual(['Urology']);
    expect((await world.get(ProposalTrialService).effect(actor, { rules: await rulesOf() })).affected).toBe(0);
  });

  it('steer the proposals as soon as they are saved, and are taken up again from any version', async () => {
    const urology = await world.departmentId('urology');
    expect(await proposed()).toContain(urology);
    const shipped = await rulesOf();
    const saved = await save('coordinator', 0, withoutUrology(shipped), '泌尿外科另设入口');
    expect(saved).toMatchObject({ version: 1, mayManage: true });
    expect(saved.versions[0]).toMatchObject({ version: 1, reason: '泌尿外科另设入口', restoredVersion: null });
    expect(saved.versions[0]?.changedRules).toContain('urinary-tract-involved');
    expect(await proposed()).not.toContain(urology);

    const restored = await world
      .get(ProposalRulesService)
      .restore(await world.actor('director'), { version: 1, reason: '恢复', restoredVersion: 0 });
    expect(restored).toMatchObject({ version: 2 });
    expect(restored.rules).toEqual(shipped);
    expect(restored.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await proposed()).toContain(urology);
  });

  it('refuse who may not keep them, what the catalogue has not, nothing changed, and an old version', async () => {
    const rules = await rulesOf();
    const [first, ...rest] = rules;
    if (first === undefined) throw new Error('no rules');
    expect(await codeOf(save('urology-1', 2, withoutUrology(rules)))).toBe('access/denied');
    expect(await codeOf(save('administrator', 2, withoutUrology(rules)))).toBe('access/denied');
    expect(await codeOf(save('coordinator', 0, withoutUrology(rules)))).toBe('object/stale');
    await expect(save('coordinator', 2, [{ ...first, departmentCode: 'astrology' }, ...rest])).rejects.toMatchObject({
      extras: { errors: [{ field: 'rules.0.departmentCode', code: 'unknown' }] },
    });
    await expect(save('coordinator', 2, rules)).rejects.toMatchObject({
      extras: { errors: [{ field: 'rules', code: 'unchanged' }] },
    });
  });

  it('are only added to: no program changes or removes a version', async () => {
    const actor = await world.actor('coordinator');
    for (const sql of ['UPDATE proposal_rule_versions SET version = 9', 'DELETE FROM proposal_rule_versions'])
      await expect(world.database.write(actor, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });
});
