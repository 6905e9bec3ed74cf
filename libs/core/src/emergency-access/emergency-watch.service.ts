import { Injectable } from '@nestjs/common';
import type { AnswerOf, EmergencyAccess, emergencyEndpoints, InputOf } from '@consilium/contracts';
import { authorise, mayOnAll, personOf, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { closeObligation } from '../reminders/index.js';
import { obstacleTo } from './emergency-access.rules.js';
import {
  EMERGENCIES,
  emergencyHeld,
  emergencyView,
  factsOfEmergency,
  type EmergencyRow,
} from './emergency-on-record.js';

type ListQuery = InputOf<typeof emergencyEndpoints.list>['query'];
type Review = InputOf<typeof emergencyEndpoints.review>['body'];

/** Emergency accesses after they were opened: who watches them, ends them and reviews them. */
@Injectable()
export class EmergencyWatchService {
  constructor(private readonly database: Database) {}

  /** Those of the hospital for who watches over them, one's own for everybody else; not reviewed ones first, then the newest. */
  async list(actor: Actor, query: ListQuery): Promise<AnswerOf<typeof emergencyEndpoints.list>> {
    authorise(actor, 'emergency-access:read', { hospitalId: actor.hospitalId });
    const watches = mayOnAll(actor, 'emergency-access:watch', actor.hospitalId);
    const scope = [actor.hospitalId, watches ? null : personOf(actor)];
    const [reviewed, after] = query.cursor?.split(':') ?? [];
    const entry = { action: 'emergency-access.listed', objectKind: 'emergency-access', detail: { watches } } as const;
    return this.database.list(actor, entry, async (tx) => {
      const rows = await tx.query<EmergencyRow>(
        `${EMERGENCIES} WHERE e.hospital_id = $1 AND ($2::uuid IS NULL OR e.person_id = $2)
           AND (NOT $3 OR (e.ended_at IS NULL AND e.ends_at > $4))
           AND ($5::boolean IS NULL OR (e.reviewed_at IS NOT NULL) > $5 OR ((e.reviewed_at IS NOT NULL) = $5 AND e.id < $6::uuid))
         ORDER BY e.reviewed_at IS NOT NULL, e.id DESC LIMIT $7`,
        [
          ...scope,
          query.open === '1',
          tx.now,
          reviewed === undefined ? null : reviewed === '1',
          after ?? null,
          query.limit + 1,
        ],
      );
      const { unreviewed } = await tx.one<{ unreviewed: number }>(
        'SELECT count(*)::int AS unreviewed FROM emergency_accesses WHERE hospital_id = $1 AND ($2::uuid IS NULL OR person_id = $2) AND reviewed_at IS NULL',
        scope,
      );
      const items = rows.slice(0, query.limit).map((row) => emergencyView(tx, row));
      const last = items.at(-1);
      return {
        items,
        unreviewed,
        nextCursor: rows.length > query.limit && last ? `${last.review === null ? 0 : 1}:${last.id}` : null,
      };
    });
  }

  /** Ends an access before its time: the person themself, the owner of the case, or the security administrator. */
  async end(actor: Actor, id: string): Promise<EmergencyAccess> {
    return this.database.write(actor, async (tx) => {
      const access = await emergencyHeld(tx, id);
      authorise(actor, 'emergency-access:end', factsOfEmergency(access));
      refuseObstacle(tx, 'end', access);
      await tx.query('UPDATE emergency_accesses SET ended_at = $2, ended_by = $3 WHERE id = $1', [
        id,
        tx.now,
        personOf(actor),
      ]);
      await tx.audit({
        action: 'emergency-access.ended',
        objectKind: 'emergency-access',
        objectId: id,
        caseId: access.caseId,
        before: { endedAt: null, endsAt: access.endsAt.toISOString() },
        after: { endedAt: tx.now.toISOString(), endsAt: access.endsAt.toISOString() },
      });
      await tx.announce('case', access.caseNo);
      return emergencyView(tx, await emergencyHeld(tx, id));
    });
  }

  /** Finds, once and for good, whether an access was justified. */
  async review(actor: Actor, id: string, { verdict, note }: Review): Promise<EmergencyAccess> {
    return this.database.write(actor, async (tx) => {
      const access = await emergencyHeld(tx, id);
      authorise(actor, 'emergency-access:review', factsOfEmergency(access));
      if (access.personId === actor.personId) throw new Problem('access/denied', { who: ANOTHER });
      refuseObstacle(tx, 'review', access);
      await tx.query(
        'UPDATE emergency_accesses SET reviewed_at = $2, reviewed_by = $3, verdict = $4, review_note = $5 WHERE id = $1',
        [id, tx.now, personOf(actor), verdict, note],
      );
      await tx.audit({
        action: 'emergency-access.reviewed',
        objectKind: 'emergency-access',
        objectId: id,
        caseId: access.caseId,
        detail: { reason: note },
        before: { verdict: null },
        after: { verdict },
      });
      await tx.asCaseKeeper(access.caseId, () => closeObligation(tx, 'EMERGENCY_ACCESS', id, 'DONE'));
      return emergencyView(tx, await emergencyHeld(tx, id));
    });
  }
}

const ANOTHER = { zh: '另一位审计管理员', en: 'another auditor' };

function refuseObstacle(tx: Transaction, action: 'end' | 'review', access: EmergencyRow): void {
  const obstacle = obstacleTo(action, access, tx.now);
  if (obstacle !== undefined) throw new Problem(`emergency-access/${obstacle}`);
}
