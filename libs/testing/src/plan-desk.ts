import type { PlanContent, PlanView } from '@consilium/contracts';
import { PlanWritingService, type Actor } from '@consilium/core';
import { contentOf, draftedPlan } from './plan-builder.js';
import type { TestWorld } from './test-world.js';

type Stage = PlanContent['stages'][number];

/** What tests of surgical plans do and look at again and again, in the name of the owner, urology-2. */
export interface PlanDesk {
  owner: Actor;
  /** The ordinal of a patient no other test has. */
  next(): number;
  drafted(wanted?: { inDays?: number; theatre?: number }): Promise<PlanView>;
  staged(wanted?: { inDays?: number; theatre?: number }): Promise<PlanView>;
  /** Saves a plan as it is but for these changes. */
  save(plan: PlanView, changes: Partial<PlanContent>): Promise<PlanView>;
  caseState(caseNo: string): Promise<string | undefined>;
  setCaseState(caseNo: string, state: string): Promise<void>;
  bookings(planId: string): Promise<{ kind: string; startsAt: Date; endsAt: Date }[]>;
  /** Who is asked to confirm, in which version of the asking, and how it stands: `chair 2 OPEN`. */
  asked(planId: string): Promise<string[]>;
  /** Reminders that will be told, soonest first for each person: `chair DUE`. */
  reminders(planId: string): Promise<string[]>;
}

export async function planDesk(world: TestWorld, firstOrdinal: number): Promise<PlanDesk> {
  const owner = await world.actor('urology-2');
  const writing = world.get(PlanWritingService);
  let ordinal = firstOrdinal;
  const next = () => (ordinal += 1);
  const drafted: PlanDesk['drafted'] = (wanted = {}) => draftedPlan(world, { ordinal: next(), ...wanted });
  return {
    owner,
    next,
    drafted,
    staged: async (wanted) => {
      const draft = await drafted(wanted);
      return writing.stage(owner, draft.id, draft.version);
    },
    save: (plan, changes) => writing.save(owner, plan.id, { ...contentOf(plan), ...changes, version: plan.version }),
    caseState: async (caseNo) =>
      (await world.rows<{ state: string }>('SELECT state FROM cases WHERE case_no = $1', [caseNo]))[0]?.state,
    setCaseState: async (caseNo, state) => {
      await world.database.write(owner, (tx) =>
        tx.query('UPDATE cases SET state = $2 WHERE case_no = $1', [caseNo, state]),
      );
    },
    bookings: (planId) =>
      world.rows(
        `SELECT resource_kind AS kind, lower(during) AS "startsAt", upper(during) AS "endsAt" FROM bookings
         WHERE source_id = $1 ORDER BY kind DESC, lower(during)`,
        [planId],
      ),
    asked: async (planId) => {
      const rows = await world.rows<{ what: string }>(
        `SELECT a.username || ' ' || o.version || ' ' || o.state AS what FROM obligations o JOIN accounts a ON a.person_id = o.person_id
         WHERE o.kind = 'STAGE_CONFIRMATION' AND o.plan_id = $1 ORDER BY a.username, o.state`,
        [planId],
      );
      return rows.map(({ what }) => what);
    },
    reminders: async (planId) => {
      const rows = await world.rows<{ what: string }>(
        `SELECT a.username || ' ' || r.step AS what FROM reminders r JOIN obligations o ON o.id = r.obligation_id JOIN accounts a ON a.person_id = o.person_id
         WHERE o.plan_id = $1 AND r.state = 'SCHEDULED' ORDER BY a.username, r.fire_at`,
        [planId],
      );
      return rows.map(({ what }) => what);
    },
  };
}

/** The stages of a plan, one of them changed. */
export const withStage = (plan: PlanView, code: string, changes: Partial<Stage>): Stage[] =>
  contentOf(plan).stages.map((stage) => (stage.code === code ? { ...stage, ...changes } : stage));
