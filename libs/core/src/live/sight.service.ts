import { Injectable } from '@nestjs/common';
import type { ChangeEvent } from '@consilium/contracts';
import { may, mayOnAll, type Actor, type ObjectFacts } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';

type Look = (tx: Transaction, actor: Actor, key: string) => Promise<boolean>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const facts = (sql: string) => (tx: Transaction, key: string) => tx.maybeOne<ObjectFacts>(sql, [key]);

const departmentFacts = facts(
  `SELECT hospital_id AS "hospitalId", ARRAY[id] AS "departmentIds" FROM departments WHERE id = $1`,
);
const caseFactsByNo = facts(
  `SELECT c.hospital_id AS "hospitalId", c.owner_id AS "ownerId",
     ARRAY(SELECT p.department_id FROM participations p JOIN discussion_rounds r ON r.id = p.round_id WHERE r.case_id = c.id) AS "departmentIds",
     ARRAY(SELECT q.department_id FROM consult_requests q WHERE q.case_id = c.id AND q.state NOT IN ('DECLINED', 'CANCELLED')) AS "consultedDepartmentIds",
     ARRAY(SELECT e.person_id FROM emergency_accesses e WHERE e.case_id = c.id AND case_in_emergency(c.id)) AS "emergencyPersonIds",
     (SELECT s.recorder_id FROM agenda_items a JOIN consult_sessions s ON s.id = a.session_id WHERE a.case_id = c.id ORDER BY s.starts_at DESC LIMIT 1) AS "recorderId"
   FROM cases c WHERE c.case_no = $1`,
);
const sessionFacts = facts(
  `SELECT hospital_id AS "hospitalId", chair_id AS "chairId", recorder_id AS "recorderId" FROM consult_sessions WHERE id = $1`,
);
const planFacts = facts(
  `SELECT c.hospital_id AS "hospitalId", c.owner_id AS "ownerId", p.lead_id AS "leadId",
     ARRAY(SELECT s.department_id FROM surgical_stages s WHERE s.plan_id = p.id) AS "departmentIds",
     ARRAY(SELECT s.lead_id FROM surgical_stages s WHERE s.plan_id = p.id) AS "memberIds"
   FROM surgical_plans p JOIN cases c ON c.id = p.case_id WHERE p.id = $1`,
);

/** For each topic: may this person hear that the thing changed? */
const looks: Record<ChangeEvent['topic'], Look> = {
  // Heard by the process that holds the sockets, not by screens.
  'sign-in': () => Promise.resolve(false),
  // Key: the hospital whose departments, people, places or agreements changed.
  directory: (_tx, actor, key) => Promise.resolve(may(actor, 'directory:read', { hospitalId: key })),
  // Key: a department, a person or a hospital whose list of consults and news changed.
  worklist: async (tx, actor, key) =>
    UUID.test(key) &&
    (key === actor.personId ||
      mayOnAll(actor, 'consult:read', key) ||
      may(actor, 'consult:respond', (await departmentFacts(tx, key)) ?? {})),
  board: async (tx, actor, key) => UUID.test(key) && may(actor, 'board:read', (await departmentFacts(tx, key)) ?? {}),
  case: async (tx, actor, key) => may(actor, 'case:read', (await caseFactsByNo(tx, key)) ?? {}),
  session: async (tx, actor, key) => {
    if (!UUID.test(key)) return false;
    if (may(actor, 'session:read', (await sessionFacts(tx, key)) ?? {})) return true;
    const linked = await tx.maybeOne(
      `SELECT 1 AS one FROM session_members m WHERE m.session_id = $1 AND m.person_id = $2
       UNION SELECT 1 FROM shares s WHERE s.session_id = $1 AND s.hospital_id = $3 AND s.revoked_at IS NULL AND s.expires_at > $4`,
      [key, actor.personId, actor.hospitalId, tx.now],
    );
    return linked !== undefined && !actor.isHost && (actor.onlySessionId ?? key) === key;
  },
  plan: async (tx, actor, key) => UUID.test(key) && may(actor, 'plan:read', (await planFacts(tx, key)) ?? {}),
  notification: (_tx, actor, key) => Promise.resolve(actor.personId !== null && key === actor.personId),
  share: async (tx, actor, key) => {
    const share = await tx.maybeOne<{ hospitalId: string; sessionId: string }>(
      'SELECT hospital_id AS "hospitalId", session_id AS "sessionId" FROM shares WHERE px_code = $1 AND revoked_at IS NULL AND expires_at > $2',
      [key, tx.now],
    );
    return may(actor, 'remote:read', {
      sharedHospitalIds: share ? [share.hospitalId] : [],
      sharedForSessionId: share?.sessionId,
    });
  },
};

/** Decides what an open screen may be told about. */
@Injectable()
export class SightService {
  constructor(private readonly database: Database) {}

  async mayWatch(actor: Actor, topic: ChangeEvent['topic'], key: string): Promise<boolean> {
    return this.database.read(actor, (tx) => looks[topic](tx, actor, key));
  }

  /** How many milliseconds a share that this person may hear of has left; undefined where they may not, or it has ended. */
  async shareLeft(actor: Actor, px: string): Promise<number | undefined> {
    return this.database.read(actor, async (tx) => {
      if (!(await looks.share(tx, actor, px))) return undefined;
      const share = await tx.one<{ expiresAt: Date }>(
        'SELECT expires_at AS "expiresAt" FROM shares WHERE px_code = $1',
        [px],
      );
      return share.expiresAt.getTime() - tx.now.getTime();
    });
  }
}
