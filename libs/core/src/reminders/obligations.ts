import type { ObligationKind } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { planSteps, type PlannedStep, type TimerStepName } from './timers.rules.js';

export interface NewObligation {
  kind: ObligationKind;
  /** What is owed: case, participation, share, session, agenda item or stage, by kind. */
  subjectId: string;
  hospitalId: string;
  dueAt: Date;
  caseId?: string;
  sessionId?: string;
  planId?: string;
  shareId?: string;
  departmentId?: string;
  personId?: string;
  role?: string;
  /** Its reminders do not wait for the morning, e.g. since an operation within 24 hours hangs on it. */
  pressing?: boolean;
}

export type ClosedAs = 'DONE' | 'CANCELLED';

/**
 * Opens an obligation and lays down its reminders from the timer table. Where the same thing is owed already it moves to the new due time:
 * its version rises, reminders of the old version are cancelled, new ones are laid down, and those concerned are told that it changed.
 * Happens in the caller's transaction.
 */
export async function openObligation(tx: Transaction, wanted: NewObligation): Promise<void> {
  const obligation = await tx.one<{ id: string; version: number; openedAt: Date; moved: boolean; timeZone: string }>(
    `WITH before AS (SELECT state FROM obligations WHERE kind = $2 AND subject_id = $3)
     INSERT INTO obligations (id, kind, subject_id, hospital_id, case_id, session_id, plan_id, share_id, department_id, person_id, role, opened_at, due_at, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'OPEN')
     ON CONFLICT (kind, subject_id) DO UPDATE SET due_at = EXCLUDED.due_at, department_id = EXCLUDED.department_id, person_id = EXCLUDED.person_id,
       role = EXCLUDED.role, session_id = EXCLUDED.session_id, plan_id = EXCLUDED.plan_id, share_id = EXCLUDED.share_id,
       opened_at = CASE WHEN obligations.state = 'OPEN' THEN obligations.opened_at ELSE EXCLUDED.opened_at END,
       state = 'OPEN', closed_at = NULL, version = obligations.version + 1
     RETURNING id, version, opened_at AS "openedAt", coalesce((SELECT state FROM before) = 'OPEN', false) AS moved,
       hospital_zone($4) AS "timeZone"`,
    [
      tx.newId(),
      wanted.kind,
      wanted.subjectId,
      wanted.hospitalId,
      wanted.caseId ?? null,
      wanted.sessionId ?? null,
      wanted.planId ?? null,
      wanted.shareId ?? null,
      wanted.departmentId ?? null,
      wanted.personId ?? null,
      wanted.role ?? null,
      tx.now,
      wanted.dueAt,
    ],
  );
  if (obligation.version > 1) await cancelReminders(tx, [obligation.id]);
  await layDown(tx, obligation, planSteps(wanted.kind, { ...obligation, ...wanted, now: tx.now }));
  await tx.announce('reminder', obligation.id);
}

async function layDown(
  tx: Transaction,
  { id, version }: { id: string; version: number },
  steps: readonly PlannedStep[],
): Promise<void> {
  await tx.query(
    `INSERT INTO reminders (id, obligation_id, step, audience, fire_at, obligation_version, state)
     SELECT s.id, $1, s.step, s.audience, s.fire_at, $2, 'SCHEDULED'
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::timestamptz[]) AS s (id, step, audience, fire_at)`,
    [
      id,
      version,
      steps.map(() => tx.newId()),
      steps.map(({ step }) => step),
      steps.map(({ audience }) => audience),
      steps.map(({ fireAt }) => fireAt.toISOString()),
    ],
  );
}

/**
 * Says who of those asked has taken on what is owed. Its times stay, nobody is told anew, and reminders of the steps named are not needed any
 * more.
 */
export async function passObligationOn(
  tx: Transaction,
  kind: ObligationKind,
  subjectId: string,
  personId: string,
  withoutSteps: readonly TimerStepName[] = [],
): Promise<void> {
  const passed = await tx.maybeOne<{ id: string }>(
    `UPDATE obligations SET person_id = $3 WHERE kind = $1 AND subject_id = $2 AND state = 'OPEN' RETURNING id`,
    [kind, subjectId, personId],
  );
  if (!passed) return;
  await tx.query(
    `UPDATE reminders SET state = 'CANCELLED', closed_at = $2 WHERE obligation_id = $1 AND step = ANY ($3::text[]) AND state = 'SCHEDULED'`,
    [passed.id, tx.now, withoutSteps],
  );
  await tx.announce('reminder', passed.id);
}

/** Closes what is owed; its reminders are cancelled. Closing what is not open changes nothing. */
export async function closeObligation(
  tx: Transaction,
  kind: ObligationKind,
  subjectId: string,
  as: ClosedAs,
): Promise<void> {
  await close(tx, 'kind = $3 AND subject_id = $4', [kind, subjectId], as);
}

/** Closes everything still owed under a case, session, plan or share. */
export async function closeObligationsOf(
  tx: Transaction,
  of: { caseId?: string; sessionId?: string; planId?: string; shareId?: string; kinds?: readonly ObligationKind[] },
  as: ClosedAs,
): Promise<void> {
  const { kinds, ...scope } = of;
  const entries = Object.entries(scope).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (entries.length === 0) throw new Error('closing obligations needs a scope');
  const columns: Record<string, string> = {
    caseId: 'case_id',
    sessionId: 'session_id',
    planId: 'plan_id',
    shareId: 'share_id',
  };
  const conditions = entries.map(([name], index) => `${columns[name]} = $${index + 3}`);
  const parameters: unknown[] = entries.map(([, value]) => value);
  if (kinds) {
    conditions.push(`kind = ANY ($${parameters.length + 3}::text[])`);
    parameters.push(kinds);
  }
  await close(tx, conditions.join(' AND '), parameters, as);
}

async function close(tx: Transaction, condition: string, parameters: readonly unknown[], as: ClosedAs): Promise<void> {
  const closed = await tx.query<{ id: string }>(
    `UPDATE obligations SET state = $1, closed_at = $2, version = version + 1 WHERE state = 'OPEN' AND ${condition} RETURNING id`,
    [as, tx.now, ...parameters],
  );
  const ids = closed.map(({ id }) => id);
  await cancelReminders(tx, ids);
  await tx.announce('reminder', ...ids);
}

async function cancelReminders(tx: Transaction, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return;
  await tx.query(
    `UPDATE reminders SET state = 'CANCELLED', closed_at = $2 WHERE obligation_id = ANY ($1::uuid[]) AND state = 'SCHEDULED'`,
    [obligationIds, tx.now],
  );
}
