import { Inject, Injectable } from '@nestjs/common';
import type { AnswerOf, CaughtMail, Notification, ObligationKind, reminderEndpoints } from '@consilium/contracts';
import { personOf, type Actor } from '../access/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, refuseFields } from '../errors/index.js';
import { pathOf, reminderText, type MessageParameters } from './reminder-texts.rules.js';
import type { Step } from './timers.rules.js';

interface Page {
  cursor?: string | undefined;
  limit: number;
}

interface NotificationRow {
  id: string;
  kind: ObligationKind;
  step: Step;
  parameters: MessageParameters;
  path: string;
  createdAt: Date;
  readAt: Date | null;
}

/** More than anybody owes at once; a list has an end. */
const OWED_LIMIT = 200;

/** What a person was told, and what they owe. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(actor: Actor, { cursor, limit }: Page): Promise<AnswerOf<typeof reminderEndpoints.notifications>> {
    refuseUnless(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, cursor);
    return this.database.list(actor, { action: 'notification.listed', objectKind: 'notification' }, async (tx) => {
      // A page begins after the notification the cursor names, by when it came.
      const rows = await tx.query<NotificationRow>(
        `SELECT id, kind, step, parameters, path, created_at AS "createdAt", read_at AS "readAt" FROM notifications
         WHERE person_id = $1 AND ($2::uuid IS NULL OR (created_at, id) < (SELECT c.created_at, c.id FROM notifications c WHERE c.id = $2 AND c.person_id = $1))
         ORDER BY created_at DESC, id DESC LIMIT $3`,
        [personOf(actor), cursor ?? null, limit + 1],
      );
      const items = rows.slice(0, limit).map(({ parameters, createdAt, readAt, ...row }): Notification => ({
        ...row,
        text: reminderText(row.kind, row.step, parameters),
        createdAt: createdAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      }));
      return {
        items,
        unread: await unreadOf(tx, actor),
        nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      };
    });
  }

  async read(actor: Actor, notificationId: string): Promise<{ unread: number }> {
    return this.database.write(actor, async (tx) => {
      const own = await tx.maybeOne(
        'UPDATE notifications SET read_at = coalesce(read_at, $3) WHERE id = $1 AND person_id = $2 RETURNING id',
        [notificationId, personOf(actor), tx.now],
      );
      if (!own) throw notFound();
      await tx.audit({ action: 'notification.read', objectKind: 'notification', objectId: notificationId });
      await tx.announce('notification', personOf(actor));
      return { unread: await unreadOf(tx, actor) };
    });
  }

  async readAll(actor: Actor): Promise<{ unread: number }> {
    return this.database.write(actor, async (tx) => {
      await tx.query('UPDATE notifications SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL', [
        personOf(actor),
        tx.now,
      ]);
      await tx.audit({ action: 'notification.read', objectKind: 'notification', detail: { all: true } });
      await tx.announce('notification', personOf(actor));
      return { unread: 0 };
    });
  }

  /** What this person owes: by name, through their departments, through a role, or as an expert of another hospital. */
  async owed(actor: Actor): Promise<AnswerOf<typeof reminderEndpoints.owed>> {
    return this.database.list(actor, { action: 'obligation.listed', objectKind: 'obligation' }, async (tx) => {
      const departments = actor.memberships
        .filter(({ role }) => role === 'DEPT_MEMBER' || role === 'DEPT_LEAD')
        .map(({ departmentId }) => departmentId);
      const rows = await tx.query<{
        id: string;
        kind: ObligationKind;
        caseNo: string | null;
        px: string | null;
        sessionId: string | null;
        planId: string | null;
        subjectId: string;
        department: { zh: string; en: string } | null;
        dueAt: Date;
      }>(
        `SELECT o.id, o.kind, c.case_no AS "caseNo", s.px_code AS px, o.session_id AS "sessionId", o.plan_id AS "planId", o.subject_id AS "subjectId", o.due_at AS "dueAt",
           CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('zh', d.name_zh, 'en', d.name_en) END AS department
         FROM obligations o LEFT JOIN cases c ON c.id = o.case_id LEFT JOIN shares s ON s.id = o.share_id LEFT JOIN departments d ON d.id = o.department_id
         WHERE o.state = 'OPEN' AND o.kind NOT LIKE '%\\_PROGRESS' AND (
           o.person_id = $1
           OR (o.kind IN ('OPINION', 'CONSULT_URGENT_ARRIVE', 'CONSULT_ROUTINE_DONE', 'CONDITION_UPDATE') AND o.department_id = ANY ($2::uuid[]))
           OR (o.kind = 'CONDITION_UPDATE' AND c.owner_id = $1)
           OR (o.kind = 'TRIAGE' AND o.hospital_id = $3 AND 'COORDINATOR' = ANY ($4::text[]))
           OR (o.kind = 'EMERGENCY_ACCESS' AND o.hospital_id = $3 AND 'AUDITOR' = ANY ($4::text[]))
           OR (o.kind IN ('INFORMATION', 'DEATH_DISCUSSION') AND c.owner_id = $1)
           OR (o.kind = 'CLOSING' AND o.hospital_id = $3 AND 'QC' = ANY ($4::text[]))
           OR (o.kind = 'REMOTE_OPINION' AND s.hospital_id = $3 AND 'REMOTE_EXPERT' = ANY ($4::text[]))
           OR (o.kind = 'SESSION' AND EXISTS (SELECT 1 FROM session_members m WHERE m.session_id = o.session_id AND m.person_id = $1)))
         ORDER BY o.due_at, o.id LIMIT ${OWED_LIMIT}`,
        [personOf(actor), departments, actor.hospitalId, actor.memberships.map(({ role }) => role)],
      );
      return {
        items: rows.map(({ subjectId, ...row }) => ({
          ...row,
          caseNo: actor.isHost ? row.caseNo : null,
          px: actor.isHost ? null : row.px,
          dueAt: row.dueAt.toISOString(),
          path: pathOf(row.kind, { ...row, subjectId }, actor.isHost),
        })),
      };
    });
  }

  async channels(actor: Actor): Promise<AnswerOf<typeof reminderEndpoints.channels>> {
    return this.database.read(actor, async (tx) => {
      const person = await tx.one<{ email: string | null }>('SELECT email FROM people WHERE id = $1', [
        personOf(actor),
      ]);
      return {
        inApp: true,
        email: this.config.SMTP_URL !== undefined,
        emailAddress: person.email,
        mailbox: this.config.DEMO,
      };
    });
  }

  /** Mail caught in the demonstration. Elsewhere there is no such thing. */
  async mailbox(actor: Actor, { cursor, limit }: Page): Promise<AnswerOf<typeof reminderEndpoints.mailbox>> {
    if (!this.config.DEMO) throw notFound();
    refuseUnless(/^\d{1,18}$/, cursor);
    return this.database.list(actor, { action: 'mailbox.opened', objectKind: 'mailbox' }, async (tx) => {
      const rows = await tx.query<Omit<CaughtMail, 'receivedAt'> & { receivedAt: Date }>(
        `SELECT id::text AS id, recipient AS "to", subject, body AS text, received_at AS "receivedAt" FROM caught_mails
         WHERE $1::bigint IS NULL OR id < $1::bigint ORDER BY id DESC LIMIT $2`,
        [cursor ?? null, limit + 1],
      );
      const items = rows.slice(0, limit).map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}

/** A cursor comes from an earlier answer; anything else is refused, so that nobody reads the first page over and over. */
function refuseUnless(form: RegExp, cursor: string | undefined): void {
  if (cursor !== undefined && !form.test(cursor)) throw refuseFields({ field: 'cursor', code: 'invalid' });
}

async function unreadOf(tx: Transaction, actor: Actor): Promise<number> {
  const { unread } = await tx.one<{ unread: number }>(
    'SELECT count(*)::int AS unread FROM notifications WHERE person_id = $1 AND read_at IS NULL',
    [personOf(actor)],
  );
  return unread;
}
