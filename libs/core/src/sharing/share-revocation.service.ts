import { Injectable } from '@nestjs/common';
import { authorise, authoriseSight, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { Database } from '../database/index.js';
import { notFound, Problem } from '../errors/index.js';
import { endShares } from './shares.js';

/** Withdrawing what was shared. */
@Injectable()
export class ShareRevocationService {
  constructor(private readonly database: Database) {}

  /** Withdraws a share at once, with a reason; the other hospital sees nothing of the case from then on. */
  async revoke(actor: Actor, shareId: string, reason: string): Promise<{ revokedAt: string }> {
    return this.database.write(actor, async (tx) => {
      const share = await tx.maybeOne<{
        caseId: string;
        sessionId: string;
        hospitalId: string;
        ownerId: string;
        departmentIds: string[];
        revokedAt: Date | null;
      }>(
        `SELECT s.case_id AS "caseId", s.session_id AS "sessionId", c.hospital_id AS "hospitalId", c.owner_id AS "ownerId", s.revoked_at AS "revokedAt",
           coalesce((SELECT json_agg(p.department_id) FROM participations p WHERE p.round_id = s.round_id), '[]') AS "departmentIds"
         FROM shares s JOIN cases c ON c.id = s.case_id WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
        [shareId],
      );
      if (!share) throw notFound();
      authoriseSight(actor, 'case:read', share);
      authorise(actor, 'share:revoke', share);
      if (share.revokedAt !== null) throw new Problem('share/revoked');
      await endShares(tx, { shareId }, reason);
      await refreshCards(tx, share.caseId);
      await tx.announce('session', share.sessionId);
      return { revokedAt: tx.now.toISOString() };
    });
  }
}
