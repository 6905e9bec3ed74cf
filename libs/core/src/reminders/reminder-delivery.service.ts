import { Inject, Injectable } from '@nestjs/common';
import type { ObligationKind } from '@consilium/contracts';
import { systemActor } from '../access/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { recipientsOf, type OwedBy, type Recipient } from './recipients.js';
import { pathOf, type MessageParameters } from './reminder-texts.rules.js';
import { onlyTells, type Audience, type Step } from './timers.rules.js';

export interface WaitingReminder {
  id: string;
  fireAt: Date;
}

interface ClaimedReminder extends OwedBy {
  kind: ObligationKind;
  step: Step;
  audience: Audience;
  planId: string | null;
  obligationId: string;
  subjectId: string;
  dueAt: Date;
  caseNo: string | null;
  px: string | null;
  department: { zh: string; en: string } | null;
  stage: string | null;
}

const deliverer = systemActor('reminder-delivery', '');
/** A timer may ring a moment before the clock of the database says so. */
const EARLY_MILLISECONDS = 1_000;

/**
 * Reminders as PostgreSQL knows them. Whatever wakes it — a queue, a sweep, two of them at once — a reminder is delivered at most once, and
 * only while the thing is still owed in the version it was laid down for.
 */
@Injectable()
export class ReminderDeliveryService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reminders not delivered yet that are due within the horizon, overdue ones included; soonest first. */
  async waiting(horizonMilliseconds: number, limit = 5_000): Promise<WaitingReminder[]> {
    return this.database.read(deliverer, (tx) =>
      tx.query<WaitingReminder>(
        `SELECT id, fire_at AS "fireAt" FROM reminders WHERE state = 'SCHEDULED' AND fire_at <= $1 ORDER BY fire_at, id LIMIT $2`,
        [new Date(tx.now.getTime() + horizonMilliseconds), limit],
      ),
    );
  }

  /**
   * Reminders of obligations that changed: those that wait and are due within the horizon, and those of the same time that must not ring
   * any more.
   */
  async ofObligations(
    obligationIds: readonly string[],
    horizonMilliseconds: number,
  ): Promise<{ waiting: WaitingReminder[]; cancelled: string[] }> {
    const rows = await this.database.read(deliverer, (tx) =>
      tx.query<WaitingReminder & { state: string }>(
        `SELECT id, fire_at AS "fireAt", state FROM reminders WHERE obligation_id = ANY ($1::uuid[]) AND fire_at <= $2
           AND (state = 'SCHEDULED' OR (state = 'CANCELLED' AND fire_at > $3)) ORDER BY fire_at, id`,
        [obligationIds, new Date(tx.now.getTime() + horizonMilliseconds), tx.now],
      ),
    );
    return {
      waiting: rows.filter(({ state }) => state === 'SCHEDULED').map(({ id, fireAt }) => ({ id, fireAt })),
      cancelled: rows.filter(({ state }) => state === 'CANCELLED').map(({ id }) => id),
    };
  }

  /** Delivers one reminder in the app and lays down its mails. Returns the mails to send; none when it was delivered or cancelled before. */
  async deliver(reminderId: string): Promise<string[]> {
    return this.database.write(deliverer, async (tx) => {
      const reminder = await claim(tx, reminderId);
      if (!reminder) return [];
      const recipients = await recipientsOf(tx, reminder.audience, reminder);
      const notified = await notify(tx, reminderId, reminder, recipients);
      const withAddress = new Set(recipients.filter(({ email }) => email !== null).map(({ personId }) => personId));
      const toMail = notified.filter(({ personId }) => withAddress.has(personId)).map(({ id }) => id);
      const mails = this.config.SMTP_URL === undefined ? [] : await layDownMails(tx, toMail);
      if (onlyTells(reminder.kind)) await settle(tx, reminder.obligationId);
      await tx.audit({
        action: 'reminder.delivered',
        objectKind: 'reminder',
        objectId: reminderId,
        detail: { kind: reminder.kind, step: reminder.step, personIds: notified.map(({ personId }) => personId) },
      });
      await tx.announce('notification', ...notified.map(({ personId }) => personId));
      return mails;
    });
  }
}

/** Takes the reminder for this transaction, if it may ring. A racing deliverer waits for the row and then finds it delivered. */
async function claim(tx: Transaction, reminderId: string): Promise<ClaimedReminder | undefined> {
  const claimed = await tx.maybeOne<{ obligationId: string; step: Step; audience: Audience }>(
    `UPDATE reminders r SET state = 'DELIVERED', closed_at = $2 FROM obligations o
     WHERE r.id = $1 AND r.state = 'SCHEDULED' AND r.fire_at <= $3 AND o.id = r.obligation_id AND o.state = 'OPEN' AND o.version = r.obligation_version
     RETURNING r.obligation_id AS "obligationId", r.step, r.audience`,
    [reminderId, tx.now, new Date(tx.now.getTime() + EARLY_MILLISECONDS)],
  );
  if (!claimed) return undefined;
  const owed = await tx.one<Omit<ClaimedReminder, 'step' | 'audience' | 'obligationId'>>(
    `SELECT o.kind, o.hospital_id AS "hospitalId", n.owner_id AS "ownerId", o.session_id AS "sessionId", n.shared_with AS "sharedWithId",
       o.department_id AS "departmentId", o.person_id AS "personId", o.plan_id AS "planId", o.subject_id AS "subjectId", o.due_at AS "dueAt", n.case_no AS "caseNo", n.px_code AS px,
       CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('zh', d.name_zh, 'en', d.name_en) END AS department,
       n.stage_code AS stage,
       hospital_zone(o.hospital_id) AS "timeZone"
     FROM obligations o LEFT JOIN obligation_names n ON n.obligation_id = o.id LEFT JOIN departments d ON d.id = o.department_id WHERE o.id = $1`,
    [claimed.obligationId],
  );
  return { ...owed, ...claimed };
}

/** Nothing is left to do of what was only to be told. */
async function settle(tx: Transaction, obligationId: string): Promise<void> {
  await tx.query(`UPDATE obligations SET state = 'DONE', closed_at = $2 WHERE id = $1`, [obligationId, tx.now]);
}

/** One notification per person, once. People of other hospitals are told the px code, never the case number or a department of ours. */
async function notify(
  tx: Transaction,
  reminderId: string,
  reminder: ClaimedReminder,
  recipients: readonly Recipient[],
): Promise<{ id: string; personId: string }[]> {
  const rows = recipients.map(({ personId, isHost }) => ({
    id: tx.newId(),
    person_id: personId,
    parameters: parametersFor(reminder, isHost),
    path: pathOf(reminder.kind, reminder, isHost),
  }));
  return tx.query(
    `INSERT INTO notifications (id, person_id, reminder_id, kind, step, parameters, path, created_at)
     SELECT n.id, n.person_id, $2, $3, $4, n.parameters, n.path, $5
     FROM jsonb_to_recordset($1) AS n (id uuid, person_id uuid, parameters jsonb, path text)
     ON CONFLICT (reminder_id, person_id) DO NOTHING RETURNING id, person_id AS "personId"`,
    [JSON.stringify(rows), reminderId, reminder.kind, reminder.step, tx.now],
  );
}

function parametersFor(
  { caseNo, px, department, stage, dueAt, timeZone }: ClaimedReminder,
  isHost: boolean,
): MessageParameters {
  const named = isHost
    ? {
        ...(caseNo !== null && { caseNo }),
        ...(department !== null && { department }),
        ...(stage !== null && { stage }),
      }
    : { ...(px !== null && { px }) };
  return { ...named, dueAt: dueAt.toISOString(), timeZone };
}

async function layDownMails(tx: Transaction, notificationIds: readonly string[]): Promise<string[]> {
  const mails = notificationIds.map(() => tx.newId());
  await tx.query(
    `INSERT INTO mails (id, notification_id, state, created_at)
     SELECT m.id, m.notification_id, 'PENDING', $3 FROM unnest($1::uuid[], $2::uuid[]) AS m (id, notification_id)`,
    [mails, notificationIds, tx.now],
  );
  return mails;
}
