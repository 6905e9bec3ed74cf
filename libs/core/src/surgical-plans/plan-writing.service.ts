import { Injectable } from '@nestjs/common';
import { caseStates, planStates, type PlanContent, type PlanView } from '@consilium/contracts';
import { authorise, authoriseSight, personOf, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { fingerprint } from '../audit/index.js';
import { caseFacts, factsForPolicy, moveCase } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import {
  book,
  bookingProblem,
  isDoubleBooking,
  releaseBookings,
  type WantedBooking,
} from '../consult-sessions/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { knownHouse, refuseIncomplete, refuseRetiredTheatre, writeContent } from './plan-content.js';
import { refusedFields } from './plan-content.rules.js';
import { bookingsOf, planFacts, planRecord, refuseUnlessPlanning, type PlanRecord } from './plan-record.js';
import { planNamed } from './plan-on-record.js';
import { refuseUnprivilegedLeads } from './stage-privileges.js';
import { askAgain, askLead, publish } from './stage-asking.js';
import { SurgicalPlan } from './surgical-plan.entity.js';

type Change = (tx: Transaction, record: PlanRecord, bookAnew: (record: PlanRecord) => Promise<void>) => Promise<void>;

/** Writing the staged surgical plan, and asking its stage leads. */
@Injectable()
export class PlanWritingService {
  constructor(private readonly database: Database) {}

  /** DECIDED → PLAN_IN_PREPARATION. The signed decision must be for surgery, and the patient must have agreed. */
  async start(
    actor: Actor,
    caseNo: string,
    input: { version: number; patientAgreedOn: string; title: string },
  ): Promise<{ id: string }> {
    return this.database.write(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      authorise(actor, 'plan:write', factsForPolicy(facts));
      await tx.raiseVersion('cases', facts.id, input.version);
      if (facts.state !== 'DECIDED') throw new Problem('case/wrong-state', { state: caseStates.labels[facts.state] });
      const decision = await tx.maybeOne<{ direction: string }>(
        `SELECT direction FROM decisions WHERE round_id = $1 AND state = 'SIGNED' ORDER BY signed_at DESC LIMIT 1`,
        [facts.roundId],
      );
      if (!decision || !['SURGERY', 'NEOADJUVANT'].includes(decision.direction)) throw new Problem('plan/not-surgical');
      if (input.patientAgreedOn > campusDay(tx.now, facts.timeZone))
        throw refuseFields({ field: 'patientAgreedOn', code: 'in-the-future' });
      const { number } = await tx.one<{ number: number }>(
        'SELECT coalesce(max(number), 0) + 1 AS number FROM surgical_plans WHERE case_id = $1',
        [facts.id],
      );
      const id = tx.newId();
      await tx.insert(SurgicalPlan, {
        id,
        caseId: facts.id,
        roundId: facts.roundId,
        number,
        title: input.title,
        leadId: facts.ownerId,
        patientAgreedOn: input.patientAgreedOn,
        state: 'DRAFT',
        createdAt: tx.now,
        updatedAt: tx.now,
        updatedBy: personOf(actor),
      });
      await moveCase(tx, facts.id, 'PLAN_IN_PREPARATION');
      await tx.audit({
        action: 'plan.started',
        objectKind: 'plan',
        objectId: id,
        caseId: facts.id,
        after: { state: 'DRAFT', number, patientAgreedOn: input.patientAgreedOn, title: fingerprint(input.title) },
      });
      await refreshCards(tx, facts.id);
      await tx.announce('plan', id);
      return { id };
    });
  }

  /**
   * Keeps the whole plan. While stage leads are being asked, or have confirmed, only those whose stage reads differently are asked again;
   * another start or theatre asks everyone. Theatre and leads are booked anew, or everything stays as it was.
   */
  async save(actor: Actor, planId: string, input: PlanContent & { version: number }): Promise<PlanView> {
    return this.changing(actor, planId, input.version, async (tx, before, bookAnew) => {
      const refused = refusedFields(
        input,
        await knownHouse(tx, before.ofCase, keptOf(before, input)),
        tx.now,
        before.plan.startsAt,
      );
      if (refused.length > 0) throw refuseFields(...refused);
      const staged = before.plan.state !== 'DRAFT';
      if (staged) refuseIncomplete(input);
      await writeContent(tx, before, input);
      const after = await planRecord(tx, planId);
      if (staged) {
        await refuseUnprivilegedLeads(tx, after);
        await bookAnew(after);
        await askAgain(tx, before, after);
      }
      await tx.audit({
        action: 'plan.saved',
        objectKind: 'plan',
        objectId: planId,
        caseId: before.ofCase.id,
        before: planNamed(before),
        after: planNamed(after),
      });
    });
  }

  /**
   * DRAFT → STAGED: theatre and leads are booked, and each stage lead is asked to confirm. Throws refusals of `stages.n.leadId` for leads
   * without the surgical privilege their stage needs at this hospital.
   */
  async stage(actor: Actor, planId: string, version: number): Promise<PlanView> {
    return this.changing(actor, planId, version, async (tx, record, bookAnew) => {
      if (record.plan.state !== 'DRAFT')
        throw new Problem('plan/wrong-state', { state: planStates.labels[record.plan.state] });
      refuseIncomplete({ ...record.plan, stages: record.stages });
      if (record.plan.startsAt !== null && record.plan.startsAt <= tx.now)
        throw refuseFields({ field: 'startsAt', code: 'in-the-past' });
      await refuseRetiredTheatre(tx, record.plan.theatreId);
      await refuseUnprivilegedLeads(tx, record);
      await bookAnew(record);
      await tx.query(`UPDATE surgical_plans SET state = 'STAGED' WHERE id = $1`, [planId]);
      for (const stage of record.stages) await askLead(tx, record, stage);
      await tx.audit({
        action: 'plan.staged',
        objectKind: 'plan',
        objectId: planId,
        caseId: record.ofCase.id,
        before: { state: record.plan.state },
        after: { state: 'STAGED' },
      });
    });
  }

  /** Runs a change of a plan under its version; a double booking is told with what it clashes with and free times. */
  private async changing(actor: Actor, planId: string, version: number, change: Change): Promise<PlanView> {
    const source = { sourceKind: 'OPERATION', sourceId: planId } as const;
    let wanted: WantedBooking[] = [];
    try {
      return await this.database.write(actor, async (tx) => {
        const seen = await planRecord(tx, planId);
        authoriseSight(actor, 'plan:read', planFacts(seen));
        authorise(actor, 'plan:write', planFacts(seen));
        await tx.raiseVersion('surgical_plans', planId, version);
        const present = await planRecord(tx, planId);
        refuseUnlessPlanning(present.ofCase);
        // Who hands the plan over to others may lose sight of the case with it, and still sees it once as they left it.
        return tx.asCaseKeeper(present.ofCase.id, async () => {
          await change(tx, present, async (record) => {
            wanted = bookingsOf(record.plan, record.stages);
            await releaseBookings(tx, source.sourceKind, source.sourceId);
            await book(tx, wanted, source);
          });
          return publish(tx, planId);
        });
      });
    } catch (error) {
      if (isDoubleBooking(error)) throw await bookingProblem(this.database, actor, wanted, source);
      throw error;
    }
  }
}

/** Retired departments stay in the stages that have them; a retired theatre stays as long as the operation is not moved. */
function keptOf({ plan, stages }: PlanRecord, { startsAt }: PlanContent): string[] {
  const isMoved = (startsAt === null ? null : new Date(startsAt).getTime()) !== (plan.startsAt?.getTime() ?? null);
  return [
    ...stages.map(({ departmentId }) => departmentId),
    ...(plan.theatreId !== null && !isMoved ? [plan.theatreId] : []),
  ];
}
